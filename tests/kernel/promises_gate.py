"""What the gate promises; each promise runs on the real kernel and on every mutant of it."""

from dataclasses import FrozenInstanceError
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone

from quietude.audit.models import Entry
from quietude.councils.models import Council, Professional, Seat
from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role
from tests.cast import make_member, make_user
from tests.kernel.house import House
from tests.kernel.stage import ACT, READ, Page, Stage, answer, ask, refused, was_written, write


def each_method_asks_its_own_capability(house: House, stage: Stage) -> None:
    statuses = {
        ("coordinator", READ, ACT): {"GET": 200, "HEAD": 200, "POST": 200, "PUT": 405, "OPTIONS": 405},
        ("teacher", READ, ACT): {"GET": 200, "HEAD": 200, "POST": 404, "PUT": 405, "DELETE": 405},
        ("operator", READ, ACT): {"GET": 404, "HEAD": 404, "POST": 404, "PUT": 404, "OPTIONS": 404},
        ("teacher", READ, None): {"GET": 200, "HEAD": 200, "POST": 405, "PATCH": 405},
        ("operator", READ, None): {"GET": 404, "POST": 404, "PATCH": 404},
        ("coordinator", None, ACT): {"GET": 405, "HEAD": 405, "POST": 200, "PUT": 405},
        ("teacher", None, ACT): {"GET": 404, "POST": 404, "PUT": 404},
        ("operator", ACT, Can.INVITE_MEMBER): {"GET": 404, "HEAD": 404, "POST": 200, "PUT": 405},
    }
    for (who, read, act), expected in statuses.items():
        for method, status in expected.items():
            page = Page()
            request = ask(getattr(stage, who).user, method)
            assert answer(house.gate.seated(read, act=act)(page), request, council="val-d-orve") == status, (
                who,
                method,
            )
            assert bool(page.entered) is (status == 200)
            assert hasattr(request, "here") is (status == 200)


def a_refused_method_is_told_which_ones_exist(house: House, stage: Stage) -> None:
    for read, act, allowed in ((READ, ACT, "GET, HEAD, POST"), (READ, None, "GET, HEAD"), (None, ACT, "POST")):
        door = house.gate.seated(read, act=act)(Page())
        assert door(ask(stage.coordinator.user, "PUT"), council="val-d-orve").headers["Allow"] == allowed


def the_view_knows_who_is_here(house: House, stage: Stage) -> None:
    page = Page()
    request = ask(stage.teacher.user)
    house.gate.seated(READ)(page)(request, council="val-d-orve", pk=7)
    (here,), kwargs = page.entered[0]
    assert request.here is here  # type: ignore[attr-defined]
    assert kwargs == {"pk": 7}
    assert (here.council, here.user) == (stage.council, stage.teacher.user)
    assert here.roles == {Role.EDUCATION}
    assert here.organisations == {stage.service.pk}
    assert here.role_label == "éducation nationale"
    assert here.may(READ)
    assert not here.may(ACT)
    with pytest.raises(FrozenInstanceError):
        here.user = None


def only_seats_held_here_today_count(house: House, stage: Stage) -> None:
    today = timezone.localdate()
    door = house.gate.seated(READ)(Page())
    cases = {
        "yesterday": (stage.service, {"ends_on": today - timedelta(days=1)}, 404),
        "tomorrow": (stage.service, {"starts_on": today + timedelta(days=1)}, 404),
        "last day": (stage.service, {"ends_on": today}, 200),
        "first day": (stage.service, {"starts_on": today}, 200),
        "no dates": (stage.service, {"starts_on": None, "ends_on": None}, 200),
        "elsewhere": (stage.away, {}, 404),
    }
    for name, (organisation, dates, status) in cases.items():
        member = make_member(organisation, Role.COORDINATOR, f"Sacha {name}")
        Seat.objects.filter(professional=member).update(**dates)
        assert answer(door, ask(member.user), council="val-d-orve") == status, name
    assert answer(door, ask(stage.teacher.user), council="haut-plateau") == 404
    assert answer(door, ask(stage.teacher.user), council="nulle-part") == 404


def two_seats_add_up(house: House, stage: Stage) -> None:
    Seat.objects.create(council=stage.council, professional=stage.operator, role=Role.EDUCATION)
    page = Page()
    assert answer(house.gate.seated(READ)(page), ask(stage.operator.user), council="val-d-orve") == 200
    here = page.entered[0][0][0]
    assert here.roles == {Role.OPERATOR, Role.EDUCATION}
    assert here.role_label == "éducation nationale, administration technique"


def a_seat_elsewhere_lends_nothing(house: House, stage: Stage) -> None:
    away = Professional.objects.create(
        council=stage.other, organisation=stage.away, user=stage.teacher.user, full_name="Agnès Thévenot"
    )
    Seat.objects.create(council=stage.other, professional=away, role=Role.COORDINATOR)
    door = house.gate.seated(act=ACT)(Page())
    assert answer(door, ask(stage.teacher.user, "POST"), council="val-d-orve") == 404
    assert answer(door, ask(stage.teacher.user, "POST"), council="haut-plateau") == 200


def a_read_cannot_write_and_an_act_is_whole(house: House, stage: Stage) -> None:
    door = house.gate.seated(READ, act=ACT)(Page(write))
    for method in ("GET", "HEAD"):
        with refused():
            door(ask(stage.coordinator.user, method), council="val-d-orve")
    assert not was_written()

    def write_then_fail(*args: Any, **kwargs: Any) -> None:
        write()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        house.gate.seated(act=ACT)(Page(write_then_fail))(ask(stage.coordinator.user, "POST"), council="val-d-orve")
    assert not was_written()
    door(ask(stage.coordinator.user, "POST"), council="val-d-orve")
    assert was_written()


def an_act_writes_its_line(house: House, stage: Stage) -> None:
    def edit(request: HttpRequest, here: Any) -> None:
        here.write_register("edit", object_type="sheet", object_reference=4, fields=2)

    house.gate.seated(act=ACT)(Page(edit))(ask(stage.coordinator.user, "POST"), council="val-d-orve")
    line = Entry.objects.get()
    assert (line.chain, line.actor) == (str(stage.council.reference), stage.coordinator.user.reference)
    assert (line.verb, line.object_type, line.object_reference, line.result) == ("edit", "sheet", "4", "done")
    assert line.details == {"fields": 2}


def a_member_who_is_refused_leaves_a_line_and_a_stranger_none(house: House, stage: Stage) -> None:
    stranger = make_user("Zoé Passant")
    door = house.gate.seated(READ, act=ACT)(Page())
    answer(door, ask(stranger), council="val-d-orve")
    answer(door, ask(stage.teacher.user), council="val-d-orve")
    assert not Entry.objects.exists()
    answer(door, ask(stage.teacher.user, "POST"), council="val-d-orve")
    answer(door, ask(stage.operator.user), council="val-d-orve")
    answer(house.gate.seated(act=ACT)(Page()), ask(stage.operator.user), council="val-d-orve")
    answer(house.gate.seated(READ)(Page()), ask(stage.operator.user, "POST"), council="val-d-orve")
    lines = Entry.objects.filter(chain=str(stage.council.reference), verb="refuse", result="refused")
    found = list(lines.values_list("actor", "object_type", "object_reference"))
    teacher, operator = stage.teacher.user.reference, stage.operator.user.reference
    assert found == [
        (teacher, ACT, "page"),
        (operator, READ, "page"),
        (operator, ACT, "page"),
        (operator, READ, "page"),
    ]


def a_refusal_stands_even_when_its_line_cannot_be_written(house: House, stage: Stage) -> None:
    page = Page()
    with mock.patch.object(house.gate, "record", side_effect=DatabaseError):
        assert answer(house.gate.seated(act=ACT)(page), ask(stage.teacher.user, "POST"), council="val-d-orve") == 404
    assert not page.entered


def no_trace_no_read(house: House, stage: Stage) -> None:
    lines_when_entered: list[int] = []
    page = Page(lambda *args, **kwargs: lines_when_entered.append(Entry.objects.count()))
    door = house.gate.seated(READ)(page)
    with mock.patch.object(house.gate, "CONFIDENTIAL", frozenset({READ})):
        assert answer(door, ask(stage.teacher.user), council="val-d-orve", pk=7) == 200
        assert lines_when_entered == [1]
        line = Entry.objects.get()
        assert (line.verb, line.object_type, line.object_reference) == ("read", READ, "page")
        assert (line.actor, line.details) == (stage.teacher.user.reference, {"pk": "7"})
        assert line.chain == str(stage.council.reference)
        with mock.patch.object(house.gate, "record", side_effect=DatabaseError):
            response = door(ask(stage.teacher.user), council="val-d-orve", pk=7)
        assert response.status_code == 503
        assert b"entered" not in response.content
        assert len(page.entered) == 1
    answer(door, ask(stage.teacher.user), council="val-d-orve", pk=7)
    assert Entry.objects.count() == 1


def a_confidential_page_of_a_route_unknown_is_still_traced(house: House, stage: Stage) -> None:
    request = ask(stage.teacher.user)
    request.resolver_match = None
    with mock.patch.object(house.gate, "CONFIDENTIAL", frozenset({READ})):
        assert answer(house.gate.seated(READ)(Page()), request, council="val-d-orve") == 200
    assert Entry.objects.get().object_reference == ""


def who_has_not_signed_in_is_sent_to_sign_in(house: House, stage: Stage) -> None:
    doors = (house.gate.seated(READ, act=ACT), house.doors.signed_in)
    for door in doors:
        for method in ("GET", "POST"):
            page = Page()
            response = door(page)(ask(None, method), council="val-d-orve")
            assert response.status_code == 302
            assert response.headers["Location"] == "/connexion/?next=/conseils/val-d-orve/page/7/"
            assert not page.entered


def a_fragment_never_holds_the_page_where_one_signs_in(house: House, stage: Stage) -> None:
    unenrolled = make_member(stage.service, Role.COORDINATOR, "Nadia Ferreira", enrolled=False).user
    back = "/connexion/?next=/conseils/val-d-orve/%3Fq%3D1"
    for user, shown_at, target in ((None, None, back), (unenrolled, None, "/compte/second-facteur/")):
        request = ask(user, shown_at=shown_at)
        request.META |= {
            "HTTP_HX_REQUEST": "true",
            "HTTP_HX_CURRENT_URL": "https://ailleurs.test/conseils/val-d-orve/?q=1",
        }
        answered = house.gate.seated(READ)(Page())(request, council="val-d-orve")
        assert (answered.status_code, answered.content) == (200, b"")
        assert answered.headers["HX-Redirect"] == target
    bare = ask(None, shown_at=None)
    bare.META["HTTP_HX_REQUEST"] = "true"
    assert house.doors.signed_in(Page())(bare).headers["HX-Redirect"].endswith("?next=/conseils/val-d-orve/page/7/")


def who_has_not_enrolled_is_sent_to_enrol(house: House, stage: Stage) -> None:
    unenrolled = make_member(stage.service, Role.COORDINATOR, "Nadia Ferreira", enrolled=False).user
    for door in (house.gate.seated(READ), house.doors.signed_in):
        for user, shown_at in ((unenrolled, None), (unenrolled, 0), (stage.coordinator.user, None)):
            page = Page()
            response = door(page)(ask(user, shown_at=shown_at), council="val-d-orve")
            assert (response.status_code, response.headers["Location"]) == (302, "/compte/second-facteur/")
            assert not page.entered


def each_door_says_what_it_is(house: House, stage: Stage) -> None:
    doors = {
        ("seated", (("act", ACT), ("read", READ))): house.gate.seated(READ, act=ACT),
        ("signed_in", ()): house.doors.signed_in,
        ("public", ()): house.doors.public,
        ("by_link", (("purpose", "test"),)): house.doors.by_link("test"),
    }
    for (name, facts), door in doors.items():
        view = door(Page())
        assert (view.door, tuple(sorted(view.door_facts.items()))) == (name, facts)
        assert view.__doc__ == "A page."


def an_act_ends_what_was_kept(house: House, stage: Stage) -> None:
    before = stage.council.revision
    for method, renewed in (("GET", False), ("HEAD", False), ("POST", True)):
        door = house.gate.seated(READ, act=ACT)(Page())
        assert answer(door, ask(stage.coordinator.user, method), council="val-d-orve") == 200
        assert (Council.objects.get(pk=stage.council.pk).revision != before) is renewed, method


def only_a_read_keeps_what_it_reads(house: House, stage: Stage) -> None:
    made: list[str] = []

    def recalled(here: Any, key: Any) -> int:
        here.recall(key, lambda: made.append("made"))
        here.recall(key, lambda: made.append("made"))
        count = len(made)
        made.clear()
        return count

    seen: dict[str, int] = {}
    for method in ("GET", "HEAD", "POST"):
        page = Page(lambda request, here, method=method: seen.update({method: recalled(here, object())}))
        house.gate.seated(READ, act=ACT)(page)(ask(stage.coordinator.user, method), council="val-d-orve")
    assert seen == {"GET": 1, "HEAD": 1, "POST": 2}
    assert recalled(house.gate.find_here(stage.coordinator.user, "val-d-orve"), object()) == 2
    own = house.gate.Here(council=stage.council, seats=[], user=stage.coordinator.user)
    assert recalled(own, object()) == 2


def what_one_seat_reads_is_kept_for_no_other(house: House, stage: Stage) -> None:
    key = object()
    kept: dict[Any, Any] = {}
    for who in (stage.coordinator, stage.teacher):
        page = Page(lambda request, here, who=who: kept.update({who: here.recall(key, lambda: who.pk)}))
        house.gate.seated(READ)(page)(ask(who.user), council="val-d-orve")
    assert kept == {stage.coordinator: stage.coordinator.pk, stage.teacher: stage.teacher.pk}


PROMISES = [
    an_act_ends_what_was_kept,
    only_a_read_keeps_what_it_reads,
    what_one_seat_reads_is_kept_for_no_other,
    each_method_asks_its_own_capability,
    a_refused_method_is_told_which_ones_exist,
    the_view_knows_who_is_here,
    only_seats_held_here_today_count,
    two_seats_add_up,
    a_seat_elsewhere_lends_nothing,
    a_read_cannot_write_and_an_act_is_whole,
    an_act_writes_its_line,
    a_member_who_is_refused_leaves_a_line_and_a_stranger_none,
    a_refusal_stands_even_when_its_line_cannot_be_written,
    no_trace_no_read,
    a_confidential_page_of_a_route_unknown_is_still_traced,
    who_has_not_signed_in_is_sent_to_sign_in,
    a_fragment_never_holds_the_page_where_one_signs_in,
    who_has_not_enrolled_is_sent_to_enrol,
    each_door_says_what_it_is,
]
