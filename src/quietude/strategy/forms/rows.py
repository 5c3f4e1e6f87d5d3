"""The rows of a sheet (steps, money, indicators, partners, communes): one mechanism for all sections."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseModelFormSet, modelformset_factory

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.kit.forms import french_formfield
from quietude.strategy.models import (
    ActionSheet,
    BudgetLine,
    FundingCall,
    FundingLine,
    SheetCommune,
    SheetLink,
    SheetPartner,
    Step,
)
from quietude.strategy.models.scope import CouncilRow
from quietude.territories.models import Commune


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the sheet that is edited as a list of rows."""

    slug: str
    title: str
    related: str
    """Name of the relation on the sheet: "steps"."""
    model: type[CouncilRow]
    fields: tuple[str, ...]
    add_label: str
    help: str
    positioned: bool = True


SECTIONS = {
    section.slug: section
    for section in (
        Section(
            "etapes",
            "Étapes",
            "steps",
            Step,
            ("title", "starts_on", "due_on", "done_on", "cost", "note"),
            "Une étape de plus",
            "Une étape est un fait que l’on pourra constater : « convention signée ». Le rang dit l’ordre.",
        ),
        Section(
            "budget",
            "Budget",
            "budget_lines",
            BudgetLine,
            ("year", "label", "nature", "unit", "planned", "real"),
            "Une dépense de plus",
            "Ce que l’action coûte, année par année. Laissez vide ce qui n’est pas connu : vide n’est pas zéro.",
        ),
        Section(
            "argent",
            "Financements",
            "funding_lines",
            FundingLine,
            ("funder", "year", "call", "state", "asked", "granted", "paid", "one_year", "justified_on", "note"),
            "Un financeur de plus",
            "En euros. Laissez vide ce qui n’est pas connu : vide n’est pas zéro.",
        ),
        Section(
            "partenaires",
            "Partenaires",
            "partners",
            SheetPartner,
            ("organisation", "name", "part"),
            "Un partenaire de plus",
            "Choisissez l’organisme dans l’annuaire, ou écrivez son nom.",
        ),
        Section(
            "communes",
            "Par commune",
            "communes",
            SheetCommune,
            ("commune", "status", "lead", "due_on"),
            "Une commune de plus",
            "Ne remplissez que ce qui diffère de la fiche.",
            positioned=False,
        ),
        Section(
            "liens",
            "Fiches liées",
            "links",
            SheetLink,
            ("nature", "other"),
            "Un lien de plus",
            "Ce que cette fiche complète, suit, ou ce dont elle a besoin. L’autre fiche le dira aussi.",
            positioned=False,
        ),
    )
}


class RowFormSet(BaseModelFormSet[Any, Any]):
    """The rows of one section, with choices limited to this council."""

    here: Here
    sheet: ActionSheet

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "ORDER" in form.fields:
            form.fields["ORDER"].label = "Rang"
        choices = {
            "organisation": Organisation.objects.filter(council=self.here.council),
            "lead": Organisation.objects.filter(council=self.here.council),
            "call": FundingCall.objects.filter(council=self.here.council),
            "commune": Commune.objects.filter(councils=self.here.council),
            "other": ActionSheet.objects.visible_to(self.here.seats)
            .filter(strategy=self.sheet.strategy_id)
            .exclude(pk=self.sheet.pk)
            .only("number", "title"),
        }
        for name, rows in choices.items():
            if name in form.fields:
                form.fields[name].queryset = rows

    def kept(self) -> list[Any]:
        """The rows to keep, in the order asked for; a line left empty is none."""
        in_order = self.ordered_forms if self.can_order else self.forms
        written = [form for form in in_order if form.has_changed() or form.instance.pk]
        return [form.save(commit=False) for form in written if form not in self.deleted_forms]

    def removed(self) -> list[Any]:
        """The rows to take away."""
        return [form.instance for form in self.deleted_forms if form.instance.pk]


class VersionForm(forms.Form):
    """The version of the sheet that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def row_formset(here: Here, sheet: ActionSheet, section: Section, data: Any = None, extra: int = 1) -> RowFormSet:
    """The formset of ``section`` for ``sheet``, with ``extra`` empty rows at the end."""
    factory = modelformset_factory(
        section.model,
        fields=section.fields,
        formset=RowFormSet,
        extra=extra,
        can_delete=True,
        can_order=section.positioned,
        formfield_callback=french_formfield,
    )
    factory.here, factory.sheet = here, sheet  # type: ignore[attr-defined]
    return factory(data, queryset=getattr(sheet, section.related).all(), prefix="rows")  # type: ignore[return-value]
