"""The handover tells whoever comes next; the agenda follows the deadlines without a name."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.councils.models import Formation, Seat
from quietude.permissions.roles import Role
from quietude.strategy.models import FundingLine, JournalEntry, Step
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.tests.stage import write_strategy
from tests.cast import NAMES, Cast

pytestmark = pytest.mark.django_db


def steered(cast: Cast) -> None:
    """One late sheet, one blocked and restricted, a step passed, money asked, a decision with its reason."""
    late, blocked = write_strategy(cast.council)
    today = timezone.localdate()
    late.status, late.due_on = "running", today - timedelta(days=9)
    blocked.status, blocked.blocked_by, blocked.visibility = "blocked", "la convention", "restricted"
    blocked.due_on = today + timedelta(days=20)
    for sheet in (late, blocked):
        sheet.save()
        refresh_summary(sheet)
    own = {"council": cast.council, "sheet": late}
    Step.objects.create(**own, title="Local trouvé", due_on=today - timedelta(days=3))
    Step.objects.create(**own, title="Ouverture", due_on=today + timedelta(days=40))
    FundingLine.objects.create(**own, funder="FIPD", asked=6000, state="asked", year=today.year)
    JournalEntry.objects.create(**own, kind="decision", text="Le soir plutôt que le midi : personne ne venait.")
    Formation.objects.create(council=cast.council, kind="watch_cell", name="Cellule du Val d’Orve")


def test_the_handover_gathers_what_the_next_one_must_know(cast: Cast, client_of: Callable) -> None:
    steered(cast)
    address = reverse("handover", args=[cast.council.slug])
    page = client_of(Role.CHAIR).get(address).content.decode()
    for told in (
        NAMES[Role.EDUCATION],
        "Cellule du Val d’Orve",
        "Ouverture",
        "la convention",
        "Local trouvé",
        "FIPD",
        "personne ne venait",
    ):
        assert told in page
    assert client_of(Role.EDUCATION).get(address).status_code == 404


@pytest.mark.parametrize("extension", ["pdf", "docx", "odt"])
def test_the_handover_leaves_as_a_document(cast: Cast, client_of: Callable, extension: str) -> None:
    steered(cast)
    answer = client_of(Role.COORDINATOR).get(reverse("handover_document", args=[cast.council.slug, extension]))
    assert answer.status_code == 200
    assert len(answer.content) > 3000
    assert "Aubry" not in answer["Content-Disposition"]


def test_a_council_without_strategy_has_a_handover_all_the_same(cast: Cast, client_of: Callable) -> None:
    page = client_of(Role.COORDINATOR).get(reverse("handover", args=[cast.council.slug])).content.decode()
    assert "n’a pas encore de stratégie" in page


def link_of(client: Client, cast: Cast) -> str:
    """The link to the agenda that the page gives once it is open."""
    page = reverse("calendar_feed", args=[cast.council.slug])
    client.post(page)
    return str(client.get(page).context["address"]).removeprefix(settings.BASE_URL)


def test_an_agenda_follows_the_deadlines_without_name_nor_restricted_sheet(cast: Cast, client_of: Callable) -> None:
    steered(cast)
    calendar = Client().get(link_of(client_of(Role.COORDINATOR), cast))
    assert calendar["Content-Type"].startswith("text/calendar")
    text = calendar.content.decode().replace("\r\n ", "")
    assert "Ouverture" in text
    assert "Action du rang 2" not in text
    assert not any(name in text for name in NAMES.values())


def test_a_link_closed_changed_or_of_a_former_member_gives_nothing(cast: Cast, client_of: Callable) -> None:
    steered(cast)
    client, page = client_of(Role.EDUCATION), reverse("calendar_feed", args=[cast.council.slug])
    first = link_of(client, cast)
    second = link_of(client, cast)
    assert "BEGIN:VCALENDAR" not in Client().get(first).content.decode()
    assert "BEGIN:VCALENDAR" in Client().get(second).content.decode()
    yesterday = timezone.localdate() - timedelta(days=1)
    seats = Seat.objects.filter(professional=cast.professionals[Role.EDUCATION])
    seats.update(ends_on=yesterday)
    assert "BEGIN:VCALENDAR" not in Client().get(second).content.decode()
    seats.update(ends_on=None)
    client.post(page, {"close": "1"})
    assert "BEGIN:VCALENDAR" not in Client().get(second).content.decode()
