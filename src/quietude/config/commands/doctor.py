"""Dit ce qui manque à cette installation et comment y remédier."""

import argparse
from pathlib import Path

from quietude.config.data_folder import Use, read_label
from quietude.config.diagnosis import diagnose
from quietude.config.environment import data_folder, settle


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, metavar="DOSSIER", help="dossier des données (QUIETUDE_DATA, ou var/, sans cette option)"
    )


def run(options: argparse.Namespace) -> int:
    """Print every finding; return 1 when something needed is missing."""
    data = data_folder(options.data)
    settle(data, **({"QUIETUDE_DEMO": "true"} if read_label(data) is Use.DEMO else {}))
    faults = 0
    for finding in diagnose(data):
        print(f"{'✓' if finding.is_well else '○' if finding.optional else '✗'} {finding.found}")
        if not finding.is_well:
            print(f"    → {finding.remedy}")
            faults += not finding.optional
    print("\nTout est en ordre." if not faults else f"\nÀ corriger : {faults}.")
    return 1 if faults else 0
