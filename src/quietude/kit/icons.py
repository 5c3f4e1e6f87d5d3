"""Bootstrap Icons, inlined: read once from their wheel, drawn in the colour and size of the text around."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_NAME = re.compile(r"[a-z0-9-]+")


class UnknownIcon(LookupError):
    """No icon bears this name: a fault of the template."""


@cache
def icon_paths(name: str) -> str:
    """The drawing of the icon ``name``, without its frame. Raises UnknownIcon."""
    if not _NAME.fullmatch(name):
        raise UnknownIcon(name)
    file = files("js_lib_bootstrap_icons") / "static" / "bootstrap-icons" / f"{name}.svg"
    try:
        drawing = _BODY.search(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UnknownIcon(name) from error
    if drawing is None:
        raise UnknownIcon(name)
    return re.sub(r"\s*\n\s*", "", drawing.group(1))


@lru_cache(512)
def icon_svg(name: str, label: str = "") -> SafeString:
    """The icon as inline SVG: hidden from screen readers, unless ``label`` says what no word beside it says."""
    voice = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    frame = f'<svg class="icon" viewBox="0 0 16 16" {voice} focusable="false">{icon_paths(name)}</svg>'
    return mark_safe(frame)  # noqa: S308 (the label is escaped, the paths come from the wheel)
