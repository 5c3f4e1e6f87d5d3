"""Charts, drawn by the server as SVG. Built in: no ``{% load %}``. None of them queries; a table stands beside each.

    {% bars rows "Fiches par pilote" %}          rows: [Bar(label, count, url, kind, word)], see ``kit/charts.py``
    {% line_chart chart %}                       chart: LineChart(title, series, unit, target, baseline)
    {% choropleth areas "Fiches par commune" %}  areas: [Area(name, count, url, polygons)], see ``kit/maps.py``;
                                                 one="fiche" many="fiches" none="aucune" say what is counted

A state is never told by its colour alone: blocked is hatched, to launch is dashed, none is dotted, and each has a word.
"""

from collections.abc import Sequence
from typing import Any

from django import template

from quietude.kit import typography
from quietude.kit.charts import PLOT_HEIGHT, Bar, LineChart, bar_lengths, draw_lines
from quietude.kit.dates import precise_text
from quietude.kit.maps import Area, Shape, draw_map

register = template.Library()

LONGEST_LABEL = 18
"""Letters of a name that fit at the right of a plot; the legend has the whole of it."""


@register.inclusion_tag("kit/parts/bars.html")
def bars(rows: Sequence[Bar], title: str) -> dict[str, Any]:
    """Horizontal bars, the longest filling the width; the figure and its word stand at the end of each."""
    return {"title": title, "rows": list(zip(rows, bar_lengths([row.count for row in rows]), strict=True))}


@register.inclusion_tag("kit/parts/line_chart.html")
def line_chart(chart: LineChart) -> dict[str, Any]:
    """Lines over time from zero, their last values written at their right, the target dashed."""
    drawn = draw_lines(chart)
    for label in drawn.labels:
        label.text = label.text if len(label.text) <= LONGEST_LABEL else f"{label.text[: LONGEST_LABEL - 1].rstrip()}…"
    words = chart.description or _line_words(chart)
    return {"chart": chart, "drawn": drawn, "words": words, "height": PLOT_HEIGHT, "middle": PLOT_HEIGHT / 2}


def _line_words(chart: LineChart) -> str:
    """What the drawing shows, for who does not see it: where each line starts and ends, and the target."""
    sentences = []
    for one in chart.series:
        known = [(day, value) for day, value in one.points if value is not None]
        if known:
            (first, start), (last, end) = known[0], known[-1]
            ends = f"{typography.number_text(end)} le {precise_text(last, 'day')}"
            starts = f"{typography.number_text(start)} le {precise_text(first, 'day')}, " if len(known) > 1 else ""
            sentences.append(f"{one.label}\u00a0: {starts}{ends}.")
        else:
            sentences.append(f"{one.label}\u00a0: aucune mesure.")
    if chart.target is not None:
        sentences.append(f"Cible\u00a0: {typography.number_text(chart.target)}.")
    return " ".join(sentences)


@register.inclusion_tag("kit/parts/choropleth.html")
def choropleth(
    areas: Sequence[Area], title: str, one: str = "fiche", many: str = "", none: str = "aucune"
) -> dict[str, Any]:
    """A map of communes in three tints, with the figure on each; one that has no contour is named under the map."""
    drawn = draw_map(areas)
    plural = many or f"{one}s"
    shapes = [(shape, _area_words(shape, one, plural, none)) for shape in drawn.shapes]
    used = {shape.tint for shape in drawn.shapes}
    legend = [(entry.tint, entry.words(one, plural)) for entry in drawn.classes if entry.tint in used]
    legend += [("none", f"{none} {one}")] if "none" in used else []
    legend += [("unpublished", "non diffusé")] if "unpublished" in used else []
    return {"title": title, "drawn": drawn, "shapes": shapes, "legend": legend}


def _area_words(shape: Shape, one: str, many: str, none: str) -> str:
    """« Loos : 5 fiches », the name of a link that has no text of its own."""
    count = shape.area.count
    said = "non diffusé" if count is None else typography.counted(count, one, many, none=none)
    return f"{shape.area.name}\u00a0: {said}"
