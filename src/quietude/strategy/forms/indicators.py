"""Forms of the indicators: what is counted, and its measures."""

from copy import copy
from typing import Any

from django import forms
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.kit.figures import figures
from quietude.kit.forms import french_formfield
from quietude.strategy.measuring import leads_to_target
from quietude.strategy.models import Indicator, Measurement
from quietude.strategy.queries.indicators import who_may_measure

GROUPS = (
    ("Ce que l’on compte", (("name",), ("definition",), ("nature", "unit"), ("source",))),
    ("Où l’on veut aller", (("baseline", "baseline_on"), ("target", "direction"))),
    ("Qui mesure, et quand", (("rhythm", "measured_by"), ("figure",))),
)
"""Groups of fields, and the lines of each."""
FIELDS = tuple(name for _, lines in GROUPS for line in lines for name in line)


class IndicatorForm(forms.ModelForm[Indicator]):
    """An indicator; works on a copy, so that the service still sees what it was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    figure = forms.ChoiceField(
        label="Chiffre de la plateforme",
        required=False,
        help_text="Ce que Quiétude compte déjà : la mesure se prend alors d’un clic.",
    )

    class Meta:
        formfield_callback = french_formfield
        model = Indicator
        fields = FIELDS
        widgets = {"definition": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "definition": "Ce que l’on compte exactement, et ce que l’on ne compte pas.",
            "unit": "élèves, jours, %… Laissez vide pour un simple nombre.",
            "target": "Visée à l’échéance de la fiche ou, si elle n’en a pas, à la fin de la stratégie.",
            "measured_by": "Cette personne reçoit un rappel quand une mesure est attendue.",
            "source": "D’où vient le chiffre : tableau du collège, registre de la permanence…",
        }

    def __init__(self, here: Here, version: int, data: Any = None, indicator: Indicator | None = None) -> None:
        super().__init__(data, instance=copy(indicator) if indicator else None)
        self.fields["version"].initial = version
        self.fields["definition"].required = True
        self.fields["measured_by"].queryset = who_may_measure(here)  # type: ignore[attr-defined]
        offered = [(one.key, f"{one.label} ({one.unit})") for one in figures()]
        kept = indicator.figure if indicator else ""
        gone = [(kept, "Chiffre qui n’est plus proposé")] if kept and kept not in dict(offered) else []
        self.fields["figure"].choices = [("", "Aucun : quelqu’un saisit la mesure"), *offered, *gone]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        told = Indicator(**{name: cleaned.get(name) for name in ("baseline", "target", "direction")})
        if not leads_to_target(told):
            self.add_error("direction", "Ce sens éloigne de la cible : choisissez l’autre, ou corrigez les valeurs.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What to write, without the version that was read."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def read_again(self, version: int) -> None:
        """Keep what was typed, against the sheet as it now is: sending again then replaces what was saved."""
        self.data = {**self.data.dict(), "version": version}  # type: ignore[attr-defined]

    def groups(self) -> list[tuple[str, list[list[forms.BoundField]]]]:
        """The fields as the page draws them: title, then lines."""
        return [(title, [[self[name] for name in line] for line in lines]) for title, lines in GROUPS]


class MeasurementForm(forms.ModelForm[Measurement]):
    """One measure of an indicator."""

    class Meta:
        formfield_callback = french_formfield
        model = Measurement
        fields = ("on", "value", "comment")

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError("Une mesure se note le jour où elle est faite, ou après.")
        return on


class CorrectionForm(MeasurementForm):
    """A measure already there: its day may not become that of another one."""

    def clean_on(self) -> Any:
        on = super().clean_on()
        others = self.instance.indicator.measurements.exclude(pk=self.instance.pk)
        if others.filter(on=on).exists():
            raise forms.ValidationError("Cet indicateur a déjà une mesure à cette date.")
        return on
