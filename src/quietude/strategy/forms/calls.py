from typing import Any

from django import forms
from django.utils import timezone

from quietude.councils.forms.base import CouncilRowForm
from quietude.councils.gate import Here
from quietude.kit.forms import french_formfield
from quietude.strategy.models import FundingCall, FundingProgramme


class CallForm(CouncilRowForm[FundingCall]):
    """A call for projects, as the page of the prefecture or of the funder announces it."""

    class Meta:
        formfield_callback = french_formfield
        model = FundingCall
        fields = (
            "programme",
            "title",
            "department",
            "year",
            "opens_on",
            "closes_on",
            "documents",
            "address",
            "note",
        )
        widgets = {"documents": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "department": "Son numéro : 59, 2A, 974. Vide si l’appel n’est pas départemental.",
            "year": "L’année que l’argent paiera.",
            "documents": "Une pièce par ligne.",
            "address": "La page où l’appel est publié.",
        }


def call_defaults(here: Here, programme: FundingProgramme | None) -> dict[str, Any]:
    """What a new call starts with: the department when the council has only one, the documents of the programme."""
    departments = set(here.council.communes.values_list("department", flat=True))
    year = timezone.localdate().year + 1
    known = {"department": departments.pop()} if len(departments) == 1 else {}
    if programme is None:
        return {**known, "year": year}
    return {
        **known,
        "year": year,
        "programme": programme.pk,
        "title": f"{programme.name} {year}",
        "documents": "\n".join(programme.documents),
    }
