"""A prepared query gives what its queryset gives, whatever the values; a memory keeps what is asked for most."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import QuerySet

from quietude.councils.models import Seat
from quietude.kit.memory import Memory
from quietude.kit.prepared import prepared
from quietude.permissions.roles import Role
from tests.cast import Cast


def held(user: int, slug: str, on: date) -> QuerySet[Seat]:
    return Seat.objects.current(on).filter(professional__user=user, council__slug=slug).select_related("council")


@pytest.mark.django_db
def test_other_values_are_asked_with_the_sql_already_written(
    cast: Cast, django_assert_num_queries: Callable[..., Any]
) -> None:
    ask, today = prepared(held), date(2026, 11, 22)
    asked = [
        (cast[Role.COORDINATOR].pk, cast.council.slug, today),
        (cast[Role.CHAIR].pk, cast.council.slug, today),
        (cast[Role.CHAIR].pk, cast.other.slug, today),
        (cast[Role.CHAIR].pk, cast.council.slug, date(1999, 1, 1)),
        (cast.neighbour.pk, "haut-plateau' OR '1'='1", today),
    ]
    for values in asked:
        with django_assert_num_queries(1):
            rows = [(seat.pk, seat.role, seat.council.name) for seat in ask(*values)]
        assert rows == [(seat.pk, seat.role, seat.council.name) for seat in held(*values)]
    assert [len(ask(*values)) for values in asked] == [1, 1, 0, 0, 0]


def test_the_entry_asked_for_least_recently_goes_first() -> None:
    memory, made = Memory(3), []

    def make(name: str) -> Callable[[], str]:
        return lambda: made.append(name) or name  # type: ignore[func-returns-value]

    for name in ("a", "bb", "a", "c", "a", "bb", "long", "a"):
        assert memory.recall(name, make(name)) == name
    assert made == ["a", "bb", "c", "bb", "long", "a"]
