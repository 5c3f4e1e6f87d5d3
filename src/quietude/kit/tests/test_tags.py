"""What the tags put on a page, as a reader or a screen reader meets it."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.utils.safestring import mark_safe

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 23, 12, tzinfo=PARIS)


def render(source: str, query: str = "", **data: Any) -> str:
    request = SimpleNamespace(GET=QueryDict(query), path="/")
    with time_machine.travel(NOON, tick=False):
        return Template(source).render(Context({"request": request, **data})).strip()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ day|french_date }}", "1<sup>er</sup>\u00a0octobre 2026"),
        ("{{ day|short_date }}", "1<sup>er</sup>\u00a0oct. 2026"),
        ("{{ day|day_month }}", "1<sup>er</sup>\u00a0oct."),
        ("{{ day|long_date }}", "jeudi 1<sup>er</sup>\u00a0octobre 2026"),
        ("{{ day|month_year }}", "octobre\u00a02026"),
        ("{{ day|date_at:'day' }}", "1<sup>er</sup>\u00a0oct. 2026"),
        ("{{ day|date_at:'month' }}", "octobre\u00a02026"),
        ("{{ day|date_at:'year' }} {{ nothing|date_at:'year' }}", "2026"),
        ("{{ at|french_time }}", "9\u00a0h\u00a030"),
        ("{{ at|french_datetime }}", "8\u00a0décembre 2026 à 9\u00a0h\u00a030"),
        ("{{ at|short_datetime }}", "8\u00a0déc., 9\u00a0h\u00a030"),
        ("{{ day|days_late }}", "53"),
        ("{{ 12500|thousands }}", "12\u202f500"),
        ("{{ 18000|euros }}", "18\u202f000\u00a0€"),
        ("{{ 82|percent }}", "82\u00a0%"),
        ("{{ 3.46|number:1 }}", "3,5"),
        ("fiche{{ 2|plural }} fiche{{ 1|plural }} loc{{ 3|plural:'al,aux' }}", "fiches fiche locaux"),
        ("{% counted 0 'fiche' none='aucune' %}", "aucune\u00a0fiche"),
        ("{{ text|typo }}", "L’aide\u00a0: &lt;b&gt;"),
        ("{{ nothing|french_date }}{{ nothing|euros }}{{ nothing|thousands }}{{ nothing|typo }}", ""),
    ],
)
def test_words_and_figures(source: str, words: str) -> None:
    data = {"day": date(2026, 10, 1), "at": datetime(2026, 12, 8, 8, 30, tzinfo=ZoneInfo("UTC"))}
    assert render(source, text="L'aide : <b>", nothing=None, **data) == words


def test_html_is_not_set_again() -> None:
    assert render("{{ text|typo }}", text=mark_safe('<a class="x">Qui ?</a>')) == '<a class="x">Qui ?</a>'


def test_only_what_is_late_or_blocked_has_a_word_that_shouts() -> None:
    assert 'class="status late"' in render("{% status 'late' 'En retard de 24 jours' %}")
    assert "En retard de 24 jours" in render("{% status 'late' 'En retard de 24 jours' %}")
    assert ">À lancer<" in render("{% status 'to_launch' %}")


def test_a_due_date_says_by_sign_and_word_that_it_has_gone_by() -> None:
    late = render("{% due day %}", day=date(2026, 10, 30))
    assert 'aria-label="Dépassée' in late
    assert "30\u00a0oct. 2026" in late
    assert "svg" in render("{% due day %}", day=date(2026, 11, 26))
    assert "svg" not in render("{% due day %}", day=date(2027, 6, 30))
    assert "svg" not in render("{% due day done=True %}", day=date(2026, 10, 30))
    assert "sans échéance" in render("{% due None %}")


def test_a_bar_is_never_alone_and_its_lengths_have_a_point() -> None:
    bar = render("{% progress 1 3 figure='1 sur 3' label='Étapes' %}")
    assert 'width="33.3%"' in bar
    assert 'aria-label="Étapes\u00a0: 1 sur 3"' in bar
    assert "<span>1 sur 3</span>" in bar
    assert 'width="100.0%"' in render("{% progress 150 %}")
    assert 'width="0.0%"' in render("{% progress 3 0 %}")


def test_stacked_bars_compare_with_the_longest() -> None:
    bar = render("{% stacked parts 8 %}", parts=[("done", 2), ("late", 0), ("running", 2)])
    assert bar.count("<rect") == 2
    assert 'x="25.0%"' in bar
    assert 'aria-label="2 réalisée, 2 en cours"' in bar


def test_a_metric_is_a_link_and_zero_is_a_word() -> None:
    assert '<a class="metric late" href="/x/"><b>2</b> <span>En retard</span></a>' in render(
        "{% metric 2 'En retard' '/x/' late=True %}"
    )
    calm = render("{% metric 0 'En retard' '/x/' late=True %}")
    assert "aucune" in calm
    assert "late" not in calm


def test_sorting_keeps_the_rest_of_the_address_and_says_the_order() -> None:
    first = render("{% sort_head 'title' 'Fiche' %}", "q=TIG&page=3")
    assert 'href="?q=TIG&amp;tri=title"' in first
    assert "aria-sort" not in first
    again = render("{% sort_head 'title' 'Fiche' %}", "q=TIG&tri=title")
    assert 'aria-sort="ascending"' in again
    assert 'href="?q=TIG&amp;tri=-title"' in again
    assert 'aria-sort="descending"' in render("{% sort_head 'title' 'Fiche' %}", "tri=-title")
    assert 'aria-sort="ascending"' in render("{% sort_head 'title' 'Fiche' default='title' %}")


def test_pages_say_where_one_is_and_keep_the_search() -> None:
    words = render("{% pages page 'fiche' %}", "q=TIG&page=5", page=Paginator(range(1200), 10).page(5))
    assert "41 à 50 sur 1\u202f200\u00a0fiches" in words
    assert 'href="?q=TIG&amp;page=6"' in words
    assert '<span aria-current="page">5</span>' in words
    assert render("{% pages page 'fiche' %}", page=Paginator(range(3), 10).page(1)) == ""


def test_crumbs_end_with_this_page() -> None:
    words = render("{% crumbs 'Stratégie' '/s/' 'Fiche 4' %}")
    assert '<a href="/s/">Stratégie</a>' in words
    assert '<li aria-current="page">Fiche 4</li>' in words


def test_who_has_left_says_until_when() -> None:
    words = render("{% person 'Anne Tisserand' 'collège' until=day %}", day=date(2026, 10, 30))
    assert "collège, jusqu’au 30\u00a0oct. 2026" in words
    assert 'class="person departed"' in words


def test_blocks_escape_what_they_are_told() -> None:
    assert "&lt;b&gt;" in render("{% door title %}<p>ok</p>{% enddoor %}", title="<b>")
    assert "<p>ok</p>" in render("{% notice 'late' %}<p>ok</p>{% endnotice %}")


def test_a_conflict_shows_what_differs_only_and_loses_nothing() -> None:
    difference = SimpleNamespace(
        name="means",
        label="Moyens",
        saved="Douze caméras, <b>deux</b>",
        mine="Douze caméras",
        chosen="mine",
        can_keep_both=True,
    )
    words = render("{% conflict rows 'Samir Oudard' at at %}", rows=[difference], at=NOON)
    assert "&lt;b&gt;deux&lt;/b&gt;" in words
    assert 'name="means" value="mine" checked' in words
    assert 'name="means" value="both"' in words
    assert "Samir Oudard, aujourd’hui à 12\u00a0h\u00a000" in words
