"""Freezing the strategy: at its signature, by an amendment, or for memory. Nothing here changes what was frozen."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import F

from quietude.councils.gate import Here
from quietude.intake.services import keep_upload
from quietude.strategy.models import Baseline, BaselineSheet, Signatory, Strategy
from quietude.strategy.portraits import Portrait, digest_of
from quietude.strategy.queries.baselines import SIGNED, live_portrait

BATCH = 500


def freeze_strategy(
    here: Here,
    strategy: Strategy,
    act: dict[str, Any],
    *,
    signatories: list[dict[str, Any]],
    scan: UploadedFile | None = None,
) -> Baseline:
    """Freeze ``strategy`` as it stands, whole; a draft that is signed becomes an adopted strategy.

    ``act`` holds kind, signed_on, deliberation, deliberated_on and reason; each signatory name, quality, signed_on.
    Raises RefusedFile when ``scan`` may not come in; nothing is then frozen.
    """
    locked = Strategy.objects.select_for_update().get(pk=strategy.pk)
    upload = keep_upload(scan, council=here.council.reference, lasting=True) if scan else None
    if act["kind"] in SIGNED and locked.status == Strategy.Status.DRAFT:
        _adopt(locked, act)
    content = live_portrait(locked)
    content.strategy["scan"] = upload.sha256 if upload else ""
    baseline = Baseline(
        council=here.council,
        strategy=locked,
        number=Baseline.objects.filter(strategy=locked).count() + 1,
        portrait=content.strategy,
        scan=upload.reference if upload else None,
        frozen_by=here.user,
        **act,
    )
    people = [
        Signatory(council=here.council, baseline=baseline, position=position, **one)
        for position, one in enumerate(signatories)
    ]
    baseline.digest = digest_of(baseline.act(people), content)
    baseline.save(force_insert=True)
    Signatory.objects.bulk_create(people)
    _keep_sheets(baseline, content)
    here.write_register(
        "baseline_freeze",
        object_type="baseline",
        object_reference=baseline.pk,
        kind=act["kind"],
        sheets=len(content.sheets),
        digest=baseline.digest,
    )
    return baseline


def _adopt(strategy: Strategy, act: dict[str, Any]) -> None:
    """A signed draft is an adopted strategy, from the day of the deliberation, else of the signature."""
    Strategy.objects.filter(pk=strategy.pk).update(
        status=Strategy.Status.ADOPTED,
        adopted_on=act["deliberated_on"] or act["signed_on"],
        deliberation=act["deliberation"] or strategy.deliberation,
        version=F("version") + 1,
    )
    strategy.refresh_from_db()


def _keep_sheets(baseline: Baseline, content: Portrait) -> None:
    """One row for each sheet, in order, whatever their number."""
    BaselineSheet.objects.bulk_create(
        (
            BaselineSheet(
                council_id=baseline.council_id,
                baseline=baseline,
                position=position,
                external_id=sheet["external_id"],
                portrait=sheet,
            )
            for position, sheet in enumerate(content.sheets)
        ),
        batch_size=BATCH,
    )
