from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def of_council(self, council: UUID | None) -> Self:
        """The mails of one council, by its opaque reference; those of the platform when None."""
        return self.filter(council=council)

    def due(self, now: datetime) -> Self:
        """Those that wait and whose next try has come."""
        return self.filter(state=OutgoingMail.State.QUEUED, next_try_at__lte=now)

    def stuck(self) -> Self:
        """Those that a try has not made leave: they wait for the next one, or have failed."""
        return self.filter(state__in=[OutgoingMail.State.QUEUED, OutgoingMail.State.FAILED]).exclude(last_error="")

    def worth_a_retry(self) -> Self:
        """Those that have failed and that no server has refused for good: they may leave if asked again."""
        final = [reason for reason in OutgoingMail.Reason if reason.is_final]
        return self.filter(state=OutgoingMail.State.FAILED).exclude(last_error__in=final)


class OutgoingMail(models.Model):
    """One mail for one addressee: another copy of the same message is another row, with its own fate."""

    class State(models.TextChoices):
        QUEUED = "queued", "en attente"
        SENT = "sent", "parti"
        FAILED = "failed", "n’est pas parti"
        KEPT = "kept", "gardé : démonstration"

    class Reason(models.TextChoices):
        """Why the last try failed: a code, never what the other server answered, which may hold a name."""

        RECIPIENT_REFUSED = "recipient_refused", "Le serveur du destinataire refuse cette adresse : vérifiez-la."
        RECIPIENT_DELAYED = "recipient_delayed", "Le serveur du destinataire demande d’attendre."
        MESSAGE_REFUSED = "message_refused", "Le serveur de courriel refuse ce message."
        MESSAGE_DELAYED = "message_delayed", "Le serveur de courriel demande d’attendre."
        SENDER_REFUSED = "sender_refused", "Le serveur de courriel refuse notre adresse d’expédition."
        LOGIN_REFUSED = "login_refused", "Le serveur de courriel refuse notre identifiant ou notre mot de passe."
        SERVER_SILENT = "server_silent", "Le serveur de courriel ne répond pas."
        SERVER_UNTRUSTED = "server_untrusted", "Le certificat du serveur de courriel n’est pas reconnu."
        NO_SERVER = "no_server", "Aucun serveur de courriel n’est réglé."
        ADDRESS_INVALID = "address_invalid", "Cette adresse n’est pas valable : corrigez-la."

        @property
        def is_final(self) -> bool:
            """Trying again would change nothing; what our own server, address or password explains may be mended."""
            return self in (self.RECIPIENT_REFUSED, self.MESSAGE_REFUSED, self.ADDRESS_INVALID)

    reference = models.UUIDField("référence", default=uuid4, unique=True, editable=False)
    council = models.UUIDField("conseil", null=True, blank=True)
    """Opaque reference: this room lies below the councils."""
    recipient = models.CharField("destinataire", max_length=320)
    message_id = models.CharField("identifiant du message", max_length=255)
    """The same at each try: a server that already has the mail can tell."""
    sender = models.CharField("expéditeur", max_length=320)
    subject = models.CharField("objet", max_length=300)
    headers = models.JSONField("en-têtes", default=dict)
    body = models.TextField("texte", blank=True)
    body_type = models.CharField("nature du texte", max_length=20, default="plain")
    alternatives = models.JSONField("autres formes", default=list)
    """[[content, type], …]"""
    attachments = models.JSONField("pièces jointes", default=list)
    """[[file name, text, type], …]: calendars and the like; other files never travel by mail."""
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField("essais", default=0)
    next_try_at = models.DateTimeField("prochain essai le", null=True, blank=True)
    give_up_at = models.DateTimeField("abandon le", null=True, blank=True)
    claimed_by = models.CharField("tâche", max_length=36, blank=True)
    """The task that tries: when its worker is killed, it takes its own mail up again."""
    last_error = models.CharField("motif", max_length=20, choices=Reason.choices, blank=True)
    created_at = models.DateTimeField("écrit le", auto_now_add=True)
    ended_at = models.DateTimeField("parti ou abandonné le", null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = "courriel"
        verbose_name_plural = "courriels"
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["council", "-created_at"], name="outbox_mail_council"),
            models.Index(fields=["next_try_at"], condition=Q(state="queued"), name="outbox_mail_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="queued") | Q(next_try_at__isnull=False, give_up_at__isnull=False),
                name="outbox_mail_queued_is_tried",
                violation_error_message="Un courriel en attente a un prochain essai.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference}"
