"""The ratios that the design states, computed from the lines of ``tokens.css`` themselves."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static" / "kit" / "tokens.css").read_text("utf-8")
PROPERTY = re.compile(r"--q-([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6});")


def palette(mode: str) -> dict[str, str]:
    """The colours of a mode: the light ones, with those of the dark block over them."""
    light, _, rest = TOKENS.partition("@media screen and (prefers-color-scheme: dark)")
    dark, _, printed = rest.partition("@media print")
    found = dict(PROPERTY.findall(light))
    return found | dict(PROPERTY.findall({"light": "", "dark": dark, "print": printed}[mode]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


STATED = {
    "edge": (3.9, 4.3, 5.8, 5.2),
    "ink": (14.2, 15.6, 15.1, 13.4),
    "ink-2": (6.8, 7.5, 9.2, 8.2),
    "petrol": (8.1, 8.9, 9.3, 8.3),
    "ochre": (3.0, 3.3, 7.9, 7.1),
    "ochre-ink": (7.2, 7.9, 10.9, 9.7),
    "sage": (6.0, 6.6, 9.5, 8.4),
    "brick": (6.8, 7.5, 8.6, 7.6),
    "plum": (10.3, 11.3, 9.3, 8.3),
    "focus": (10.8, 11.9, 12.3, 11.0),
}


@pytest.mark.parametrize("name", STATED)
def test_each_colour_keeps_the_ratio_that_the_design_states(name: str) -> None:
    light, dark = palette("light"), palette("dark")
    computed = (
        contrast(light[name], light["paper"]),
        contrast(light[name], light["surface"]),
        contrast(dark[name], dark["paper"]),
        contrast(dark[name], dark["surface"]),
    )
    for value, stated in zip(computed, STATED[name], strict=True):
        assert value >= stated - 0.051, f"{name}: {value:.2f} under {stated}"


TEXT_ON_GROUND = [
    ("petrol", "petrol-soft"),
    ("ink", "petrol-soft"),
    ("ink-2", "petrol-soft"),
    ("ochre-ink", "ochre-soft"),
    ("ink", "ochre-soft"),
    ("sage", "sage-soft"),
    ("ink", "sage-soft"),
    ("brick", "brick-soft"),
    ("ink", "brick-soft"),
    ("plum", "plum-soft"),
    ("ink", "marker"),
    ("ink", "marker-strong"),
    ("ink", "sunken"),
    ("ink-2", "sunken"),
    ("petrol", "sunken"),
    ("on-fill", "petrol"),
    ("on-fill", "petrol-hover"),
    ("on-fill", "brick"),
    ("on-fill", "brick-hover"),
    ("on-fill", "plum"),
    ("on-fill", "plum-hover"),
    ("on-deep", "deep"),
    ("on-deep-2", "deep"),
    ("on-deep", "deep-brick"),
    ("on-deep", "deep-plum"),
    ("ink", "tint-1"),
    ("ink", "tint-2"),
    ("ink", "tint-3"),
]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_every_ground(mode: str, text: str, ground: str) -> None:
    colours = palette(mode)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_edge_of_a_control_and_the_ring_are_seen_on_every_ground(mode: str) -> None:
    colours = palette(mode)
    for ground in ("paper", "surface", "sunken"):
        assert contrast(colours["edge"], colours[ground]) >= 3
        assert contrast(colours["focus"], colours[ground]) >= 3
    assert contrast(colours["deep-line"], colours["deep"]) >= 3


def test_paper_is_black_on_white() -> None:
    printed = palette("print")
    assert {printed[name] for name in ("paper", "surface", "sunken")} == {"#FFFFFF"}
    assert contrast(printed["ink-2"], printed["paper"]) >= 7


def test_no_colour_is_written_outside_of_the_palette() -> None:
    paper = {"#000", "#FFF", "#B5B5B5"}
    for sheet in sorted(Path(__file__).parents[1].glob("static/kit/*.css")):
        if sheet.name != "tokens.css":
            written = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[\s;,)])", sheet.read_text("utf-8")))
            assert written <= (paper if sheet.name == "print.css" else set()), sheet.name
