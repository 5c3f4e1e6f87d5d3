from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quietude.strategy.models import Baseline
from quietude.strategy.queries.baselines import check_baseline, every_baseline


class Command(BaseCommand):
    """Digest again every frozen version of every council; the exit code is 1 when one was touched."""

    help = "Vérifie les versions figées des stratégies : chacune est-elle celle qui a été signée ?"

    def handle(self, *args: Any, **options: Any) -> None:
        touched = 0
        for baseline in every_baseline().iterator(chunk_size=50):
            check = check_baseline(baseline)
            sound = check.is_intact and check.scan_is_intact is not False
            touched += not sound
            self.stdout.write(sentence(baseline, sound))
        if touched:
            raise CommandError(f"{touched} version{'s' if touched > 1 else ''} n’est plus ce qui a été figé.")
        self.stdout.write("Les versions figées sont intactes.")


def sentence(baseline: Baseline, sound: bool) -> str:
    """One line of French for one version."""
    return f"{baseline.council}, version {baseline.number} : {'intacte' if sound else 'modifiée hors de Quiétude'}."
