"""The last stage: the draft put together, with the warnings that a reader of it needs."""

from .blocks import build_blocks
from .build import Builder
from .clean import clean
from .draft import Draft
from .lines import Source
from .merge import merge_repeats
from .metadata import find_period, find_territory, find_title
from .outline import build_outline
from .plan import find_plan
from .tables import SPREADSHEETS, expand_tables
from .titles import split_title

NO_PLAN = "Aucun plan n’a été reconnu : ni axe, ni action annoncés ou nommés comme tels. Rien n’a été inventé."


def read_strategy(source: Source) -> Draft:
    """The draft of the strategy that ``source`` contains; ``axes`` is empty, with a warning, where nothing is a plan."""
    kept = clean(source)
    lines = [line for _, line in kept]
    root = build_outline(expand_tables(build_blocks(kept, source), source.format in SPREADSHEETS))
    plan = find_plan(root)
    builder = Builder(source, plan)
    draft = Draft(title=find_title(lines, source), territory=find_territory(lines, source), period=find_period(lines))
    draft.axes = [builder.axis(node) for node in plan.axes]
    if plan.loose:
        draft.axes.append(builder.loose_axis(plan.loose))
    draft.general_objectives = [split_title(node.block)[0] for node in plan.general if node.block]
    draft.announced = plan.announced
    merge_repeats(draft)
    draft.warnings = [*source.warnings, *_warnings(draft)]
    draft.used_lines = sorted(builder.used)
    return draft


def _warnings(draft: Draft) -> list[str]:
    if not draft.axes:
        return [NO_PLAN]
    out = []
    axes = sum(axis.title is not None for axis in draft.axes)
    actions = sum(len(axis.actions) for axis in draft.axes)
    for name, found in (("axes", axes), ("actions", actions)):
        announced = draft.announced.get(name)
        if announced and announced != found:
            out.append(f"{announced} {name} annoncés, {found} trouvés." if name == "axes" else f"{announced} {name} annoncées, {found} trouvées.")
    return out
