from django import forms


class ContactsFileForm(forms.Form):
    """The spreadsheet of members."""

    document = forms.FileField(
        label="Votre tableur",
        help_text="Excel (.xlsx, .xls), LibreOffice (.ods) ou .csv. La première feuille est lue.",
        error_messages={"required": "Choisissez un fichier.", "empty": "Ce fichier est vide. Rien n’a été importé."},
    )
