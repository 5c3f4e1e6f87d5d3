"""Deadlines as a calendar: any agenda reads it, and a deadline that moves stays the same event."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from quietude.documents.calendars import Deadline, as_ics

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
LONG = "Ouvrir un lieu d’accueil ; quartier « Les Tilleuls », rue de l’Étang\nPuis former\x00 les animateurs " * 3
DEADLINES = [
    Deadline(
        "fiche-1@val-d-orve.exemple.test", date(2026, 12, 31), LONG, "Fiche 1\n2e ligne", "https://exemple.test/1"
    ),
    Deadline("etape-9@val-d-orve.exemple.test", date(2024, 2, 29), "BEGIN:VEVENT"),
]


def test_an_agenda_reads_each_deadline_as_a_whole_day() -> None:
    read = Calendar.from_ical(as_ics("Échéances du Val d’Orve", DEADLINES, now=NOW))
    assert read["x-wr-calname"] == "Échéances du Val d’Orve"
    first, second = read.walk("VEVENT")
    assert first["summary"] == LONG.replace("\x00", "")
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert first["dtstamp"].dt == NOW
    assert first["url"] == "https://exemple.test/1"
    assert second["summary"] == "BEGIN:VEVENT"
    assert second["dtend"].dt == date(2024, 3, 1)
    assert "description" not in second
    assert [event["uid"] for event in (first, second)] == [deadline.uid for deadline in DEADLINES]


def test_lines_are_folded_and_end_as_the_norm_asks() -> None:
    made = as_ics("Échéances", DEADLINES, now=NOW)
    lines = made.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert made.count(b"\r\nBEGIN:VEVENT\r\n") == 2
    assert as_ics("Échéances", DEADLINES, now=NOW) == made


def test_an_empty_calendar_is_one_that_an_agenda_may_follow() -> None:
    assert Calendar.from_ical(as_ics("Échéances", [], now=NOW)).walk("VEVENT") == []
