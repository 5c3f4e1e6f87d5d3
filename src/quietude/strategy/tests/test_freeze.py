"""The strategy is frozen once, whole, with its deliberation; it is read as it was, and nothing changes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quietude.audit.models import Entry
from quietude.intake.models import Upload
from quietude.permissions.roles import Role
from quietude.strategy.models import (
    ActionSheet,
    Baseline,
    BaselineSheet,
    BudgetLine,
    FundingLine,
    Indicator,
    Signatory,
    SourceLink,
    Step,
    Strategy,
    StrategyImport,
)
from quietude.strategy.queries.baselines import digest_now
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast
from tests.objects.versions import PDF

pytestmark = pytest.mark.django_db


def act(**changes: Any) -> dict[str, Any]:
    """The form that freezes a signature, as a browser sends it."""
    return {
        "kind": "signature",
        "signed_on": "12/03/2026",
        "deliberation": "2026-14",
        "deliberated_on": "10/03/2026",
        "reason": "",
        "signataires-TOTAL_FORMS": "2",
        "signataires-INITIAL_FORMS": "0",
        "signataires-0-name": "Baptiste Roussel",
        "signataires-0-quality": "Président du conseil",
        "signataires-0-signed_on": "12/03/2026",
        "signataires-1-name": "",
        "signataires-1-quality": "",
        "signataires-1-signed_on": "",
        **changes,
    }


def freeze(client: Client, cast: Cast, strategy: Strategy, **changes: Any) -> Baseline:
    """Freeze through the page; gives the version."""
    client.post(reverse("baseline_new", args=[cast.council.slug, strategy.pk]), act(**changes))
    return Baseline.objects.latest("pk")


def furnish(sheet: ActionSheet) -> None:
    """Give a sheet one row of each kind."""
    row = {"council": sheet.council, "sheet": sheet}
    Step.objects.create(**row, title="Convention signée", due_on="2026-06-30", cost=100)
    BudgetLine.objects.create(**row, year=2026, label="Encadrant", planned=14000)
    FundingLine.objects.create(**row, funder="FIPD", year=2026, asked=8000)
    Indicator.objects.create(**row, name="Jeunes accueillis", definition="Chacun compte une fois.", target=40)


def test_the_coordinator_freezes_and_everyone_reads_it_as_it_was(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    Strategy.objects.filter(pk=sheet.strategy_id).update(status="draft")
    furnish(sheet)
    address = reverse("baseline_new", args=[cast.council.slug, sheet.strategy_id])
    assert client_of(Role.CHAIR).get(address).status_code == 404
    assert client_of(Role.CHAIR).post(address, act()).status_code == 404
    client = client_of(Role.COORDINATOR)
    asked = client.get(address).content.decode()
    assert "1\u00a0axe et 2\u00a0fiches" in asked
    assert "passe de «\u00a0en préparation\u00a0» à «\u00a0adoptée\u00a0»" in asked.replace("« ", "«\u00a0").replace(
        " »", "\u00a0»"
    )
    assert "Baptiste Roussel" in asked
    scan = SimpleUploadedFile("deliberation.pdf", PDF)
    frozen = freeze(client, cast, sheet.strategy, scan=scan)
    strategy = Strategy.objects.get(pk=sheet.strategy_id)
    assert (strategy.status, str(strategy.adopted_on), strategy.deliberation) == (
        "adopted",
        "2026-03-10",
        "2026-14",
    )
    ActionSheet.objects.filter(pk=sheet.pk).update(title="Tout autre chose")
    page = client_of(Role.EDUCATION).get(reverse("baseline", args=[cast.council.slug, frozen.pk])).content.decode()
    for words in ("Action du rang 1", "Convention signée", "14\u202f000\u00a0€", "Jeunes accueillis", "Président"):
        assert words in page
    assert "Tout autre chose" not in page
    line = Entry.objects.filter(verb="baseline_freeze").get()
    assert (line.details["sheets"], line.details["digest"]) == (2, frozen.digest)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"signed_on": ""}, "Donnez une date."),
        ({"deliberated_on": ""}, "Donnez le numéro et la date de la délibération"),
        ({"kind": "milestone"}, "Dites en une phrase"),
        ({"kind": "amendment", "reason": "Nouvelle cible"}, "Sélectionnez un choix valide"),
        ({"signataires-0-name": ""}, "nomme au moins un signataire"),
        ({"signataires-0-quality": ""}, "Dites en quelle qualité cette personne signe."),
        ({"scan": SimpleUploadedFile("deliberation.pdf", b"MZ programme")}, "n’est pas un PDF"),
        ({"signed_on": (timezone.localdate() + timedelta(days=9)).strftime("%d/%m/%Y")}, "Cette date est à venir."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_frozen(
    cast: Cast, client_of: Callable, changes: dict[str, Any], said: str
) -> None:
    strategy = write_strategy(cast.council)[0].strategy
    address = reverse("baseline_new", args=[cast.council.slug, strategy.pk])
    answer = client_of(Role.COORDINATOR).post(address, act(**changes))
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not Baseline.objects.exists()
    assert not Upload.objects.exists()


def test_a_form_sent_twice_freezes_once(cast: Cast, client_of: Callable) -> None:
    strategy = write_strategy(cast.council)[0].strategy
    client, key = client_of(Role.COORDINATOR), "0d1c77ae-1f2b-4c8e-9a54-1a2b3c4d5e6f"
    for _ in range(2):
        freeze(client, cast, strategy, submission_key=key)
    assert Baseline.objects.count() == 1


def test_after_a_signature_come_amendments_and_milestones(cast: Cast, client_of: Callable) -> None:
    sheet = write_strategy(cast.council)[0]
    client = client_of(Role.COORDINATOR)
    freeze(client, cast, sheet.strategy)
    again = client.post(reverse("baseline_new", args=[cast.council.slug, sheet.strategy_id]), act())
    assert "Sélectionnez un choix valide" in again.content.decode()
    second = freeze(client, cast, sheet.strategy, kind="amendment", reason="La cible change", signed_on="01/09/2026")
    third = freeze(client, cast, sheet.strategy, kind="milestone", reason="Mi-parcours", signed_on="01/10/2026")
    assert (second.number, third.number) == (2, 3)
    listed = client.get(reverse("baseline_list", args=[cast.council.slug, sheet.strategy_id])).content.decode()
    assert listed.index("Mi-parcours") < listed.index("La cible change")


@pytest.mark.on_postgres
def test_the_base_refuses_to_change_what_is_frozen(cast: Cast, client_of: Callable) -> None:
    frozen = freeze(client_of(Role.COORDINATOR), cast, write_strategy(cast.council)[0].strategy)
    changes: list[tuple[type[models.Model], dict[str, Any]]] = [
        (Baseline, {"signed_on": "2020-01-01"}),
        (Baseline, {"portrait": {}}),
        (BaselineSheet, {"portrait": {}}),
        (Signatory, {"name": "Quelqu’un d’autre"}),
    ]
    for model, change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.update(**change)
    with pytest.raises(models.RestrictedError):
        frozen.strategy.delete()
    ActionSheet.objects.filter(council=cast.council).delete()
    Baseline.objects.update(frozen_by=None)
    assert BaselineSheet.objects.filter(baseline=frozen).count() == 2


def test_touching_the_base_behind_our_back_is_seen(
    cast: Cast, client_of: Callable, capsys: pytest.CaptureFixture[str]
) -> None:
    client = client_of(Role.COORDINATOR)
    frozen = freeze(client, cast, write_strategy(cast.council)[0].strategy, scan=SimpleUploadedFile("d.pdf", PDF))
    address = reverse("baseline_check", args=[cast.council.slug, frozen.pk])
    sound = client.get(address).content.decode()
    assert "Cette version est celle qui a été figée." in sound
    assert "La délibération numérisée est le fichier d’origine." in sound
    call_command("baseline_verify")
    assert "version 1 : intacte" in capsys.readouterr().out
    BaselineSheet.objects.filter(baseline=frozen).earliest("pk").delete()
    Upload.objects.get().delete()
    touched = client.get(address).content.decode()
    assert "Cette version n’est plus celle qui a été figée." in touched
    with pytest.raises(CommandError, match="n’est plus ce qui a été figé"):
        call_command("baseline_verify")
    assert "n’est plus le fichier d’origine, ou elle n’est plus conservée" in touched


def test_rewriting_a_version_with_its_digest_is_denied_by_the_register(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    frozen = freeze(client, cast, write_strategy(cast.council)[0].strategy)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER strategy_baseline_frozen")
    Baseline.objects.update(reason="Ce qui n’a jamais été signé")
    forged = Baseline.objects.get()
    Baseline.objects.update(digest=digest_now(forged))
    page = client.get(reverse("baseline_check", args=[cast.council.slug, frozen.pk])).content.decode()
    assert "Cette version n’est plus celle qui a été figée." in page


def test_the_scan_leaves_as_a_download_and_only_from_its_own_council(cast: Cast, client_of: Callable) -> None:
    client = client_of(Role.COORDINATOR)
    frozen = freeze(client, cast, write_strategy(cast.council)[0].strategy, scan=SimpleUploadedFile("../x.pdf", PDF))
    answer = client_of(Role.EDUCATION).get(reverse("baseline_scan", args=[cast.council.slug, frozen.pk]))
    assert answer.content == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="deliberation-version-1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert Upload.objects.get().lasting
    neighbour = client_of(cast.neighbour)
    assert neighbour.get(reverse("baseline_scan", args=[cast.other.slug, frozen.pk])).status_code == 404
    bare = freeze(client, cast, frozen.strategy, kind="milestone", reason="Sans pièce")
    assert client.get(reverse("baseline_scan", args=[cast.council.slug, bare.pk])).status_code == 404


def test_a_restricted_or_vanished_sheet_is_read_by_who_steers_only(cast: Cast, client_of: Callable) -> None:
    first, second, third = write_strategy(cast.council, 3)
    ActionSheet.objects.filter(pk=third.pk).update(outside_strategy=True)
    steering = client_of(Role.COORDINATOR)
    frozen = freeze(steering, cast, first.strategy)
    ActionSheet.objects.filter(pk=first.pk).update(visibility="restricted")
    ActionSheet.objects.filter(pk=second.pk).delete()
    for name in ("baseline", "baseline_comparison"):
        address = reverse(name, args=[cast.council.slug, frozen.pk])
        own, others = steering.get(address).content.decode(), client_of(Role.HEALTH).get(address).content.decode()
        assert "Action du rang 2" in own
        assert "Action du rang 2" not in others
        assert "Action du rang 1" not in others
        assert "Action du rang 3" not in own
    assert (
        "Cette version est celle"
        in client_of(Role.HEALTH).get(reverse("baseline_check", args=[cast.council.slug, frozen.pk])).content.decode()
    )


def test_what_was_signed_outlives_the_undoing_of_its_import(cast: Cast, client_of: Callable) -> None:
    strategy = write_strategy(cast.council)[0].strategy
    taken = StrategyImport.objects.create(
        council=cast.council, file_name="plan.txt", state="applied", strategy=strategy, review={}
    )
    client = client_of(Role.COORDINATOR)
    freeze(client, cast, strategy)
    answer = client.post(reverse("import_undo", args=[cast.council.slug, taken.pk]), follow=True)
    assert "ce qui a été signé ne s’annule plus" in answer.content.decode()
    assert ActionSheet.objects.filter(strategy=strategy).count() == 2
    assert not SourceLink.objects.exists()


@pytest.mark.parametrize("sheets", [1, 20])
def test_freezing_and_reading_cost_the_same_at_any_size(
    cast: Cast, client_of: Callable, django_assert_num_queries: Callable, sheets: int
) -> None:
    written = write_strategy(cast.council, sheets)
    for sheet in written:
        furnish(sheet)
    client = client_of(Role.COORDINATOR)
    frozen = freeze(client, cast, written[0].strategy)
    slug = cast.council.slug
    # The gate (3, 8 when nothing is kept yet), the version, its signatories, its sheets; today reads thirteen tables.
    pages = {
        reverse("baseline_list", args=[slug, frozen.strategy_id]): 23,
        reverse("baseline", args=[slug, frozen.pk]): 6,
        reverse("baseline_check", args=[slug, frozen.pk]): 7,
        reverse("baseline_comparison", args=[slug, frozen.pk]): 22,
    }
    for address, count in pages.items():
        with django_assert_num_queries(count):
            assert client.get(address).status_code == 200
