from typing import Any

from django import forms

from quietude.councils.gate import Here
from quietude.kit.forms import french_formfield
from quietude.strategy.models import Event
from quietude.territories.models import Commune


class EventForm(forms.ModelForm[Event]):
    """A thing held, or to come, in the course of an action."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        formfield_callback = french_formfield
        model = Event
        fields = ("kind", "title", "held_on", "place", "commune", "public", "participants", "note")
        labels = {"held_on": "Date"}
        help_texts = {
            "held_on": "Passée ou à venir : 30/11/2026.",
            "public": "Qui était attendu : « deux classes de 4e, leurs professeurs ».",
            "participants": "Combien de personnes sont venues. Laissez vide si personne n’a compté.",
        }

    def __init__(self, here: Here, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        communes = Commune.objects.filter(councils=here.council)
        self.fields["commune"].queryset = communes  # type: ignore[attr-defined]
        self.fields["commune"].empty_label = "Aucune en particulier"  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What to write, without the version that was read."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
