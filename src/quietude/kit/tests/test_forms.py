"""Forms as they are met: label, help and error are tied to the field; the summary leads there."""

from decimal import Decimal

import pytest
from django import forms

from quietude.kit.forms import EurosField, FrenchDateField


class Sample(forms.Form):
    title = forms.CharField(label="Titre", error_messages={"required": "Donnez un titre."})
    due_on = FrenchDateField(label="Échéance", required=False)
    scope = forms.ChoiceField(
        label="Où", choices=[("a", "Loos"), ("b", "Emmerin")], widget=forms.RadioSelect, help_text="Une seule."
    )
    shared = forms.BooleanField(label="Visible", required=False)


def test_an_error_is_tied_to_its_field_and_summed_up_above() -> None:
    page = str(Sample({"title": "", "due_on": "demain", "scope": "a"}))
    assert '<a href="#id_due_on">Échéance</a>' in page
    assert page.count("Écrivez la date comme 30/11/2026.") == 2
    assert 'aria-describedby="id_due_on_helptext id_due_on_error"' in page
    assert 'id="id_due_on_error"' in page
    assert 'aria-invalid="true"' in page


def test_what_a_form_says_is_set_in_french_print() -> None:
    class Asking(forms.Form):
        day = forms.CharField(label="Quel jour ?", help_text="Un jour : lundi")

    page = str(Asking({}))
    assert "Quel jour\u202f?" in page
    assert "Un jour\u00a0: lundi" in page


def test_a_clean_form_has_no_summary() -> None:
    page = str(Sample())
    assert "error-summary" not in page
    assert '<label for="id_title">' in page
    assert "(facultatif)" in page
    assert "<fieldset" in page
    assert "<legend>Où" in page


def test_a_date_comes_back_as_the_french_write_it() -> None:
    form = Sample({"title": "x", "due_on": "1er décembre 2026", "scope": "a"})
    assert form.is_valid()
    assert 'value="01/12/2026"' in str(Sample(initial={"due_on": form.cleaned_data["due_on"]}))


@pytest.mark.parametrize(
    ("written", "amount"),
    [("12 500", "12500"), ("12\u202f500,50 €", "12500.50"), ("0", "0"), ("3.5", "3.5")],
)
def test_an_amount_may_be_written_as_on_paper(written: str, amount: str) -> None:
    assert EurosField().clean(written) == Decimal(amount)


@pytest.mark.parametrize("written", ["douze", "-3", "1,234", "NaN", "1e9999"])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        EurosField().clean(written)
