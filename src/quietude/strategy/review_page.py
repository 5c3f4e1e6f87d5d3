"""What the review screen shows: the document on the left with the lines used, the outline on the right."""

from dataclasses import dataclass
from typing import Any

from quietude.strategy import review as reviews
from quietude.strategy.models import StrategyImport

FOLD_FROM = 6
"""Runs of this many lines that were left aside are folded into one, which opens on demand."""
FIELD_LABELS = {
    "lead": "Pilote",
    "partners": "Partenaires",
    "public": "Public",
    "territory": "Périmètre",
    "context": "Constat",
    "means": "Moyens",
    "funding": "Argent",
    "calendar": "Calendrier",
    "indicators": "Indicateurs",
    "evaluation": "Évaluation",
    "status": "État",
}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the document: ``node`` is the item that was read there; ``used`` when anything was taken from it."""

    index: int
    number: int
    page: str | None
    text: str
    used: bool
    heading: bool
    node: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of the document; folded when long and left aside."""

    lines: list[ShownLine]
    folded: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the outline, with how it is shown and what may be done with it."""

    node: reviews.Node
    depth: int
    below: int
    to_check: bool
    dropped: bool
    accepted: bool
    current: bool

    @property
    def kind_label(self) -> str:
        return {"axis": "Axe", "objective": "Objectif", "action": "Action"}[str(self.node["kind"])]

    @property
    def percent(self) -> int:
        return round(self.node["confidence"] * 100)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields of a sheet that were read, in words: [("Pilote", "CCAS"), …]."""
        found = self.node["fields"]
        return [(label, _in_words(found[name])) for name, label in FIELD_LABELS.items() if found.get(name)]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the screen needs, counted once."""

    counts: dict[str, Any]
    runs: list[Run]
    rows: list[Row]
    current: Row | None
    places: list[tuple[int, str]]
    """Where the current item may be moved: [(node id, title)]."""
    twins: list[tuple[int, str]]
    """With what the current item may be merged."""
    unused: list[ShownLine]
    home: int | None
    """Under which item a line taken by hand goes: the axis or objective in hand, else the last."""
    last_act: str | None


def _in_words(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    parts = [f"{v['funder']} {v.get('amount') or ''}".strip() if isinstance(v, dict) else str(v) for v in value]
    return ", ".join(parts)


def review_page(taken: StrategyImport, chosen: Any = None) -> ReviewPage | None:
    """The screen of ``taken``; ``chosen`` is the id of the item in hand. None when there is nothing to review."""
    review = taken.review
    if taken.state != StrategyImport.State.REVIEW:
        return None
    current_id = _current(review, chosen)
    rows = _rows(review, current_id)
    current = next((row for row in rows if row.current), None)
    shown = _lines(taken, current.node if current else None)
    return ReviewPage(
        counts=reviews.counts(review),
        runs=_runs(shown),
        rows=rows,
        current=current,
        places=_places(review, current.node) if current else [],
        twins=_twins(review, current.node) if current else [],
        unused=[line for line in shown if not line.used and line.text],
        home=_home(review, current.node if current else None),
        last_act=review["history"][-1]["label"] if review["history"] else None,
    )


def _current(review: reviews.Review, chosen: Any) -> int | None:
    """The item in hand: the one asked for, else the first to check, else the first."""
    ids = [node["id"] for node in review["nodes"]]
    if str(chosen).isdecimal() and int(chosen) in ids:
        return int(chosen)
    doubtful = [node["id"] for node in review["nodes"] if reviews.needs_check(node)]
    return next(iter(doubtful or ids), None)


def _rows(review: reviews.Review, current: int | None) -> list[Row]:
    by_id = {node["id"]: node for node in review["nodes"]}
    below: dict[int, int] = {}
    depths: dict[int, int] = {}
    for node in review["nodes"]:
        parent = node["parent"]
        depths[node["id"]] = depths[parent] + 1 if parent in depths else 0
        while parent is not None:
            below[parent] = below.get(parent, 0) + (node["kind"] == "action" and node["state"] != "dropped")
            parent = by_id[parent]["parent"]
    return [
        Row(
            node=node,
            depth=depths[node["id"]],
            below=below.get(node["id"], 0),
            to_check=reviews.needs_check(node),
            dropped=node["state"] == "dropped",
            accepted=node["state"] == "accepted",
            current=node["id"] == current,
        )
        for node in review["nodes"]
    ]


def _lines(taken: StrategyImport, current: reviews.Node | None) -> list[ShownLine]:
    used = set(taken.review["used"])
    starts = {_place(node["source"]): node["id"] for node in taken.review["nodes"] if node["source"]}
    hand = (current or {}).get("source") or {}
    first, last = hand.get("line", 0), hand.get("last_line") or hand.get("line", 0)
    return [
        ShownLine(
            index=index,
            number=line["number"],
            page=line["page"],
            text=line["text"],
            used=index in used,
            heading=line["kind"] == "heading",
            node=starts.get((line["page"], line["number"])),
            current=bool(first) and line["page"] == hand.get("page") and first <= line["number"] <= last,
        )
        for index, line in enumerate(taken.lines)
    ]


def _place(source: dict[str, Any]) -> tuple[str | None, int]:
    return source.get("page"), source["line"]


def _runs(lines: list[ShownLine]) -> list[Run]:
    runs: list[list[ShownLine]] = []
    for line in lines:
        if runs and runs[-1][0].used == line.used:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Run(lines=run, folded=not run[0].used and len(run) >= FOLD_FROM) for run in runs]


def _home(review: reviews.Review, node: reviews.Node | None) -> int | None:
    if node and node["kind"] == "action":
        return int(node["parent"]) if node["parent"] is not None else None
    if node:
        return int(node["id"])
    axes = reviews.kept(review, "axis")
    return int(axes[-1]["id"]) if axes else None


def _places(review: reviews.Review, node: reviews.Node) -> list[tuple[int, str]]:
    fits = {"axis": (), "objective": ("axis",), "action": ("axis", "objective")}[node["kind"]]
    return [
        (other["id"], _name(other))
        for other in review["nodes"]
        if other["kind"] in fits and other["id"] != node["parent"] and other["state"] != "dropped"
    ]


def _twins(review: reviews.Review, node: reviews.Node) -> list[tuple[int, str]]:
    return [
        (other["id"], _name(other))
        for other in review["nodes"]
        if other["kind"] == node["kind"] and other["id"] != node["id"] and other["state"] != "dropped"
    ]


def _name(node: reviews.Node) -> str:
    title = node["title"] or "Actions sans axe"
    short = title if len(title) <= 90 else title[:89].rsplit(" ", 1)[0] + "…"
    return f"{node['number']}. {short}" if node["number"] else short
