"""Days of the facts: some are dates, some move with today, so that something is late whenever one looks."""

import re
from calendar import monthrange
from datetime import date, timedelta

DAYS = re.compile(r"([+-]\d+)d")
MONTHS = re.compile(r"([+-]\d+)m")
IN_A_YEAR = re.compile(r"Y([+-]\d+)-(\d\d)-(\d\d)")


def day(text: str, today: date) -> date:
    """The day that ``text`` means; raises ValueError for anything else than these four ways of saying it.

    « -24d » and « +8d » count from ``today``, « +7m » is the last day of the seventh month to come, « Y-2-03-12 » the
    12 March of two years ago, « 2018-12-31 » itself.
    """
    if found := DAYS.fullmatch(text):
        return today + timedelta(days=int(found[1]))
    if found := MONTHS.fullmatch(text):
        return month_end(today, int(found[1]))
    if found := IN_A_YEAR.fullmatch(text):
        return date(today.year + int(found[1]), int(found[2]), int(found[3]))
    return date.fromisoformat(text)


def month_end(today: date, months: int) -> date:
    """The last day of the month that is ``months`` away from the month of ``today``."""
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])
