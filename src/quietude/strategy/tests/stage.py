"""A small strategy of the cast's council, and a draft to review: what the tests of this room start from."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction

from quietude.accounts.models import User
from quietude.councils.gate import Here, find_here
from quietude.councils.models import Council
from quietude.strategy.models import ActionSheet, Axis, Strategy, StrategyImport
from quietude.strategy.services.imports import record_reading, start_import

LINES = [
    "Stratégie territoriale du Val d’Orve",
    "Axe 1 : Les jeunes",
    "Action n°1 : Ouvrir un lieu d’accueil",
    "Action n°2 : Former les animateurs",
    "Axe 2 : La tranquillité",
    "Action n°3 : Veiller la nuit",
    "Contact : 01 02 03 04 05",
]


def write_strategy(council: Council, sheets: int = 2) -> list[ActionSheet]:
    """An adopted strategy with one axis and ``sheets`` numbered sheets."""
    strategy = Strategy.objects.create(
        council=council, title="Stratégie du Val d’Orve", status="adopted", starts_on=date(2025, 1, 1)
    )
    axis = Axis.objects.create(council=council, strategy=strategy, position=1, title="Les jeunes")
    return [
        ActionSheet.objects.create(
            council=council, strategy=strategy, axis=axis, position=n, number=str(n), title=f"Action du rang {n}"
        )
        for n in range(1, sheets + 1)
    ]


def item(title: str, line: int, **more: Any) -> dict[str, Any]:
    """One item of a draft, as the importer gives it."""
    source = {"line": line, "last_line": line, "page": None, "text": LINES[line - 1]}
    return {"title": title, "source": source, "confidence": 0.95, "reason": "", **more}


def draft() -> dict[str, Any]:
    """What the importer would read in LINES: two axes, three actions, one of them with a doubt."""
    return {
        "title": LINES[0],
        "territory": "Val d’Orve",
        "period": [2025, 2027],
        "general_objectives": [],
        "announced": {"axes": 2},
        "warnings": [],
        "used_lines": [0, 1, 2, 3, 4, 5],
        "axes": [
            item(
                "Les jeunes",
                2,
                actions=[
                    item(
                        "Ouvrir un lieu d’accueil",
                        3,
                        number="1",
                        fields={"lead": ["Service de prévention"], "funding": [{"funder": "FIPD", "amount": 6000}]},
                    ),
                    item("Former les animateurs", 4, number="2", confidence=0.6, fields={"calendar": "fin juin 2026"}),
                ],
            ),
            item("La tranquillité", 5, actions=[item("Veiller la nuit", 6, number="3")]),
        ],
    }


def taken_over(council: Council, user: User) -> StrategyImport:
    """A document read and waiting for its review."""
    here = here_of(council, user)
    lines = [{"text": text, "number": n, "page": None, "kind": "text"} for n, text in enumerate(LINES, 1)]
    with transaction.atomic():
        taken = start_import(here, file_name="strategie.txt", file_format="txt", upload=uuid4())
        record_reading(taken, {"draft": draft(), "lines": lines, "format": "txt"})
    return taken


def here_of(council: Council, user: User) -> Here:
    """The seats of ``user`` in ``council``, as the gate finds them."""
    return find_here(user, council.slug)
