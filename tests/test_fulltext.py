"""A search finds what people mean: other endings, accents, an unfinished word; in their council, the title first."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.state import ProjectState
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from quietude.accounts.models import User
from quietude.kit.fulltext import CreateFullTextIndex, IndexTable, Texts
from quietude.kit.readonly import reads_only
from quietude.kit.stemming import stem, stems, unfinished
from quietude.kit.text import fold

INDEX = IndexTable("kit_sample_text")
HERE, ELSEWHERE = 1, 2

FAMILIES = [
    "médiation médiations médiateur médiateurs médiatrice médiatrices",
    "violence violences",
    "scolaire scolaires",
    "jeune jeunes",
    "local locaux locale locales",
    "travail travaux",
    "quartier quartiers",
    "lieu lieux",
    "niveau niveaux",
    "prévention préventif préventive préventions",
    "habitant habitants habitante habiter",
    "citoyen citoyenne citoyens",
    "dangereux dangereuse dangereuses",
    "signaler signalement signalements signalé signalée",
    "policier policière policiers",
    "familial familiaux familiale",
    "cœur coeurs",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_words_of_a_family_have_one_stem(family: str) -> None:
    assert len({stem(fold(word)) for word in family.split()}) == 1


def test_words_that_differ_keep_different_stems() -> None:
    apart = (
        "enfant nation police parent danger victime école sécurité sport santé famille logement justice mairie fiche"
    )
    assert len(set(stems(apart))) == len(apart.split())
    assert stems("Les jeunes de l’école n° 12, à la rue") == ["jeun", "ecol", "12", "rue"]


@pytest.mark.parametrize(
    ("typed", "word"), [("mediatio", "mediation"), ("preventi", "prevention"), ("viol", "violence")]
)
def test_a_word_being_typed_is_on_its_way_to_its_stem(typed: str, word: str) -> None:
    assert stem(word).startswith(unfinished(typed))


@given(st.text(max_size=60))
def test_any_text_is_cut_into_letters_and_digits(text: str) -> None:
    assert all(word and word.isascii() and word.isalnum() for word in stems(text))


@pytest.fixture(scope="module")
def index(django_db_setup: None, django_db_blocker: Any) -> Iterator[IndexTable]:
    """The index as a migration makes it, and takes it away."""
    operation, state = CreateFullTextIndex(INDEX.name), ProjectState()
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            operation.database_forwards("kit", editor, state, state)
        yield INDEX
        with connection.schema_editor() as editor:
            operation.database_backwards("kit", editor, state, state)
        assert INDEX.name not in connection.introspection.table_names()


@pytest.fixture
def rows(index: IndexTable, db: None) -> IndexTable:
    index.put_many(
        [
            (1, HERE, Texts("Médiation scolaire", "Collège de Loos", "Deux médiatrices aux abords des collèges.")),
            (2, HERE, Texts("Terrains de sport ouverts", rest="Avec les médiateurs du quartier, pour les jeunes.")),
            (3, HERE, Texts("Accueil des victimes", rest="Permanence d’aide aux victimes de violences.")),
            (4, ELSEWHERE, Texts("Médiation de nuit")),
        ]
    )
    return index


@pytest.mark.on_postgres
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("mediateur", [1, 2]),
        ("médiations", [1, 2]),
        ("COLLÈGES médiation", [1]),
        ("jeune quart", [2]),
        ("viol", [3]),
        ("mediatio", [1, 2]),
        ("l’aide aux victimes", [3]),
        ("médiation victimes", []),
        ("nuit", []),
        ("de la", []),
        ("", []),
        ("scope1", []),
        ('" OR * NEAR(', []),
        ("médiat' & !sport | (", [2]),
        ("jeune\x00", [2]),
    ],
)
def test_a_search_answers_what_is_meant(rows: IndexTable, asked: str, found: list[int]) -> None:
    with reads_only():
        assert rows.best(asked, HERE) == found


@pytest.mark.on_postgres
def test_a_title_counts_more_than_the_rest_and_the_newest_first_when_equal(rows: IndexTable) -> None:
    rows.put_many([(10, HERE, Texts(rest="vélo")), (11, HERE, Texts("vélo")), (12, HERE, Texts(main="vélo"))])
    assert rows.best("vélo", HERE) == [11, 12, 10]
    rows.put(13, HERE, Texts("vélo"))
    assert rows.best("vélo", HERE)[:2] == [13, 11]
    assert rows.best("vélo", HERE, most=2) == [13, 12]


@pytest.mark.on_postgres
def test_a_row_is_indexed_anew_and_forgotten(rows: IndexTable) -> None:
    rows.put(1, HERE, Texts("Rappel à l’ordre"))
    assert (rows.best("médiation", HERE), rows.best("rappels", HERE)) == ([2], [1])
    rows.put(1, ELSEWHERE, Texts("Rappel à l’ordre"))
    assert (rows.best("rappels", HERE), rows.best("rappels", ELSEWHERE)) == ([], [1])
    rows.drop(1, 2, 999)
    assert rows.best("médiation rappel", ELSEWHERE) == []
    assert rows.best("médiation", HERE) == []


@pytest.mark.on_postgres
def test_a_list_is_filtered_in_the_query_of_the_list(
    rows: IndexTable, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ours = User.objects.create_user("ours@ville.example", full_name="A")
    User.objects.create_user("other@ville.example", full_name="B")
    rows.put(ours.pk, HERE, Texts("Vidéo-protection"))
    with django_assert_num_queries(1), reads_only():  # the list, with the index in its condition
        assert list(User.objects.filter(rows.matching("videos protection", HERE))) == [ours]
    assert not User.objects.filter(rows.matching("videos", ELSEWHERE)).exists()
    assert not User.objects.filter(rows.matching("", HERE)).exists()


@pytest.mark.on_postgres
def test_many_rows_are_put_at_once_and_the_newest_are_ranked(
    rows: IndexTable, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows.put_many((key, HERE, Texts(f"Fiche {key}", rest="tranquillité")) for key in range(100, 1400))
    with django_assert_num_queries(1):  # the index alone
        assert rows.best("tranquill", HERE) == list(range(1399, 899, -1))
    rows.put_many([])
    assert rows.best("fiche 137", HERE) == [137]


@pytest.mark.parametrize("name", ["", "Sheet", "a b", 'x"; DROP TABLE y', "1x"])
def test_an_index_has_a_plain_name(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        IndexTable(name)
