from typing import Any

from django.core.management.base import BaseCommand

from quietude.councils.services.rules import load_legal_rules


class Command(BaseCommand):
    help = "Charge les règles de droit datées. Sans effet quand elles sont à jour."

    def handle(self, *args: Any, **options: Any) -> None:
        if count := load_legal_rules():
            self.stdout.write(f"{count} règles de droit mises à jour.")
