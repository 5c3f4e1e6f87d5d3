"""What the platform itself wrote and did not leave: forgotten passwords, invitations before the first council."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from quietude.outbox.queries import stuck_mails
from quietude.outbox.services import retry_failed_mails


class Command(BaseCommand):
    help = "Dit quels courriels de la plateforme ne sont pas partis (ceux d’un conseil\u00a0: sa page « Courriels »)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry", action="store_true", help="réessaie ceux qui peuvent partir")

    def handle(self, *, retry: bool, **options: Any) -> None:
        if retry:
            count = retry_failed_mails(None, actor=None)
            self.stdout.write(f"Nouvel essai demandé\u00a0: {count}.")
            return
        mails = stuck_mails(None)
        for mail in mails:
            written = timezone.localtime(mail.created_at)
            state, reason = mail.get_state_display(), mail.get_last_error_display()
            self.stdout.write(f"{written:%d/%m/%Y %H:%M}  {mail.recipient}  {state}  {reason}")
        if not mails:
            self.stdout.write("Aucun courriel de la plateforme n’attend.")
