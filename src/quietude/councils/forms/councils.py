from copy import copy
from typing import Any

from django import forms

from quietude.councils.forms.base import CouncilRowForm
from quietude.councils.gate import Here
from quietude.councils.models import CompositionAct, Council, Formation, FormationMember, Professional
from quietude.kit.forms import FrenchDateField
from quietude.territories.models import Neighbourhood


class CouncilForm(forms.ModelForm[Council]):
    """The facts of the council that its coordinator keeps."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    created_on = FrenchDateField(label="Créé le", required=False)

    class Meta:
        model = Council
        fields = ("name", "kind", "basis", "coordinator_origin", "created_on")
        error_messages = {"name": {"required": "Donnez le nom du territoire."}}
        help_texts = {"name": "Le territoire seul : « Bassin de Pompey », « Les Pennes-Mirabeau »."}

    def __init__(self, here: Here, data: Any = None) -> None:
        super().__init__(data, instance=copy(here.council))
        self.initial["version"] = here.council.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Council.Kind.CLSPD and cleaned.get("basis") not in (None, Council.Basis.COMMUNE):
            self.add_error("basis", "Un CLSPD est celui d’une commune. Choisissez « commune », ou la nature CISPD.")
        if cleaned.get("kind") == Council.Kind.CISPD and cleaned.get("basis") == Council.Basis.COMMUNE:
            self.add_error("basis", "Un CISPD tient à une intercommunalité ou à un accord de communes.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What the form asks to write, without the version that was read."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def read_version(self) -> int:
        """The version that was on screen when the form was filled."""
        return int(self.cleaned_data["version"])


class CompositionActForm(CouncilRowForm[CompositionAct]):
    """An act of composition: number and date."""

    signed_on = FrenchDateField(label="Signé le")

    class Meta:
        model = CompositionAct
        fields = ("number", "signed_on", "note")
        error_messages = {"number": {"required": "Donnez le numéro de l’acte."}}
        help_texts = {"number": "Tel qu’il est imprimé : 2024-117."}


class FormationForm(CouncilRowForm[Formation]):
    """A formation of the council."""

    starts_on = FrenchDateField(label="Depuis le", required=False)
    ends_on = FrenchDateField(label="Jusqu’au", required=False)

    class Meta:
        model = Formation
        fields = ("kind", "name", "starts_on", "ends_on")
        error_messages = {"name": {"required": "Donnez un nom à la formation."}}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "La fin précède le début.")
        if (
            cleaned.get("kind") == Formation.Kind.PROSECUTOR_GROUP
            and self.instance.pk
            and self.instance.members.exists()
        ):
            self.add_error("kind", "Le GLTD est l’instance du procureur : Quiétude n’en tient pas les membres.")
        return cleaned


class FormationMemberForm(CouncilRowForm[FormationMember]):
    """A titular member of a formation and the deputy."""

    starts_on = FrenchDateField(label="Depuis le", required=False)

    class Meta:
        model = FormationMember
        fields = ("titular", "deputy", "starts_on")
        error_messages = {"titular": {"required": "Choisissez la personne."}}

    def __init__(self, *args: Any, formation: Formation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.formation = formation
        people = Professional.objects.filter(council=self.here.council).select_related("organisation")
        for name, empty in (("titular", "Choisir…"), ("deputy", "Sans suppléant")):
            field = self.fields[name]
            field.queryset = people  # type: ignore[attr-defined]
            field.empty_label = empty  # type: ignore[attr-defined]
            field.label_from_instance = _name_and_body  # type: ignore[attr-defined]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"formation", "ends_on"}


def _name_and_body(person: Professional) -> str:
    return f"{person.full_name}, {person.organisation}"


class NeighbourhoodForm(forms.ModelForm[Neighbourhood]):
    """A neighbourhood of one of the council's communes."""

    class Meta:
        model = Neighbourhood
        fields = ("commune", "kind", "name", "code", "source")
        error_messages = {
            "commune": {"required": "Choisissez la commune."},
            "name": {"required": "Donnez le nom du quartier."},
            "source": {"required": "Dites d’où vient ce nom ou ce périmètre."},
        }
        help_texts = {
            "code": "Pour un quartier prioritaire : QP054001, par exemple.",
            "source": "Décret, contrat de ville, délibération, page du site de la ville.",
        }

    def __init__(self, data: Any, *, communes: Any) -> None:
        super().__init__(data)
        self.fields["commune"].queryset = communes  # type: ignore[attr-defined]
        self.fields["commune"].empty_label = "Choisir…"  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What the form asks to write."""
        return dict(self.cleaned_data)


class CommuneSearchForm(forms.Form):
    """The words that look for a commune."""

    q = forms.CharField(label="Nom ou code Insee", required=False, max_length=80)
