"""The one error of the readers, and the sentences that several of them share."""


class UnreadableFile(Exception):
    """A file that cannot be read; ``message_fr`` says what happened and what to do, in French, for the screen."""

    def __init__(self, message_fr: str) -> None:
        super().__init__(message_fr)
        self.message_fr = message_fr


EMPTY = "Ce fichier est vide. Vérifiez que l’enregistrement s’est bien terminé, puis recommencez."
DAMAGED = (
    "Ce fichier est abîmé ou incomplet\u202f: il ne s’ouvre pas. "
    "Ouvrez-le dans le logiciel qui l’a produit, enregistrez-le à nouveau, puis recommencez."
)
UNKNOWN = (
    "Ce type de fichier n’est pas pris en charge. Enregistrez le document en .docx, .odt, .pdf, .xlsx, .ods, "
    ".csv, .html, .md ou .txt, puis recommencez."
)
PROTECTED = (
    "Ce fichier est protégé par un mot de passe. Retirez la protection dans le logiciel qui l’a produit, "
    "enregistrez-le à nouveau, puis recommencez."
)
TOO_LARGE = (
    "Ce fichier est trop volumineux pour être lu. Gardez la seule partie qui décrit la stratégie, puis recommencez."
)
NO_TEXT = "Ce fichier ne contient aucun texte lisible. Vérifiez que c’est le bon document, puis recommencez."
