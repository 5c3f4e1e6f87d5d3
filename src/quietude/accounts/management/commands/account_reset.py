from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from quietude.accounts.models import User
from quietude.accounts.services import invitation_url, start_over


class Command(BaseCommand):
    """For who lost phone and recovery codes: on the machine only, by who has checked who asks."""

    help = "Rouvre le compte d’une personne qui a perdu son second facteur, et affiche le lien à lui remettre."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="ADRESSE", help="adresse électronique du compte")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError(f"Aucun compte ouvert à l’adresse {email}.")
        with transaction.atomic():
            start_over(user)
        self.stdout.write(f"Remettez ce lien à {user.full_name}, en main propre.")
        self.stdout.write("Il sert une fois, pendant 72 heures\u00a0:")
        self.stdout.write(invitation_url(user))
