from django import forms


class DocumentForm(forms.Form):
    """A paper to attach to a sheet."""

    title = forms.CharField(
        label="Intitulé",
        max_length=200,
        required=False,
        help_text="Par exemple « Convention signée le 4 mars ». Sans intitulé, le nom du fichier en tient lieu.",
    )
    document = forms.FileField(
        label="Fichier",
        help_text="Word, OpenDocument, PDF, tableur ou texte, 25 Mo au plus.",
        error_messages={"required": "Choisissez un fichier.", "empty": "Ce fichier est vide. Choisissez-en un autre."},
    )
