"""The council of Loos steered in depth: every page of its strategy has something to show, to each who comes."""

import pytest
from django.urls import reverse

from quietude.demo.tests.visit import enter, enter_as
from quietude.strategy.comparison import Part
from quietude.strategy.models import ActionSheet, Baseline, Indicator, Strategy

LOOS = "loos-haubourdin-emmerin"
READERS = ("coordinator", "chair", "prefecture", "education", "member_mayor")
SHOWN = {
    "strategy": "Avancement pondéré",
    "action_sheet_list": "Financées par le FIPD",
    "action_sheet_gantt": "fiches ont bougé depuis la signature",
    "deadline_calendar": "dates dans le mois",
    "action_sheet_board": "La convention attend deux signatures",
    "action_sheet_counts": "En cours",
    "action_sheet_map": "Haubourdin",
    "coverage": "Vide assumé",
    "money": "Département du Nord",
    "call_list": "FIPD, prévention de la délinquance, Nord",
    "indicator_list": "En retard sur la cible",
    "weekly_point": "8. Chantier TIG",
}
"""Pages of the room, and words that each must show."""
MOVED = {"2", "3", "4", "5", "8", "10", "11", "13", "15", "19"}
ADDED = {"17"}
COUNTED = {"12"}
"""Sheets signed otherwise, come since, and measured by the platform itself."""

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def sheet(number: str) -> ActionSheet:
    return ActionSheet.objects.get(council__slug=LOOS, number=number)


def page_of(role: str, name: str, *arguments: object, council: str = LOOS, query: str = "") -> str:
    answer = enter_as(council, role).get(reverse(name, args=[council, *arguments]) + query)
    assert answer.status_code == 200, (role, name)
    return answer.content.decode()


@pytest.mark.parametrize("role", READERS)
def test_each_page_of_the_room_has_something_to_show(role: str) -> None:
    for name, words in SHOWN.items():
        assert words in page_of(role, name), (role, name)


@pytest.mark.parametrize("number", [str(number) for number in range(1, 20)])
def test_each_sheet_opens_and_says_whether_it_moved(number: str) -> None:
    shown = page_of("coordinator", "action_sheet", sheet(number).pk)
    assert ("Cette fiche est telle qu’elle a été signée" in shown) == (number not in MOVED | ADDED)
    told = page_of("coordinator", "sheet_history", sheet(number).pk)
    assert ('<ol class="history">' in told) == (number in MOVED | COUNTED)


def test_the_strategy_is_held_against_what_was_signed() -> None:
    frozen = Baseline.objects.get(council__slug=LOOS)
    assert frozen.sheets.count() == 18
    told = page_of("chair", "baseline_comparison", frozen.pk)
    for part in Part:
        assert part.title in told, part
    assert "Étienne Marsac" in page_of("education", "baseline", frozen.pk)
    assert "Onze fiches ont bougé" in page_of("coordinator", "baseline_list", frozen.strategy_id)


def test_another_council_keeps_a_milestone() -> None:
    pennes = "les-pennes-mirabeau"
    plan = Strategy.objects.get(council__slug=pennes)
    assert "exemple fictif" in page_of("coordinator", "baseline_list", plan.pk, council=pennes)
    told = page_of("coordinator", "baseline_comparison", Baseline.objects.get(strategy=plan).pk, council=pennes)
    assert "Accompagnement des sortants de prison" in told


def test_money_says_what_lives_on_one_year_and_which_report_is_due() -> None:
    assert "Permanences d’aide aux victimes" in page_of("prefecture", "money", query="?vue=un-an")
    assert "Postes Prévention Jeunesse" in page_of("prefecture", "money", query="?vue=comptes-rendus")
    assert "vit sur un financement d’un an" in page_of("coordinator", "action_sheet", sheet("10").pk)
    assert "convient à cette fiche" in page_of("coordinator", "action_sheet", sheet("4").pk)


def test_every_indicator_is_defined_one_is_counted_by_the_platform_one_is_silent() -> None:
    assert not Indicator.objects.filter(council__slug=LOOS, definition="").exists()
    counted = Indicator.objects.get(council__slug=LOOS, figure="strategy.participants")
    assert "Relevé dans Quiétude" in page_of("coordinator", "indicator", counted.pk)
    silent = Indicator.objects.get(council__slug=LOOS, name="Mesures accueillies")
    assert "Pas mesuré depuis" in page_of("coordinator", "indicator", silent.pk)
    behind = Indicator.objects.get(council__slug=LOOS, name="Jeunes suivis")
    assert "En retard sur la cible" in page_of("coordinator", "indicator", behind.pk)


def test_the_restricted_sheet_is_for_its_lead_its_partners_and_who_steers() -> None:
    address = reverse("action_sheet", args=[LOOS, sheet("13").pk])
    for role in ("coordinator", "mediation", "state_forces"):
        assert enter_as(LOOS, role).get(address).status_code == 200, role
    assert enter_as(LOOS, "education").get(address).status_code == 404


def test_a_view_is_shown_to_all_or_kept_for_oneself() -> None:
    mine = "Ma commune\u00a0: Emmerin"
    assert "Financées par le FIPD" in page_of("education", "action_sheet_list")
    assert mine not in page_of("education", "action_sheet_list")
    watremez = ActionSheet.objects.filter(council__slug=LOOS, referent__full_name="Gilles Watremez")[0].referent
    assert mine in enter(watremez.user).get(reverse("action_sheet_list", args=[LOOS])).content.decode()


def test_the_paper_of_a_sheet_is_a_real_pdf() -> None:
    document = sheet("4").documents.get()
    answer = enter_as(LOOS, "education").get(reverse("sheet_document", args=[LOOS, document.pk]))
    assert b"".join(answer).startswith(b"%PDF-")
