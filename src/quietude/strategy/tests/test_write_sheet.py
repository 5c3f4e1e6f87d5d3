"""The form of a sheet: whom it serves, where and when; what is missing; who may read it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quietude.councils.models import Organisation
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Objective, SheetCommune, Step
from quietude.strategy.services.fields import sent_form
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.tests.stage import write_strategy
from quietude.territories.models import Neighbourhood
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def url(sheet: ActionSheet, name: str = "action_sheet", *args: object) -> str:
    return reverse(name, args=[sheet.council.slug, sheet.pk, *args])


def plain(client: Client, address: str) -> str:
    """A page with ordinary spaces."""
    return client.get(address).content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def save(client: Client, sheet: ActionSheet, **changes: object) -> str:
    sheet.refresh_from_db()
    sent = {**sent_form(sheet), "version": sheet.version, **changes}
    return client.post(url(sheet, "action_sheet_edit"), sent, follow=True).content.decode().replace("\u00a0", " ")


def test_whom_it_serves_and_where_is_ticked_and_read(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, commune = client_of(Role.COORDINATOR), cast.council.communes.get()
    objective = Objective.objects.create(
        council=cast.council, strategy=sheet.strategy, axis=sheet.axis, position=1, title="Accueillir sans délai"
    )
    quarter = Neighbourhood.objects.create(commune=commune, kind="local", name="Les Tilleuls", source="le conseil")
    form = plain(client, url(sheet, "action_sheet_edit"))
    for legend in ("L’action", "Qui", "Pour qui", "Où", "Quand", "Si elle est bloquée", "Lecture"):
        assert f"<legend>{legend}</legend>" in form
    assert form.index('label="Élus"') < form.index("Yanis Belkacem") < form.index('label="Autres membres"')
    page = save(
        client,
        sheet,
        objectives=[objective.pk],
        audiences=["pupils", "parents"],
        communes=[commune.pk],
        neighbourhoods=[quarter.pk],
        referent=cast.professionals[Role.ELECTED_DEPUTY].pk,
        age_from="11",
        age_to="16",
    )
    for words in ("Yanis Belkacem", "11-16 ans", "parents et familles, collégiens et lycéens", "Les Tilleuls"):
        assert words in page
    assert f"{reverse('strategy_version', args=[cast.council.slug, sheet.strategy_id])}#objectif-{objective.pk}" in page
    assert SheetCommune.objects.get().commune == commune
    assert "L’âge de fin précède l’âge de début" in save(client, sheet, age_from="16", age_to="11")


def test_a_date_is_known_as_precisely_as_it_was_typed(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    assert "novembre 2026" in save(client, sheet, starts_on="2026", due_on="novembre 2026")
    sheet.refresh_from_db()
    assert (sheet.starts_on, sheet.due_on, sheet.precision) == (date(2026, 1, 1), date(2026, 11, 30), "month")
    assert 'value="novembre 2026"' in plain(client, url(sheet, "action_sheet_edit"))
    assert "30 novembre 2027" in save(client, sheet, starts_on="2027", due_on="30/11/2027")
    sheet.refresh_from_db()
    assert sheet.precision == "day"


def test_what_is_missing_leads_to_where_it_is_written(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, form = client_of(Role.COORDINATOR), url(sheet, "action_sheet_edit")
    page = plain(client, url(sheet))
    assert f'<a href="{form}#champ-lead">un pilote</a>' in page
    assert "un objectif servi" not in page, "the strategy has no objective yet"
    address = reverse("objective_new", args=[cast.council.slug, sheet.strategy_id])
    client.post(address, {"title": "Prévenir", "version": 0})
    sheet.refresh_from_db()
    assert sheet.strategy.objectives.exists()
    assert f'<a href="{form}#champ-objectives">un objectif servi</a>' in plain(client, url(sheet))
    assert 'id="champ-objectives"' in plain(client, form)
    assert "#champ-lead" not in plain(client_of(Role.EDUCATION), url(sheet)), "a reader has nothing to write"


def test_an_action_of_a_partner_is_known_and_left_out(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.COORDINATOR)
    address = reverse("action_sheet_new", args=[cast.council.slug, sheet.strategy_id])
    form = client.get(f"{address}?hors=strategie").content.decode()
    assert "Action d’un partenaire, hors stratégie" in form
    assert 'id="id_outside_strategy" checked' in form
    body = Organisation.objects.get(council=cast.council)
    values = {"version": 0, "axis": sheet.axis_id, "title": "Vacances apprenantes", "status": "running"}
    values |= {"outside_strategy": "on", "visibility": "council", "priority": "normal", "lead": body.pk}
    page = client.post(address, values, follow=True).content.decode()
    assert "hors de la stratégie" in page
    assert client_of(Role.CHAIR).post(address, values).status_code == 404


def test_steps_have_dates_and_a_cost_and_change_places(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    first = Step.objects.create(council=cast.council, sheet=sheet, position=0, title="Convention signée", cost=1200)
    second = Step.objects.create(council=cast.council, sheet=sheet, position=1, title="Salle trouvée", cost=300)
    client = client_of(Role.COORDINATOR)
    assert "1 500 €" in plain(client, url(sheet))
    rows = {"version": sheet.version, "rows-TOTAL_FORMS": 2, "rows-INITIAL_FORMS": 2}
    for place, (step, rank) in enumerate(((first, 2), (second, 1))):
        rows |= {f"rows-{place}-id": step.pk, f"rows-{place}-title": step.title, f"rows-{place}-ORDER": rank}
    page = client.post(url(sheet, "sheet_rows", "etapes"), rows, follow=True).content.decode()
    assert page.index("Salle trouvée") < page.index("Convention signée")
    sheet.refresh_from_db()
    client.post(url(sheet, "sheet_rows", "etapes"), {**rows, "version": sheet.version, "rows-0-DELETE": "on"})
    assert list(Step.objects.values_list("title", flat=True)) == ["Salle trouvée"]


def test_a_decision_is_read_apart_from_facts(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client = client_of(Role.EDUCATION)
    client.post(url(sheet, "journal_write"), {"text": "Salle visitée"})
    page = client.post(
        url(sheet, "journal_write"), {"text": "On garde la salle, elle est gratuite", "kind": "decision"}
    )
    decisions = plain(client, f"{url(sheet)}?journal=decisions")
    assert page.status_code == 302
    assert "On garde la salle" in decisions
    assert "Salle visitée" not in decisions
    assert "Salle visitée" in plain(client, url(sheet))


def test_two_sheets_go_together_both_ways(cast: Cast, client_of: Callable) -> None:
    one, other = write_strategy(cast.council, 2)
    client = client_of(Role.COORDINATOR)
    rows = {"version": one.version, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0}
    rows |= {"rows-0-nature": "follows", "rows-0-other": other.pk}
    client.post(url(one, "sheet_rows", "liens"), rows)
    assert "Fait suite à <a" in plain(client, url(one))
    assert "Suivie par <a" in plain(client, url(other))
    one.refresh_from_db()
    itself = {**rows, "version": one.version, "rows-0-other": one.pk}
    assert "Suivie" not in client.post(url(one, "sheet_rows", "liens"), itself).content.decode()
    assert one.links.count() == 1


# Session, person, second factor, savepoint, seats (2), strategy, rail count, then the sheet, its rows and around it.
@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_of_a_sheet_asks_as_much_for_one_row_as_for_twenty(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, sheet: ActionSheet, rows: int
) -> None:
    for n in range(rows):
        Step.objects.create(council=cast.council, sheet=sheet, position=n, title=f"Étape {n}")
        sheet.events.create(council=cast.council, title=f"Soirée {n}", held_on=date(2026, 1, 1 + n))
        sheet.journal.create(council=cast.council, text=f"Fait {n}")
    refresh_summary(sheet)
    client = client_of(Role.COORDINATOR)
    with django_assert_num_queries(28):
        assert client.get(url(sheet)).status_code == 200
