from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from quietude.permissions.table import as_markdown

PAGE = Path("docs/permissions.md")


class Command(BaseCommand):
    """Write docs/permissions.md from the matrix, in the clone where one develops."""

    help = "Écrit docs/permissions.md d’après la matrice des droits."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        PAGE.write_text(as_markdown(), "utf-8")
        self.stdout.write(f"{PAGE} est à jour.")
