"""An indicator is defined, measured, compared with its target; what is not known is said, never guessed."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from quietude.kit.figures import Figure, Period, Reading, read
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Event, FundingLine, Indicator, JournalEntry, Measurement, Step
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.services.measure_reminders import send_measure_reminders
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast

pytestmark = pytest.mark.django_db
NARROW, NBSP = "\u202f", "\u00a0"


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    return write_strategy(cast.council)[0]


def address(cast: Cast, name: str, *args: object) -> str:
    return reverse(name, args=[cast.council.slug, *args])


def write(sheet: ActionSheet, **told: object) -> Indicator:
    """An indicator that is defined, unless told otherwise."""
    facts = {"name": "Élèves accueillis", "definition": "Élèves accueillis au moins un jour", **told}
    return Indicator.objects.create(council=sheet.council, sheet=sheet, **facts)


def on_its_way(sheet: ActionSheet, measured: int, **told: object) -> Indicator:
    """From 20 to 60 in the two hundred days around today: 40 are expected today."""
    today = timezone.localdate()
    ActionSheet.objects.filter(pk=sheet.pk).update(due_on=today + timedelta(days=100), status=Status.RUNNING)
    start = {"baseline": 20, "target": 60, "baseline_on": today - timedelta(days=100)}
    indicator = write(sheet, **{**start, **told})
    Measurement.objects.create(council=sheet.council, indicator=indicator, on=today, value=measured)
    return indicator


def text_of(client: object, url: str) -> str:
    page: str = client.get(url).content.decode()  # type: ignore[attr-defined]
    return page.replace(NBSP, " ").replace(NARROW, " ")


def test_no_indicator_without_a_definition(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    client, form = client_of(Role.COORDINATOR), {"name": "Élèves", "direction": "up", "version": sheet.version}
    refused = client.post(address(cast, "indicator_new", sheet.pk), form)
    assert refused.status_code == 200
    assert not Indicator.objects.exists()
    client.post(address(cast, "indicator_new", sheet.pk), {**form, "definition": "Élèves exclus, une fois chacun"})
    indicator = Indicator.objects.get()
    page = text_of(client, address(cast, "action_sheet", sheet.pk))
    assert "Indicateur ajouté : Élèves." in page
    sheet.refresh_from_db()
    assert sheet.has_indicator
    teacher = client_of(Role.EDUCATION)
    assert teacher.get(address(cast, "indicator_edit", indicator.pk)).status_code == 404
    assert "Élèves exclus, une fois chacun" in text_of(teacher, address(cast, "indicator", indicator.pk))


def test_what_an_import_brought_is_defined_before_it_is_measured(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    indicator = write(sheet, definition="")
    client = client_of(Role.COORDINATOR)
    assert "à définir" in text_of(client, address(cast, "indicator_list") + "?vue=a-definir")
    measure = {"on": "01/03/2026", "value": "12"}
    answer = client.post(address(cast, "indicator", indicator.pk), measure, follow=True).content.decode()
    assert "sans définition, une mesure ne veut rien dire" in answer
    assert not Measurement.objects.exists()
    form = {"name": indicator.name, "definition": "Élèves reçus", "direction": "up", "version": 2}
    sheet.refresh_from_db()
    client.post(address(cast, "indicator_edit", indicator.pk), {**form, "version": sheet.version})
    client.post(address(cast, "indicator", indicator.pk), measure)
    assert Measurement.objects.get().value == 12


def test_a_target_against_its_direction_is_refused(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    form = {"name": "Plaintes", "definition": "Plaintes reçues", "baseline": "50", "target": "20"}
    client, url = client_of(Role.COORDINATOR), address(cast, "indicator_new", sheet.pk)
    refused = client.post(url, {**form, "direction": "up", "version": sheet.version}).content.decode()
    assert "Ce sens éloigne de la cible" in refused
    client.post(url, {**form, "direction": "down", "version": sheet.version})
    assert Indicator.objects.get().target == 20


def test_two_people_on_one_indicator_do_not_overwrite(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    indicator = write(sheet)
    url = address(cast, "indicator_edit", indicator.pk)
    form = {"name": "Élèves reçus", "definition": "Le sien", "direction": "up", "version": sheet.version}
    client_of(Role.COORDINATOR).post(url, form)
    conflict = client_of(Role.CHAIR).post(url, {**form, "definition": "Le mien"}).content.decode()
    assert "pendant que vous écriviez" in conflict
    assert "Le mien" in conflict
    indicator.refresh_from_db()
    assert indicator.definition == "Le sien"


def test_a_measure_is_added_corrected_and_taken_away_and_the_journal_keeps_each(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    indicator, teacher = write(sheet), client_of(Role.EDUCATION)
    page = address(cast, "indicator", indicator.pk)
    teacher.post(page, {"on": "01/03/2026", "value": "12,5", "comment": "Deux collèges"})
    assert "Agnès Thévenot" in text_of(teacher, page)
    measure = Measurement.objects.get()
    correct = address(cast, "measurement_edit", measure.pk)
    teacher.post(correct, {"on": "01/03/2026", "value": "14", "comment": ""})
    remove = address(cast, "measurement_remove", measure.pk)
    assert "14" in text_of(teacher, remove)
    teacher.post(remove)
    assert not Measurement.objects.exists()
    lines = " ".join(JournalEntry.objects.values_list("text", flat=True)).replace(NBSP, " ")
    assert "Mesure : Élèves accueillis, 12,5" in lines
    assert "14 le 1er mars 2026 (avant : Élèves accueillis, 12,5" in lines
    assert "Mesure retirée : Élèves accueillis, 14" in lines
    guest = client_of(Role.GUEST_EXPERT)
    assert guest.get(page).status_code == 200
    assert guest.post(page, {"on": "01/03/2026", "value": "1"}).status_code == 404


def test_a_measure_of_tomorrow_and_a_day_taken_are_refused(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    indicator, client = write(sheet), client_of(Role.COORDINATOR)
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = client.post(address(cast, "indicator", indicator.pk), {"on": f"{tomorrow:%d/%m/%Y}", "value": "1"})
    assert "le jour où elle est faite" in page.content.decode()
    first, second = (
        Measurement.objects.create(council=cast.council, indicator=indicator, on=date(2026, month, 1), value=month)
        for month in (1, 2)
    )
    refused = client.post(address(cast, "measurement_edit", second.pk), {"on": "01/01/2026", "value": "9"})
    assert "a déjà une mesure à cette date" in refused.content.decode()
    first.refresh_from_db()
    assert first.value == 1


@pytest.mark.parametrize(
    ("measured", "direction", "words"),
    [
        (31, "up", "En retard sur la cible"),
        (40, "up", "Au niveau attendu"),
        (41, "up", "Au niveau attendu"),
        (55, "up", "En avance"),
    ],
)
def test_where_an_indicator_stands_is_said_with_its_figures(
    cast: Cast, client_of: Callable, sheet: ActionSheet, measured: int, direction: str, words: str
) -> None:
    indicator = on_its_way(sheet, measured, direction=direction)
    page = text_of(client_of(Role.EDUCATION), address(cast, "indicator", indicator.pk))
    assert words in page
    assert f"{measured} à la dernière mesure, 40 à cette date pour viser 60." in page


def test_less_is_better_turns_the_comparison(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    indicator = on_its_way(sheet, 31, direction="down", baseline=60, target=20)
    assert "En avance" in text_of(client_of(Role.EDUCATION), address(cast, "indicator", indicator.pk))
    Measurement.objects.update(value=52)
    assert "En retard sur la cible" in text_of(client_of(Role.EDUCATION), address(cast, "indicator", indicator.pk))


def test_when_too_little_is_known_the_page_says_what_is_missing(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    indicator = on_its_way(sheet, 31, baseline=None, baseline_on=None)
    page = text_of(client_of(Role.EDUCATION), address(cast, "indicator", indicator.pk))
    assert "il manque : la valeur de départ, la date de cette valeur." in page
    assert "En retard" not in page


def test_a_late_measure_is_told_in_days_until_the_sheet_is_done(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    indicator = on_its_way(sheet, 40, rhythm="monthly")
    Measurement.objects.update(on=timezone.localdate() - timedelta(days=95))
    client, url = client_of(Role.COORDINATOR), address(cast, "indicator_list") + "?vue=a-mesurer"
    assert "Pas mesuré depuis 95 jours, attendu chaque mois." in text_of(client, url)
    ActionSheet.objects.filter(pk=sheet.pk).update(status=Status.DONE)
    assert indicator.name not in text_of(client, url)


# Session, person, seats, then the indicators and their measures; what the whole council shares is already kept.
@pytest.mark.parametrize("rows", [1, 20])
def test_the_table_asks_the_same_queries_whatever_it_holds(
    cast: Cast, client_of: Callable, sheet: ActionSheet, django_assert_num_queries: Callable, rows: int
) -> None:
    for rank in range(rows):
        on_its_way(sheet, 31, name=f"Indicateur {rank}", measured_by=cast.professionals[Role.EDUCATION])
    client = client_of(Role.EDUCATION)
    client.get(address(cast, "indicator_list"))
    with django_assert_num_queries(5):
        page = client.get(address(cast, "indicator_list"))
    assert f"Indicateur {rows - 1}" in page.content.decode()


def test_views_search_filters_sort_and_export_show_the_same_rows(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    on_its_way(sheet, 31, name="Élèves reçus", nature="result")
    write(sheet, name="=Réunions", nature="activity")
    client, url = client_of(Role.COORDINATOR), address(cast, "indicator_list")
    for query, shown, hidden in (
        ("?vue=derive", "Élèves reçus", "=Réunions"),
        ("?vue=sans-cible", "=Réunions", "Élèves reçus"),
        ("?q=eleves+recus", "Élèves reçus", "=Réunions"),
        ("?nature=activity", "=Réunions", "Élèves reçus"),
    ):
        page = text_of(client, url + query)
        assert shown in page, query
        assert hidden not in page, query
    ordered = text_of(client, f"{url}?tri=-nom")
    assert ordered.index("=Réunions") < ordered.index("Élèves reçus")
    export = address(cast, "indicator_export", "csv")
    rows = list(csv.DictReader(io.StringIO(client.get(export).getvalue().decode("utf-8-sig")), delimiter=";"))
    assert [row["Indicateur"] for row in rows] == ["Élèves reçus", "'=Réunions"]
    assert rows[0]["Situation"] == "en retard sur la cible"
    assert client_of(Role.GUEST_EXPERT).get(export).status_code == 404


@pytest.mark.parametrize("query", ["?tri=rien", "?nature=%00", "?axe=²", "?vue=rien", "?page=99", "?q=%00"])
def test_any_address_gives_a_page(cast: Cast, client_of: Callable, sheet: ActionSheet, query: str) -> None:
    write(sheet)
    assert client_of(Role.EDUCATION).get(address(cast, "indicator_list") + query).status_code == 200


def test_a_restricted_sheet_keeps_its_indicators(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    indicator = write(sheet)
    ActionSheet.objects.filter(pk=sheet.pk).update(visibility="restricted")
    teacher, url = client_of(Role.EDUCATION), address(cast, "indicator", indicator.pk)
    assert teacher.get(url).status_code == 404
    assert indicator.name not in text_of(teacher, address(cast, "indicator_list"))
    assert client_of(Role.COORDINATOR).get(url).status_code == 200


def test_a_figure_is_taken_in_one_click_and_what_may_not_be_published_never(
    cast: Cast, client_of: Callable, sheet: ActionSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_month = timezone.localdate().replace(day=1) - timedelta(days=1)
    Event.objects.create(council=cast.council, sheet=sheet, title="Soirée", held_on=last_month, participants=30)
    indicator = write(sheet, figure="strategy.participants", rhythm="monthly")
    client, page = client_of(Role.COORDINATOR), address(cast, "indicator", indicator.pk)
    assert "<strong>30</strong>" in text_of(client, page)
    client.post(address(cast, "figure_take", indicator.pk))
    taken = Measurement.objects.get()
    assert (taken.value, taken.on) == (30, last_month)
    assert "Source" in taken.comment
    taken.delete()
    secret = Figure(
        key="other.room",
        label="Situations",
        unit="situations",
        source="Une autre salle",
        definition="Ce que l’autre salle compte.",
        rhythm="monthly",
        read=lambda council, period, territory: Reading.unpublished("Une autre salle"),
    )
    monkeypatch.setitem(__import__("quietude.kit.figures", fromlist=["_figures"])._figures, secret.key, secret)
    Indicator.objects.update(figure=secret.key)
    shown = text_of(client, page)
    assert "non diffusé" in shown
    assert "Prendre cette mesure" not in shown
    client.post(address(cast, "figure_take", indicator.pk))
    assert not Measurement.objects.exists()


def test_what_the_strategy_counts_for_others(cast: Cast, sheet: ActionSheet) -> None:
    commune = cast.council.communes.get()
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    Event.objects.create(council=cast.council, sheet=sheet, title="a", held_on=date(2026, 3, 1), commune=commune)
    Event.objects.create(council=cast.council, sheet=sheet, title="b", held_on=date(2025, 3, 1))
    Step.objects.create(council=cast.council, sheet=sheet, title="c", done_on=date(2026, 5, 1))
    FundingLine.objects.create(council=cast.council, sheet=sheet, funder="FIPD", year=2026, granted=6500)

    def worth(key: str, territory: str | None = None) -> Decimal | None:
        return read(cast.council, key, year, territory).value

    assert worth("strategy.events") == 1
    assert worth("strategy.events", commune.code) == 1
    assert worth("strategy.events", "00000") == 0
    assert worth("strategy.participants") is None, "no attendance was noted: nothing was counted"
    assert worth("strategy.steps_done") == 1
    assert worth("strategy.granted") == 6500
    assert worth("strategy.sheets_open") == 2
    ActionSheet.objects.filter(pk=sheet.pk).update(outside_strategy=True)
    assert worth("strategy.events") == 0
    assert worth("strategy.sheets_open") == 1


def test_who_measures_is_written_to_once_with_a_count_and_no_name(
    cast: Cast, client_of: Callable, sheet: ActionSheet
) -> None:
    today = timezone.localdate()
    for name in ("Un", "Deux"):
        on_its_way(sheet, 31, name=name, rhythm="monthly", measured_by=cast.professionals[Role.EDUCATION])
    assert send_measure_reminders(today) == 0
    Measurement.objects.update(on=today - timedelta(days=60))
    assert send_measure_reminders(today) == 1
    (message,) = mail.outbox
    assert message.to == [cast[Role.EDUCATION].email]
    assert "2 indicateurs attendent" in message.body.replace(NBSP, " ")
    assert "Deux" not in message.body
    path = message.body.split("\n")[5].split("://")[-1].partition("/")[2]
    page = text_of(client_of(Role.EDUCATION), f"/{path}")
    assert "Pas mesuré depuis 60 jours" in page
    assert "2 indicateurs" in page


def test_an_axis_advances_by_the_weight_of_its_sheets(cast: Cast, client_of: Callable) -> None:
    heavy, light, dropped = write_strategy(cast.council, 3)
    ActionSheet.objects.filter(pk=heavy.pk).update(weight=3, progress=100, status=Status.DONE)
    ActionSheet.objects.filter(pk=light.pk).update(weight=1, progress=0)
    ActionSheet.objects.filter(pk=dropped.pk).update(weight=9, status=Status.ABANDONED)
    client = client_of(Role.COORDINATOR)
    for name in ("strategy", "dashboard"):
        assert "avancement pondéré 75 %" in text_of(client, address(cast, name))
    ActionSheet.objects.filter(pk=heavy.pk).update(outside_strategy=True)
    assert "avancement pondéré 0 %" in text_of(client, address(cast, "strategy"))
    ActionSheet.objects.filter(pk=light.pk).update(visibility="restricted", status=Status.BLOCKED)
    assert "1 bloquée" in text_of(client, address(cast, "dashboard"))
    assert "1 bloquée" not in text_of(client_of(Role.EDUCATION), address(cast, "dashboard"))
