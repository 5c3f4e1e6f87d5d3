from copy import copy
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from quietude.councils.gate import Here
from quietude.councils.models import Organisation, Professional
from quietude.kit.forms import french_formfield
from quietude.strategy.models import ActionSheet, Axis, JournalEntry, Measurement, Objective, Strategy
from quietude.strategy.models.vocabulary import Category
from quietude.strategy.services.fields import FIELDS, SEVERAL, SINGLE
from quietude.territories.models import Neighbourhood


class SheetForm(forms.ModelForm[ActionSheet]):
    """The fields of a sheet; works on a copy, so that the service still sees what the sheet was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    audiences = forms.MultipleChoiceField(
        label="Publics", choices=Category.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        formfield_callback = french_formfield
        model = ActionSheet
        fields = (*SINGLE, "objectives", "neighbourhoods")
        widgets = {
            name: forms.Textarea(attrs={"rows": rows})
            for name, rows in (("title", 2), ("description", 5), ("context", 4), ("means", 3), ("calendar", 2))
        } | {"evaluation": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "number": "Tel qu’il est imprimé : 4, 2.3, A1. Laissez vide si la fiche n’en a pas.",
            "lead": "L’organisme du conseil qui répond de l’action.",
            "lead_name": "Si le pilote n’est pas encore dans l’annuaire.",
            "blocked_by": "Ce qu’il faut pour avancer. Demandé quand l’état est « bloquée ».",
            "public": "Âges, catégories : « 11-16 ans, collégiens ».",
            "due_on": "Le jour où l’action doit être faite : 30/11/2026.",
        }

    def __init__(
        self,
        here: Here,
        strategy: Strategy,
        data: Any = None,
        sheet: ActionSheet | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, instance=copy(sheet) if sheet else None, initial=initial)
        self.fields["version"].initial = sheet.version if sheet else 0
        axes = Axis.objects.visible_to(here.seats).filter(strategy=strategy)
        objectives = Objective.objects.visible_to(here.seats).filter(strategy=strategy)
        leads = Organisation.objects.filter(council=here.council)
        others = ActionSheet.objects.visible_to(here.seats).filter(strategy=strategy)
        choices = {
            "axis": axes,
            "objectives": objectives,
            "lead": leads,
            "blocked_by_body": leads,
            "blocked_by_sheet": others.exclude(pk=sheet.pk) if sheet else others,
            "referent": Professional.objects.filter(council=here.council).select_related("organisation"),
            "neighbourhoods": Neighbourhood.objects.filter(commune__councils=here.council).select_related("commune"),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if sheet:
            self.fields["audiences"].initial = [row.category for row in sheet.audiences.all()]
        self.fields["lead"].empty_label = "À désigner"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("status") == "blocked" and not cleaned.get("blocked_by"):
            self.add_error("blocked_by", "Dites ce qui bloque l’action, pour que chacun sache quoi faire.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What to write, without the version that was read."""
        return {name: comparable(self.cleaned_data[name]) for name in FIELDS}


def comparable(value: Any) -> Any:
    """A value of the form as ``services.fields.read_field`` gives it: several rows become their keys, in order."""
    if isinstance(value, QuerySet):
        return sorted(value.values_list("pk", flat=True))
    return sorted(value) if isinstance(value, list) else value


def raw_values(data: QueryDict) -> dict[str, Any]:
    """The fields of a sheet as they were typed, to be kept when two people wrote at once."""
    return {name: data.getlist(name) if name in SEVERAL else data.get(name, "") for name in FIELDS}


class JournalForm(forms.ModelForm[JournalEntry]):
    class Meta:
        formfield_callback = french_formfield
        model = JournalEntry
        fields = ("text",)
        labels = {"text": "Que s’est-il passé ?"}
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "maxlength": 2000})}


class MeasurementForm(forms.ModelForm[Measurement]):
    class Meta:
        formfield_callback = french_formfield
        model = Measurement
        fields = ("on", "value", "comment")
