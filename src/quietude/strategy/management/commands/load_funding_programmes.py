from typing import Any

from django.core.management.base import BaseCommand

from quietude.strategy.services.programmes import load_funding_programmes


class Command(BaseCommand):
    help = "Charge les programmes de financement. Sans effet quand ils sont à jour."

    def handle(self, *args: Any, **options: Any) -> None:
        if count := load_funding_programmes():
            self.stdout.write(f"{count} programmes de financement mis à jour.")
