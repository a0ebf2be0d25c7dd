#!/bin/sh
# Makes dist/guidance-kb-VERSION-x86_64.AppImage of the folder that `make package` left. Only in the release workflow: the two programs of
# the AppImage project are fetched by `gh` and have to be the ones that were pinned here.
set -eu
cd "$(dirname "$0")/../.."

version=$(.venv/bin/python packaging/version.py)
SOURCE_DATE_EPOCH=$(.venv/bin/python packaging/version.py --epoch)
export SOURCE_DATE_EPOCH
tools=build/appimage-tools dir=build/AppDir

fetch() { # REPOSITORY TAG FILE SHA256
    [ -f "$tools/$3" ] || gh release download "$2" --repo "$1" --pattern "$3" --dir "$tools"
    echo "$4  $tools/$3" | sha256sum --check --quiet
    chmod +x "$tools/$3"
}
mkdir -p "$tools" dist
fetch AppImage/appimagetool 1.9.1 appimagetool-x86_64.AppImage ed4ce84f0d9caff66f50bcca6ff6f35aae54ce8135408b3fa33abfc3cb384eb0
fetch AppImage/type2-runtime 20251108 runtime-x86_64 2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d

rm -rf "$dir"
mkdir -p "$dir/usr/lib"
cp -a build/linux/guidance-kb "$dir/usr/lib/guidance-kb"
mv "$dir/usr/lib/guidance-kb/share" "$dir/usr/share"
cp "$dir/usr/share/applications/guidance-kb.desktop" "$dir/"
icon=$(find "$dir/usr/share/icons" -name 'guidance-kb.svg' -o -name 'guidance-kb.png' | sort | tail -n 1)
cp "$icon" "$dir/"
cat > "$dir/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/guidance-kb/guidance-kb" "$@"
RUN
chmod +x "$dir/AppRun"

ARCH=x86_64 APPIMAGE_EXTRACT_AND_RUN=1 "$tools/appimagetool-x86_64.AppImage" --no-appstream --runtime-file "$tools/runtime-x86_64" \
    "$dir" "dist/guidance-kb-$version-x86_64.AppImage"
