"""What the doors without a seat promise; each promise runs on the real kernel and on every mutant of it."""

from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError
from datetime import timedelta
from io import BytesIO
from typing import Any
from unittest import mock

import pytest
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from tests.kernel.house import House
from tests.kernel.stage import Page, Stage, answer, ask, refused, was_written, write


def a_public_page_lets_anyone_read_and_act(house: House, stage: Stage) -> None:
    page = Page()
    for user in (None, stage.teacher.user):
        for method, status in {"GET": 200, "HEAD": 200, "POST": 200, "PUT": 405, "DELETE": 405, "OPTIONS": 405}.items():
            assert answer(house.doors.public(page), ask(user, method)) == status
    assert len(page.entered) == 6
    assert house.doors.public(page)(ask(None, "PUT")).headers["Allow"] == "GET, HEAD, POST"


def who_has_signed_in_enters(house: House, stage: Stage) -> None:
    page = Page()
    for method, status in {"GET": 200, "HEAD": 200, "POST": 200, "PUT": 405}.items():
        assert answer(house.doors.signed_in(page), ask(stage.teacher.user, method), pk=3) == status
    assert page.entered == [((), {"pk": 3})] * 3


def outside_of_councils_too_a_read_cannot_write(house: House, stage: Stage) -> None:
    token = house.links.sign_link("test", "x", lasts=timedelta(hours=1))
    doors = ((house.doors.public, {}), (house.doors.signed_in, {}), (house.doors.by_link("test"), {"token": token}))
    for door, kwargs in doors:
        for method in ("GET", "HEAD"):
            with refused():
                door(Page(write))(ask(stage.teacher.user, method), **kwargs)
        assert not was_written()

    def write_then_fail(*args: Any, **kwargs: Any) -> None:
        write()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        house.doors.public(Page(write_then_fail))(ask(None, "POST"))
    assert not was_written()


def a_link_opens_for_its_purpose_until_its_deadline(house: House, stage: Stage) -> None:
    page = Page()
    door = house.doors.by_link("test")(page)
    good = house.links.sign_link("test", "somebody", lasts=timedelta(hours=1), seal="abc")
    tampered = ("b" if good[0] == "a" else "a") + good[1:]
    late = house.links.sign_link("test", "somebody", lasts=timedelta(seconds=-1))
    now = house.links.sign_link("test", "somebody", lasts=timedelta(0))
    other = house.links.sign_link("another", "somebody", lasts=timedelta(hours=1))
    refusals = {door(ask(None), token=token).content for token in (tampered, late, now, other, "", "x.y.z")}
    assert len(refusals) == 1
    assert not page.entered
    assert door(ask(None), token=late).status_code == 404
    assert answer(door, ask(None), token=good, pk=2) == 200
    (link,), kwargs = page.entered[0]
    assert (link.purpose, link.addressee, link.facts, kwargs) == ("test", "somebody", {"seal": "abc"}, {"pk": 2})
    with pytest.raises(FrozenInstanceError):
        link.addressee = "somebody else"
    with (
        mock.patch.object(house.links.timezone, "now", return_value=link.until),
        pytest.raises(house.links.LinkRefused),
    ):
        house.links.read_link("test", good)
    assert timedelta(minutes=59) < link.until - timezone.now() <= timedelta(hours=1)


def a_spent_link_is_refused(house: House, stage: Stage) -> None:
    token = house.links.sign_link("test", "somebody", lasts=timedelta(hours=1))
    for holds, status in ((True, 200), (False, 404)):
        page = Page()
        door = house.doors.by_link("test", still_holds=lambda link, holds=holds: holds)(page)
        assert answer(door, ask(None), token=token) == status
        assert bool(page.entered) is holds


def what_leaves_in_pieces_is_still_a_read(house: House, stage: Stage) -> None:
    def reading() -> Iterator[str]:
        yield "un"
        yield "deux"

    def writing() -> Iterator[str]:
        write()
        yield "jamais"

    def sent(made: Callable[[], HttpResponseBase], method: str = "GET") -> Any:
        return house.doors.public(lambda request: made())(ask(None, method))

    assert sent(lambda: StreamingHttpResponse(reading())).getvalue() == b"undeux"
    with refused():
        sent(lambda: StreamingHttpResponse(writing())).getvalue()
    assert not was_written()
    half_read = iter(sent(lambda: StreamingHttpResponse(reading())))
    next(half_read)
    write()  # between two pieces the process answers others
    assert next(half_read) == b"deux"
    assert sent(lambda: FileResponse(BytesIO(b"octets"))).file_to_stream is not None
    assert not hasattr(sent(lambda: HttpResponse("entered")), "streaming_content")


PROMISES = [
    what_leaves_in_pieces_is_still_a_read,
    a_public_page_lets_anyone_read_and_act,
    who_has_signed_in_enters,
    outside_of_councils_too_a_read_cannot_write,
    a_link_opens_for_its_purpose_until_its_deadline,
    a_spent_link_is_refused,
]
