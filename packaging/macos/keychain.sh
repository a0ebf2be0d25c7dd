#!/bin/sh
# Puts the signing certificate of the secrets into a keychain of its own, and the notary's credentials; does nothing where there are none.
# Tells the steps that follow by GITHUB_ENV. Only in the release workflow.
set -eu
if [ -z "${CERTIFICATE:-}" ]; then
    echo "UNSIGNED: no certificate among the secrets."
    exit 0
fi
keychain=$RUNNER_TEMP/signing.keychain-db
secret=$(uuidgen)
printf '%s' "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -k "$keychain" -P "$PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$RUNNER_TEMP/certificate.p12"
if [ -n "${APPLE_ID:-}" ]; then
    xcrun notarytool store-credentials guidance-kb --apple-id "$APPLE_ID" --team-id "$TEAM" --password "$NOTARY" --keychain "$keychain"
    echo "NOTARY_PROFILE=guidance-kb" >> "$GITHUB_ENV"
fi
