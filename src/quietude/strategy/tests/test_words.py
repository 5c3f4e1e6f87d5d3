"""What the words of a document say, and when they say nothing."""

from datetime import date
from decimal import Decimal

import pytest

from quietude.strategy.models.vocabulary import Status
from quietude.strategy.words import read_amount, read_due_date, read_status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En cours", Status.RUNNING),
        ("Réalisée", Status.DONE),
        ("action terminée en 2025", Status.DONE),
        ("à lancer", Status.TO_LAUNCH),
        ("Réalisée puis abandonnée", None),
        ("selon les moyens", None),
        (None, None),
    ],
)
def test_status(text: str | None, expected: Status | None) -> None:
    assert read_status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/03/2026", date(2026, 3, 31)),
        ("de janvier à juin 2026", date(2026, 6, 30)),
        ("2025-2027", date(2027, 12, 31)),
        ("février 2028", date(2028, 2, 29)),
        ("31/02/2026", date(2026, 12, 31)),
        ("chaque trimestre", None),
    ],
)
def test_due_date(text: str, expected: date | None) -> None:
    assert read_due_date(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (6000, Decimal("6000.00")),
        ("6\u202f000 €", Decimal("6000.00")),
        ("12 500,50 euros", Decimal("12500.50")),
        ("à définir", None),
        ("2 000 à 3 000 €", None),
        (None, None),
    ],
)
def test_amount(value: float | str | None, expected: Decimal | None) -> None:
    assert read_amount(value) == expected
