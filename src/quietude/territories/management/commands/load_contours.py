from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quietude.territories.contours import ContoursRefused
from quietude.territories.services import load_contours

SHOWN = 10


class Command(BaseCommand):
    help = "Charge les contours de communes d’un fichier GeoJSON (propriété « code »), pour les cartes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="fichier GeoJSON, en longitudes et latitudes")
        parser.add_argument("--source", required=True, help="qui publie ces contours, et sous quelle licence")
        parser.add_argument("--vintage", type=int, required=True, help="année des contours")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = options["file"].read_text("utf-8")
            loaded = load_contours(text, source=options["source"], vintage=options["vintage"])
        except OSError as error:
            raise CommandError(f"Le fichier ne peut pas être lu : {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError("Ce fichier n’est pas du GeoJSON.") from error
        except ContoursRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Contours gardés : {loaded.kept}.")
        if loaded.unknown:
            more = "…" if len(loaded.unknown) > SHOWN else ""
            codes = ", ".join(loaded.unknown[:SHOWN])
            self.stdout.write(f"Communes inconnues : {len(loaded.unknown)} ({codes}{more}).")
        for sentence in loaded.refused:
            self.stdout.write(sentence)
