from base64 import b64encode

from django.db import models

from quietude.councils.models import Council


class Letterhead(models.Model):
    """The paper of a council: who writes, from where, and its logo; its documents carry it.

    The logo is a PNG that we made of the picture sent (``logos.read_logo``): small, so it lives in the base.
    """

    council = models.OneToOneField(Council, models.CASCADE, related_name="letterhead", verbose_name="conseil")
    sender = models.TextField("autorité", max_length=400)
    """The first line is the name of the authority, the others say which service."""
    address = models.TextField("adresse", max_length=200, blank=True)
    contact = models.TextField("téléphone, courriel, site", max_length=200, blank=True)
    foot = models.CharField("pied de page", max_length=200, blank=True)
    logo = models.BinaryField("logo", null=True, blank=True)
    logo_text = models.CharField("ce que montre le logo", max_length=120, blank=True)
    version = models.PositiveIntegerField("version", default=1)

    class Meta:
        verbose_name = "papier à en-tête"
        verbose_name_plural = "papiers à en-tête"

    def __str__(self) -> str:
        return self.sender.partition("\n")[0]

    @property
    def logo_address(self) -> str:
        """The logo inside the page that shows it; empty without logo."""
        return f"data:image/png;base64,{b64encode(self.logo).decode()}" if self.logo else ""
