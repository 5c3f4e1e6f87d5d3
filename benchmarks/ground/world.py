"""One large council, one of 400 sheets, 49 small ones: what each measured base holds."""

from django.db import connection, transaction

from benchmarks.ground.councils import add_council, seat_people
from benchmarks.ground.sheets import add_strategy
from quietude.councils.models import Council

LARGE, MEDIUM = "grand-conseil", "conseil-de-400"
MEDIUM_SHEETS = 400
NEIGHBOURS = 50
READERS = 40


def fill(sheets: int) -> None:
    """Write everything, unless it is already there; ends with the base's own statistics brought up to date."""
    if Council.objects.filter(slug=LARGE).exists():
        return
    with transaction.atomic():
        _write(sheets)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _write(sheets: int) -> None:
    large = add_council(LARGE, "Grand Conseil", communes=12)
    readers = seat_people(large, READERS)
    add_strategy(large, sheets, readers[0])
    medium = add_council(MEDIUM, "Conseil de 400", communes=6, skip=20)
    add_strategy(medium, MEDIUM_SHEETS, seat_people(medium, 2)[0])
    for rank in range(NEIGHBOURS - 1):
        small = add_council(f"petit-conseil-{rank + 1}", f"Petit Conseil {rank + 1}", skip=40 + rank)
        add_strategy(small, 8 + rank % 9, seat_people(small, 1)[0])
