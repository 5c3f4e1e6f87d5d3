"""Taking over an existing document: read apart, reviewed by a person, applied at once, undone as a whole."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.intake.services import discard_upload
from quietude.kit.errors import VersionConflict
from quietude.kit.text import fold
from quietude.strategy import review as reviews
from quietude.strategy import words
from quietude.strategy.models import (
    ActionSheet,
    Axis,
    FundingLine,
    Indicator,
    Objective,
    SheetDocument,
    SheetObjective,
    SheetPartner,
    SourceLink,
    Strategy,
    StrategyImport,
)
from quietude.strategy.models.vocabulary import Status
from quietude.strategy.services.attachments import discard_documents
from quietude.strategy.services.summary import refresh_summaries

State = StrategyImport.State


def start_import(here: Here, *, file_name: str, file_format: str, upload: UUID) -> StrategyImport:
    """Open the taking-over of an upload that ``intake`` has checked and kept; it is read in the background."""
    taken = StrategyImport.objects.create(
        council=here.council,
        file_name=file_name[:200],
        file_format=file_format,
        upload=upload,
        started_by=here.user,
    )
    here.write_register("import_start", object_type="import", object_reference=taken.reference, format=file_format)
    return taken


def record_reading(taken: StrategyImport, reading: dict[str, Any]) -> None:
    """Keep what the child process read: ``reading`` is what ``importer.read_strategy_file`` gives."""
    taken.lines = reading["lines"]
    taken.file_format = reading["format"]
    taken.review = reviews.start_review(reading["draft"])
    taken.state = State.REVIEW
    taken.save(update_fields=["lines", "file_format", "review", "state"])


def record_failure(taken: StrategyImport, message: str) -> None:
    """Keep why a document could not be read; ``message`` is for the reader, in French."""
    taken.state = State.FAILED
    taken.message = message[:500]
    taken.save(update_fields=["state", "message"])
    _let_go_of_upload(taken)


def review_item(taken: StrategyImport, version: int, act: Callable[[reviews.Review], Any]) -> Any:
    """Do one act of review and save it; the whole review has one version, since two people may review together.

    Raises VersionConflict when the review has moved since ``version``, ReviewError when the act makes no sense.
    """
    if taken.state != State.REVIEW:
        raise reviews.ReviewError("Cette reprise n’est plus à relire : elle a été enregistrée ou abandonnée.")
    result = act(taken.review)
    changed = StrategyImport.objects.filter(pk=taken.pk, version=version, state=State.REVIEW).update(
        review=taken.review, version=version + 1
    )
    if not changed:
        raise VersionConflict
    taken.version = version + 1
    return result


def apply_import(here: Here, taken: StrategyImport) -> Strategy:
    """Save what the review kept as a new strategy in preparation; every item keeps the link to its source.

    Raises ReviewError when nothing is kept or the import is no longer to be reviewed.
    """
    locked = StrategyImport.objects.select_for_update().get(pk=taken.pk)
    if locked.state != State.REVIEW:
        raise reviews.ReviewError("Cette reprise a déjà été enregistrée ou abandonnée. Rien n’a été fait deux fois.")
    review = locked.review
    if not (reviews.kept(review, "axis") or reviews.kept(review, "action")):
        raise reviews.ReviewError("Tout a été écarté : il n’y a rien à enregistrer. Reprenez au moins un élément.")
    strategy = _Writer(here, locked).write()
    locked.state, locked.applied_at, locked.strategy = State.APPLIED, timezone.now(), strategy
    locked.save(update_fields=["state", "applied_at", "strategy"])
    _let_go_of_upload(locked)
    found = reviews.counts(review)
    here.write_register(
        "import_apply",
        object_type="import",
        object_reference=locked.reference,
        axes=found["axes"],
        actions=found["actions"],
    )
    return strategy


def undo_import(here: Here, taken: StrategyImport) -> None:
    """Take away all that the import created; the review stays, so that it can be applied again.

    Raises ReviewError when there is nothing to undo.
    """
    locked = StrategyImport.objects.select_for_update().get(pk=taken.pk)
    if locked.state != State.APPLIED or locked.strategy is None:
        raise reviews.ReviewError("Cette reprise n’est pas enregistrée, ou elle a déjà été annulée.")
    strategy = locked.strategy
    if strategy.baselines.exists():
        raise reviews.ReviewError("Cette stratégie a une version figée : ce qui a été signé ne s’annule plus.")
    SourceLink.objects.filter(taken_from=locked).delete()
    discard_documents(SheetDocument.objects.filter(sheet__strategy=strategy))
    ActionSheet.objects.filter(strategy=strategy).delete()
    Objective.objects.filter(strategy=strategy).delete()
    Axis.objects.filter(strategy=strategy).delete()
    locked.state, locked.undone_at, locked.strategy = State.REVIEW, timezone.now(), None
    locked.save(update_fields=["state", "undone_at", "strategy"])
    strategy.delete()
    here.write_register("import_undo", object_type="import", object_reference=locked.reference)


def abandon_import(here: Here, taken: StrategyImport) -> None:
    """Give up a review: the lines read go, the trace that a document was looked at stays."""
    StrategyImport.objects.filter(pk=taken.pk, state__in=[State.REVIEW, State.FAILED, State.READING]).update(
        state=State.ABANDONED, lines=[], review={}
    )
    _let_go_of_upload(taken)
    here.write_register("import_abandon", object_type="import", object_reference=taken.reference)


def _let_go_of_upload(taken: StrategyImport) -> None:
    """The review works on the lines that were read: the file itself goes as soon as it has no use."""
    if taken.upload:
        discard_upload(taken.upload)


class _Writer:
    """Writes one reviewed draft: holds what every row needs (council, strategy, known organisations)."""

    def __init__(self, here: Here, taken: StrategyImport) -> None:
        self.here, self.taken, self.review = here, taken, taken.review
        self.council = here.council
        organisations = Organisation.objects.filter(council=here.council)
        self.known = {fold(name): o for o in organisations for name in (o.name, o.short_name) if name}
        self.links: list[SourceLink] = []
        self.sheets: list[ActionSheet] = []

    def write(self) -> Strategy:
        self.strategy = Strategy.objects.create(
            council=self.council,
            title=(self.review["title"] or "Stratégie territoriale")[:300],
            starts_on=date(self.review["starts"], 1, 1) if self.review["starts"] else None,
            ends_on=date(self.review["ends"], 12, 31) if self.review["ends"] else None,
        )
        for position, title in enumerate(self.review["general_objectives"], 1):
            self._objective(position, title[:500], None)
        for position, node in enumerate(self._kept(None), 1):
            self._axis(position, node)
        SourceLink.objects.bulk_create(self.links)
        refresh_summaries(self.sheets)
        return self.strategy

    def _kept(self, parent: int | None) -> list[reviews.Node]:
        return [node for node in reviews.children(self.review, parent) if node["state"] != "dropped"]

    def _link(self, node: reviews.Node, **item: Any) -> None:
        if source := node["source"]:
            self.links.append(
                SourceLink(
                    council=self.council,
                    taken_from=self.taken,
                    page=source.get("page") or "",
                    line=source["line"],
                    last_line=source.get("last_line"),
                    text=source["text"],
                    confidence=node["confidence"],
                    reason=node["reason"][:300],
                    to_check=reviews.needs_check(node),
                    **item,
                )
            )

    def _axis(self, position: int, node: reviews.Node) -> None:
        axis = Axis.objects.create(
            council=self.council,
            strategy=self.strategy,
            position=position,
            title=node["title"][:500],
            description=node["description"],
        )
        self._link(node, axis=axis)
        for rank, child in enumerate(self._kept(node["id"]), 1):
            if child["kind"] == "action":
                self._sheet(rank, child, axis, None)
                continue
            objective = self._objective(rank, child["title"][:500], axis, child["description"])
            self._link(child, objective=objective)
            for place, action in enumerate(self._kept(child["id"]), rank + 1):
                self._sheet(place, action, axis, objective)

    def _objective(self, position: int, title: str, axis: Axis | None, description: str = "") -> Objective:
        return Objective.objects.create(
            council=self.council,
            strategy=self.strategy,
            axis=axis,
            position=position,
            title=title,
            description=description,
        )

    def _sheet(self, position: int, node: reviews.Node, axis: Axis, objective: Objective | None) -> None:
        fields = node["fields"]
        leads = fields.get("lead") or []
        sheet = ActionSheet.objects.create(
            council=self.council,
            strategy=self.strategy,
            axis=axis,
            number=node["number"][:20],
            position=position,
            title=node["title"][:500],
            status=words.read_status(fields.get("status")) or Status.TO_LAUNCH,
            lead=self._organisation(leads[0]) if len(leads) == 1 else None,
            lead_name=", ".join(leads)[:300],
            due_on=words.read_due_date(fields.get("calendar")),
            description=node["description"],
            context=fields.get("context") or "",
            public=(fields.get("public") or "")[:500],
            perimeter=(fields.get("territory") or "")[:500],
            means=fields.get("means") or "",
            calendar=fields.get("calendar") or "",
            evaluation=fields.get("evaluation") or "",
            changed_by=self.here.user,
        )
        if objective:
            SheetObjective.objects.create(council=self.council, sheet=sheet, objective=objective)
        self._link(node, sheet=sheet)
        self._rows(sheet, fields)
        self.sheets.append(sheet)

    def _rows(self, sheet: ActionSheet, fields: dict[str, Any]) -> None:
        own = {"council": self.council, "sheet": sheet}
        SheetPartner.objects.bulk_create(
            SheetPartner(**own, position=i, name=name[:300], organisation=self._organisation(name))
            for i, name in enumerate(fields.get("partners") or [])
        )
        Indicator.objects.bulk_create(
            Indicator(**own, position=i, name=name[:300]) for i, name in enumerate(fields.get("indicators") or [])
        )
        FundingLine.objects.bulk_create(
            self._funding(own, i, line) for i, line in enumerate(fields.get("funding") or [])
        )

    def _funding(self, own: dict[str, Any], position: int, line: dict[str, Any]) -> FundingLine:
        amount = words.read_amount(line.get("amount"))
        note = "" if amount is not None else str(line.get("amount") or "")[:300]
        return FundingLine(**own, position=position, funder=line["funder"][:200], asked=amount, note=note)

    def _organisation(self, name: str) -> Organisation | None:
        return self.known.get(fold(name))
