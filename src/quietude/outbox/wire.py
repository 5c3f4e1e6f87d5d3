"""Handing one mail over to the mail server that the settings name, and understanding its answer."""

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage as MimeMessage
from email.policy import Policy, default
from typing import Any

from django.core.mail import EmailMultiAlternatives, mailers

from quietude.outbox.models import OutgoingMail

Reason = OutgoingMail.Reason
WIRE = "wire"
"""The alias, in ``MAILERS``, of what really sends."""


class Copy(EmailMultiAlternatives):
    """The copy of a message that goes to one addressee: the envelope names that one alone."""

    def __init__(self, mail: OutgoingMail) -> None:
        super().__init__(
            subject=mail.subject,
            body=mail.body,
            from_email=mail.sender,
            headers={**mail.headers, "Message-ID": mail.message_id},
            alternatives=[(content, kind) for content, kind in mail.alternatives],
            attachments=[(name, text, kind) for name, text, kind in mail.attachments],
        )
        self.content_subtype = mail.body_type
        self.recipient = mail.recipient

    def recipients(self) -> list[str]:
        return [self.recipient]

    def message(self, *, policy: "Policy[Any] | None" = None) -> MimeMessage:
        """The message in seven bits, as the oldest server on the way takes it."""
        return super().message(policy=(policy or default).clone(cte_type="7bit"))


def hand_over(mail: OutgoingMail) -> OutgoingMail.Reason | None:
    """Try once to send ``mail``; None when the server took it, which is all that the sender can know, else the reason.

    What the server did with it once it was taken, a later refusal included, comes back to the sender's address.
    """
    mailer = mailers.get(WIRE)
    if mailer is None:
        return Reason.NO_SERVER
    try:
        mailer.open()
        mailer.send_messages([Copy(mail)])
    except (OSError, ValueError, smtplib.SMTPException) as error:
        return understand(error)
    finally:
        with suppress(Exception):  # the mail was taken or refused before: a clumsy farewell changes nothing
            mailer.close()
    return None


def understand(error: Exception) -> OutgoingMail.Reason:
    """The reason behind what ``smtplib`` raised: a 5xx is for good, a 4xx for a while."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        for_good = all(code >= 500 for code, _ in error.recipients.values())
        return Reason.RECIPIENT_REFUSED if for_good else Reason.RECIPIENT_DELAYED
    if isinstance(error, smtplib.SMTPDataError):
        return Reason.MESSAGE_REFUSED if error.smtp_code >= 500 else Reason.MESSAGE_DELAYED
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Reason.SENDER_REFUSED
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Reason.LOGIN_REFUSED
    if isinstance(error, ssl.SSLError):
        return Reason.SERVER_UNTRUSTED
    if isinstance(error, OSError):  # SMTPException is one: the server is down, silent, or left in the midst
        return Reason.SERVER_SILENT
    return Reason.ADDRESS_INVALID
