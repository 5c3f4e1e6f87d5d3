"""Forms of the demonstration."""

from django import forms


class EnterForm(forms.Form):
    """Whose seat one takes."""

    seat = forms.IntegerField(min_value=1)


class CouncilForm(forms.Form):
    """In which council one looks."""

    conseil = forms.SlugField(required=False)
