"""Charge cinq conseils de démonstration et ouvre Quiétude sur cette machine. Un nouveau départ garde les données."""

import argparse
from pathlib import Path

from quietude.config.arguments import port
from quietude.config.data_folder import Use, held
from quietude.config.environment import data_folder, settle
from quietude.config.processes import check_port
from quietude.config.service import address, manage, open_doors, prepare

HOST = "127.0.0.1"  # a demonstration, where one button opens every role, is for this machine alone
LOADED = "demonstration-chargee.txt"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="efface les données de la démonstration et la recharge")
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="port (8000 sans cette option)")
    parser.add_argument("--data", type=Path, metavar="DOSSIER", help="dossier des données (var/ sans cette option)")


def run(options: argparse.Namespace) -> int:
    """Load what is not loaded yet, then serve until Ctrl-C."""
    data = data_folder(options.data)
    check_port(HOST, options.port)
    with held(data, Use.DEMO, fresh=options.fresh):
        settle(data, QUIETUDE_DEMO="true", QUIETUDE_BASE_URL=address(HOST, options.port))
        prepare()
        loaded = data / LOADED
        if not loaded.exists():
            manage("load_demo", purpose="Chargement de la démonstration")
            loaded.write_text("", "utf-8")
        open_doors(HOST, options.port)
    return 0
