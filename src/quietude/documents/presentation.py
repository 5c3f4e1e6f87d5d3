"""A presentation for the plenary (PPTX, 16:9): small XML templates of ours, filled and zipped.

Written without pandoc, which sizes neither the rows of a table nor its letters: here a text never leaves its screen.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from django.template.loader import render_to_string

from quietude.documents.blocks import clean
from quietude.documents.letter import Slides
from quietude.documents.slides import Screen, screens_of
from quietude.kit.dates import date_text

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LOGO_HEIGHT, LOGO_WIDEST, LOGO_LEFT, LOGO_GAP = 822_960, 2_743_200, 1_005_840, 228_600
"""In English metric units."""
LONGEST_FOOT = 140
FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "docProps/core.xml": "core.xml",
    "ppt/presentation.xml": "presentation.xml",
    "ppt/_rels/presentation.xml.rels": "presentation.rels",
    "ppt/theme/theme1.xml": "theme.xml",
    "ppt/slideMasters/slideMaster1.xml": "master.xml",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": "master.rels",
    "ppt/slideLayouts/slideLayout1.xml": "layout_first.xml",
}
"""The parts that every presentation holds once, and the template of each."""


def as_pptx(slides: Slides) -> bytes:
    """The presentation; its first screen says what it is and whose."""
    screens = [_first(slides), *(screen for slide in slides.slides for screen in screens_of(slide))]
    facts = {
        "screens": screens,
        "title": clean(slides.title),
        "sender": [clean(line) for line in slides.sender.lines],
        "foot": clean(f"{slides.sender.lines[0]}. {slides.note or slides.title}"[:LONGEST_FOOT]),
        "day": f"{slides.made_on:%Y-%m-%d}",
        "logo": _logo(slides) if slides.sender.logo else None,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in _parts(screens, facts):
            parts.writestr(name, text)
        if slides.sender.logo:
            parts.writestr("ppt/media/logo.png", slides.sender.logo)
    return file.getvalue()


def _first(slides: Slides) -> Screen:
    said = (slides.subtitle, date_text(slides.made_on))
    return Screen(clean(slides.title), 1, items=[clean(line) for line in said if line])


def _parts(screens: list[Screen], facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, template in FIXED.items():
        yield name, _render(template, facts)
    for number, with_text in ((2, True), (3, False)):
        yield f"ppt/slideLayouts/slideLayout{number}.xml", _render("layout.xml", {"with_text": with_text})
    for number in (1, 2, 3):
        yield f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels", _render("layout.rels", {})
    for number, screen in enumerate(screens, 1):
        shown = {**facts, "screen": screen, "number": number}
        template = "slide_first.xml" if screen.layout == 1 else "slide.xml"
        yield f"ppt/slides/slide{number}.xml", _render(template, shown)
        yield f"ppt/slides/_rels/slide{number}.xml.rels", _render("slide.rels", shown)


def _render(template: str, facts: Mapping[str, Any]) -> str:
    return render_to_string(f"documents/pptx/{template}", dict(facts))


def _logo(slides: Slides) -> dict[str, Any]:
    """How large the logo is drawn; a PNG says its size in its header (``logos.redrawn`` gives nothing else)."""
    picture = slides.sender.logo
    wide, high = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    width = min(LOGO_WIDEST, LOGO_HEIGHT * wide // max(1, high))
    height = width * high // max(1, wide)
    right = LOGO_LEFT + width + LOGO_GAP
    return {"width": width, "height": height, "right": right, "text": clean(slides.sender.logo_text)}
