"""What comes from wheels is what was read and tried; our fonts are made from it, light and complete."""

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from quietude.kit import fonts
from quietude.kit.icons import UnknownIcon, icon_svg

SUMS = {
    ("django_include_bootstrap", "static/css/bootstrap-reboot.min.css"): (
        "0b56cde507cfa4d5d219f71df2e2d0a9b14bd6f589583818b874fb026f0f47f7"
    ),
    ("django_htmx", "static/django_htmx/htmx-2.min.js"): (
        "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"
    ),
    ("js_lib_bootstrap_icons", "static/bootstrap-icons/bootstrap-icons.svg"): (
        "b000f622cba471181e4aa9b83e4ea38a069d0e0674cdc817148b21ef3dcd704b"
    ),
}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(("package", "name"), SUMS)
def test_files_of_wheels_are_those_that_were_tried(package: str, name: str) -> None:
    assert sha256(Path(str(files(package) / name))) == SUMS[package, name]


@pytest.mark.parametrize("font", fonts.FONTS, ids=lambda font: font.family)
def test_fonts_come_from_known_files(font: fonts.Font) -> None:
    assert sha256(font.path) == font.sha256


@pytest.mark.parametrize("font", fonts.FONTS, ids=lambda font: font.family)
def test_our_fonts_are_light_french_and_bear_our_name(font: fonts.Font) -> None:
    path = Path(finders.find(f"kit/fonts/{font.file}"))
    assert path.stat().st_size < 90_000
    with TTFont(path) as face:
        assert set(map(ord, "àâæçéèêëîïôœùûüÿÀÇÉŒ«»’…–€\u202f\u00a0−≥→ﬁ0123456789")) <= face.getBestCmap().keys()
        names = {record.nameID: record.toUnicode() for record in face["name"].names}
        assert names[1] == font.family
        assert "Source" not in names[6]
        assert "Adobe" in names[0]
        assert "Open Font License" in names[13]
        assert len({face["hmtx"][face.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}) == 1, (
            "columns of figures"
        )
        assert {axis.axisTag for axis in face["fvar"].axes} >= {"wght"}


def test_fonts_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fonts.font_folder()
    monkeypatch.setattr(fonts, "_make", lambda font, target: pytest.fail("made again"))
    assert fonts.font_folder() == folder


def test_only_what_the_theme_uses_is_served() -> None:
    assert finders.find("kit/vendor/bootstrap-reboot.min.css")
    assert finders.find("kit/vendor/bootstrap.min.css") is None
    assert finders.find("bootstrap-icons/printer.svg") is None
    assert finders.find("kit/vendor/../../settings.py") is None


def test_an_icon_is_silent_unless_it_speaks_alone() -> None:
    silent = icon_svg("printer")
    assert 'aria-hidden="true"' in silent
    assert "<path" in silent
    assert "style" not in silent
    assert 'aria-label="Vu &lt;ici&gt;"' in icon_svg("eye", "Vu <ici>")


@pytest.mark.parametrize("name", ["nope-nope", "../secrets", ""])
def test_an_icon_that_does_not_exist_is_a_fault(name: str) -> None:
    with pytest.raises(UnknownIcon):
        icon_svg(name)


def test_every_static_file_named_by_a_sheet_exists() -> None:
    for sheet in Path(str(files("quietude.kit"))).glob("static/kit/*.css"):
        for name in re.findall(r'url\("([^"]+)"\)', sheet.read_text("utf-8")):
            assert finders.find(f"kit/{name}"), f"{sheet.name}: {name}"
