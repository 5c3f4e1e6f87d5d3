from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from quietude.strategy.models import ActionSheet
from quietude.strategy.searching import index_all


class Command(BaseCommand):
    """Put every sheet in the search index again: after the words that it is made of have changed."""

    help = "Refait l’index de recherche des fiches action."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            count = index_all(ActionSheet.objects.all())
        self.stdout.write(f"Fiches indexées : {count}")
