from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils import timezone

from quietude.kit.forms import FrenchDateField, french_formfield
from quietude.strategy.models import Baseline
from quietude.strategy.queries.baselines import SIGNED, Freezing

Kind = Baseline.Kind
PDF = b"%PDF-"
SPARE_ROWS = 3
KINDS = {
    Kind.SIGNATURE: "Signature : la stratégie telle que les autorités la signent",
    Kind.AMENDMENT: "Avenant : ce qui a changé depuis la signature devient la version qui fait foi",
    Kind.MILESTONE: "Point d’étape : une copie pour mémoire, que personne ne signe",
}


class SignatoryForm(forms.Form):
    """One line of the record of signatories; a line without name is left out."""

    name = forms.CharField(label="Nom", max_length=150, required=False)
    quality = forms.CharField(label="Qualité", max_length=200, required=False)
    signed_on = FrenchDateField(label="Signé le", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name") and not cleaned.get("quality"):
            self.add_error("quality", "Dites en quelle qualité cette personne signe.")
        if cleaned.get("signed_on") and cleaned["signed_on"] > timezone.localdate():
            self.add_error("signed_on", "Cette date est à venir.")
        return cleaned


class SignatoryFormSet(BaseFormSet[SignatoryForm]):
    """Who signed, in order."""

    def people(self) -> list[dict[str, Any]]:
        """The lines that name somebody; the formset must be valid."""
        return [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]


class BaselineForm(forms.ModelForm[Baseline]):
    """What the deliberation says, and who signed it (``signatories``)."""

    scan = forms.FileField(
        label="Délibération numérisée",
        required=False,
        help_text="PDF, 25 Mo au plus. Elle se télécharge ensuite depuis cette version.",
        error_messages={"empty": "Ce fichier est vide."},
    )

    class Meta:
        formfield_callback = french_formfield
        model = Baseline
        fields = ("kind", "signed_on", "deliberation", "deliberated_on", "reason")
        widgets = {"kind": forms.RadioSelect}
        labels = {"kind": "Que figez-vous ?", "signed_on": "Date de la signature, ou du point d’étape"}
        help_texts = {
            "deliberation": "Tel qu’elle le porte : 2024-14.",
            "reason": "Ce que l’avenant change, ou à quoi sert le point d’étape.",
        }

    def __init__(self, page: Freezing, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"kind": Kind.AMENDMENT if page.is_signed else Kind.SIGNATURE})
        offered = (Kind.AMENDMENT, Kind.MILESTONE) if page.is_signed else (Kind.SIGNATURE, Kind.MILESTONE)
        self.fields["kind"].choices = [(kind.value, KINDS[kind]) for kind in offered]  # type: ignore[attr-defined]
        rows = formset_factory(SignatoryForm, formset=SignatoryFormSet, extra=SPARE_ROWS)
        self.signatories: Any = rows(data, initial=page.signatories, prefix="signataires")

    def is_valid(self) -> bool:
        """Whether the act and the lines of its signatories can be read."""
        return all([self.signatories.is_valid(), super().is_valid()])

    def clean_signed_on(self) -> Any:
        return _not_to_come(self.cleaned_data["signed_on"])

    def clean_deliberated_on(self) -> Any:
        return _not_to_come(self.cleaned_data["deliberated_on"])

    def clean_scan(self) -> Any:
        scan = self.cleaned_data["scan"]
        if scan and scan.read(len(PDF)) != PDF:
            raise forms.ValidationError("Ce fichier n’est pas un PDF : numérisez la délibération en PDF.")
        return scan

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind", "")
        if bool(cleaned.get("deliberation")) != bool(cleaned.get("deliberated_on")):
            missing = "deliberated_on" if cleaned.get("deliberation") else "deliberation"
            self.add_error(missing, "Donnez le numéro et la date de la délibération, ou ni l’un ni l’autre.")
        if kind in (Kind.AMENDMENT, Kind.MILESTONE) and not cleaned.get("reason"):
            self.add_error("reason", "Dites en une phrase ce que cette version change ou à quoi elle sert.")
        if kind in SIGNED and self.signatories.is_valid() and not self.signatories.people():
            self.add_error(None, "Une version signée nomme au moins un signataire.")
        return cleaned

    def act(self) -> dict[str, Any]:
        """What ``freeze_strategy`` writes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def _not_to_come(day: Any) -> Any:
    if day and day > timezone.localdate():
        raise forms.ValidationError("Cette date est à venir.")
    return day
