from typing import Any

from django import forms
from django.utils import timezone

from quietude.councils.forms.base import CouncilRowForm
from quietude.councils.identifiers import read_siret
from quietude.councils.legal import seat_kinds
from quietude.councils.models import LegalRule, Organisation, Professional, Seat
from quietude.kit.forms import FrenchDateField
from quietude.permissions.roles import Role


class OrganisationForm(CouncilRowForm[Organisation]):
    """An organisation of the directory."""

    siret = forms.CharField(label="SIRET", required=False, max_length=20, help_text="14 chiffres, espaces permises.")

    class Meta:
        model = Organisation
        fields = ("name", "short_name", "kind", "siret")
        error_messages = {"name": {"required": "Donnez le nom de l’organisme."}}
        help_texts = {"short_name": "Celui des tableaux : « Ville de Loos », « PJJ du Nord »."}

    def clean_siret(self) -> str:
        return read_siret(self.cleaned_data["siret"])


class ProfessionalForm(CouncilRowForm[Professional]):
    """A person of the directory."""

    class Meta:
        model = Professional
        fields = ("full_name", "job", "organisation", "email", "phone")
        field_classes = {"email": forms.EmailField}
        error_messages = {
            "full_name": {"required": "Donnez le prénom et le nom."},
            "organisation": {"required": "Choisissez l’organisme."},
            "email": {"invalid": "Écrivez l’adresse comme prenom.nom@exemple.fr."},
        }
        help_texts = {"email": "L’invitation et les convocations y sont envoyées."}
        labels = {"full_name": "Prénom et nom"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.fields["organisation"]
        organisation.queryset = Organisation.objects.filter(council=self.here.council)  # type: ignore[attr-defined]
        organisation.empty_label = "Choisir…"  # type: ignore[attr-defined]


class SeatForm(CouncilRowForm[Seat]):
    """A seat: a role, what founds it, between two dates."""

    role = forms.ChoiceField(
        label="Rôle",
        choices=[("", "Choisir…"), *((role.value, role.label[:1].upper() + role.label[1:]) for role in Role)],
        error_messages={"required": "Choisissez le rôle."},
        help_text="Le rôle décide de ce que la personne peut voir et faire.",
    )
    kind = forms.ChoiceField(label="Nature du siège", required=False)
    starts_on = FrenchDateField(label="Depuis le", required=False)
    ends_on = FrenchDateField(
        label="Jusqu’au", required=False, help_text="Dernier jour compris. Les droits cessent le lendemain."
    )

    class Meta:
        model = Seat
        fields = ("role", "kind", "commune", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {rule.code: rule for rule in LegalRule.objects.filter(kind=LegalRule.Kind.SEAT)}
        kinds = [(rule.code, rule.label) for rule in seat_kinds(self.here.council, timezone.localdate())]
        if self.instance.kind in known and self.instance.kind not in dict(kinds):
            kinds.append((self.instance.kind, f"{known[self.instance.kind].label} (ancienne règle)"))
        self.fields["kind"].choices = [("", "Non précisée"), *kinds]  # type: ignore[attr-defined]
        commune = self.fields["commune"]
        commune.queryset = self.here.council.communes.all()  # type: ignore[attr-defined]
        commune.empty_label = "Toutes les communes du conseil"  # type: ignore[attr-defined]
