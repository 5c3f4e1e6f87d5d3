from django import forms

from quietude.kit.forms import french_formfield
from quietude.strategy.models import AcceptedGap
from quietude.strategy.models.vocabulary import Status


class MoveForm(forms.Form):
    """A card put in another column of the board."""

    status = forms.ChoiceField(choices=Status.choices)
    version = forms.IntegerField()

    @property
    def blocks(self) -> bool:
        """Whether the card goes to the blocked ones, which asks for a reason."""
        return bool(self.cleaned_data["status"] == Status.BLOCKED)


class GapForm(forms.ModelForm[AcceptedGap]):
    """Why an empty cell of the coverage is meant."""

    class Meta:
        formfield_callback = french_formfield
        model = AcceptedGap
        fields = ("reason",)
        labels = {"reason": "Pourquoi ce vide est voulu"}
        help_texts = {"reason": "Une phrase, que tous les membres liront : « Une association voisine s’en charge »."}
