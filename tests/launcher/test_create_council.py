"""A council is created from the console, and its coordination invited."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from quietude.config import cli
from quietude.councils.models import Council, Seat
from quietude.permissions.roles import Role
from quietude.strategy.models import Strategy
from tests.cast import Cast

NEW = ["council", "create", "--name", "CLSPD de la Vallée", "--kind", "clspd"]
PERSON = ["--coordinator", "Anne Petit", "--email", "anne@vallee.example", "--organisation", "Ville de la Vallée"]


def test_a_council_is_created_with_its_coordinator(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    code = cast.council.communes.all()[0].code
    assert cli.main([*NEW, "--commune", code, *PERSON]) == 0
    council = Council.objects.get(slug="clspd-de-la-vallee")
    assert [commune.code for commune in council.communes.all()] == [code]
    assert [seat.role for seat in Seat.objects.filter(council=council)] == [Role.COORDINATOR]
    path = re.search(r"http://[^/]+(/\S+)", capsys.readouterr().out)
    assert path is not None
    assert Client().get(path.group(1), follow=True).status_code == 200


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--commune", "99999"], "Code de commune inconnu"),
        (["--commune", "{code}", "--slug", "{slug}"], "déjà celle d’un conseil"),
        (["--commune", "{code}", "--email", "anne@vallee.example"], "donnez ensemble"),
    ],
)
def test_a_refusal_creates_nothing(
    cast: Cast, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Council.objects.count()
    facts = {"code": cast.council.communes.all()[0].code, "slug": cast.council.slug}
    assert cli.main([*NEW, *(word.format(**facts) for word in words)]) == 1
    assert sentence in capsys.readouterr().err
    assert Council.objects.count() == before


def test_a_plan_read_on_the_console_waits_for_its_review(
    cast: Cast, tmp_path: Path, client_of: Callable[[Role], Client]
) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("Axe 1 : Protéger les jeunes\nAction n°1 : Tenir une permanence au collège\n", "utf-8")
    assert cli.main(["import-strategy", str(document), "--council", cast.council.slug]) == 0
    waiting = client_of(Role.COORDINATOR).get(reverse("import_list", args=[cast.council.slug])).content.decode()
    assert "plan.txt" in waiting
    assert not Strategy.objects.filter(council=cast.council).exists()
    assert cli.main(["import-strategy", str(document), "--council", "nowhere"]) == 1
