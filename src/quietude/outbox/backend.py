"""The mailer behind Django's own ``send()``: it queues, and never sends by itself."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from quietude.outbox.services import queue_mail


class QueueingMailer(BaseEmailBackend):
    """``MAILERS["default"]``: what is sent is written in the base, with the act; ``MAILERS["wire"]`` sends it later."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue each message that has an addressee; return how many."""
        return sum(bool(queue_mail(message)) for message in email_messages)
