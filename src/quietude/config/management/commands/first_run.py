from typing import Any

from django.core.management.base import BaseCommand

from quietude.accounts.services import first_run_url


class Command(BaseCommand):
    """Print the address that makes the first council, as long as the base has no account: only the console shows it."""

    help = "Donne l’adresse de première ouverture, tant que la base n’a aucun compte."

    def handle(self, *args: Any, **options: Any) -> None:
        address = first_run_url()
        if address:
            self.stdout.write(
                "Première ouverture : cette adresse crée le premier conseil et sa coordination (24 heures)."
            )
            self.stdout.write(address)
