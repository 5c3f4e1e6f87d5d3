"""`python -m quietude` is the command line."""

import sys

from quietude.config.cli import main

sys.exit(main())
