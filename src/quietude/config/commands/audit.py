"""Vérifie que le registre des accès et des actes n’a pas été altéré."""

import argparse

from quietude.config.bridge import call


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["verify"], metavar="verify", help="relit tout le registre, ligne après ligne")


def run(options: argparse.Namespace) -> int:
    """Return 0 when every line is the one that was written."""
    call("audit_verify")
    return 0
