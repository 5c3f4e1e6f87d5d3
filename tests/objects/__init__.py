"""Something real for each URL that names an object, room by room."""

from tests.objects import councils, indicators, money, sheets, steering, strategy, versions
from tests.objects.reach import FORMATS, MAKERS, arguments_of

__all__ = [
    "FORMATS",
    "MAKERS",
    "arguments_of",
    "councils",
    "indicators",
    "money",
    "sheets",
    "steering",
    "strategy",
    "versions",
]
