"""The first screen: what is late, due, waiting, new; one function, a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from quietude.councils.addresses import location
from quietude.councils.gate import Here
from quietude.kit.dates import date_text
from quietude.kit.typography import counted
from quietude.permissions.matrix import Can
from quietude.strategy import queries as strategies
from quietude.strategy.models import ActionSheet, Axis, JournalEntry, SourceLink, Strategy, StrategyImport
from quietude.strategy.queries.money import next_report


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing that blocks or waits, in a sentence, with the gesture that answers it."""

    title: str
    text: str
    gesture: str
    url: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the first screen shows."""

    strategy: Strategy | None
    counts: strategies.Counts | None
    axes: list[Axis]
    in_strategy: int
    """Sheets of the strategy itself: those of the bars."""
    longest: int
    """Sheets of the fullest axis: the scale of the bars."""
    due: list[ActionSheet]
    mine: list[ActionSheet]
    """Open sheets led by an organisation for which one sits here."""
    news: list[JournalEntry]
    next_step: NextStep | None


def dashboard(here: Here, on: date) -> Dashboard:
    """The first screen of ``here`` on the day ``on``; a seat that may not read the strategy sees none of it."""
    strategy = strategies.current_strategy(here)
    if strategy is None:
        return Dashboard(None, None, [], 0, 0, [], [], [], _without_strategy(here))
    sheets = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy).select_related("lead")
    counts = strategies.sheet_counts(here, strategy, on)
    axes = strategies.axis_progress(here, strategy, on)
    due = list(sheets.open_by(on + strategies.SOON).order_by("due_on")[:6])
    return Dashboard(
        strategy=strategy,
        counts=counts,
        axes=axes,
        in_strategy=sum(axis.total for axis in axes),  # type: ignore[attr-defined]
        longest=max((axis.total for axis in axes), default=0),  # type: ignore[attr-defined]
        due=due,
        mine=list(sheets.led_by(here.organisations).order_by("due_on")[:8]),
        news=list(
            JournalEntry.objects.visible_to(here.seats)
            .filter(sheet__strategy=strategy)
            .select_related("sheet", "author")
            .order_by("-on", "-id")[:6]
        ),
        next_step=_next_step(here, strategy, counts, due, on),
    )


def _without_strategy(here: Here) -> NextStep | None:
    if not here.may(Can.IMPORT_STRATEGY):
        return None
    waiting = StrategyImport.objects.visible_to(here.seats).filter(state=StrategyImport.State.REVIEW)
    if taken := waiting.filter(council=here.council).only("pk").first():
        return NextStep(
            "Une reprise attend votre relecture",
            "Le document est lu. Rien n’est enregistré tant que vous n’avez pas validé.",
            "Continuer la relecture",
            location(here, "import_review", pk=taken.pk),
        )
    return NextStep(
        "Votre conseil n’a pas encore de stratégie ici",
        "Elle existe sans doute déjà : une page web, un fichier Word, un tableur. Quiétude la lit, vous relisez.",
        "Reprendre le document",
        location(here, "import_list"),
    )


def _next_step(
    here: Here, strategy: Strategy, counts: strategies.Counts, due: list[ActionSheet], on: date
) -> NextStep | None:
    if strategy.is_past() and here.may(Can.EDIT_STRATEGY):
        return NextStep(
            f"La stratégie {strategy.period} est arrivée à son terme",
            "Il reste à l’évaluer, puis à préparer la suivante.",
            "Ouvrir la stratégie",
            location(here, "strategy"),
            strategy.ends_on,
        )
    if counts.total == 0 and here.may(Can.EDIT_STRATEGY):
        return NextStep(
            "La stratégie n’a pas encore de fiche action",
            "Un axe sans fiche dit une intention. Une fiche dit qui fait quoi, pour quand, avec quoi.",
            "Écrire la première fiche",
            location(here, "action_sheet_new", strategy=strategy.pk),
        )
    to_check = SourceLink.objects.visible_to(here.seats).filter(sheet__strategy=strategy, to_check=True)
    if here.may(Can.EDIT_STRATEGY) and (doubt := to_check.order_by("sheet__position").first()):
        return NextStep(
            "Des fiches reprises restent à vérifier",
            "La reprise les a enregistrées avec un doute. Chacune montre la ligne du document d’où elle vient.",
            "Vérifier la première",
            location(here, "action_sheet", pk=doubt.sheet_id),
        )
    if step := _report_due(here, strategy, on):
        return step
    if due and due[0].is_late:
        first = due[0]
        more = counts.late - 1
        others = f" Et {more} autres fiches." if more > 1 else " Et une autre fiche." if more else ""
        return NextStep(
            f"La fiche {first.number} a dépassé son échéance" if first.number else "Une fiche a dépassé son échéance",
            f"{first.title}.{others}",
            "Ouvrir la fiche",
            location(here, "action_sheet", pk=first.pk),
            first.due_on,
        )
    return None


def _report_due(here: Here, strategy: Strategy, on: date) -> NextStep | None:
    """The financial reports that funders await, once the first is due within the month."""
    found = next_report(here, strategy, on) if here.may(Can.EDIT_SHEET) else None
    if found is None or found[1] > on + strategies.SOON:
        return None
    count, first = found
    return NextStep(
        counted(count, "compte rendu financier attendu", "comptes rendus financiers attendus"),
        f"{'Il' if count == 1 else 'Le premier'} est à remettre au plus tard le {date_text(first)}. "
        "Un bilan déjà rempli aide à l’écrire.",
        "Voir les comptes rendus",
        location(here, "money") + "?vue=comptes-rendus",
        first,
    )
