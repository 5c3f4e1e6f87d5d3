"""The last stage: the draft put together, with the warnings that a reader of it needs."""

from dataclasses import replace

from .blocks import build_blocks
from .build import Builder
from .clean import clean
from .draft import Draft
from .field_runs import split_field_runs
from .lines import Source
from .merge import merge_repeats
from .names import find_territory, find_title, is_another_document, title_in_head
from .outline import build_outline
from .periods import find_period
from .plan import Plan, find_plan
from .tables import SPREADSHEETS, expand_tables
from .text import flat
from .titles import split_title

NO_PLAN = "Aucun plan n’a été reconnu : ni axe, ni action annoncés ou nommés comme tels. Rien n’a été inventé."


def read_strategy(source: Source) -> Draft:
    """The draft of the strategy in ``source``; ``axes`` is empty, with a warning, where nothing is a plan."""
    kept = clean(source)
    blocks = build_blocks(kept, source)
    root = build_outline(split_field_runs(expand_tables(blocks, source.format in SPREADSHEETS)))
    lines = [replace(block.first, text=block.text) for block in blocks]
    plain = [not block.bullet and not (block.label and block.label.rank) for block in blocks]
    heads = [line for line, is_plain in zip(lines, plain, strict=True) if is_plain]
    plan = (
        find_plan(root, titled=title_in_head(heads, source) is not None) if not is_another_document(heads) else Plan()
    )
    builder = Builder(source, plan)
    territory = find_territory(lines, source)
    draft = Draft(territory=territory, period=find_period(lines))
    draft.axes = [builder.axis(node) for node in plan.axes]
    builder.loose_axes(plan.loose, draft.axes)
    _drop_blanks(draft)
    draft.general_objectives = [split_title(node.block)[0] for node in plan.general if node.block]
    draft.announced = plan.announced
    merge_repeats(draft)
    draft.title = find_title(heads, source, territory) if draft.axes else None
    draft.warnings = [*source.warnings, *_warnings(draft)]
    draft.used_lines = sorted(builder.used)
    return draft


def _drop_blanks(draft: Draft) -> None:
    """The sheet of a blank model (« Fiche n° … : [intitulé] ») is no action."""
    for axis in draft.axes:
        axis.actions = [a for a in axis.actions if a.title and any(c.isalpha() for c in a.title) and a.title[0] != "["]
    draft.axes = [a for a in draft.axes if a.title or a.actions or a.objectives]
    if draft.axes and not any(a.actions or a.objectives for a in draft.axes) and len(draft.axes) == 1:
        draft.axes = [] if "modele" in flat(draft.axes[0].title or "") else draft.axes


def _warnings(draft: Draft) -> list[str]:
    if not draft.axes:
        return [NO_PLAN]
    out = []
    axes = sum(axis.title is not None for axis in draft.axes)
    actions = sum(len(axis.actions) for axis in draft.axes)
    for name, found in (("axes", axes), ("actions", actions)):
        announced = draft.announced.get(name)
        if announced and announced != found:
            out.append(
                f"{announced} {name} annoncés, {found} trouvés."
                if name == "axes"
                else f"{announced} {name} annoncées, {found} trouvées."
            )
    return out
