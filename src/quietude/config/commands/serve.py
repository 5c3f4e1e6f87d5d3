"""Ouvre Quiétude pour un usage réel. Les réglages viennent des variables QUIETUDE_… (voir docs/guide/installer.md)."""

import argparse
import os
from pathlib import Path

from quietude.config.arguments import port
from quietude.config.data_folder import Use, held
from quietude.config.environment import data_folder, settle
from quietude.config.processes import check_port
from quietude.config.service import address, open_doors, prepare


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESSE", help="adresse d’écoute (127.0.0.1 sans cette option)"
    )
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="port (8000 sans cette option)")
    parser.add_argument(
        "--workers", type=int, default=2, metavar="N", help="processus du serveur (2 sans cette option)"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DOSSIER", help="dossier des données (QUIETUDE_DATA, ou var/, sans cette option)"
    )


def run(options: argparse.Namespace) -> int:
    """Bring the bases up to date, then serve until Ctrl-C or SIGTERM."""
    data = data_folder(options.data)
    check_port(options.host, options.port)
    with held(data, Use.REAL):
        settle(data)
        os.environ.setdefault("QUIETUDE_BASE_URL", address(options.host, options.port))
        prepare()
        open_doors(options.host, options.port, options.workers, first_run=True)
    return 0
