"""What this room counts for the others, and for its own indicators: numbers of acts and sums, never a person.

The sheets run by partners outside the strategy are left out, as everywhere a result of the strategy is told.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from quietude.councils.models import Council
from quietude.kit.figures import Figure, Period, Reading, register_figure
from quietude.strategy.models import ActionSheet, Event, FundingLine, Step
from quietude.strategy.models.vocabulary import OPEN

SOURCE = "Fiches action de la stratégie, dans Quiétude"
NO_COMMUNE = "Ne compte que ce dont la commune est notée."
SINCE_TODAY = "L’état des fiches est celui d’aujourd’hui : celui d’un jour passé n’est pas connu."


def register_figures() -> None:
    """Offer the figures of this room; called once, in ``AppConfig.ready``."""
    for figure in FIGURES:
        register_figure(figure)


def _of_the_strategy(rows: QuerySet[Any], council: Council) -> QuerySet[Any]:
    return rows.filter(council=council, sheet__outside_strategy=False)


def _events(council: Council, period: Period, territory: str | None) -> QuerySet[Any]:
    """The events held over the period, in one commune or in all of them."""
    rows = _of_the_strategy(Event.objects.all(), council).filter(held_on__range=(period.first_day, period.last_day))
    return rows.filter(commune__code=territory) if territory else rows


def read_events(council: Council, period: Period, territory: str | None) -> Reading:
    """Events held: days, evenings, talks."""
    return _reading(_events(council, period, territory).count(), limit=NO_COMMUNE if territory else "")


def read_participants(council: Council, period: Period, territory: str | None) -> Reading:
    """Participants of the events whose attendance was noted; nothing counted when none was."""
    told = _events(council, period, territory).aggregate(known=Count("participants"), total=Sum("participants"))
    limit = "Une personne venue deux fois compte deux fois."
    return _reading(told["total"] if told["known"] else None, limit=f"{limit} {NO_COMMUNE}" if territory else limit)


def read_steps_done(council: Council, period: Period, territory: str | None) -> Reading:
    """Steps done over the period, on the sheets of a commune or on all of them."""
    rows = _of_the_strategy(Step.objects.all(), council).filter(done_on__range=(period.first_day, period.last_day))
    if territory:
        rows = rows.filter(sheet__communes__commune__code=territory)
    return _reading(rows.count(), limit=NO_COMMUNE if territory else "")


def read_granted(council: Council, period: Period, territory: str | None) -> Reading:
    """Euros granted for the years that the period touches; a grant is for the whole of its action."""
    rows = _of_the_strategy(FundingLine.objects.all(), council)
    years = range(period.first_day.year, period.last_day.year + 1)
    rows = rows.filter(year__in=list(years), granted__isnull=False)
    if territory:
        rows = rows.filter(sheet__communes__commune__code=territory)
    limit = "Un financement s’accorde par année et pour toute l’action, quelles que soient ses communes."
    return _reading(rows.aggregate(total=Sum("granted"))["total"], limit=limit)


def sheets_by_state(states: Q) -> Callable[[Council, Period, str | None], Reading]:
    """How many sheets are in ``states``, today."""

    def count(council: Council, period: Period, territory: str | None) -> Reading:
        rows = ActionSheet.objects.of_the_strategy().filter(states, council=council)
        if territory:
            rows = rows.filter(communes__commune__code=territory)
        return _reading(rows.count(), limit=SINCE_TODAY)

    return count


def _reading(value: int | Decimal | None, limit: str = "") -> Reading:
    return Reading(value=None if value is None else Decimal(value), source=SOURCE, limit=limit)


FIGURES = (
    Figure(
        key="strategy.events",
        label="Événements tenus",
        unit="événements",
        source=SOURCE,
        definition="Les événements notés sur les fiches, le jour où ils ont eu lieu.",
        rhythm="quarterly",
        read=read_events,
    ),
    Figure(
        key="strategy.participants",
        label="Participants aux événements",
        unit="participants",
        source=SOURCE,
        definition="La somme des participants notés aux événements ; un événement sans nombre n’est pas compté.",
        rhythm="quarterly",
        read=read_participants,
    ),
    Figure(
        key="strategy.steps_done",
        label="Étapes faites",
        unit="étapes",
        source=SOURCE,
        definition="Les étapes des fiches dites faites dans la période.",
        rhythm="quarterly",
        read=read_steps_done,
    ),
    Figure(
        key="strategy.sheets_open",
        label="Fiches action ouvertes",
        unit="fiches",
        source=SOURCE,
        definition="Les fiches à lancer, en cours ou bloquées.",
        rhythm="yearly",
        read=sheets_by_state(Q(status__in=OPEN)),
    ),
    Figure(
        key="strategy.sheets_done",
        label="Fiches action réalisées",
        unit="fiches",
        source=SOURCE,
        definition="Les fiches dont l’état est « réalisée ».",
        rhythm="yearly",
        read=sheets_by_state(Q(status="done")),
    ),
    Figure(
        key="strategy.granted",
        label="Euros accordés",
        unit="€",
        source=SOURCE,
        definition="La somme des montants accordés aux fiches pour les années de la période.",
        rhythm="yearly",
        read=read_granted,
    ),
)
