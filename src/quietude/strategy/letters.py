"""The strategy and its sheets as documents: the words of the pages, ready for the council's letterhead."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.documents.blocks import Block, Bullets, Check, Checks, Facts, Grid, Heading, PageBreak, Paragraph
from quietude.documents.letter import Letter
from quietude.documents.queries import sender_of
from quietude.kit.dates import date_text
from quietude.kit.typography import counted, euros_text, number_text, percent_text, set_in_french
from quietude.strategy.completeness import completeness_of
from quietude.strategy.models import ActionSheet, Axis, BudgetLine
from quietude.strategy.queries import Tree

FICTITIOUS = "Démonstration : les personnes et l’état des fiches sont fictifs."
NONE = "–"
AMOUNTS = ("asked", "granted", "paid")
FUNDING_HEAD = ("Financeur", "Demandé", "Accordé", "Versé")


def sheet_letter(here: Here, sheet: ActionSheet) -> Letter:
    """One sheet; its rows must be prefetched (``queries.sheet_page``)."""
    return council_letter(here, sheet.title, str(sheet.axis), sheet_blocks(sheet), number=sheet.number)


def chosen_letter(here: Here, sheets: Sequence[ActionSheet]) -> Letter:
    """Some sheets, one a page, in the order given; their rows must be prefetched (``queries.ROWS``)."""
    blocks: list[Block] = []
    for sheet in sheets:
        blocks += [
            *([PageBreak()] if blocks else []),
            Heading(set_in_french(str(sheet))),
            *sheet_blocks(sheet, level=2),
        ]
    return council_letter(here, "Fiches action", counted(len(sheets), "fiche"), blocks)


def axis_letter(here: Here, tree: Tree, axis: Axis) -> Letter:
    """One axis of ``tree`` with its sheets; their rows must be prefetched (``queries.full_tree``)."""
    return council_letter(here, str(axis), tree.strategy.title, _axis_blocks(axis, level=1))


def strategy_letter(here: Here, tree: Tree) -> Letter:
    """The whole strategy, axis by axis; the rows of its sheets must be prefetched (``queries.full_tree``)."""
    return council_letter(here, tree.strategy.title, strategy_facts(tree), _strategy_blocks(tree))


def strategy_facts(tree: Tree) -> str:
    """« 2024-2027, adoptée »: its period and where it stands."""
    return ", ".join(filter(None, [tree.strategy.period, tree.strategy.get_status_display()]))


def note_of(here: Here) -> str:
    """What each page of a document of this council says at its foot."""
    return FICTITIOUS if here.council.demonstration else ""


def council_letter(here: Here, title: str, subtitle: str, blocks: Iterable[Block], *, number: str = "") -> Letter:
    """A document of the council, on its letterhead and of today; its titles are set in French print."""
    return Letter(
        sender=sender_of(here),
        title=set_in_french(title),
        subtitle=set_in_french(subtitle),
        blocks=list(blocks),
        made_on=timezone.localdate(),
        note=note_of(here),
        number=number,
    )


def _strategy_blocks(tree: Tree) -> Iterator[Block]:
    yield Paragraph(set_in_french(tree.strategy.description))
    if tree.general_objectives:
        yield Heading("Objectifs généraux")
        yield Bullets([set_in_french(objective.title) for objective in tree.general_objectives])
    for place, axis in enumerate(tree.axes):
        if place:
            yield PageBreak()
        yield Heading(set_in_french(str(axis)))
        yield from _axis_blocks(axis, level=2)


def _axis_blocks(axis: Any, *, level: int) -> Iterator[Block]:
    yield Paragraph(set_in_french(axis.description))
    yield Bullets([_objective(objective) for objective in axis.shown_objectives])
    for sheet in axis.sheets.all():
        yield Heading(set_in_french(sheet.title), level, sheet.number)
        yield from sheet_blocks(sheet, level=level + 1)


def _objective(objective: Any) -> str:
    target = f" (cible : {objective.target})" if objective.target else ""
    return set_in_french(objective.title + target)


def sheet_blocks(sheet: ActionSheet, *, level: int = 1) -> Iterator[Block]:
    """What a sheet says, its headings from ``level`` on; what it leaves empty is not printed."""
    yield Facts(list(sheet_facts(sheet)))
    yield from _under(
        "Objectifs servis", level, Bullets([set_in_french(r.objective.title) for r in sheet.served.all()])
    )
    for label, text in (("Constat.", sheet.context), ("Description.", sheet.description), ("Moyens.", sheet.means)):
        if text:
            yield Paragraph(set_in_french(text), label)
    yield from _under("Étapes", level, Checks([_check(step) for step in sheet.steps.all()]))
    yield from _under("Partenaires", level, Bullets([_partner(partner) for partner in sheet.partners.all()]))
    yield from _under("Budget", level, _budget(sheet.budget_lines.all()))
    yield from _under("Qui finance", level, _funding(sheet.funding_lines.all()))
    yield from _under("Indicateurs", level, indicators_grid(sheet.indicators.all()))
    yield from _under("Événements", level, Bullets([_event(event) for event in sheet.events.all()]))
    if sheet.evaluation:
        yield Paragraph(set_in_french(sheet.evaluation), "Évaluation.")


def _under(title: str, level: int, block: Block) -> Iterator[Block]:
    """``block`` with its heading; neither when the block is empty."""
    if getattr(block, "rows", None) or getattr(block, "items", None):
        yield from (Heading(title, level), block)


def sheet_facts(sheet: ActionSheet) -> Iterator[tuple[str, str]]:
    """What a sheet says in two words each: (name, value), without what it does not say."""
    due = date_text(sheet.due_on) if sheet.due_on else sheet.calendar
    facts = (
        ("État", state_words(sheet)),
        ("Pilote", sheet.lead_label or "à désigner"),
        ("Échéance", due or "à fixer"),
        ("Public", sheet.public or ", ".join(map(str, sheet.audiences.all())) or "à préciser"),
        ("Où", ", ".join(str(row.commune) for row in sheet.communes.all()) or sheet.perimeter),
        ("Bloquée par", sheet.blocked_by),
        ("Fiche complète à", percent_text(completeness_of(sheet).percent)),
    )
    return ((name, set_in_french(value)) for name, value in facts if value)


def state_words(sheet: ActionSheet) -> str:
    """« en cours », « en retard »: the state as the interface names it."""
    return "en retard" if sheet.state == "late" else str(sheet.get_status_display())


def _check(step: Any) -> Check:
    done, due = step.done_on, step.due_on
    when = f"faite le {date_text(done)}" if done else f"pour le {date_text(due)}" if due else ""
    return Check(bool(done), set_in_french(step.title), when)


def _partner(partner: Any) -> str:
    return set_in_french(f"{partner.shown_name} : {partner.part}" if partner.part else partner.shown_name)


def _budget(lines: Iterable[Any]) -> Grid:
    cells = [
        [set_in_french(str(line)), line.get_nature_display(), _counted(line, line.planned), _counted(line, line.real)]
        for line in lines
    ]
    return Grid(["Dépense", "Nature", "Prévu", "Réel"], cells, frozenset({2, 3}))


def _counted(line: Any, amount: Decimal | None) -> str:
    """Euros, or full-time equivalents: « 0,5 ETP »."""
    in_euros = line.unit == BudgetLine.Unit.EUROS
    return NONE if amount is None else euros_text(amount) if in_euros else f"{number_text(amount)}\u00a0ETP"


def _event(event: Any) -> str:
    people = f"{counted(event.participants, 'participant')}" if event.participants is not None else ""
    return set_in_french(", ".join(filter(None, [date_text(event.held_on), event.title, event.place, people])))


def _funding(lines: Iterable[Any]) -> Grid:
    rows = list(lines)
    cells = [[_funder(line), *(euros_or_none(getattr(line, name)) for name in AMOUNTS)] for line in rows]
    if len(rows) > 1:
        sums = [[getattr(line, name) for line in rows if getattr(line, name) is not None] for name in AMOUNTS]
        cells.append(["Total", *(euros_or_none(sum(known, Decimal(0)) if known else None) for known in sums)])
    return Grid(FUNDING_HEAD, cells, frozenset({1, 2, 3}), total=len(rows) > 1)


def _funder(line: Any) -> str:
    year = f" ({line.year})" if line.year else ""
    return set_in_french(f"{line.funder}{year}, {line.get_state_display()}")


def euros_or_none(amount: Decimal | None) -> str:
    """« 8 000 € », or a dash for what nobody knows."""
    return NONE if amount is None else euros_text(amount)


def steps_grid(steps: Iterable[Any]) -> Grid:
    """Steps as a table, for a screen: what, for when, where it stands."""
    cells = [[check.what, check.when, "faite" if check.done else "à faire"] for check in map(_check, steps)]
    return Grid(["Étape", "Quand", "État"], cells)


def indicators_grid(indicators: Iterable[Any]) -> Grid:
    """Indicators as a table: where one started, where one is, where one goes."""
    cells = [
        [set_in_french(indicator.name), _value(indicator.baseline), _measured(indicator), _value(indicator.target)]
        for indicator in indicators
    ]
    return Grid(["Indicateur", "Départ", "Dernière mesure", "Cible"], cells, frozenset({1, 2, 3}))


def _value(value: Decimal | None) -> str:
    return NONE if value is None else number_text(value)


def _measured(indicator: Any) -> str:
    last = indicator.last_measurement
    return f"{number_text(last.value)} ({last.on:%d/%m/%Y})" if last else "pas encore mesuré"
