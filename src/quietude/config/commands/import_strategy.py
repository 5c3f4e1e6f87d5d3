"""Lit une stratégie existante (texte, Word, PDF, tableur, page web) et montre le plan trouvé, sans réseau."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from quietude.config.bridge import rooms
from quietude.config.refusal import Refusal, reason

READER = "quietude.strategy.importer:read_strategy_file"
SECONDS, MEGABYTES = 60, 900
ANSWER = ("title", "territory", "period", "general_objectives", "axes", "warnings")


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FICHIER", help="le document à lire")
    parser.add_argument("--council", metavar="CONSEIL", help="conseil où le plan trouvé attendra sa relecture")
    parser.add_argument("--dry-run", action="store_true", help="montre ce qui est trouvé, n’enregistre rien")
    parser.add_argument("--json", action="store_true", help="écrit un objet JSON sur la sortie standard")


def run(options: argparse.Namespace) -> int:
    """Read the document in a bounded process; with --json, standard output is one JSON object whatever happens."""
    from quietude.intake.errors import RefusedFile

    try:
        reading = read(options.file)
    except RefusedFile as refusal:
        if options.json:
            print_json(nothing_read(str(refusal)))
        raise Refusal(str(refusal)) from None
    if options.council and not options.dry_run:
        propose(options.council, options.file, reading)
    if options.json:
        print_json({key: reading["draft"][key] for key in ANSWER})
    else:
        from quietude.config.outline import print_outline

        print_outline(reading["draft"])
    return 0


def read(file: Path) -> dict[str, Any]:
    """What the importer finds in the file; raises RefusedFile with a French sentence. Django is not needed."""
    from quietude.intake.checks import check_upload
    from quietude.intake.child import run_apart
    from quietude.intake.errors import RefusedFile

    try:
        check_upload(file, file.name)
    except OSError as error:
        raise RefusedFile(f"Le fichier {file} ne peut pas être lu ({reason(error)}). Rien n’a été importé.") from None
    reading: dict[str, Any] = run_apart(READER, file, name=file.name, seconds=SECONDS, megabytes=MEGABYTES)
    return reading


def propose(slug: str, file: Path, reading: dict[str, Any]) -> None:
    """Put the plan before the council, where it waits for its review; raises Refusal when there is no such council."""
    with rooms():
        from quietude.councils.models import Council
        from quietude.strategy.services.proposals import propose_reading

        council = Council.objects.filter(slug=slug).first()
        if council is None:
            known = ", ".join(Council.objects.values_list("slug", flat=True)) or "aucun"
            raise Refusal(f"Le conseil « {slug} » n’existe pas (conseils de cette installation : {known}).")
        propose_reading(council, file_name=file.name, reading=reading)
        print(f"Le plan attend sa relecture dans {council.name}, sous « Stratégie ».", file=sys.stderr)


def nothing_read(warning: str) -> dict[str, Any]:
    """The answer for a refused file: a program that reads our output always gets the same shape."""
    return {
        "title": None,
        "territory": None,
        "period": None,
        "general_objectives": [],
        "axes": [],
        "warnings": [warning],
    }


def print_json(answer: dict[str, Any]) -> None:
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()
