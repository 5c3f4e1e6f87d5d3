from django import forms


class ReturnedTableForm(forms.Form):
    """The table that comes back."""

    document = forms.FileField(
        label="Le tableau complété",
        help_text="Excel (.xlsx), LibreOffice (.ods) ou .csv. La première feuille est lue.",
        error_messages={"required": "Choisissez un fichier.", "empty": "Ce fichier est vide. Rien n’a été importé."},
    )
