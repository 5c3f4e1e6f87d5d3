from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from quietude.territories.derivation import derive


class Command(BaseCommand):
    help = "Dérive les fichiers des communes depuis l’archive npm @etalab/decoupage-administratif."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("tarball", type=Path, help="archive faite par « npm pack @etalab/decoupage-administratif »")
        parser.add_argument("--vintage", type=int, required=True, help="millésime du code officiel géographique")
        parser.add_argument("--population-year", type=int, required=True, help="année des populations municipales")

    def handle(self, *args: Any, **options: Any) -> None:
        count = derive(options["tarball"], vintage=options["vintage"], population_year=options["population_year"])
        self.stdout.write(f"{count} communes écrites.")
