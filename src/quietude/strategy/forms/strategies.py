from typing import Any

from django import forms

from quietude.kit.forms import french_formfield
from quietude.strategy.models import Axis, Objective, Strategy


class StrategyForm(forms.ModelForm[Strategy]):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    class Meta:
        formfield_callback = french_formfield
        model = Strategy
        fields = (
            "title",
            "starts_on",
            "ends_on",
            "status",
            "adopted_on",
            "deliberation",
            "evaluated_on",
            "archived_on",
            "legal_references",
            "frameworks",
            "description",
        )
        widgets = {"frameworks": forms.CheckboxSelectMultiple}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        needed = {"adopted": "adopted_on", "evaluated": "evaluated_on", "archived": "archived_on"}
        name = needed.get(cleaned.get("status", ""))
        if name and not cleaned.get(name):
            self.add_error(name, "Donnez la date de cet état.")
        return cleaned


class AxisForm(forms.ModelForm[Axis]):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    class Meta:
        formfield_callback = french_formfield
        model = Axis
        fields = ("title", "description")
        error_messages = {"title": {"required": "Donnez un titre à l’axe."}}


class ObjectiveForm(forms.ModelForm[Objective]):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    class Meta:
        formfield_callback = french_formfield
        model = Objective
        fields = ("axis", "title", "description", "due_on", "target")

    def __init__(self, strategy: Strategy, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        axis = self.fields["axis"]
        axis.queryset = strategy.axes.all()  # type: ignore[attr-defined]
        axis.empty_label = "Toute la stratégie"  # type: ignore[attr-defined]
