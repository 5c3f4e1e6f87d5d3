from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from quietude.demo.loading import load_councils
from quietude.strategy.services.programmes import load_funding_programmes
from quietude.territories.services import load_territories


class Command(BaseCommand):
    """Run again, it changes nothing: a council that is there is left as its visitors made it."""

    help = "Charge les cinq conseils de la démonstration. Sans effet quand ils sont là."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Les conseils fictifs ne se chargent que dans une démonstration (./quietude demo).")
        load_territories()
        load_funding_programmes()
        for council in load_councils():
            self.stdout.write(f"{council} : chargé.")
