"""Fill the base that the environment names: ``python -m benchmarks.ground SHEETS``; then print what a visitor needs.

The base has been migrated. A base already filled is left as it is and only the sessions are opened anew. Prints one
JSON object: the cookies of those who read, and the addresses to ask for (null for a page that does not exist yet).
"""

import json
import os
import sys


def main(sheets: int) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quietude.config.settings")
    django.setup()
    from benchmarks.ground.visit import visit
    from benchmarks.ground.world import fill

    fill(sheets)
    json.dump(visit(), sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
