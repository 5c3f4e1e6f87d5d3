from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from quietude.councils.forms.base import CouncilRowForm
from quietude.councils.gate import Here
from quietude.documents.logos import LARGEST_KILOBYTES, RefusedLogo, redrawn
from quietude.documents.models import Letterhead


class LetterheadForm(CouncilRowForm[Letterhead]):
    """The paper of the council; an empty picture keeps the logo that is there."""

    picture = forms.FileField(
        label="Logo",
        required=False,
        help_text=f"PNG ou JPEG, {LARGEST_KILOBYTES // 1024}\u00a0Mo au plus.",
        widget=forms.FileInput({"accept": "image/png,image/jpeg"}),
    )
    without_logo = forms.BooleanField(label="Retirer le logo", required=False)

    class Meta:
        model = Letterhead
        fields = ("sender", "address", "contact", "foot", "logo_text")
        widgets = {
            name: forms.Textarea({"rows": rows}) for name, rows in (("sender", 3), ("address", 2), ("contact", 2))
        }
        labels = {"sender": "Qui écrit"}
        help_texts = {
            "sender": "Première ligne : le nom de l’autorité. Les suivantes : le service, le conseil.",
            "foot": "Une ligne au bas de chaque page.",
            "logo_text": "Lu à haute voix à ceux qui ne voient pas l’image, par exemple « Blason de la ville ».",
        }

    field_order = ("sender", "address", "contact", "foot", "picture", "logo_text", "without_logo")

    def __init__(self, here: Here, data: Any = None, files: Any = None, *, row: Letterhead | None = None) -> None:
        super().__init__(here, data, row=row, initial=None if row else {"sender": str(here.council)})
        self.files = files if files is not None else MultiValueDict()
        if row is None or not row.logo:
            del self.fields["without_logo"]

    def clean_picture(self) -> bytes | None:
        sent = self.cleaned_data["picture"]
        try:
            return redrawn(sent.read(LARGEST_KILOBYTES * 1024 + 1)) if sent else None
        except RefusedLogo as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def values(self) -> dict[str, Any]:
        """What to write; the logo is left out when it stays as it is."""
        values = super().values()
        picture, without = values.pop("picture"), values.pop("without_logo", False)
        if picture or without:
            values["logo"] = picture
        return values
