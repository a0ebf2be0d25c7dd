#!/bin/sh
# Makes dist/guidance-kb-VERSION-macos-ARCH.dmg on a Mac. Only in the release workflow; never run elsewhere. Signed when
# MACOS_IDENTITY names a certificate in the keychain, notarised when NOTARY_PROFILE names credentials that notarytool has stored.
set -eu
cd "$(dirname "$0")/../.."

version=$(.venv/bin/python packaging/version.py)
SOURCE_DATE_EPOCH=$(.venv/bin/python packaging/version.py --epoch)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
app="build/package/Guidance KB.app" image=dist/guidance-kb-$version-macos-$(uname -m).dmg

mkdir -p dist
.venv/bin/python -m PyInstaller --noconfirm --log-level ERROR --distpath build/package --workpath build/pyinstaller packaging/macos/guidance-kb.spec
data="$app/Contents/Resources"
.venv/bin/python packaging/release/collecting.py "$data/licences" --package "$app/Contents"
ln -sf ../Resources/licences "$app/Contents/Frameworks/licences"

if [ -n "${MACOS_IDENTITY:-}" ]; then
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -exec codesign --force --timestamp --options runtime --sign "$MACOS_IDENTITY" {} +
    codesign --force --deep --timestamp --options runtime --entitlements packaging/macos/entitlements.plist --sign "$MACOS_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    codesign --force --deep --sign - "$app" # no identity: only so that it starts on the machine's own processor
    echo "UNSIGNED: MACOS_IDENTITY is not set. macOS warns at the first start."
fi

rm -f "$image"
hdiutil create -quiet -volname "Guidance KB $version" -srcfolder "$app" -format UDZO "$image"
if [ -n "${MACOS_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
else
    echo "NOT NOTARISED: MACOS_IDENTITY or NOTARY_PROFILE is not set."
fi
