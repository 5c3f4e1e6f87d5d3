"""French dates and hours, and what a due date asks for. Pure: the day of today is always an argument."""

from datetime import date, datetime, time, timedelta
from typing import Literal

NBSP = "\u00a0"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS = ("janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
SOON_DAYS = 7

Due = Literal["calm", "soon", "late"]
Precision = Literal["day", "month", "year"]
"""How precisely a date is known, and so shown."""
Edge = Literal["first", "last"]


def day_number(day: int) -> str:
    """« 1er », then « 2 », « 3 »…"""
    return "1er" if day == 1 else str(day)


def date_text(value: date, *, short: bool = False, year: bool = True, weekday: bool = False) -> str:
    """« 30 octobre 2026 », « 30 oct. 2026 », « jeudi 30 octobre 2026 »: never broken before the month."""
    month = (SHORT_MONTHS if short else MONTHS)[value.month - 1]
    words = [day_number(value.day), month]
    if year:
        words.append(str(value.year))
    text = NBSP.join(words[:2]) + "".join(f" {word}" for word in words[2:])
    return f"{WEEKDAYS[value.weekday()]} {text}" if weekday else text


def month_text(value: date, *, short: bool = False) -> str:
    """« octobre 2026 », « oct. 2026 »."""
    return f"{(SHORT_MONTHS if short else MONTHS)[value.month - 1]}{NBSP}{value.year}"


def precise_text(value: date, precision: Precision, *, short: bool = True) -> str:
    """« 30 nov. 2026 », « novembre 2026 » or « 2026 »: nothing more than what is known. Raises KeyError."""
    written = {"day": date_text(value, short=short), "month": month_text(value), "year": str(value.year)}
    return written[precision]


def edge_of(value: date, precision: Precision, edge: Edge) -> date:
    """The first or the last day of the month or the year that holds ``value``; a day is its own edge.

    >>> edge_of(date(2028, 2, 10), "month", "last")
    datetime.date(2028, 2, 29)
    """
    if precision == "day":
        return value
    if edge == "first":
        return value.replace(day=1) if precision == "month" else date(value.year, 1, 1)
    if precision == "year" or value.month == 12:
        return date(value.year, 12, 31)
    return date(value.year, value.month + 1, 1) - timedelta(days=1)


def time_text(value: time | datetime) -> str:
    """« 9 h 30 », « 14 h 00 », as a notice of meeting writes it."""
    return f"{value.hour}{NBSP}h{NBSP}{value.minute:02d}"


def datetime_text(value: datetime, *, short: bool = False, year: bool = True) -> str:
    """« 30 octobre 2026 à 9 h 30 »; short: « 30 oct. 2026, 9 h 30 »."""
    return date_text(value, short=short, year=year) + (", " if short else " à ") + time_text(value)


def days_late(due: date | None, today: date) -> int:
    """Whole days since ``due`` went by, 0 while it has not."""
    return max((today - due).days, 0) if due else 0


def due_state(due: date | None, today: date, *, done: bool = False) -> Due:
    """``late`` the day after the due date, ``soon`` within seven days, ``calm`` otherwise and for what is done."""
    if due is None or done:
        return "calm"
    left = (due - today).days
    if left < 0:
        return "late"
    return "soon" if left < SOON_DAYS else "calm"


def relative_text(value: date, today: date) -> str:
    """« aujourd’hui », « hier », « demain », else « 12 nov. » (with its year when it is not this one)."""
    near = {0: "aujourd’hui", -1: "hier", 1: "demain"}
    gap = (value - today).days
    return near[gap] if gap in near else date_text(value, short=True, year=value.year != today.year)
