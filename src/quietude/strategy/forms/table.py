"""What is asked before several sheets are changed, and before a view is saved."""

from collections.abc import Iterable
from typing import Any

from django import forms

from quietude.councils.gate import Here
from quietude.councils.models import Organisation
from quietude.kit.forms import FrenchDateField, french_formfield
from quietude.strategy.models import SavedView
from quietude.strategy.models.vocabulary import Priority, Status

FARTHEST = 120
"""Months or days by which a deadline moves at most."""


class StateForm(forms.Form):
    status = forms.ChoiceField(label="Nouvel état", choices=Status.choices)
    blocked_by = forms.CharField(
        label="Bloquées par", max_length=300, required=False, help_text="Demandé quand l’état est « bloquée »."
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("status") == Status.BLOCKED and not cleaned.get("blocked_by"):
            self.add_error("blocked_by", "Dites ce qui bloque ces actions, pour que chacun sache quoi faire.")
        return cleaned


class LeadForm(forms.Form):
    lead = forms.ModelChoiceField(
        label="Nouveau pilote", queryset=Organisation.objects.none(), required=False, empty_label="À désigner"
    )


class PriorityForm(forms.Form):
    priority = forms.ChoiceField(label="Nouvelle priorité", choices=Priority.choices)


class DeadlineForm(forms.Form):
    count = forms.IntegerField(
        label="Décaler de",
        required=False,
        min_value=-FARTHEST,
        max_value=FARTHEST,
        help_text="Un nombre négatif avance l’échéance.",
    )
    unit = forms.ChoiceField(label="Unité", choices=[("months", "mois"), ("days", "jours")], required=False)
    due_on = FrenchDateField(label="Ou la même échéance pour toutes", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("count")) == bool(cleaned.get("due_on")):
            self.add_error("count", "Donnez un nombre de mois ou de jours, ou bien une date.")
        return cleaned


class CommuneForm(forms.Form):
    commune = forms.ModelChoiceField(label="Commune", queryset=Organisation.objects.none(), empty_label=None)


FORMS: dict[str, type[forms.Form]] = {
    "etat": StateForm,
    "pilote": LeadForm,
    "echeance": DeadlineForm,
    "priorite": PriorityForm,
    "commune": CommuneForm,
}


def act_form(here: Here, act: str, data: Any = None) -> forms.Form:
    """The form of the act called ``act``, which offers only what this council has."""
    form = FORMS[act](data)
    if act == "pilote":
        form.fields["lead"].queryset = Organisation.objects.filter(council=here.council)  # type: ignore[attr-defined]
    if act == "commune":
        form.fields["commune"].queryset = here.council.communes.order_by("name")  # type: ignore[attr-defined]
    return form


class ViewForm(forms.ModelForm[SavedView]):
    """The name of a view; whether the other members see it too, for who may change sheets."""

    class Meta:
        formfield_callback = french_formfield
        model = SavedView
        fields = ("name", "shared")
        help_texts = {
            "name": "Ce que l’on lit sur l’onglet : « À relancer avant jeudi ».",
            "shared": "Chaque membre n’y voit que les fiches qu’il peut lire.",
        }

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["shared"]


def read_versions(sent: Iterable[str]) -> dict[int, int]:
    """{key of a sheet: the version that was shown}, from the fields « 12:3 » of the page that shows the change."""
    pairs = [text.split(":") for text in sent if text.replace(":", "").isdecimal() and len(text) < 30]
    return {int(pair[0]): int(pair[1]) for pair in pairs if len(pair) == 2 and all(pair)}
