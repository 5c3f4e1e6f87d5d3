"""The one place where two people who write on a sheet meet, and where what they leave behind is kept."""

from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.errors import VersionConflict
from quietude.strategy.models import ActionSheet, SheetVersion
from quietude.strategy.queries.states import rows_in_words, sent_form

FIELDS_OF_THE_SHEET = ""
SAME_MATTER = {FIELDS_OF_THE_SHEET: {FIELDS_OF_THE_SHEET, "communes"}, "communes": {FIELDS_OF_THE_SHEET, "communes"}}
"""Sections that write the same thing: the communes are ticked on the form of the sheet, and detailed by rows."""


def take_turn(
    here: Here, sheet: ActionSheet, section: str = FIELDS_OF_THE_SHEET, *, version: int | None = None
) -> None:
    """Raise the version of ``sheet`` and keep what is about to be replaced: its fields, or the rows of ``section``.

    ``section`` is the relation of the rows ("steps"), or "measurements". ``version`` is what the writer had read, None
    for an act that replaces nothing (a step is done, an event is added). Raises VersionConflict when someone wrote the
    same section since then; what was written elsewhere on the sheet is no conflict.
    """
    current = ActionSheet.objects.filter(pk=sheet.pk).values_list("version", flat=True).first() or 0
    if version is not None and version != current and not _untouched(sheet, section, version, current):
        raise VersionConflict
    raised = {"version": current + 1, "changed_at": timezone.now(), "changed_by": here.user}
    if not ActionSheet.objects.filter(pk=sheet.pk, version=current).update(**raised):
        raise VersionConflict
    SheetVersion.objects.create(
        council=here.council,
        sheet=sheet,
        number=current,
        section=section,
        values={} if section else sent_form(sheet),
        rows=rows_in_words(sheet, section) if section else [],
        replaced_by=here.user,
    )
    sheet.version = current + 1


def _untouched(sheet: ActionSheet, section: str, version: int, current: int) -> bool:
    """Whether all that was written between ``version`` and ``current`` is known, and is another matter."""
    since = sheet.versions.filter(number__gte=version, number__lt=current)
    elsewhere = since.exclude(section__in=SAME_MATTER.get(section, {section}))
    return current > version > 0 and elsewhere.count() == current - version
