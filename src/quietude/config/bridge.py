"""From the command line to the rooms, which need Django."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quietude.config.environment import settle
from quietude.config.refusal import Refusal


@contextmanager
def rooms() -> Iterator[None]:
    """Make the rooms usable inside the block; what a room or its base refuses becomes a Refusal."""
    settle()
    import django
    from django.core.management import CommandError
    from django.db.utils import OperationalError, ProgrammingError

    django.setup()
    try:
        yield
    except CommandError as error:
        raise Refusal(str(error)) from None
    except (OperationalError, ProgrammingError) as error:
        raise Refusal(
            f"La base de données ne répond pas comme prévu ({error}) : « ./quietude doctor » dit ce qui manque."
        ) from None


def call(name: str, *words: str, **options: Any) -> None:
    """Run a room's own command in this process."""
    with rooms():
        from django.core.management import call_command

        call_command(name, *words, **options)
