"""French print: what a reader would see, and that nothing they wrote is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quietude.kit import typography

SPACES = dict.fromkeys(map(ord, " \u00a0\u202f"))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("L'aide aujourd'hui", "L’aide aujourd’hui"),
        ("Qui ? Quoi! Où;", "Qui\u202f? Quoi\u202f! Où\u202f;"),
        ("Pilote : la ville", "Pilote\u00a0: la ville"),
        ("82 % et 12 €", "82\u00a0% et 12\u00a0€"),
        ('Le "vivre ensemble"', "Le «\u00a0vivre ensemble\u00a0»"),
        ("«Contact avec la famille»", "«\u00a0Contact avec la famille\u00a0»"),
        ("à suivre...", "à suivre…"),
        ("à 9:30, voir https://ville.fr/a?b=c; d'ici là", "à 9:30, voir https://ville.fr/a?b=c; d’ici là"),
        ("anne.o'hara@ville.fr", "anne.o'hara@ville.fr"),
    ],
)
def test_what_users_wrote_is_set_in_french_print(written: str, printed: str) -> None:
    assert typography.set_in_french(written) == printed


@given(st.text(alphabet=st.sampled_from("aéL'\"«»:;!?%€ \u00a0\u202f.,0@/()\n"), max_size=60))
def test_setting_twice_changes_nothing_more(text: str) -> None:
    once = typography.set_in_french(text)
    assert typography.set_in_french(once) == once


@given(st.text(max_size=80))
def test_no_letter_nor_digit_is_added_moved_or_lost(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalnum())

    assert letters(typography.set_in_french(text)) == letters(text)


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (0, None, "0"),
        (12500, None, "12\u202f500"),
        (3.5, None, "3,5"),
        (Decimal("3.50"), None, "3,5"),
        (Decimal("2.345"), 2, "2,35"),
        (-2, None, "\u22122"),
        (Decimal("-0.004"), 2, "0,00"),
        (1234567.25, 1, "1\u202f234\u202f567,3"),
        (Decimal("1E+3"), None, "1\u202f000"),
    ],
)
def test_figures_are_written_as_the_french_write_them(
    value: typography.Number, decimals: int | None, words: str
) -> None:
    assert typography.number_text(value, decimals) == words


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_grouped_figure_reads_back(value: int) -> None:
    assert int(typography.number_text(value).replace("\u202f", "").replace("\u2212", "-")) == value


def test_cents_are_shown_only_when_there_are_some() -> None:
    assert typography.euros_text(Decimal("18000.00")) == "18\u202f000\u00a0€"
    assert typography.euros_text(Decimal("12.5")) == "12,50\u00a0€"
    assert typography.percent_text(82) == "82\u00a0%"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "aucune\u00a0fiche"), (1, "1\u00a0fiche"), (2, "2\u00a0fiches"), (1200, "1\u202f200\u00a0fiches")],
)
def test_a_count_agrees_with_its_noun(count: int, words: str) -> None:
    assert typography.counted(count, "fiche", none="aucune") == words


def test_each_word_of_a_noun_takes_its_s_unless_told_otherwise() -> None:
    assert typography.counted(3, "fiche action") == "3\u00a0fiches actions"
    assert typography.counted(3, "fiche action", "fiches action") == "3\u00a0fiches action"
    assert typography.counted(2, "avis") == "2\u00a0avis"
    assert typography.counted(0, "fiche") == "0\u00a0fiche"
    assert typography.counted(0, "fiche", none="aucune fiche") == "aucune fiche"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hélène Varenne", "HV"),
        ("Ville d’Haubourdin", "VH"),
        ("PJJ du Nord", "PN"),
        ("Emmerin", "EM"),
        ("Éric de La Tour", "ÉT"),
        ("", "·"),
    ],
)
def test_initials_skip_small_words(name: str, letters: str) -> None:
    assert typography.initials(name) == letters
