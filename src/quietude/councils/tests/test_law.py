"""Law is quoted by anchors that exist, and rules of law are dated rows that can be loaded again."""

import re
from datetime import date
from pathlib import Path

import pytest

from quietude.councils.models import LegalRule
from quietude.councils.services.rules import load_legal_rules

ROOT = Path(__file__).parents[4]


def anchors_of_the_page() -> set[str]:
    return set(re.findall(r'<a id="([^"]+)"></a>', (ROOT / "docs/law.md").read_text("utf-8")))


def test_every_anchor_that_the_code_quotes_exists() -> None:
    quoted = {
        anchor: path
        for path in (ROOT / "src").rglob("*.py")
        for line in re.findall(r".*law\.md#.*", path.read_text("utf-8"))
        for anchor in re.findall(r"#([a-z][a-z0-9-]+)", line)
    }
    assert {anchor: path for anchor, path in quoted.items() if anchor not in anchors_of_the_page()} == {}
    assert "l132-4" in quoted


@pytest.mark.django_db
def test_every_rule_of_law_has_its_anchor_and_loads_once() -> None:
    assert load_legal_rules() == LegalRule.objects.count() > 20
    assert set(LegalRule.objects.values_list("anchor", flat=True)) <= anchors_of_the_page()
    LegalRule.objects.filter(code="chair").update(label="Autre chose")
    assert load_legal_rules() == 1
    assert load_legal_rules() == 0


@pytest.mark.django_db
def test_the_threshold_of_a_day_is_the_one_in_force_that_day() -> None:
    load_legal_rules()
    thresholds = [
        LegalRule.objects.in_force(day).get(code="council_compulsory").value["population_over"]
        for day in (date(2015, 6, 1), date(2021, 5, 26), date(2021, 5, 27), date(2026, 11, 22))
    ]
    assert thresholds == [10_000, 10_000, 5_000, 5_000]
    as_of_right = [
        {rule.code for rule in LegalRule.objects.in_force(day).filter(kind="seat") if rule.value["standing"] == "right"}
        for day in (date(2024, 3, 22), date(2024, 3, 23))
    ]
    assert "department_president" in as_of_right[0]
    assert "department_president" not in as_of_right[1]
