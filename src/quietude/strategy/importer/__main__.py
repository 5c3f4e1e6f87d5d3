"""Prints the draft of one file as JSON: ``python -m quietude.strategy.importer FILE``."""

import json
import sys
from pathlib import Path

from . import UnreadableFile, read_strategy_file


def main() -> int:
    """Read the file named on the command line; 1 and a sentence on stderr when it cannot be read."""
    try:
        result = read_strategy_file(Path(sys.argv[1]))
    except UnreadableFile as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(result["draft"], ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
