import uuid

from django.db import models

from quietude.intake.checks import LARGEST
from quietude.intake.kinds import FileKind


class Upload(models.Model):
    """A file received and checked, kept for its review and deleted with it."""

    reference = models.UUIDField("référence", default=uuid.uuid4, unique=True, editable=False)
    council = models.UUIDField("conseil")
    """Reference of the council; this room knows no more of it."""
    name = models.CharField("nom", max_length=150)
    """As its sender called it, to be shown; never a path."""
    kind = models.CharField("type", max_length=10, choices=[(kind, f".{kind}") for kind in FileKind])
    size = models.PositiveIntegerField("taille en octets")
    sha256 = models.CharField("empreinte", max_length=64)
    lasting = models.BooleanField("gardé", default=False)
    """Attached to something: kept until that thing lets it go, not only for the time of a review."""
    received_at = models.DateTimeField("reçu le", auto_now_add=True)

    class Meta:
        verbose_name = "fichier reçu"
        verbose_name_plural = "fichiers reçus"
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0, size__lte=LARGEST),
                name="intake_upload_size_bounded",
                violation_error_message="Un fichier reçu n’est ni vide ni plus grand que la limite.",
            )
        ]
        indexes = [models.Index(fields=["received_at"], name="intake_upload_received")]

    def __str__(self) -> str:
        return self.name

    @property
    def stored_name(self) -> str:
        """Where the bytes are in the storage: two references, nothing that the sender chose."""
        return f"{self.council.hex}/{self.reference.hex}"
