from typing import Any

from django import forms
from django.utils import timezone

from quietude.councils.gate import Here
from quietude.councils.models import Interim, Professional
from quietude.kit.forms import french_formfield


class InterimForm(forms.ModelForm[Interim]):
    """Who stands in for the coordination, from when, until when."""

    class Meta:
        formfield_callback = french_formfield
        model = Interim
        fields = ("professional", "starts_on", "ends_on", "reason")
        help_texts = {
            "professional": "Cette personne recevra les rappels. Ses droits restent ceux de son siège.",
            "ends_on": "Laissez vide si la fin n’est pas connue.",
            "reason": "« Poste vacant », « congé »… Rien de personnel.",
        }

    def __init__(self, here: Here, data: Any = None) -> None:
        super().__init__(data, initial={"starts_on": timezone.localdate()})
        people = Professional.objects.visible_to(here.seats).filter(council=here.council)
        self.fields["professional"].queryset = people.select_related("organisation")  # type: ignore[attr-defined]

    def clean_professional(self) -> Professional:
        person: Professional = self.cleaned_data["professional"]
        if not person.email and not person.user_id:
            raise forms.ValidationError("Cette personne n’a pas d’adresse : aucun rappel ne l’atteindrait.")
        return person

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
