"""Acts on the gaps of the coverage: saying that one is meant, taking it back."""

from quietude.councils.gate import Here
from quietude.strategy.models import AcceptedGap, Strategy


def accept_gap(here: Here, strategy: Strategy, *, row: str, column: str, reason: str) -> AcceptedGap:
    """Say that an empty cell is meant, and why; said again, the new reason replaces the former."""
    gap, _ = AcceptedGap.objects.update_or_create(
        strategy=strategy, row=row, column=column, defaults={"council": here.council, "reason": reason, "by": here.user}
    )
    here.write_register("gap_accept", object_type="strategy", object_reference=strategy.pk, row=row, column=column)
    return gap


def reopen_gap(here: Here, strategy: Strategy, *, row: str, column: str) -> bool:
    """Put an accepted gap back among those to discuss; gives whether there was one."""
    removed, _ = AcceptedGap.objects.filter(strategy=strategy, row=row, column=column).delete()
    if removed:
        here.write_register("gap_reopen", object_type="strategy", object_reference=strategy.pk, row=row, column=column)
    return bool(removed)
