"""What leaves in pieces is read after the view has answered: still where nothing can be written."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import RequestFactory

from quietude.accounts.doors import run_view
from quietude.kit.readonly import WriteRefused
from quietude.kit.tables import Table, table_response


@pytest.mark.django_db
def test_what_is_read_while_it_leaves_cannot_write(rf: RequestFactory) -> None:
    def export(rows: Callable[[], Iterator[tuple[str]]]) -> Any:
        view = lambda request: table_response(Table("T", ("A",), rows()), "csv", "t")  # noqa: E731
        return run_view(view, rf.get("/"))

    def reading() -> Iterator[tuple[str]]:
        yield (f"{Session.objects.count()} session",)

    def writing() -> Iterator[tuple[str]]:
        Session.objects.all().delete()
        yield ("jamais",)

    assert "0 session" in export(reading).getvalue().decode()
    half_read = export(reading)
    next(iter(half_read))
    Session.objects.all().delete()  # between two pieces the process is free: the answer is still open
    with pytest.raises(WriteRefused):
        export(writing).getvalue()
