"""`guidance-kb verify FILE`: checks whether a downloaded package is sound and newer than this program, and advises the next step."""

import argparse

from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.help.package import check
from guidance_kb.help.package_messages import sentences
from guidance_kb.language import Language


def run(arguments: argparse.Namespace) -> int:
    """Check the file; return 0 if it can be installed, 1 if not.

    Raises:
        KnownError: The file cannot be read.
    """
    language = Language(arguments.lang)
    checked = check(arguments.file)
    said = [sentence.say(language) for sentence in sentences(checked)]
    if arguments.json:
        data = {
            "file": checked.name,
            "good": checked.is_good,
            "checksum": checked.verdict.name.lower(),
            "signature": checked.signature.name.lower(),
            "version": checked.version,
            "age": checked.age.name.lower(),
        }
        write_json({**data, "says": said})
    else:
        write(checked.name)
        for sentence in said:
            write("\n".join(wrapped(sentence, "  ")))
    return 0 if checked.is_good else 1
