"""From the command line to Django's own commands, which the rooms provide."""

from typing import Any

from quietude.config.environment import settle
from quietude.config.refusal import Refusal


def call(name: str, *words: str, **options: Any) -> None:
    """Run a room's command in this process; what it refuses becomes a Refusal."""
    settle()
    import django
    from django.core.management import CommandError, call_command
    from django.db.utils import OperationalError

    django.setup()
    try:
        call_command(name, *words, **options)
    except CommandError as error:
        raise Refusal(str(error)) from None
    except OperationalError as error:
        raise Refusal(
            f"La base de données ne répond pas comme prévu ({error}) : « ./quietude doctor » dit ce qui manque."
        ) from None
