"""The demonstration as its visitors find it: five councils, every screen, every role."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.accounts.models import User
from quietude.audit.models import Entry
from quietude.councils.models import Council, FormationMember, Professional, Seat
from quietude.demo.facts import SLUGS
from quietude.demo.tests.held import what_is_held
from quietude.demo.tests.visit import enter
from quietude.permissions.matrix import MATRIX
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Strategy, StrategyImport
from quietude.territories.queries import contours
from tests.kernel.oracle import expected_answer
from tests.kernel.surface import pages_behind

RICH = "loos-haubourdin-emmerin"
OF_A_STRATEGY = {
    "action_sheet_export",
    "action_sheet_import",
    "action_sheet_table",
    "coverage_export",
    "money_export",
    "weekly_point_document",
}
"""Pages that a council without a strategy does not have."""
SENDS_BACK = {"action_sheet_print"}
"""Pages that send back to the list when nothing was chosen there."""
ALWAYS = {Role.COORDINATOR, Role.CHAIR, Role.PREFECTURE, Role.PROSECUTOR}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def coordinator_of(slug: str) -> Client:
    return enter(User.objects.get(professionals__seats__council__slug=slug, professionals__seats__role="coordinator"))


@pytest.mark.parametrize(
    ("slug", "kind", "communes", "axes", "sheets"),
    [
        (RICH, "cispd", 3, 3, 21),
        ("bassin-de-pompey", "cispd", 13, 6, 0),
        ("les-pennes-mirabeau", "clspd", 1, 3, 13),
        ("bagnols-sur-ceze", "clspd", 1, 4, 5),
        ("bar-le-duc", "cispd", 33, 0, 0),
    ],
)
def test_each_council_is_what_its_document_says(slug: str, kind: str, communes: int, axes: int, sheets: int) -> None:
    council = Council.objects.get(slug=slug)
    assert council.demonstration
    assert (council.kind, council.communes.count()) == (kind, communes)
    plan = Strategy.objects.filter(council=council).first()
    assert (plan.axes.count() if plan else 0) == axes
    assert ActionSheet.objects.filter(council=council).count() == sheets


def test_the_nineteen_actions_of_loos_are_numbered_without_gap() -> None:
    sheets = ActionSheet.objects.filter(council__slug=RICH).of_the_strategy()
    assert [sheet.number for sheet in sheets] == [str(number) for number in range(1, 20)]
    today = timezone.localdate()
    assert sheets.late(today).count() == 2
    assert sheets.due_within(today, today + timezone.timedelta(days=30)).count() == 3


def test_what_the_pages_say_of_the_other_councils() -> None:
    pompey = coordinator_of("bassin-de-pompey").get("/conseils/bassin-de-pompey/strategie/")
    assert "17 agents" in pompey.content.decode()
    pennes = coordinator_of("les-pennes-mirabeau").get("/conseils/les-pennes-mirabeau/")
    assert "La stratégie 2015-2018 est arrivée à son terme" in pennes.content.decode()
    bar = coordinator_of("bar-le-duc").get("/conseils/bar-le-duc/")
    assert "Votre conseil n’a pas encore de stratégie ici" in bar.content.decode()
    states = ActionSheet.objects.filter(council__slug="bagnols-sur-ceze").values_list("status", flat=True)
    assert set(states) == {"done"}


def test_each_page_says_that_the_persons_are_fictitious() -> None:
    for page in ("dashboard", "strategy", "member_list"):
        shown = coordinator_of(RICH).get(reverse(page, args=[RICH])).content.decode()
        assert "Démonstration\u00a0: personnes, dates et montants fictifs." in shown


def test_states_that_nobody_published_are_said_to_be_fictitious() -> None:
    for sheet in ActionSheet.objects.filter(council__slug="les-pennes-mirabeau"):
        assert "État fictif" in sheet.journal.get().text


def test_the_document_to_review_shows_what_was_found() -> None:
    taken = StrategyImport.objects.get(council__slug=RICH)
    page = coordinator_of(RICH).get(reverse("import_review", args=[RICH, taken.pk])).content.decode()
    assert "Rien n’est encore enregistré" in page
    assert "Terrains de sport ouverts le soir" in page


@pytest.mark.parametrize("slug", SLUGS)
def test_each_role_that_must_be_there_can_be_played(slug: str) -> None:
    seats = Seat.objects.current(timezone.localdate()).filter(council__slug=slug, professional__user__isnull=False)
    roles = {Role(seat.role) for seat in seats}
    assert roles == set(Role) if slug == RICH else roles > ALWAYS
    if slug != RICH:
        assert 3 <= len(seats.exclude(role__in=[*ALWAYS, Role.OPERATOR])) <= 6


def test_no_address_can_reach_anybody() -> None:
    addresses = {*User.objects.values_list("email", flat=True), *Professional.objects.values_list("email", flat=True)}
    assert [address for address in addresses if address and not address.endswith(".example")] == []
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_who_left_sits_no_more() -> None:
    gone = Professional.objects.get(full_name="Pascal Rivet")
    assert not Seat.objects.current(timezone.localdate()).filter(professional=gone).exists()
    assert not FormationMember.objects.current(timezone.localdate()).filter(titular=gone).exists()
    assert FormationMember.objects.filter(titular=gone).count() == 2


def test_the_register_has_a_line_for_each_act_and_holds() -> None:
    for council in Council.objects.filter(slug__in=SLUGS):
        verbs = set(Entry.objects.filter(chain=str(council.reference)).values_list("verb", flat=True))
        assert {"create", "open", "add"} <= verbs
    rich = str(Council.objects.get(slug=RICH).reference)
    assert Entry.objects.filter(chain=rich, verb="sheet_create").count() == 21
    call_command("audit_verify", stdout=StringIO())


def test_loading_again_changes_nothing_and_keeps_what_a_visitor_wrote() -> None:
    ActionSheet.objects.filter(council__slug=RICH, number="1").update(title="Comité renommé")
    before = {model: model.objects.count() for model in apps.get_models()}
    call_command("load_demo", stdout=StringIO())
    assert {model: model.objects.count() for model in apps.get_models()} == before
    assert ActionSheet.objects.filter(title="Comité renommé").exists()


def test_fictitious_councils_stay_out_of_a_real_installation(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="démonstration"):
        call_command("load_demo")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_screen_answers_as_the_table_says(slug: str) -> None:
    council = Council.objects.get(slug=slug)
    held, surprises = what_is_held(council), {}
    absent = set() if Strategy.objects.filter(council=council).exists() else OF_A_STRATEGY
    for seat in one_seat_for_each_set_of_rights(council):
        client = enter(seat.professional.user)
        for page in pages_behind("seated"):
            expected = expected_answer(seat.role, page.read, page.act, "GET")
            if expected != 200 and slug != RICH:
                continue
            if expected == 200 and (page.name in absent or (page.arguments and page.name not in held)):
                expected = 404
            if expected == 200 and page.name in SENDS_BACK:
                expected = 302
            answer = client.get(page.path(slug, **held.get(page.name, {})))
            b"".join(answer)
            if answer.status_code != expected:
                surprises[f"{seat.role} {page}"] = answer.status_code, expected
    assert surprises == {}


def one_seat_for_each_set_of_rights(council: Council) -> list[Seat]:
    """The first seat of each kind of reader: roles that may do the same things need not all be tried."""
    seats: dict[frozenset[str], Seat] = {}
    for seat in Seat.objects.current(timezone.localdate()).filter(council=council, professional__user__isnull=False):
        rights = frozenset(can for can, roles in MATRIX.items() if seat.role in roles)
        seats.setdefault(rights, seat)
    return list(seats.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_commune_can_be_drawn(slug: str) -> None:
    communes = list(Council.objects.get(slug=slug).communes.all())
    assert contours(communes).keys() == {commune.code for commune in communes}
