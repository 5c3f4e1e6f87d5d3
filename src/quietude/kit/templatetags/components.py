"""Components, one tag each. Built in: no ``{% load %}``. None of them queries; all arguments are plain values.

    {% status "late" "En retard" %}            to_launch, running, done, late, blocked, abandoned
    {% due sheet.due_on done=sheet.is_done %}  the date; a clock within seven days, a triangle after
    {% person "Anne Tisserand" "collège" until=None %}     {% organisation "Centre social" "Reçoit les élèves" %}
    {% progress 82 %}   {% progress 3 5 figure="3 faites sur 5" label="Étapes faites" wide=True %}
    {% stacked segments total %}     segments: [("running", 6), ("late", 1)]     {% legend "done running late" %}
    {% metric 2 "En retard" url late=True %}                zero says « aucune » (none="aucun")
    {% tabs entries %}               entries: [{"label", "url", "current", "count"}] (count may be None)
    {% filter_chip "Période" "2026" remove_url %}
    {% sort_head "title" "Fiche" %}  a <th> whose link sorts by ?tri=title, then ?tri=-title; number=True aligns right
    {% pages page_obj "fiche" %}     links keep the other parameters of the address
    {% crumbs "Stratégie 2024-2027" url "Fiches action" %}  pairs of words and addresses, the last without address
    {% errors form %}                what is to mend, with links to the fields; nothing when all is well
    {% door "Reprendre un document existant" likely=True %}…{% enddoor %}    one of the two doors of an empty page
    {% notice "blocked" %}…{% endnotice %}     info, done, blocked, late
    {% unpublished %}                « non diffusé »: never 0, never blank
    {% conflict differences saved_by saved_at started_at %}   radios named after the fields: saved, mine, both

Forms: ``{{ form.title.as_field_group }}`` or ``{{ form }}`` (see ``kit/forms.py``). Toasts: ``kit/toasts.py``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quietude.kit import dates, typography
from quietude.kit.differences import compare_texts
from quietude.kit.icons import icon_svg
from quietude.kit.templatetags.kit import raise_first

register = template.Library()

STATUS_ICONS = {
    "to_launch": "circle",
    "running": "play-circle",
    "done": "check-circle-fill",
    "late": "exclamation-triangle-fill",
    "blocked": "slash-circle",
    "abandoned": "x-circle",
}
STATUS_WORDS = {
    "to_launch": "à lancer",
    "running": "en cours",
    "done": "réalisée",
    "late": "en retard",
    "blocked": "bloquée",
    "abandoned": "abandonnée",
}
NOTICE_ICONS = {
    "info": "info-circle",
    "done": "check-circle",
    "blocked": "exclamation-circle",
    "late": "exclamation-triangle",
}


@register.simple_tag
def status(kind: str, label: str = "") -> SafeString:
    """An icon whose shape says the state, and its word; only late and blocked have a ground."""
    icon = icon_svg(STATUS_ICONS[kind])
    return format_html('<span class="status {}">{}{}</span>', kind, icon, label or STATUS_WORDS[kind].capitalize())


@register.simple_tag
def due(
    value: date | None, done: bool = False, none: str = "sans échéance", precision: dates.Precision = "day"
) -> SafeString:
    """A due date: plain, then a clock within seven days, then a triangle once it has gone by."""
    if value is None:
        return format_html('<span class="quiet">{}</span>', none)
    words = raise_first(dates.precise_text(value, precision))
    state = dates.due_state(value, timezone.localdate(), done=done)
    mark = {"calm": "", "soon": icon_svg("clock"), "late": icon_svg("exclamation-triangle-fill", "Dépassée\u00a0:")}[
        state
    ]
    tone = "" if state == "calm" else f" {state}"
    return format_html('<time class="due{}" datetime="{}">{}{}</time>', tone, value.isoformat(), mark, words)


@register.inclusion_tag("kit/parts/who.html")
def person(name: str, detail: str = "", until: date | None = None) -> dict[str, Any]:
    """A person: round chip; one who has left is greyed and says until when."""
    left = f"jusqu’au {dates.date_text(until, short=True)}" if until else ""
    return {"kind": "person", "name": name, "detail": ", ".join(filter(None, [detail, left])), "departed": bool(until)}


@register.inclusion_tag("kit/parts/who.html")
def organisation(name: str, detail: str = "") -> dict[str, Any]:
    """An organisation: square chip."""
    return {"kind": "organisation", "name": name, "detail": detail, "departed": False}


def _length(value: float) -> str:
    """A length of a drawing, with the point that SVG wants whatever the language."""
    return f"{value:.1f}"


@register.inclusion_tag("kit/parts/progress.html")
def progress(
    value: float,
    total: float = 100,
    figure: str = "",
    label: str = "Avancement",
    wide: bool = False,
    said: bool = False,
) -> dict[str, Any]:
    """A bar with its edge, and the figure beside unless the words above have ``said`` it: never a bar alone."""
    share = max(0.0, min(1.0, value / total)) if total else 0.0
    return {
        "figure": figure or typography.percent_text(round(share * 100)),
        "label": label,
        "wide": wide,
        "said": said,
        "part": _length(share * 100),
    }


@register.inclusion_tag("kit/parts/stacked.html")
def stacked(segments: Iterable[tuple[str, int]], total: int, label: str = "") -> dict[str, Any]:
    """One bar made of states, in shares of ``total`` (the longest bar of the page, so that bars compare)."""
    scale, at, parts = 100 / (total or 1), 0.0, []
    for kind, count in segments:
        if count:
            parts.append({"kind": kind, "x": _length(at), "width": _length(max(count * scale - 0.4, 0.2))})
            at += count * scale
    words = ", ".join(f"{count} {STATUS_WORDS[kind]}" for kind, count in segments if count)
    return {"parts": parts, "label": label or words or "aucune"}


@register.inclusion_tag("kit/parts/legend.html")
def legend(kinds: str) -> dict[str, Any]:
    """What the grounds of the bars mean: « done running late » gives three swatches and their words."""
    return {"entries": [(kind, STATUS_WORDS[kind]) for kind in kinds.split()]}


@register.inclusion_tag("kit/parts/metric.html")
def metric(count: int, label: str, url: str = "", late: bool = False, none: str = "aucune") -> dict[str, Any]:
    """A figure that opens what it counts; brick only when it is late and more than none."""
    figure = typography.number_text(count) if count else none
    return {"figure": figure, "label": label, "url": url, "tone": "none" if not count else "late" if late else ""}


@register.inclusion_tag("kit/parts/tabs.html")
def tabs(entries: Sequence[Mapping[str, Any]], label: str = "Vues") -> dict[str, Any]:
    """Views of one list, as links with their counts."""
    shown = [{"count": None, "current": False, **entry} for entry in entries]
    return {"entries": shown, "label": label}


@register.inclusion_tag("kit/parts/filter_chip.html")
def filter_chip(field: str, value: str, url: str) -> dict[str, Any]:
    """« Champ : valeur » with a cross that lets it go."""
    return {"field": field, "value": value, "url": url}


def _address_with(context: template.Context, **changes: str | int | None) -> str:
    """The query string of this page with ``changes``; None removes a parameter."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        parameters.pop(name, None)
        if value is not None:
            parameters[name] = str(value)
    return f"?{parameters.urlencode()}"


@register.inclusion_tag("kit/parts/sort_head.html", takes_context=True)
def sort_head(
    context: template.Context, field: str, label: str, number: bool = False, default: str = ""
) -> dict[str, Any]:
    """A sortable column head: ``aria-sort`` and an arrow; ``default`` is the order when none is asked for."""
    asked = context["request"].GET.get("tri", default)
    order = {field: "ascending", f"-{field}": "descending"}.get(asked, "")
    address = _address_with(context, tri=f"-{field}" if order == "ascending" else field, page=None)
    return {"label": label, "order": order, "url": address, "number": number}


@register.inclusion_tag("kit/parts/pages.html", takes_context=True)
def pages(context: template.Context, page: Page, one: str = "élément", many: str | None = None) -> dict[str, Any]:
    """« 1 à 50 sur 120 fiches » and the pages, when there is more than one."""
    numbers = [
        {"number": n, "url": _address_with(context, page=n) if isinstance(n, int) else ""}
        for n in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {"page": page, "numbers": numbers, "total": typography.counted(page.paginator.count, one, many)}


@register.inclusion_tag("kit/parts/crumbs.html")
def crumbs(*words_and_addresses: str) -> dict[str, Any]:
    """Where this page stands: words, address, words, address, …, and the last words alone."""
    *pairs, last = words_and_addresses
    return {"links": list(zip(pairs[::2], pairs[1::2], strict=True)), "last": last}


@register.inclusion_tag("kit/parts/errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """What is to mend in ``form``, with a link to each field."""
    entries = [
        {"label": form[name].label, "anchor": form[name].id_for_label, "messages": list(found)}
        for name, found in form.errors.items()
        if name in form.fields
    ]
    return {"entries": entries, "general": list(form.non_field_errors())}


@register.simple_block_tag
def door(content: str, title: str, likely: bool = False) -> SafeString:
    """One of the two doors of an empty page; the likely one is marked."""
    return format_html('<section class="card{}"><h2>{}</h2>{}</section>', " marked" if likely else "", title, content)


@register.simple_block_tag
def notice(content: str, kind: str = "info") -> SafeString:
    """A sentence that the page needs, beside its icon."""
    return format_html('<div class="notice {}">{}<div>{}</div></div>', kind, icon_svg(NOTICE_ICONS[kind]), content)


@register.simple_tag
def unpublished() -> SafeString:
    """A figure that may not be published: never 0, never blank."""
    return format_html('<span class="unpublished">{}non diffusé</span>', icon_svg("eye-slash"))


@register.inclusion_tag("kit/parts/conflict.html")
def conflict(
    differences: Iterable[Any], saved_by: str, saved_at: datetime, started_at: datetime | None = None
) -> dict[str, Any]:
    """Two versions of one object, side by side: what differs only, one radio per field, nothing lost.

    Each difference has ``name``, ``label``, ``saved``, ``mine``, ``chosen`` ("saved" or "mine") and ``can_keep_both``.
    """
    rows = []
    for difference in differences:
        saved, mine = compare_texts(_value_text(difference.saved), _value_text(difference.mine))
        rows.append({"field": difference, "saved": saved, "mine": mine})
    return {"rows": rows, "saved_by": saved_by, "saved_at": saved_at, "started_at": started_at}


def _value_text(value: Any) -> str:
    """A value of a field in words: a date as the French write it, nothing as « rien »."""
    if isinstance(value, date):
        return dates.date_text(value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return typography.number_text(value)
    return str(value) if value not in (None, "") else "rien"


@register.inclusion_tag("kit/parts/toasts.html", takes_context=True)
def toasts(context: template.Context) -> dict[str, Any]:
    """What was just done, and « Annuler » where it can be undone (see ``kit/toasts.py``)."""
    return {
        "entries": [_toast_entry(message) for message in context.get("messages") or ()],
        "csrf_token": context.get("csrf_token", ""),
    }


def _toast_entry(message: Message) -> dict[str, Any]:
    kind, _, address = (message.extra_tags or "").partition(":")
    return {"text": message.message, "error": message.level_tag == "error", "undo": address if kind == "undo" else ""}


@register.simple_tag
def today() -> SafeString:
    """The date of the printing: « 23 novembre 2026 »."""
    return raise_first(dates.date_text(timezone.localdate()))


@register.simple_tag(takes_context=True)
def rail(context: template.Context) -> SafeString:
    """The rooms that the seat may enter, in their groups; the one we are in is marked."""
    here, groups = context["here"], context["rail"]
    inside = context["request"].path.removeprefix(f"/conseils/{here.council.slug}/")
    current = next((room for _, rooms in groups for room in rooms if _is_in(room, inside)), None)
    return here.recall(("rail", current and current.url_name), lambda: _draw_rail(here, groups, current))


def _is_in(room: Any, inside: str) -> bool:
    return inside.startswith(room.prefix) if room.prefix else inside == ""


def _draw_rail(here: Any, groups: Any, current: Any) -> SafeString:
    entries = [(group, [_rail_entry(room, here, room is current) for room in rooms]) for group, rooms in groups]
    return render_to_string("kit/parts/rail.html", {"groups": entries, "search_url": _search_url(here)})


def _rail_entry(room: Any, here: Any, current: bool) -> dict[str, Any]:
    count = room.count(here) if room.count else None
    address = reverse(room.url_name, args=[here.council.slug])
    return {"label": room.label, "icon": room.icon, "url": address, "current": current, "count": count}


def _search_url(here: Any) -> str:
    """The search of the council, where the installation has one."""
    try:
        return reverse("council_search", args=[here.council.slug])
    except NoReverseMatch:
        return ""


@register.inclusion_tag("kit/parts/search_box.html")
def search_box(here: Any) -> dict[str, Any]:
    """The field of the top bar: searches this council and no other."""
    return {"url": _search_url(here)}


@register.inclusion_tag("kit/parts/who_is_here.html", takes_context=True)
def who_is_here(context: template.Context) -> dict[str, Any]:
    """Who am I here: name, role in this council, and what concerns my account."""
    here = context["here"]
    return {
        "name": here.user.full_name,
        "role": here.role_label,
        "slug": here.council.slug,
        "csrf_token": context.get("csrf_token", ""),
    }
