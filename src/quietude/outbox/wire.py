"""Handing one mail over to the mail server that the settings name, and understanding its answer."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage as MimeMessage
from email.policy import Policy, default
from typing import Any

from django.core.mail import EmailMultiAlternatives, mailers

from quietude.outbox.models import OutgoingMail

Reason = OutgoingMail.Reason
WIRE = "wire"
"""The alias, in ``MAILERS``, of what really sends."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a mail did not leave; when ``final``, trying again would change nothing."""

    reason: OutgoingMail.Reason
    final: bool = False


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


def hand_over(mail: OutgoingMail) -> Refusal | None:
    """Try once to send ``mail``; None when the server took it, which is all that the sender can know.

    What the server did with it once it was taken, a later refusal included, comes back to the sender's address.
    """
    mailer = mailers.get(WIRE)
    if mailer is None:
        return Refusal(Reason.NO_SERVER)
    try:
        mailer.open()
        mailer.send_messages([Copy(mail)])
    except (OSError, ValueError, smtplib.SMTPException) as error:
        return understand(error)
    finally:
        with suppress(Exception):  # the mail was taken or refused before: a clumsy farewell changes nothing
            mailer.close()
    return None


def understand(error: Exception) -> Refusal:
    """The reason behind what ``smtplib`` raised. A 5xx about the addressee or the message is final; what concerns our
    own server, address or password may be mended, and is tried again."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        final = all(code >= 500 for code, _ in error.recipients.values())
        return Refusal(Reason.RECIPIENT_REFUSED if final else Reason.RECIPIENT_DELAYED, final)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Refusal(Reason.SENDER_REFUSED)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Refusal(Reason.LOGIN_REFUSED)
    if isinstance(error, smtplib.SMTPDataError):
        final = error.smtp_code >= 500
        return Refusal(Reason.MESSAGE_REFUSED if final else Reason.MESSAGE_DELAYED, final)
    if isinstance(error, ssl.SSLError):
        return Refusal(Reason.SERVER_UNTRUSTED)
    if isinstance(error, OSError):  # SMTPException is one: the server is down, silent, or left in the midst
        return Refusal(Reason.SERVER_SILENT)
    return Refusal(Reason.ADDRESS_INVALID, final=True)
