"""Dates that moved, said as one says them: « passe du 30 juin au 31 décembre 2026, six mois de plus »."""

from calendar import monthrange
from datetime import date

from quietude.kit.dates import MONTHS, date_text
from quietude.strategy.comparison.sentences import Change, Part, change, signed, today

SMALL_NUMBERS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
    "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
)  # fmt: skip
FEW_DAYS = 45
"""Up to this, a gap that is no whole number of months is counted in days."""
LATER = ("de plus", "de moins")
AFTER = ("plus tard", "plus tôt")


def moved(
    what: str,
    before: str | None,
    after: str | None,
    *,
    precisions: tuple[str, str] = ("day", "day"),
    said: tuple[str, str] = LATER,
) -> list[Change]:
    """How a date (ISO text or None) moved; ``said`` ends the gap when it grows and when it shrinks."""
    if before == after:
        return []
    old, new = _date(before), _date(after)
    was, now = precisions
    if old and new:
        if day_text(old, was) == day_text(new, now):  # « de 2027 à 2027 » would say nothing
            was = now = "month" if (old.year, old.month) != (new.year, new.month) else "day"
        same_year = old.year == new.year and "year" not in precisions
        start, end = signed(_from(old, was, year=not same_year)), today(_to(new, now))
        way = said[0] if new > old else said[1]
        return [change(Part.DATES, f"{what} passe ", start, " ", end, f", {gap(old, new)} {way}")]
    if new:
        return [change(Part.DATES, f"{what} est maintenant donnée\u00a0: ", today(day_text(new, now)))]
    lost = day_text(old, was) if old else ""
    return [change(Part.DATES, f"{what} (", signed(lost), ") n’est plus donnée")]


def gap(old: date, new: date) -> str:
    """« six mois », « un an et trois mois », « douze jours », « environ quatre mois »."""
    first, last = sorted((old, new))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months and (first.day == last.day or (_ends_month(first) and _ends_month(last))):
        return _months(months)
    days = (last - first).days
    if days <= FEW_DAYS:
        return f"{small_number(days)} jour{'s' if days > 1 else ''}"
    return f"environ {_months(round(days / 30.44))}"


def _months(count: int) -> str:
    years, months = divmod(count, 12)
    words = [f"{small_number(years)} an{'s' if years > 1 else ''}"] if years else []
    words += [f"{small_number(months)} mois"] if months else []
    return " et ".join(words)


def small_number(count: int) -> str:
    """In letters up to sixteen, then in figures."""
    return SMALL_NUMBERS[count] if count < len(SMALL_NUMBERS) else str(count)


def day_text(value: date, precision: str = "day", *, year: bool = True) -> str:
    """A date as precisely as it is known: « 30 juin 2026 », « juin 2026 », « 2026 »."""
    if precision == "year":
        return str(value.year)
    if precision == "month":
        return MONTHS[value.month - 1] + (f" {value.year}" if year else "")
    return date_text(value, year=year)


def _from(value: date, precision: str, *, year: bool) -> str:
    text = day_text(value, precision, year=year)
    if precision == "day":
        return f"du {text}"
    return f"d’{text}" if text[0] in "ao" else f"de {text}"


def _to(value: date, precision: str) -> str:
    return f"{'au' if precision == 'day' else 'à'} {day_text(value, precision)}"


def _ends_month(value: date) -> bool:
    return value.day == monthrange(value.year, value.month)[1]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
