"""What stands before a title is recognised under every French habit, and nothing else is taken for a label."""

import pytest

from quietude.strategy.importer.labels import parse_label, strip_bullet


@pytest.mark.parametrize(
    ("text", "kind", "number", "title"),
    [
        ("Axe 1 : Soutenir les parents", "axe", "1", "Soutenir les parents"),
        ("AXE N°2 – LES VICTIMES", "axe", "2", "LES VICTIMES"),
        ("Axe I. Les quartiers", "axe", "I", "Les quartiers"),
        ("Orientation stratégique n° 3 - Les transports", "orientation", "3", "Les transports"),
        ("Objectif opérationnel 1.2 : Former", "objectif", "1.2", "Former"),
        ("Programme n°1 · Jeunes", "programme", "1", "Jeunes"),
        ("Fiche action n° 12 Écouter", "fiche action", "12", "Écouter"),
        ("Fiche-action 4 : Écouter", "fiche action", "4", "Écouter"),
        ("FA 3 : Écouter", "fiche action", "3", "Écouter"),
        ("Action n°7 – Réparer", "action", "7", "Réparer"),
        ("Action 1.Développer", "action", "1", "Développer"),
        ("Orientation 1.A · Santé", "orientation", "1.A", "Santé"),
        ("Premier axe : la jeunesse", "axe", "1", "la jeunesse"),
        ("Axe : la jeunesse", "axe", None, "la jeunesse"),
        ("3. Fiche 3 – Écouter", "fiche action", "3", "Écouter"),
        ("1. Écouter", None, "1", "Écouter"),
        ("1.1 Écouter", None, "1.1", "Écouter"),
        ("2° Écouter", None, "2", "Écouter"),
        ("II - Écouter", None, "II", "Écouter"),
        ("A1 – Écouter", None, "A1", "Écouter"),
        ("b) Écouter", None, "b", "Écouter"),
    ],
)
def test_a_label_gives_its_word_its_number_and_the_title(text, kind, number, title):
    label = parse_label(text)
    assert label is not None
    assert (label.kind, label.number, label.rest) == (kind, number, title)


@pytest.mark.parametrize(
    "text",
    [
        "Action à mener",
        "Axes 1 et 2 : partout",
        "17 agents",
        "12 mars",
        "2019 : bilan",
        "Action 2 pour les jeunes",
        "Plan : voir page 3",
    ],
)
def test_an_ordinary_line_has_no_label(text):
    assert parse_label(text) is None


def test_labels_in_a_chain_say_where_the_last_one_stands():
    label = parse_label("Axe 1 - Objectif 2 - Action 3 : Écouter")
    assert label is not None
    assert (label.kind, label.number, label.above) == ("action", "3", (("axe", "1"), ("objectif", "2")))


@pytest.mark.parametrize(
    "text", ["• Écouter", "- Écouter", "> Écouter", "✓ Écouter", "* Écouter", "o Écouter", "-Écouter"]
)
def test_every_bullet_is_taken_off(text):
    assert strip_bullet(text)[1] == "Écouter"


def test_a_hyphenated_word_is_no_bullet():
    assert strip_bullet("Éco-quartier") == ("", "Éco-quartier")
