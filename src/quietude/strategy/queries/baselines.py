"""Reads of the frozen versions: as they were, and whether they still are."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import timezone

from quietude.audit.models import Entry
from quietude.councils.gate import Here
from quietude.councils.models import Seat
from quietude.intake.errors import RefusedFile
from quietude.intake.services import open_upload
from quietude.kit.dates import date_text
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Baseline, BaselineSheet, Strategy
from quietude.strategy.portraits import ROWS, Portrait, digest_of, sheet_portrait, strategy_portrait
from quietude.strategy.queries.objects import one

USUAL_SIGNATORIES = (Role.CHAIR, Role.PREFECTURE, Role.PROSECUTOR)
"""Whose names are proposed: the authorities that sign a strategy most often; each is kept, changed or left out."""
SIGNED = (Baseline.Kind.SIGNATURE, Baseline.Kind.AMENDMENT)


def get_baseline(here: Here, pk: int) -> Baseline:
    """One frozen version of this council, with its strategy and signatories. Raises Http404."""
    rows = Baseline.objects.visible_to(here.seats).filter(council=here.council)
    return one(rows.select_related("strategy", "council", "frozen_by").prefetch_related("signatories"), pk)


def baseline_list(here: Here, strategy: Strategy) -> list[Any]:
    """The frozen versions of ``strategy``, the latest first, without their content; ``sheet_total`` counts sheets."""
    rows = Baseline.objects.visible_to(here.seats).filter(strategy=strategy).defer("portrait")
    counted = rows.annotate(sheet_total=Count("sheets")).select_related("frozen_by")
    return list(counted.prefetch_related("signatories").order_by("-number"))


def live_portrait(strategy: Strategy, sheets: QuerySet[Any] | None = None) -> Portrait:
    """The strategy as it stands, without the actions that partners run outside it; thirteen queries at any size.

    ``sheets`` narrows to what a reader may see; a version freezes them all.
    """
    chosen: Any = ActionSheet.objects.all() if sheets is None else sheets
    rows = chosen.filter(strategy=strategy).of_the_strategy().select_related("axis", "lead", "referent")
    return Portrait(
        strategy_portrait(
            strategy,
            strategy.axes.order_by("position", "id"),
            strategy.objectives.select_related("axis").order_by("axis__position", "position", "id"),
            strategy.frameworks.all(),
        ),
        [sheet_portrait(sheet) for sheet in rows.prefetch_related(*ROWS).order_by("axis__position", "position", "id")],
    )


def frozen_portrait(here: Here, baseline: Baseline) -> Portrait:
    """The strategy as it was frozen, with the sheets that the reader may see."""
    rows = BaselineSheet.objects.visible_to(here.seats).filter(baseline=baseline).order_by("position")
    return Portrait(baseline.portrait, list(rows.values_list("portrait", flat=True)))


def every_baseline() -> QuerySet[Baseline]:
    """The frozen versions of all councils, for the command that verifies them."""
    return Baseline.objects.select_related("council", "strategy").prefetch_related("signatories").order_by("pk")


def digest_now(baseline: Baseline) -> str:
    """The digest of a frozen version as its rows now stand: that of its freezing, unless someone touched them."""
    rows = BaselineSheet.objects.filter(baseline=baseline).order_by("position")
    content = Portrait(baseline.portrait, list(rows.values_list("portrait", flat=True)))
    return digest_of(baseline.act(baseline.signatories.all()), content)


def reference_baseline(strategy: Strategy) -> Baseline | None:
    """What the strategy is held against: its latest signature or amendment; a milestone binds nobody."""
    signed = Baseline.objects.filter(strategy=strategy, kind__in=SIGNED).defer("portrait")
    return signed.order_by("-number").first()


def signed_dates(strategy: Strategy) -> dict[UUID, tuple[date | None, date | None]]:
    """{stable identifier of a sheet: (start, due date) as signed}; empty when nothing was. Two queries."""
    reference = reference_baseline(strategy)
    if reference is None:
        return {}
    rows = BaselineSheet.objects.filter(baseline=reference)
    return {
        key: (_day(starts_on), _day(due_on))
        for key, starts_on, due_on in rows.values_list("external_id", "portrait__starts_on", "portrait__due_on")
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Freezing:
    """What the page that freezes says before it does: how much, which kinds, who usually signs."""

    strategy: Strategy
    axes: int
    sheets: int
    outside: int
    is_signed: bool
    signatories: list[dict[str, str]]

    @property
    def adopts(self) -> bool:
        """Whether signing makes the strategy an adopted one."""
        return self.strategy.status == Strategy.Status.DRAFT


def freezing(here: Here, strategy: Strategy) -> Freezing:
    """What there is to freeze in ``strategy``, in four queries."""
    sheets = ActionSheet.objects.filter(strategy=strategy)
    own = sheets.of_the_strategy().count()
    return Freezing(
        strategy=strategy,
        axes=strategy.axes.count(),
        sheets=own,
        outside=sheets.count() - own,
        is_signed=reference_baseline(strategy) is not None,
        signatories=_usual_signatories(here),
    )


def _usual_signatories(here: Here) -> list[dict[str, str]]:
    seats = Seat.objects.current(timezone.localdate()).filter(council=here.council, role__in=USUAL_SIGNATORIES)
    found = sorted(seats.select_related("professional"), key=lambda s: (USUAL_SIGNATORIES.index(Role(s.role)), s.pk))
    return [
        {"name": seat.professional.full_name, "quality": seat.professional.job or Role(seat.role).label.capitalize()}
        for seat in found
    ]


def since(baseline: Baseline) -> str:
    """« la signature du 12 mars 2024 »."""
    return f"{baseline.name} du {date_text(baseline.signed_on)}"


@dataclass(frozen=True, slots=True)
class Check:
    """Whether what is read is what was frozen: the content by its digest, the scan by its own."""

    digest: str
    registered: str
    """What the register holds since the freezing; empty when it does not know this version."""
    is_intact: bool
    scan_is_intact: bool | None
    """None when no scan was attached."""


def check_baseline(baseline: Baseline) -> Check:
    """Digest again the rows and the scan of a frozen version; the register is the witness of who would rewrite both."""
    digest, registered, scan = digest_now(baseline), _registered_digest(baseline), None
    if baseline.scan:
        scan = _stored_digest(baseline.scan, baseline.council.reference) == baseline.portrait["scan"]
    return Check(digest, registered, digest == baseline.digest == registered, scan)


def _registered_digest(baseline: Baseline) -> str:
    lines = Entry.objects.filter(
        chain=str(baseline.council.reference), verb="baseline_freeze", object_reference=str(baseline.pk)
    )
    details = lines.order_by("number").values_list("details", flat=True).first()
    return str(details["digest"]) if details else ""


def _stored_digest(reference: UUID, council: UUID) -> str:
    """SHA-256 of the stored bytes; empty when they are gone."""
    try:
        _, content = open_upload(reference, council=council)
    except RefusedFile:
        return ""
    with content:
        return hashlib.file_digest(content, "sha256").hexdigest()
