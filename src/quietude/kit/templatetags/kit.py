"""Words, dates, figures and icons in a template. Built in: no ``{% load %}``. None of them queries.

    {{ d|french_date }}       30 octobre 2026            {{ d|short_date }}    30 oct. 2026
    {{ d|day_month }}         26 nov.                    {{ d|long_date }}     jeudi 26 novembre 2026
    {{ d|month_year }}        octobre 2026               {{ t|french_time }}   9 h 30
    {{ t|french_datetime }}   30 octobre 2026 à 9 h 30   {{ t|short_datetime }} 30 oct., 9 h 30
    {{ d|date_at:"month" }}   novembre 2026: no more than what is known ("day", "month" or "year")
    {{ d|relative_date }}     hier, demain, 12 nov.      {{ d|days_late }}     24
    {{ n|thousands }}         12 500                     {{ x|number:1 }}      3,5
    {{ x|euros }}             18 000 €                   {{ x|percent }}       82 %
    fiche{{ n|plural }}       fiche, fiches              loc{{ n|plural:"al,aux" }}
    {% counted n "fiche" none="aucune" %}   aucune fiche, 1 fiche, 19 fiches
    {{ text|typo }}           French apostrophes, quotes and spaces, for what users wrote
    {{ name|initials }}       HV
    {% icon "printer" %}      inline, hidden from screen readers ({% icon "eye" label="Vu" %} speaks)

Absent values (None, "") give an empty text. Components are in ``components.py``.
"""

from datetime import date, datetime, time

from django import template
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quietude.kit import dates, typography
from quietude.kit.icons import icon_svg

register = template.Library()


def local(value: datetime) -> datetime:
    """An instant as the clock on the wall in France shows it."""
    return timezone.localtime(value) if timezone.is_aware(value) else value


def local_day(value: date) -> date:
    """The day of an instant in France; a date stays as it is."""
    return local(value).date() if isinstance(value, datetime) else value


def raise_first(text: str) -> SafeString:
    """« 1er » with its letters raised, as French print has it."""
    return mark_safe(escape(text).replace("1er\u00a0", "1<sup>er</sup>\u00a0"))  # noqa: S308 (escaped just before)


def _date_filter(name: str, **how: bool) -> None:
    def show(value: date | None) -> str:
        return raise_first(dates.date_text(local_day(value), **how)) if value else ""

    register.filter(name, show)


_date_filter("french_date")
_date_filter("short_date", short=True)
_date_filter("day_month", short=True, year=False)
_date_filter("long_day_month", year=False)
_date_filter("long_date", weekday=True)
_date_filter("long_day", weekday=True, year=False)


@register.filter
def month_year(value: date | None) -> str:
    """« octobre 2026 »."""
    return dates.month_text(local_day(value)) if value else ""


@register.filter
def date_at(value: date | None, precision: dates.Precision) -> str:
    """« 30 nov. 2026 », « novembre 2026 », « 2026 »: a date as precisely as it is known."""
    return raise_first(dates.precise_text(local_day(value), precision)) if value else ""


@register.filter
def french_time(value: datetime | time | None) -> str:
    """« 9 h 30 »."""
    if not value:
        return ""
    return dates.time_text(value if isinstance(value, time) else local(value))


@register.filter
def french_datetime(value: datetime | None) -> str:
    """« 30 octobre 2026 à 9 h 30 »."""
    return raise_first(dates.datetime_text(local(value))) if value else ""


@register.filter
def short_datetime(value: datetime | None) -> str:
    """« 30 oct., 9 h 30 », with the year when it is not this one."""
    if not value:
        return ""
    here = local(value)
    return raise_first(dates.datetime_text(here, short=True, year=here.year != timezone.localdate().year))


@register.filter
def relative_date(value: date | None) -> str:
    """« hier », « demain », « 12 nov. »."""
    if not value:
        return ""
    return raise_first(dates.relative_text(local_day(value), timezone.localdate()))


@register.filter
def days_late(value: date | None) -> int:
    """Days since this due date went by, 0 before."""
    return dates.days_late(value, timezone.localdate())


@register.filter
def thousands(value: typography.Number | None) -> str:
    """« 12 500 »."""
    return "" if value in (None, "") else typography.number_text(value)


@register.filter
def number(value: typography.Number | None, decimals: int | None = None) -> str:
    """« 3,5 »; ``{{ x|number:1 }}`` fixes the decimals."""
    return "" if value in (None, "") else typography.number_text(value, decimals)


@register.filter
def euros(value: typography.Number | None) -> str:
    """« 18 000 € »."""
    return "" if value in (None, "") else typography.euros_text(value)


@register.filter
def percent(value: typography.Number | None, decimals: int = 0) -> str:
    """« 82 % », from a figure between 0 and 100."""
    return "" if value in (None, "") else typography.percent_text(value, decimals)


@register.filter
def plural(count: typography.Number, endings: str = "s") -> str:
    """The ending of a word for ``count``: « fiche{{ n|plural }} », « loc{{ n|plural:"al,aux" }} »."""
    one, many = endings.split(",") if "," in endings else ("", endings)
    return many if typography.is_plural(count) else one


@register.simple_tag
def counted(count: int, one: str, many: str | None = None, none: str = "") -> str:
    """« aucune fiche », « 1 fiche », « 19 fiches »."""
    return typography.counted(count, one, many, none)


@register.filter
def typo(text: str | None) -> str:
    """What users and the program wrote, set in French print; what is already HTML stays as it is."""
    if isinstance(text, SafeString):
        return text
    return typography.set_in_french(str(text)) if text else ""


@register.filter
def initials(name: str) -> str:
    """« HV » for Hélène Varenne."""
    return typography.initials(str(name))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of Bootstrap Icons, inline, in the colour and size of the text."""
    return icon_svg(name, label)
