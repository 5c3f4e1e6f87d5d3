"""What the words of an imported document say in the terms of a sheet; silence rather than a guess."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal, InvalidOperation

from quietude.kit.text import fold
from quietude.strategy.models.vocabulary import Status

STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    Status.DONE: (
        "realise",
        "realisee",
        "termine",
        "terminee",
        "acheve",
        "achevee",
        "fait",
        "faite",
        "cloture",
        "soldee",
    ),
    Status.RUNNING: ("en cours", "engage", "engagee", "lance", "lancee", "reconduite", "active", "en place"),
    Status.BLOCKED: ("bloque", "bloquee", "suspendu", "suspendue", "en attente"),
    Status.ABANDONED: ("abandonne", "abandonnee", "annule", "annulee"),
    Status.TO_LAUNCH: ("a lancer", "a venir", "prevu", "prevue", "non demarre", "non demarree", "projet", "a engager"),
}
MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{4}})\b")
_YEAR = re.compile(r"\b(20\d{2})\b")


def read_status(text: str | None) -> Status | None:
    """The status that ``text`` names, None when it names none or several."""
    words = f" {fold(text or '')} "
    found = {status for status, names in STATUS_WORDS.items() if any(f" {name} " in words for name in names)}
    return found.pop() if len(found) == 1 else None


def read_due_date(text: str | None) -> date | None:
    """The last day that a calendar names: an exact date, the end of a month, the end of a year; None if none."""
    folded = fold(text or "", keep="/")
    found = [_exact(*map(int, match)) for match in _DAY.findall(folded)]
    found += [_last_day(int(year), MONTHS.index(month) + 1) for month, year in _MONTH.findall(folded)]
    days = [day for day in found if day] or [date(int(year), 12, 31) for year in _YEAR.findall(folded)]
    return max(days, default=None)


def _exact(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def read_amount(value: float | str | None) -> Decimal | None:
    """Euros out of a number or of « 6 000 € »; None where there is no single amount."""
    if isinstance(value, (int, float)):
        return Decimal(str(value)).quantize(Decimal("0.01"))
    digits = re.sub(r"[\s\u00a0\u202f€]|euros?|TTC|HT", "", str(value or ""), flags=re.IGNORECASE).replace(",", ".")
    try:
        return Decimal(digits).quantize(Decimal("0.01")) if digits else None
    except InvalidOperation:
        return None
