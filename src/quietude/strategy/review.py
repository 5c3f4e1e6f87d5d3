"""The review of a draft before anything is saved: pure functions over plain data, each act can be taken back.

A review holds ``nodes`` in reading order. A node is an axis, an objective or an action::

    {"id": 7, "kind": "action", "parent": 3, "title": "…", "number": "4", "description": "…", "fields": {…},
     "source": {"line": 83, "last_line": 83, "page": None, "text": "…"}, "confidence": 0.78, "reason": "…",
     "state": "proposed" | "accepted" | "dropped"}

``parent`` is None for an axis, an axis for an objective, an axis or an objective for an action. Each act appends to
``history`` the nodes as they stood before, so that ``take_back`` restores them.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any

Review = dict[str, Any]
Node = dict[str, Any]

SURE = 0.8
"""From this confidence on an item is shown as « sûr »; under it, as « à vérifier »."""
KEPT_ACTS = 30
KINDS = ("axis", "objective", "action")
PLAIN = ("title", "starts", "ends", "used")
"""What a review holds beside its nodes and an act may change."""
LIST_FIELDS = ("lead", "partners", "funding", "indicators")


class ReviewError(ValueError):
    """An act that makes no sense on this item; the message is for the reader, in French."""


def undoable[**P, R](label: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember, under ``label``, what an act changed: the nodes as they stood, their order, title and period."""

    def decorate(act: Callable[P, R]) -> Callable[P, R]:
        @wraps(act)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            review: Review = args[0]  # type: ignore[assignment]
            nodes = deepcopy(review["nodes"])
            plain = {key: deepcopy(review[key]) for key in PLAIN}
            result = act(*args, **kwargs)
            after = {node["id"]: node for node in review["nodes"]}
            changed = [node for node in nodes if node != after.get(node["id"])]
            trace = {"label": label, "changed": changed, "order": [node["id"] for node in nodes], "plain": plain}
            review["history"] = [*review["history"], trace][-KEPT_ACTS:]
            return result

        return run

    return decorate


def start_review(draft: dict[str, Any]) -> Review:
    """The review of ``draft`` (see ``importer.draft.Draft.as_json``), nothing accepted yet."""
    period = draft.get("period") or [None, None]
    review: Review = {
        "title": draft.get("title") or "",
        "territory": draft.get("territory") or "",
        "starts": period[0],
        "ends": period[1],
        "general_objectives": list(draft.get("general_objectives", [])),
        "announced": draft.get("announced", {}),
        "warnings": list(draft.get("warnings", [])),
        "used": list(draft.get("used_lines", [])),
        "nodes": [],
        "history": [],
        "next_id": 1,
    }
    for axis in draft.get("axes", []):
        _add_axis(review, axis)
    return review


def _add_axis(review: Review, axis: dict[str, Any]) -> None:
    parent = _append(review, "axis", None, axis)
    by_title = {o["title"]: _append(review, "objective", parent, o) for o in axis.get("objectives", [])}
    for action in axis.get("actions", []):
        _append(review, "action", by_title.get(action.get("objective"), parent), action)


def _append(review: Review, kind: str, parent: int | None, item: dict[str, Any]) -> int:
    node = {
        "id": review["next_id"],
        "kind": kind,
        "parent": parent,
        "title": item.get("title") or "",
        "number": item.get("number") or "",
        "description": item.get("description") or "",
        "fields": item.get("fields") or {},
        "source": item.get("source"),
        "confidence": item.get("confidence", 1.0),
        "reason": item.get("reason", ""),
        "state": "proposed",
    }
    review["next_id"] += 1
    review["nodes"].append(node)
    return int(node["id"])


def find(review: Review, node_id: int) -> Node:
    """The node called ``node_id``. Raises ReviewError when it is no longer there."""
    for node in review["nodes"]:
        if node["id"] == node_id:
            return node
    raise ReviewError("Cet élément n’est plus dans la relecture : il a été fusionné ou retiré.")


def children(review: Review, node_id: int | None) -> list[Node]:
    """The nodes directly under ``node_id`` (the axes for None), in order."""
    return [node for node in review["nodes"] if node["parent"] == node_id]


def descendants(review: Review, node_id: int) -> list[Node]:
    """All the nodes under ``node_id``, in order."""
    found: list[Node] = []
    for child in children(review, node_id):
        found += [child, *descendants(review, child["id"])]
    return found


def needs_check(node: Node) -> bool:
    """Whether the item is still to be looked at: found with doubt and not accepted."""
    return node["state"] == "proposed" and node["confidence"] < SURE


def next_to_read(review: Review, node_id: int) -> int:
    """Where the eye goes after ``node_id``: the next doubtful item, else the next item; itself at the end."""
    ids = [node["id"] for node in review["nodes"]]
    at = ids.index(node_id) if node_id in ids else -1
    ahead = review["nodes"][at + 1 :] + review["nodes"][: max(at, 0)]
    doubtful = [node["id"] for node in ahead if needs_check(node)]
    return int(next(iter(doubtful or ids[at + 1 :]), node_id))


def kept(review: Review, kind: str) -> list[Node]:
    """The nodes of ``kind`` that « Valider » would save."""
    return [node for node in review["nodes"] if node["kind"] == kind and node["state"] != "dropped"]


@undoable("Élément accepté")
def accept(review: Review, node_id: int) -> None:
    """Say that the item is right as it stands."""
    node = find(review, node_id)
    node["state"] = "accepted"


@undoable("Élément corrigé")
def correct(review: Review, node_id: int, *, title: str, number: str = "", description: str | None = None) -> None:
    """Replace the words of an item; the source stays as read."""
    node = find(review, node_id)
    if not title.strip() and node["kind"] != "axis":
        raise ReviewError("Un titre est nécessaire. Pour retirer l’élément, choisissez « Écarter ».")
    node.update(title=title.strip(), number=number.strip(), state="accepted")
    if description is not None:
        node["description"] = description.strip()


@undoable("Élément écarté")
def drop(review: Review, node_id: int) -> None:
    """Leave out an item and all that stands under it; it stays in sight and can come back."""
    _set_state(review, node_id, "dropped")


@undoable("Élément repris")
def restore(review: Review, node_id: int) -> None:
    """Take back a dropped item with all that stands under it, and what it stands under."""
    _set_state(review, node_id, "proposed")
    parent = find(review, node_id)["parent"]
    while parent is not None:
        above = find(review, parent)
        above["state"] = "proposed" if above["state"] == "dropped" else above["state"]
        parent = above["parent"]


def _set_state(review: Review, node_id: int, state: str) -> None:
    node = find(review, node_id)
    for item in [node, *descendants(review, node_id)]:
        item["state"] = state


@undoable("Élément déplacé")
def move(review: Review, node_id: int, *, under: int | None, after: int | None = None) -> None:
    """Put an item under another, after the sibling ``after`` (first when None).

    Raises ReviewError where the levels do not fit: an axis stands under nothing, an objective under an axis,
    an action under an axis or an objective.
    """
    node = find(review, node_id)
    _check_place(review, node, under)
    block = [node, *descendants(review, node_id)]
    rest = [item for item in review["nodes"] if item not in block]
    node["parent"] = under
    anchor = after if after is not None and after != node_id else under
    place = 0
    if anchor is not None:
        inside = {anchor} | (
            {d["id"] for d in descendants(review, anchor)} - {b["id"] for b in block} if after else set()
        )
        place = max(i for i, item in enumerate(rest) if item["id"] in inside) + 1
    review["nodes"] = rest[:place] + block + rest[place:]


def move_last(review: Review, node_id: int, *, under: int) -> None:
    """Put an item under another, after all that stands there."""
    siblings = [child["id"] for child in children(review, under) if child["id"] != node_id]
    move(review, node_id, under=under, after=siblings[-1] if siblings else None)


def _check_place(review: Review, node: Node, under: int | None) -> None:
    above = find(review, under)["kind"] if under is not None else None
    fits = {"axis": (None,), "objective": ("axis",), "action": ("axis", "objective")}
    if above not in fits[node["kind"]] or under == node["id"]:
        raise ReviewError("Cet élément ne peut pas être rangé ici : une action va sous un axe ou un objectif.")


def shift(review: Review, node_id: int, step: int) -> None:
    """Move an item one place up (``step`` −1) or down (+1) among its siblings; at the edge nothing happens."""
    node = find(review, node_id)
    siblings = children(review, node["parent"])
    index = siblings.index(node) + step
    if not 0 <= index < len(siblings):
        return
    after = siblings[index] if step > 0 else (siblings[index - 1] if index > 0 else None)
    move(review, node_id, under=node["parent"], after=after["id"] if after else None)


@undoable("Éléments fusionnés")
def merge(review: Review, node_id: int, *, into: int) -> None:
    """Join an item to another of its kind: nothing concrete is lost, title and texts go to the description.

    Raises ReviewError for two different kinds or an item with itself.
    """
    node, target = find(review, node_id), find(review, into)
    if node["kind"] != target["kind"] or node_id == into:
        raise ReviewError("On fusionne deux éléments de même nature : deux axes, deux objectifs ou deux actions.")
    texts = [target["description"], node["title"], node["description"]]
    target["description"] = "\n".join(text for text in texts if text)
    target["number"] = target["number"] or node["number"]
    target["fields"] = _join_fields(target["fields"], node["fields"])
    target["state"] = "accepted"
    for child in children(review, node_id):
        child["parent"] = into
    review["nodes"] = _in_tree_order([item for item in review["nodes"] if item["id"] != node_id])


def _join_fields(kept_fields: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    joined = deepcopy(kept_fields)
    for name, value in added.items():
        if name in LIST_FIELDS:
            joined[name] = (joined.get(name) or []) + [
                item for item in value or [] if item not in (joined.get(name) or [])
            ]
        elif value:
            joined[name] = "\n".join(filter(None, [joined.get(name), value]))
    return joined


def _in_tree_order(nodes: list[Node]) -> list[Node]:
    def below(parent: int | None) -> list[Node]:
        return [found for node in nodes if node["parent"] == parent for found in (node, *below(node["id"]))]

    return below(None)


@undoable("Ligne reprise")
def take_line(review: Review, index: int, line: dict[str, Any], *, kind: str, under: int | None) -> int:
    """Make an item of a line that the importer left aside; gives its id.

    ``index`` is the 0-based index of ``line`` among the lines read. Raises ReviewError for an unfit place.
    """
    source = {key: line.get(key) for key in ("page", "text")} | {"line": line["number"], "last_line": line["number"]}
    draft = {"title": line["text"], "source": source, "reason": "Reprise à la main."}
    if kind not in KINDS:
        raise ReviewError("Choisissez un axe, un objectif ou une action.")
    _check_place(review, {"kind": kind, "id": None}, under)
    node_id = _append(review, kind, under, draft)
    find(review, node_id)["state"] = "accepted"
    review["used"] = sorted({*review["used"], index})
    review["nodes"] = _in_tree_order(review["nodes"])
    return node_id


@undoable("Titre et période")
def describe(review: Review, *, title: str, starts: int | None, ends: int | None) -> None:
    """Set the title and the period (years) of the strategy that will be saved."""
    if starts and ends and ends < starts:
        raise ReviewError("La fin de la période précède son début. Écrivez par exemple 2024 et 2027.")
    review.update(title=title.strip(), starts=starts, ends=ends)


def take_back(review: Review) -> str | None:
    """Undo the last act; gives its name, or None when there is nothing to take back."""
    if not review["history"]:
        return None
    last = review["history"].pop()
    nodes = {node["id"]: node for node in [*review["nodes"], *last["changed"]]}
    review["nodes"] = [nodes[node_id] for node_id in last["order"]]
    review.update(last["plain"])
    return str(last["label"])


def counts(review: Review) -> dict[str, Any]:
    """What the banner of the page says: found and announced, numbers without gap, items to check."""
    numbers = [int(n["number"]) for n in kept(review, "action") if n["number"].isdecimal()]
    return {
        "axes": len([n for n in kept(review, "axis") if n["title"]]),
        "objectives": len(kept(review, "objective")),
        "actions": len(kept(review, "action")),
        "announced": review["announced"],
        "first_number": min(numbers, default=None),
        "last_number": max(numbers, default=None),
        "missing_numbers": sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers)) if numbers else [],
        "to_check": sum(needs_check(node) for node in review["nodes"]),
    }
