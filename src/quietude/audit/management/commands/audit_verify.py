from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quietude.audit.services import PLATFORM
from quietude.audit.verification import Verdict, verify_register


class Command(BaseCommand):
    """Read the whole register again; the exit code is 1 when a line was touched."""

    help = "Vérifie le registre : chaque ligne est-elle celle qui a été écrite ?"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        broken = 0
        for verdict in verify_register():
            broken += not verdict.is_whole
            self.stdout.write(sentence(verdict))
        if broken:
            raise CommandError(f"Le registre a été touché ({broken} chaîne{'s' if broken > 1 else ''}).")
        self.stdout.write("Le registre est intact, jusqu’à sa dernière ligne connue.")


def sentence(verdict: Verdict) -> str:
    """One line of French for one chain."""
    name = "plateforme" if verdict.chain == PLATFORM else f"conseil {verdict.chain}"
    lines = f"{verdict.lines:,}".replace(",", "\u202f")
    if verdict.altered is None:
        return f"Registre, {name} : {lines} ligne{'s' if verdict.lines > 1 else ''}, aucune altérée."
    return f"Registre, {name} : la ligne {verdict.altered} a été altérée, ôtée, déplacée ou ajoutée."
