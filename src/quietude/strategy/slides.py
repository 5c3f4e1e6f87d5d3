"""The strategy, an axis or a sheet as a presentation for the plenary: where it stands, and who pays."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.documents.blocks import Bullets, Grid
from quietude.documents.letter import Slide, Slides
from quietude.documents.queries import sender_of
from quietude.kit.dates import date_text
from quietude.kit.typography import counted, set_in_french
from quietude.strategy.letters import (
    AMOUNTS,
    FUNDING_HEAD,
    euros_or_none,
    indicators_grid,
    note_of,
    sheet_facts,
    state_words,
    steps_grid,
    strategy_facts,
)
from quietude.strategy.models import ActionSheet
from quietude.strategy.queries import Tree
from quietude.strategy.queries.strategies import SEGMENTS


def strategy_slides(here: Here, tree: Tree) -> Slides:
    """The strategy for the plenary; the rows of its sheets must be prefetched (``queries.full_tree``)."""
    return _presentation(here, tree.strategy.title, strategy_facts(tree), _slides(tree))


def axis_slides(here: Here, tree: Tree, axis: Any) -> Slides:
    """One axis of ``tree`` for the plenary; the rows of its sheets must be prefetched (``queries.full_tree``)."""
    return _presentation(here, str(axis), tree.strategy.title, _axis_slides(axis))


def sheet_slides(here: Here, sheet: ActionSheet) -> Slides:
    """One sheet for the plenary; its rows must be prefetched (``queries.sheet_page``)."""
    return _presentation(here, str(sheet), str(sheet.axis), _sheet_slides(sheet))


def _presentation(here: Here, title: str, subtitle: str, slides: Iterable[Slide]) -> Slides:
    return Slides(
        sender=sender_of(here),
        title=set_in_french(title),
        subtitle=set_in_french(subtitle),
        made_on=timezone.localdate(),
        slides=list(slides),
        note=note_of(here),
    )


def _axis_slides(axis: Any) -> Iterator[Slide]:
    sheets = list(axis.sheets.all())
    yield Slide("Où en est cet axe", _standing(sheets))
    if axis.shown_objectives:
        yield Slide("Objectifs", Bullets([set_in_french(objective.title) for objective in axis.shown_objectives]))
    if sheets:
        yield Slide("Les fiches", _sheets(sheets))
    if any(sheet.funding_lines.all() for sheet in sheets):
        yield Slide("Qui finance", _funders(sheets))


def _sheet_slides(sheet: ActionSheet) -> Iterator[Slide]:
    facts = [f"{name}\u00a0: {words}" for name, words in sheet_facts(sheet)]
    yield Slide("L’action", Bullets([set_in_french(fact) for fact in facts]))
    told = [line for text in (sheet.context, sheet.description) for line in text.splitlines() if line.strip()]
    if told:
        yield Slide("Pourquoi, et quoi", Bullets([set_in_french(line) for line in told]))
    if sheet.steps.all():
        yield Slide("Les étapes", steps_grid(sheet.steps.all()))
    if sheet.indicators.all():
        yield Slide("Les indicateurs", indicators_grid(sheet.indicators.all()))
    if sheet.funding_lines.all():
        yield Slide("Qui finance", _funders([sheet]))


def _slides(tree: Tree) -> Iterator[Slide]:
    sheets = [sheet for axis in tree.axes for sheet in axis.sheets.all()]
    yield Slide("Où en est la stratégie", _standing(sheets))
    if tree.general_objectives:
        objectives = [set_in_french(objective.title) for objective in tree.general_objectives]
        yield Slide("Objectifs généraux", Bullets(objectives))
    if len(tree.axes) > 1:
        yield Slide("Les axes", _axes(tree))
    for axis in tree.axes:
        if axis.sheets.all():
            yield Slide(set_in_french(str(axis)), _sheets(list(axis.sheets.all())))
    if any(sheet.funding_lines.all() for sheet in sheets):
        yield Slide("Qui finance", _funders(sheets))


def _standing(sheets: Sequence[ActionSheet]) -> Bullets:
    states = Counter(sheet.state for sheet in sheets)
    total = counted(len(sheets), "fiche action", "fiches action", none="aucune")
    return Bullets(
        [total, *(f"{states[state]} {words(states[state])}" for state, words in SEGMENTS.items() if states[state])]
    )


def _axes(tree: Tree) -> Grid:
    rows = []
    for axis in tree.axes:
        states = Counter(sheet.state for sheet in axis.sheets.all())
        rows.append([set_in_french(str(axis)), str(states.total()), *(str(states[state]) for state in SEGMENTS)])
    head = ["Axe", "Fiches", *(words(2).capitalize() for words in SEGMENTS.values())]
    return Grid(head, rows, frozenset(range(1, len(head))))


def _sheets(sheets: Sequence[ActionSheet]) -> Grid:
    rows = [
        [
            sheet.number,
            set_in_french(sheet.title),
            set_in_french(sheet.lead_label or "à désigner"),
            date_text(sheet.due_on, short=True) if sheet.due_on else "à fixer",
            state_words(sheet),
        ]
        for sheet in sheets
    ]
    return Grid(["N°", "Fiche", "Pilote", "Échéance", "État"], rows)


def _funders(sheets: Sequence[ActionSheet]) -> Grid:
    """What each funder was asked, granted and paid; nothing known stays unknown, and is not counted as zero."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for line in (line for sheet in sheets for line in sheet.funding_lines.all()):
        for name in AMOUNTS:
            if (amount := getattr(line, name)) is not None:
                for funder in (line.funder, ""):
                    sums[funder][name] = sums[funder].get(name, Decimal(0)) + amount
    total = sums.pop("", {})
    rows = [[set_in_french(funder), *_amounts(known)] for funder, known in sorted(sums.items())]
    return Grid(FUNDING_HEAD, [*rows, ["Total", *_amounts(total)]], frozenset({1, 2, 3}), total=True)


def _amounts(known: dict[str, Decimal]) -> list[str]:
    return [euros_or_none(known.get(name)) for name in AMOUNTS]
