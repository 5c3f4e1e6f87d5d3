"""A frozen version, and what changed since, as documents on the council's letterhead."""

from collections.abc import Iterator

from quietude.councils.gate import Here
from quietude.documents.blocks import Block, Bullets, Facts, Grid, Heading, Paragraph
from quietude.documents.letter import Letter
from quietude.kit.dates import date_text
from quietude.kit.typography import set_in_french
from quietude.strategy.comparison import Change, Drift
from quietude.strategy.comparison.money import Total
from quietude.strategy.letters import council_letter, euros_or_none
from quietude.strategy.models import Baseline
from quietude.strategy.queries.baselines import since
from quietude.strategy.queries.comparisons import ComparisonPage
from quietude.strategy.readings import Branch, FrozenTree, Reading


def comparison_letter(here: Here, page: ComparisonPage) -> Letter:
    """What changed since a version, part by part; long texts are given before and after."""
    title = (
        f"Ce qui a changé depuis {since(page.before)}" if page.after is None else "Ce qui a changé entre deux versions"
    )
    return council_letter(here, title, page.asked.strategy.title, _comparison_blocks(page))


def _comparison_blocks(page: ComparisonPage) -> Iterator[Block]:
    yield Paragraph(set_in_french(page.summary))
    yield Facts([(section.part.title, str(section.count)) for section in page.found.sections])
    if page.money_moved:
        yield Heading("L’argent en tout")
        head = ["Total", page.before_words.capitalize(), page.after_words.capitalize()]
        yield Grid(head, [_total(total) for total in page.shown_totals], frozenset({1, 2}))
    for section in page.found.sections:
        yield Heading(section.part.title)
        yield Bullets([sentence for drift in section.drifts for sentence in drift.sentences])
        for drift in section.drifts:
            for change in drift.changes:
                yield from _long_text(drift, change)


def _total(total: Total) -> list[str]:
    name = f"Demandé à {total.name}" if total.is_funder else total.name
    return [set_in_french(name), euros_or_none(total.signed), euros_or_none(total.today)]


def _long_text(drift: Drift, change: Change) -> Iterator[Block]:
    """Both texts in full, under the subject: on paper one does not unfold."""
    if change.before or change.after:
        yield Heading(set_in_french(f"{drift.label} : {change.sentence}"), 2)
        yield Paragraph(set_in_french(change.before), "Avant.")
        yield Paragraph(set_in_french(change.after), "Après.")


def baseline_letter(here: Here, baseline: Baseline, tree: FrozenTree) -> Letter:
    """A frozen version as it was: the act, its signatories, then the whole strategy."""
    subtitle = f"Version {baseline.number} : {since(baseline)}"
    return council_letter(here, tree.title, subtitle, _baseline_blocks(baseline, tree))


def _baseline_blocks(baseline: Baseline, tree: FrozenTree) -> Iterator[Block]:
    yield Facts(list(_act(baseline)))
    if baseline.reason:
        yield Paragraph(set_in_french(baseline.reason), "Objet.")
    signatories = list(baseline.signatories.all())
    if signatories:
        rows = [[one.name, set_in_french(one.quality), _on(one.signed_on)] for one in signatories]
        yield from (Heading("Signataires"), Grid(["Nom", "Qualité", "Signé le"], rows))
    yield Paragraph(set_in_french(tree.description))
    if tree.objectives:
        yield from (Heading("Objectifs généraux"), Bullets(list(map(set_in_french, tree.objectives))))
    for branch in tree.branches:
        yield from _branch(branch)
    if tree.legal_references or tree.frameworks:
        yield from (Heading("Cadres"), Bullets(tree.frameworks), Paragraph(set_in_french(tree.legal_references)))
    yield Paragraph(f"Empreinte SHA-256 : {baseline.digest}")


def _act(baseline: Baseline) -> Iterator[tuple[str, str]]:
    yield ("Nature", baseline.get_kind_display())
    yield ("Date", date_text(baseline.signed_on))
    if baseline.deliberation:
        yield ("Délibération", f"{baseline.deliberation}, {_on(baseline.deliberated_on)}")
    yield ("Figée le", date_text(baseline.frozen_at.date()))


def _on(day: object) -> str:
    return date_text(day) if day else ""  # type: ignore[arg-type]


def _branch(branch: Branch) -> Iterator[Block]:
    yield Heading(set_in_french(branch.title))
    yield Paragraph(set_in_french(branch.description))
    yield Bullets(list(map(set_in_french, branch.objectives)))
    for sheet in branch.sheets:
        yield from _sheet(sheet)


def _sheet(sheet: Reading) -> Iterator[Block]:
    yield Heading(set_in_french(sheet.title), 2, sheet.number)
    yield Facts([(label, set_in_french(value)) for label, value in sheet.facts])
    for label, text in sheet.texts:
        yield Paragraph(set_in_french(text), f"{label}.")
    for label, lines in sheet.lists:
        yield from (Heading(label, 3), Bullets(list(map(set_in_french, lines))))
