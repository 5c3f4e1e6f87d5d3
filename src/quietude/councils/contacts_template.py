"""The spreadsheet that is offered to bring members: titles, a list to choose the role from, and what to write where."""

import io

from quietude.councils.models import Formation, Organisation
from quietude.permissions.roles import Role

TITLES = (
    ("Prénom et nom", "Obligatoire."),
    ("Fonction", "Comme sur une carte de visite."),
    ("Organisme", "Obligatoire. Un organisme inconnu est ajouté."),
    ("Nature de l’organisme", "À choisir dans la liste. Sert quand l’organisme est ajouté."),
    ("SIRET", "14 chiffres. Vérifié."),
    ("Rôle", "À choisir dans la liste. Vide : la personne entre dans l’annuaire, sans siège ni droit."),
    ("Commune représentée", "Une commune du conseil."),
    ("Formations", "Noms exacts, séparés par des points-virgules."),
    ("Courriel", "Sert à reconnaître une personne déjà présente."),
    ("Téléphone", "Le zéro que le tableur ôte est remis."),
    ("Depuis le", "Début du siège, comme 30/11/2026. Vide : aujourd’hui."),
    ("Jusqu’au", "Fin du siège, s’il y en a une."),
)
ROWS = 500


def contacts_template(formations: list[Formation]) -> bytes:
    """An XLSX workbook: the sheet to fill, and the sheet that explains it with the lists."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, help_sheet = book.add_worksheet("Membres"), book.add_worksheet("Mode d’emploi")
        bold = book.add_format({"bold": True, "bottom": 1})
        as_text = book.add_format({"num_format": "@"})
        lists = {
            "Rôle": [role.label for role in Role],
            "Nature de l’organisme": [kind.label for kind in Organisation.Kind],
            "Formations": [formation.name for formation in formations],
        }
        for column, (title, _) in enumerate(TITLES):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, max(16, len(title) + 4), as_text)
        sheet.freeze_panes(1, 0)
        help_sheet.write_row(0, 0, ("Colonne", "Ce que l’on y écrit", "", *lists), bold)
        for row, (title, words) in enumerate(TITLES, 1):
            help_sheet.write_row(row, 0, (title, words))
        for column, (title, choices) in enumerate(lists.items(), 3):
            help_sheet.write_column(1, column, choices)
            if title != "Formations":
                at = next(i for i, (name, _) in enumerate(TITLES) if name == title)
                letter = chr(ord("A") + column)
                source = f"='Mode d’emploi'!${letter}$2:${letter}${len(choices) + 1}"
                sheet.data_validation(1, at, ROWS, at, {"validate": "list", "source": source})
        help_sheet.set_column(0, 0, 24)
        help_sheet.set_column(1, 1, 64)
        help_sheet.set_column(3, 5, 40)
    return file.getvalue()
