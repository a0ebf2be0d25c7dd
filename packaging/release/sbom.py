"""Makes the bill of materials of a package: CycloneDX as JSON, the same bytes for the same commit and package.

    python packaging/release/sbom.py build/linux/guidance-kb/_internal dist/guidance-kb-0.1.0-linux-x86_64.cdx.json [win32]

cyclonedx-py (in an environment of its own, tools.sh) describes the Python packages; only those of the program are kept. The components
that it does not see are added: Qt, ICU, OpenSSL, SQLite, SQLCipher, CPython, font, icons, stemmers, and the libraries of the system in
the package. Versions are read from the libraries themselves.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import collecting
import runtime
import versions
from packaging.utils import canonicalize_name

ROOT = collecting.ROOT
TOOLS = ROOT / "build" / "tools" / "release" / ("Scripts" if sys.platform == "win32" else "bin")
_KNOWN_AS = {
    "CPython": "python:python",
    "ICU": "icu-project:international_components_for_unicode",
    "OpenSSL": "openssl:openssl",
    "Qt": "qt:qt",
    "SQLCipher": "zetetic:sqlcipher",
    "SQLite": "sqlite:sqlite",
}
_TEXTS_ONLY = frozenset({"GPL-3.0-only", "GPL-2.0-only", "LGPL-2.1-only", "LicenseRef-Qt-third-party"})

Json = dict[str, Any]


def commit() -> tuple[str, str]:
    """Return the packaged commit and its time in seconds; SOURCE_DATE_EPOCH overrides the time."""
    said = subprocess.run(
        ["git", "log", "-1", "--format=%H %ct"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    name, time = said if len(said) == 2 else ("unknown", "0")  # noqa: PLR2004 - a hash and a time
    return name, os.environ.get("SOURCE_DATE_EPOCH", time)


def python_side(epoch: str) -> Json:
    """Return the output of cyclonedx-py for the running environment."""
    command = [
        str(TOOLS / "cyclonedx-py"),
        "environment",
        sys.executable,
        "--pyproject",
        "pyproject.toml",
        "--output-reproducible",
    ]
    told = os.environ | {"SOURCE_DATE_EPOCH": epoch}
    said = subprocess.run(
        [*command, "--sv", "1.6", "--of", "JSON", "-o", "-"],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        check=True,
    )
    bom: Json = json.loads(said.stdout)
    return bom


def keep_runtime(bom: Json, wanted: set[str], known: Json) -> None:
    """Keep only the packages of the program, with the licences of our index, and remove traces of the build machine."""
    kept = [each for each in bom["components"] if canonicalize_name(each["name"]) in wanted - runtime.UNSHIPPED]
    for each in kept:
        each.pop("externalReferences", None)
        if told := known["python"].get(canonicalize_name(each["name"])):
            each["licenses"] = licences(told["licence"])
    refs = {each["bom-ref"] for each in kept} | {bom["metadata"]["component"]["bom-ref"]}
    bom["components"] = kept
    bom["dependencies"] = [
        each | ({"dependsOn": sorted(set(each["dependsOn"]) & refs)} if "dependsOn" in each else {})
        for each in bom["dependencies"]
        if each["ref"] in refs
    ]


def licences(expression: str) -> list[Json]:
    """Return an SPDX expression in CycloneDX's format."""
    return [{"expression": expression}]


def inner_parts(package: Path, files: list[Path], known: Json) -> Iterator[Json]:
    """Yield components that no Python metadata names: one for each version of a part, with the library that contains it."""
    said = versions.of_parts(files, collecting.RESOURCES)
    qt = runtime.installed()["pyside6-essentials"].version
    for part in known["part"]:
        name, licence, wanted = part["name"], part["licence"], part["version"]
        if licence in _TEXTS_ONLY or not collecting.is_there(part, files):
            continue
        key = wanted.strip("<>")
        if key == "qt":
            found: list[tuple[str, Path | None]] = [(qt, None)]
        elif wanted.startswith("<"):
            found = [*said[key]]
            if key == "cpython" and not found:  # the Python library of a macOS framework has no suffix
                found = [(sys.version.split()[0], None)]
        else:
            found = [(wanted, None)]
        for version in sorted({version for version, _ in found}):
            holders = sorted(
                str(file.relative_to(package))
                for each, file in found
                if each == version and file and file.is_relative_to(package)
            )
            yield component(name, version, licence, holders)


def component(name: str, version: str, licence: str, holders: list[str]) -> Json:
    """Return one component; a part that vulnerability scanners know gets their name for it."""
    plain = name.lower().replace(" ", "-").translate(str.maketrans("", "", "()"))
    purl = f"pkg:generic/{plain}@{version}" if version else f"pkg:generic/{plain}"
    made: Json = {"type": "library", "bom-ref": purl, "name": name, "licenses": licences(licence), "purl": purl}
    made |= {"version": version} if version else {}
    if name in _KNOWN_AS and version:
        made["cpe"] = f"cpe:2.3:a:{_KNOWN_AS[name]}:{version}:*:*:*:*:*:*:*"
    if holders:
        made["properties"] = [{"name": "guidance-kb:file", "value": file} for file in holders]
    return made


def system_parts(files: list[Path], known: Json) -> Iterator[Json]:
    """Yield the libraries of Debian in the package, by their names in Debian's security tracker."""
    for part in collecting.system(known, files):
        mine = [file.name for file in files if any(file.match(each) for each in known["debian"][part.name]["files"])]
        for package, version in collecting.dpkg.packages(mine):
            purl = f"pkg:deb/debian/{package}@{quote(version, safe='')}"
            yield {
                "type": "library",
                "bom-ref": purl,
                "name": package,
                "version": version,
                "licenses": licences(part.licence),
                "purl": purl,
            }


def bill(package: Path, name: str, platform: str) -> Json:
    """Return the bill of materials of the package in a folder; the serial number depends on `name`, the name of its file."""
    known, files, (revision, epoch) = collecting.index(), collecting.libraries(package), commit()
    bom = python_side(epoch)
    asked = collecting.dependencies()
    keep_runtime(bom, set(runtime.runtime(runtime.installed(), asked, platform)), known)
    added = [*inner_parts(package, files, known), *(system_parts(files, known) if platform == "linux" else ())]
    root = bom["metadata"]["component"]["bom-ref"]
    for each in bom["dependencies"]:
        if each["ref"] == root:
            each["dependsOn"] = sorted([*each["dependsOn"], *(other["bom-ref"] for other in added)])
    bom["components"] += added
    bom["dependencies"] += [{"ref": each["bom-ref"]} for each in added]
    version = bom["metadata"]["component"]["version"]
    bom["metadata"]["component"]["properties"] = [{"name": "guidance-kb:commit", "value": revision}]
    bom["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'guidance-kb {version} {revision} {name}')}"
    return bom


def main() -> int:
    """Write the file, and check it against the schema of CycloneDX."""
    package, target, platform = Path(sys.argv[1]), Path(sys.argv[2]), (sys.argv[3:] or [sys.platform])[0]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps(bill(package, target.name, platform), ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        "utf-8",
        newline="\n",
    )
    return subprocess.run(
        [str(TOOLS / "python"), str(Path(__file__).with_name("valid.py")), str(target)], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
