"""From a reviewed document to a strategy, through HTTP: apply, source links, undo, two reviewers, double send."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from quietude.audit.models import Entry
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Strategy, StrategyImport
from quietude.strategy.services.proposals import propose_reading
from quietude.strategy.tests.stage import draft, taken_over
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(cast: Cast) -> StrategyImport:
    return taken_over(cast.council, cast[Role.COORDINATOR])


def url(cast: Cast, name: str, *args: object) -> str:
    return reverse(name, args=[cast.council.slug, *args])


def node_of(taken: StrategyImport, title: str) -> int:
    taken.refresh_from_db()
    return next(n["id"] for n in taken.review["nodes"] if n["title"] == title)


def act(client: Client, cast: Cast, taken: StrategyImport, found: str, **data: object) -> None:
    """Do one act of review on the item called ``found``."""
    node = node_of(taken, found)
    client.post(url(cast, "review_item", taken.pk, node), {"version": taken.version, **data})
    taken.refresh_from_db()


def test_nothing_is_saved_before_validating(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    page = client_of(Role.COORDINATOR).get(url(cast, "import_review", taken.pk)).content.decode()
    assert "Relire avant d’enregistrer" in page
    assert "Former les animateurs" in page
    assert "à vérifier, 60" in page
    assert not Strategy.objects.exists()


def test_accepted_corrected_moved_merged_and_dropped_items_are_saved_as_reviewed(
    cast: Cast, client_of: Callable, taken: StrategyImport
) -> None:
    client = client_of(Role.COORDINATOR)
    act(client, cast, taken, "Veiller la nuit", act="correct", title="Veiller le soir", number="3")
    act(client, cast, taken, "Ouvrir un lieu d’accueil", act="move", target=node_of(taken, "La tranquillité"))
    act(client, cast, taken, "Former les animateurs", act="drop")
    answer = client.post(url(cast, "import_apply", taken.pk), follow=True)
    assert "Stratégie enregistrée" in answer.content.decode()
    strategy = Strategy.objects.get()
    assert (strategy.title, strategy.period, strategy.status) == (
        "Stratégie territoriale du Val d’Orve",
        "2025-2027",
        "draft",
    )
    saved = [(s.axis.title, s.number, s.title) for s in strategy.sheets.order_by("position")]
    assert saved == [("La tranquillité", "3", "Veiller le soir"), ("La tranquillité", "1", "Ouvrir un lieu d’accueil")]


def test_each_saved_sheet_shows_its_source_line_and_its_doubt(
    cast: Cast, client_of: Callable, taken: StrategyImport
) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(cast, "import_apply", taken.pk))
    sheet = ActionSheet.objects.get(number="2")
    page = client.get(url(cast, "action_sheet", sheet.pk)).content.decode()
    assert "ligne 4" in page
    assert "Action n°2 : Former les animateurs" in page
    assert "À vérifier" in page
    assert sheet.due_on is not None
    assert (sheet.due_on.month, sheet.due_on.day) == (6, 30)


def test_a_lead_that_is_in_the_directory_is_recognised(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client_of(Role.COORDINATOR).post(url(cast, "import_apply", taken.pk))
    sheet = ActionSheet.objects.get(number="1")
    assert sheet.lead is not None
    assert sheet.lead.name == "Service de prévention"
    assert [line.asked for line in sheet.funding_lines.all()] == [6000]


def test_validating_twice_creates_one_strategy(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(cast, "import_apply", taken.pk))
    second = client.post(url(cast, "import_apply", taken.pk), follow=True).content.decode()
    assert Strategy.objects.count() == 1
    assert "Rien n’a été fait deux fois" in second


def test_an_import_is_undone_as_a_whole_and_can_be_validated_again(
    cast: Cast, client_of: Callable, taken: StrategyImport
) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(cast, "import_apply", taken.pk))
    asked = client.get(url(cast, "import_undo", taken.pk)).content.decode()
    assert "Personne n’a modifié les fiches" in asked
    undone = client.post(url(cast, "import_undo", taken.pk), follow=True).content.decode()
    assert "Relire avant d’enregistrer" in undone
    assert not Strategy.objects.exists()
    assert not ActionSheet.objects.exists()
    client.post(url(cast, "import_apply", taken.pk))
    assert ActionSheet.objects.count() == 3


def test_undoing_names_the_sheets_that_changed_since(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client = client_of(Role.COORDINATOR)
    client.post(url(cast, "import_apply", taken.pk))
    ActionSheet.objects.filter(number="3").update(version=2)
    asked = client.get(url(cast, "import_undo", taken.pk)).content.decode()
    assert "1 fiche a changé depuis la reprise" in asked.replace("\u00a0", " ")
    assert "Veiller la nuit" in asked


def test_two_reviewers_do_not_overwrite_each_other(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client = client_of(Role.COORDINATOR)
    stale = taken.version
    act(client, cast, taken, "Veiller la nuit", act="drop")
    node = node_of(taken, "Former les animateurs")
    answer = client.post(
        url(cast, "review_item", taken.pk, node), {"version": stale, "act": "drop"}, headers={"hx-request": "true"}
    )
    taken.refresh_from_db()
    assert next(n for n in taken.review["nodes"] if n["id"] == node)["state"] == "proposed"
    assert answer.status_code == 200


def test_all_dropped_leaves_nothing_to_save(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client = client_of(Role.COORDINATOR)
    for title in ("Les jeunes", "La tranquillité"):
        act(client, cast, taken, title, act="drop")
    answer = client.post(url(cast, "import_apply", taken.pk), follow=True).content.decode()
    assert "il n’y a rien à enregistrer" in answer
    assert not Strategy.objects.exists()


def test_the_register_counts_and_names_nobody(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client_of(Role.COORDINATOR).post(url(cast, "import_apply", taken.pk))
    entry = Entry.objects.get(verb="import_apply")
    assert entry.details == {"axes": 2, "actions": 3}
    assert entry.object_reference == str(taken.reference)


def test_a_document_of_another_council_is_absent(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    address = reverse("import_review", args=[cast.other.slug, taken.pk])
    assert client_of(cast.neighbour).get(address).status_code == 404
    assert client_of(Role.CHAIR).get(url(cast, "import_review", taken.pk)).status_code == 404


def test_abandoning_forgets_the_lines_that_were_read(cast: Cast, client_of: Callable, taken: StrategyImport) -> None:
    client_of(Role.COORDINATOR).post(url(cast, "import_abandon", taken.pk))
    taken.refresh_from_db()
    assert (taken.state, taken.lines, taken.review) == ("abandoned", [], {})


def test_a_key_is_used_once(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    data = {"submission_key": str(uuid4()), "title": "Stratégie", "status": "draft", "version": 0}
    first = client.post(url(cast, "strategy_new"), data)
    second = client.post(url(cast, "strategy_new"), data)
    assert first["Location"] == second["Location"]
    assert Strategy.objects.count() == 1


def test_a_plan_read_from_the_command_line_waits_for_its_review(cast: Cast, client_of: Callable) -> None:
    reading = {"draft": draft(), "lines": [], "format": "docx"}
    taken = propose_reading(cast.council, file_name="plan.docx", reading=reading)
    page = client_of(Role.COORDINATOR).get(url(cast, "import_list")).content.decode()
    assert "plan.docx" in page
    assert "Continuer la relecture" in page
    assert Entry.objects.get(verb="import_start").object_reference == str(taken.reference)
