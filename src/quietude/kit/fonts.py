"""Our two typefaces as light WOFF2 files: a Latin subset of the wheels' variable fonts, made once per installation.

Source Sans 3 and Source Serif 4 are under the OFL 1.1 with a reserved name: a modified copy bears another one, so ours
are called Quietude Sans and Quietude Serif; copyright and licence stay in the files.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

RECIPE = "1"
"""Changes whenever what follows changes the files made."""

CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x2C6, 0x2DA, 0x2DC, 0x2BC),
    *range(0x2000, 0x2070),
    *(0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2),
    *range(0x2070, 0x2080),
    *range(0xFB00, 0xFB05),
]
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
"""Copyright, family, licence and where to read it."""
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "sups", "calt"]
"""Figures are lining and tabular by default in both typefaces."""


@dataclass(frozen=True, slots=True)
class Font:
    """One typeface: where it comes from, its SHA-256, and what ours is called. ``limits`` narrow its axes."""

    package: str
    source: str
    sha256: str
    family: str
    file: str
    limits: tuple[tuple[str, tuple[int, int]], ...] = ()

    @property
    def path(self) -> Path:
        return Path(str(files(self.package) / "files" / self.source))


FONTS = (
    Font(
        package="fontpkg_source_sans_3",
        source="SourceSans3[wght].ttf",
        sha256="042fe2cc0b933e328410d7acbd0aa6a1873dca5aef81875f4bc214b08825c7b9",
        family="Quietude Sans",
        file="quietude-sans.woff2",
    ),
    Font(
        package="fontpkg_source_serif_4",
        source="SourceSerif4[opsz,wght].ttf",
        sha256="97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
        family="Quietude Serif",
        file="quietude-serif.woff2",
        limits=(("opsz", (20, 60)), ("wght", (400, 600))),
    ),
)
_making = Lock()
"""Two first pages drawn at once make the fonts once."""


def font_folder() -> Path:
    """The folder that holds the subset fonts, filled on first use (about two seconds) and kept in the data folder."""
    recipe = f"{RECIPE} {[(font.sha256, font.file, font.limits) for font in FONTS]}"
    folder = Path(settings.DATA) / "fonts" / hashlib.sha256(recipe.encode()).hexdigest()[:12]
    with _making:
        for font in FONTS:
            if not (folder / font.file).exists():
                folder.mkdir(parents=True, exist_ok=True)
                _make(font, folder / font.file)
    return folder


def _make(font: Font, target: Path) -> None:
    """Write the subset of ``font`` at ``target``, whole or not at all: two processes may start together."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with TTFont(font.path, lazy=True) as face:
        options = subset.Options(layout_features=FEATURES, name_IDs=KEPT_NAMES, hinting=False, notdef_outline=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(face)
        if font.limits:
            instancer.instantiateVariableFont(face, dict(font.limits), inplace=True)
        _rename(face, font.family)
        face.flavor = "woff2"
        descriptor, draft = tempfile.mkstemp(dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            face.save(file)
    Path(draft).replace(target)


def _rename(face: "TTFont", family: str) -> None:
    names = {1: family, 3: family, 4: family, 6: family.replace(" ", ""), 16: family}
    for record in face["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
