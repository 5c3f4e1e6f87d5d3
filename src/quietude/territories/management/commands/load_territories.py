from typing import Any

from django.core.management.base import BaseCommand

from quietude.territories.services import load_territories


class Command(BaseCommand):
    help = "Charge les communes et les intercommunalités de France. Sans effet quand elles sont à jour."

    def handle(self, *args: Any, **options: Any) -> None:
        if count := load_territories():
            self.stdout.write(f"{count} communes chargées.")
