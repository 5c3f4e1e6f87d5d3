"""Whatever seats a person holds, and whatever a page asks: what is opened is what the table says, no more, no less."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quietude.councils import gate
from quietude.councils.models import Professional, Seat
from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role
from tests.cast import make_user
from tests.kernel.oracle import table
from tests.kernel.stage import Page, answer, ask, set_stage
from tests.kernel.surface import METHODS

pytestmark = [pytest.mark.django_db, pytest.mark.on_postgres]

WHEN = {"past": (-90, -1), "now": (-90, 90), "open": (None, None), "today": (0, 0), "to come": (1, 90)}
HOLDS_TODAY = {"now", "open", "today"}
SEATS = st.lists(
    st.tuples(st.sampled_from(Role), st.sampled_from(["here", "there"]), st.sampled_from(list(WHEN))), max_size=4
)
CAPABILITY = st.none() | st.sampled_from(Can)


def expected(held: list[tuple[Role, str, str]], read: Can | None, act: Can | None, method: str) -> int:
    """The status that the table gives to somebody with these seats."""
    roles = [role for role, where, when in held if where == "here" and when in HOLDS_TODAY]
    reads = read is not None and any(table()[read, role] for role in roles)
    acts = act is not None and any(table()[act, role] for role in roles)
    if not (reads or acts):
        return 404
    wanted, open_to = {"GET": (read, reads), "HEAD": (read, reads), "POST": (act, acts)}.get(method, (None, False))
    if wanted is None:
        return 405
    return 200 if open_to else 404


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=SEATS, read=CAPABILITY, act=CAPABILITY, method=st.sampled_from(METHODS))
def test_the_gate_opens_what_the_table_says(
    held: list[tuple[Role, str, str]], read: Can | None, act: Can | None, method: str
) -> None:
    with transaction.atomic():
        stage, person, today = set_stage(), make_user("Sacha Durand"), timezone.localdate()
        bodies = {"here": stage.service, "there": stage.away}
        members = {
            where: Professional.objects.create(council=body.council, organisation=body, user=person, full_name="Sacha")
            for where, body in bodies.items()
        }
        for role, where, when in held:
            first, last = (None if days is None else today + timedelta(days=days) for days in WHEN[when])
            member = members[where]
            Seat.objects.create(council=member.council, professional=member, role=role, starts_on=first, ends_on=last)
        page = Page()
        status = answer(gate.seated(read, act=act)(page), ask(person, method), council=stage.council.slug)
        assert status == expected(held, read, act, method)
        assert bool(page.entered) is (status == 200)
        transaction.set_rollback(True)


def test_a_page_costs_three_queries_before_its_own(cast, client_of, django_assert_num_queries) -> None:
    client, page = client_of(Role.EDUCATION), f"/conseils/{cast.council.slug}/"
    client.get(page)
    # The session, the account with its factors, the seats held here today.
    with mock.patch("quietude.councils.gate.run_view", return_value=HttpResponse()), django_assert_num_queries(3):
        assert client.get(page).status_code == 200
