"""Checks a bill of materials against the schema of CycloneDX, strictly and without a network. It runs in the Python of the tools."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text("utf-8"))
sys.exit(f"{sys.argv[1]}: {fault}" if fault else 0)
