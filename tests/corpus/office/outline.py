"""Read what a document says from `plans/NAME.txt`, so that modules hold layouts only.

A plan opens with what the document says of itself, then a blank line:

- `title`, `territory`, `period` (`2025-2028`, `-2029`), when the document gives them;
- `years`: the span of the calendars that are drawn (without it, nothing is drawn);
- `numbers`: how actions are numbered, from n (in the document), k (in the axis), rank (in the objective), axis,
  aim (the objective) and letter (the axis);
- `typed: plain` for straight apostrophes and ordinary spaces.

Then, one per line: `> place | Title` opens a text around the plan, one paragraph per line; `# Axis`, its description
below (a lone `#` is an axis without title); `## Objective`; `- [theme] Action | lead: CCAS, Ville | funding: FIPD 9`.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from office.plan import LISTED, Action, Axis, Strategy, dress, plain

Sections = list[tuple[str, list[str]]]


class Outline(NamedTuple):
    """The plan, its fields filled, and the texts that surround it, by place."""

    plan: Strategy
    texts: dict[str, Sections]


def read_outline(module: str, name: str) -> Outline:
    """The outline called `name`, from the `plans` folder beside the calling module (its `__file__`)."""
    text = (Path(module).parent / "plans" / f"{name}.txt").read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    texts: dict[str, Sections] = {}
    axes: list[Axis] = []
    objective = None
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("> "):
            place, _, title = map(str.strip, line[2:].partition("|"))
            texts.setdefault(place, []).append((title, []))
        elif line.startswith("## "):
            objective = line[3:]
            axes[-1] = replace(axes[-1], objectives=(*axes[-1].objectives, objective))
        elif line.startswith("#"):
            axes.append(Axis(line[1:].strip() or None))
            objective = None
        elif line.startswith("- ["):
            axes[-1] = replace(axes[-1], actions=(*axes[-1].actions, _action(line, objective)))
        elif axes:
            axes[-1] = replace(axes[-1], description=line)
        else:
            texts[place][-1][1].append(line)
    if "numbers" in said:
        axes = _numbered(axes, said["numbers"])
    plan = Strategy(said.get("title"), said.get("territory"), _period(said.get("period")), tuple(axes))
    if "years" in said:
        start, end = said["years"].split("-")
        plan = dress(plan, (int(start), int(end)))
    return Outline(plain(plan) if said.get("typed") == "plain" else plan, texts)


def _period(text: str | None) -> tuple[int | None, int | None] | None:
    if text is None:
        return None
    start, _, end = text.partition("-")
    return int(start) if start else None, int(end) if end else None


def _action(line: str, objective: str | None) -> Action:
    match = re.fullmatch(r"- \[(\w+)\] (.+?)((?: \| \w+:[^|]*)*)", line)
    if match is None:
        raise ValueError(f"an action reads « - [theme] title | field: value »: {line}")
    theme, title, more = match.groups()
    own: dict = {}
    for part in more.split(" | ")[1:]:
        key, value = (piece.strip() for piece in part.split(":", 1))
        if key == "funding":
            own[key] = tuple(_grant(grant) for grant in value.split(", ") if grant)
        else:
            own[key] = tuple(filter(None, value.split(", "))) if key in LISTED else value
    return Action(title, theme, objective=objective, **own)


def _grant(text: str) -> tuple[str | None, int]:
    funder, _, amount = text.rpartition(" ")
    return funder or None, int(amount)


def _numbered(axes: list[Axis], pattern: str) -> list[Axis]:
    numbered, n = [], 0
    for place, axis in enumerate(axes, 1):
        actions: list[Action] = []
        for k, action in enumerate(axis.actions, 1):
            n += 1
            rank = sum(one.objective == action.objective for one in actions) + 1
            aim = axis.objectives.index(action.objective) + 1 if action.objective else 0
            number = pattern.format(n=n, axis=place, k=k, rank=rank, aim=aim, letter="ABCDEFGH"[place - 1])
            actions.append(replace(action, number=number))
        numbered.append(replace(axis, actions=tuple(actions)))
    return numbered
