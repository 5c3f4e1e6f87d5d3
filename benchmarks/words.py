"""Figures of the table in words."""

from benchmarks.field import Line


def milliseconds(seconds: float) -> str:
    """« 12,3 ms », or seconds from one second on."""
    text = f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.1f} ms"
    return text.replace(".", ",")


def share(value: float) -> str:
    return f"{100 * value:.0f} %" if value >= 0.1 else f"{100 * value:.1f} %".replace(".", ",")


def times(value: float) -> str:
    """« 3,2 fois »."""
    return f"{value:.2f} fois".replace(".", ",") if value < 100 else f"{value:.0f} fois"


def megabytes(value: float) -> str:
    return f"{value:.1f} Mo".replace(".", ",")


def absent(measure: str, base: str) -> Line:
    """What is not measured, for want of a page."""
    return Line(measure, base, "page absente")
