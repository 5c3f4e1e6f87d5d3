"""Where lines, bars and contours go, and what a drawing says to who does not see it."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from quietude.kit.charts import Bar, Label, LineChart, Series, bar_lengths, draw_lines, scale_of, spread
from quietude.kit.maps import Area, draw_map, label_place, tint_classes

SQUARE = [[[[3.0, 50.0], [3.1, 50.0], [3.1, 50.1], [3.0, 50.1], [3.0, 50.0]]]]
EAST = [[[[x + 0.1, y] for x, y in SQUARE[0][0]]]]


def render(source: str, **data: Any) -> str:
    return Template(source).render(Context(data)).strip()


def measured(label: str, *values: str | None) -> Series:
    days = [date(2020 + rank, 12, 31) for rank in range(len(values))]
    return Series(
        label=label, points=[(d, None if v is None else Decimal(v)) for d, v in zip(days, values, strict=True)]
    )


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([15.3, 11.7], [0, 5, 10, 15, 20]),
        ([], [0, 0.25, 0.5, 0.75, 1]),
        ([0, 0], [0, 0.25, 0.5, 0.75, 1]),
        ([61, 10], [0, 20, 40, 60, 80]),
        ([-4, 4], [-4, -2, 0, 2, 4]),
        ([-3], [-3, -2, -1, 0]),
    ],
)
def test_an_axis_holds_zero_and_goes_by_round_steps(values: list[float], ticks: list[float]) -> None:
    assert scale_of(values).ticks() == ticks


@given(st.lists(st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda x: round(x, 2)), max_size=6))
def test_every_value_stands_within_its_axis(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale.low <= 0 <= scale.high
    assert all(-0.5 <= scale.down(value) <= 220.5 for value in values)
    assert 2 <= len(scale.ticks()) <= 8


@given(st.lists(st.floats(0, 220), max_size=7))
def test_words_at_the_right_never_touch(heights: list[float]) -> None:
    placed = spread([Label("x", 0, "", height) for height in heights])
    assert all(below.down - above.down >= 18.9 for above, below in pairwise(placed))
    assert all(-0.1 <= label.down <= 220.1 for label in placed)


def test_what_was_not_measured_breaks_the_line() -> None:
    drawn = draw_lines(LineChart(title="t", series=[measured("Loos", "10", "20", None, "20", "5")], target=Decimal(20)))
    assert [run.count(",") for run in drawn.lines[0].runs] == [2, 2]
    assert len(drawn.lines[0].dots) == 4
    assert drawn.target == drawn.lines[0].dots[1][1] == 0
    assert [tick.text for tick in drawn.ticks] == ["2020", "2021", "2022", "2023", "2024"]
    assert drawn.ticks[0].across == 0
    assert drawn.ticks[-1].across == 100


def test_words_of_time_keep_apart() -> None:
    days = [date(2025, 1, 28), *(date(2026, month, 28) for month in range(1, 12))]
    chart = LineChart(title="t", series=[Series(label="x", points=[(day, Decimal(1)) for day in days])])
    ticks = draw_lines(chart).ticks
    assert 3 <= len(ticks) <= 8
    assert all(right.across - left.across >= 12 for left, right in pairwise(ticks))
    near = [date(2026, 11, 2), date(2026, 11, 20)]
    close = LineChart(title="t", series=[Series(label="x", points=[(day, Decimal(1)) for day in near])])
    assert [tick.text for tick in draw_lines(close).ticks] == ["2\u00a0nov.", "20\u00a0nov."]


def test_five_lines_can_be_followed_and_no_more() -> None:
    five = [measured(f"Ligne {rank}", "1", "2") for rank in range(5)]
    assert len(draw_lines(LineChart(title="t", series=five)).lines) == 5
    with pytest.raises(ValueError, match="5 lines at most"):
        LineChart(title="t", series=[*five, measured("Une de trop", "1")])


def test_a_line_says_in_words_what_it_draws() -> None:
    chart = LineChart(
        title="Cambriolages", series=[measured("Loos", "95", "71"), measured("Emmerin", None)], target=Decimal(60)
    )
    page = render("{% line_chart chart %}", chart=chart)
    assert (
        "Loos\u00a0: 95 le 31\u00a0déc. 2020, 71 le 31\u00a0déc. 2021. Emmerin\u00a0: aucune mesure. Cible\u00a0: 60."
        in page
    )
    assert "<title>Cambriolages</title>" in page
    assert '<tspan class="of">Cible </tspan>60' in page
    assert 'x="100.0%"' in page
    empty = render("{% line_chart chart %}", chart=LineChart(title="Rien", series=[measured("Loos", None)]))
    assert "aucune mesure" in empty
    assert "Aucune mesure encore." in render("{% line_chart chart %}", chart=LineChart(title="Rien", series=[]))


def test_bars_compare_with_the_longest_and_lead_to_what_they_count() -> None:
    assert bar_lengths([8, 3, 0]) == [100, 37.5, 0]
    assert bar_lengths([]) == []
    rows = [Bar(label="Ville <b>", count=8, url="/x/"), Bar(label="SPIP", count=3, kind="blocked", word="bloquées")]
    page = render("{% bars rows 'Par pilote' %}", rows=rows)
    assert '<a class="plain" href="/x/">Ville &lt;b&gt;</a>' in page
    assert 'width="37.5%"' in page
    assert 'fill="url(#hatch)"' in page
    assert "3 bloquées" in page


def test_a_map_keeps_north_up_and_shapes_true() -> None:
    drawn = draw_map([Area(name="Ouest", count=1, polygons=SQUARE), Area(name="Est", count=2, polygons=EAST)])
    west, east = drawn.shapes
    assert west.at[0] < east.at[0]
    assert drawn.width == pytest.approx(
        2 * drawn.height * 0.642, rel=0.02
    )  # cos(50.05°): degrees of longitude are short
    corners = [float(number) for number in west.path[1:].split("L")[0].split()]
    assert corners == pytest.approx([4, drawn.height - 4], abs=0.2)


def test_a_label_stays_inside_its_shape() -> None:
    horseshoe = [[(0, 0), (100, 0), (100, 100), (60, 100), (60, 20), (40, 20), (40, 100), (0, 100)]]
    (across, down), chord = label_place(horseshoe)
    assert (0 < across < 40 or 60 < across < 100) or down < 20
    assert chord > 0
    holed = [[(0, 0), (90, 0), (90, 90), (0, 90)], [(30, 10), (60, 10), (60, 80), (30, 80)]]
    (across, down), _ = label_place(holed)
    assert not (30 < across < 60 and 10 < down < 80)


def test_counts_fall_in_classes_that_have_words() -> None:
    assert [one.words("fiche", "fiches") for one in tint_classes(12)] == [
        "1 à 4 fiches",
        "5 à 8 fiches",
        "9 fiches et plus",
    ]
    assert [one.words("fiche", "fiches") for one in tint_classes(5)] == ["1 fiche", "2 à 3 fiches", "4 fiches et plus"]
    assert [one.words("fiche", "fiches") for one in tint_classes(1)] == ["1 fiche"]
    assert tint_classes(0) == []


def test_a_map_is_read_and_gone_through_without_seeing_it() -> None:
    areas = [
        Area(name="Loos", count=4, polygons=SQUARE, url="/loos/"),
        Area(name="Emmerin", count=0, polygons=EAST),
        Area(name="Haubourdin", count=2, polygons=[]),
    ]
    page = render("{% choropleth areas 'Fiches par commune' %}", areas=areas)
    assert '<a href="/loos/" aria-label="Loos\u00a0: 4\u00a0fiches">' in page
    assert 'role="img" aria-label="Emmerin\u00a0: aucune\u00a0fiche"' in page
    assert 'class="area none" fill="url(#dots)"' in page
    assert "Pas de contour pour Haubourdin." in page
    hidden = render("{% choropleth areas 'x' %}", areas=[Area(name="Loos", count=None, polygons=SQUARE)])
    assert "Loos\u00a0: non diffusé" in hidden
    assert ">0<" not in hidden
    assert "<svg" not in render("{% choropleth areas 'x' %}", areas=areas[2:])
