"""A page of nothing in particular, with one block of each kind, to see the paper of the council."""

from datetime import date

from quietude.documents.blocks import Bullets, Check, Checks, Facts, Grid, Heading, Paragraph
from quietude.documents.letter import Letter, Sender

BLOCKS = (
    Facts([("Une rubrique", "sa valeur"), ("Une autre", "la sienne")]),
    Paragraph("Les documents du conseil commencent ainsi. Ce texte ne dit rien d’autre\u00a0: il montre le papier."),
    Heading("Un titre"),
    Bullets(["Un point", "Un autre point"]),
    Checks([Check(True, "Une étape faite", "1er mars"), Check(False, "Une étape à faire", "30 juin")]),
    Heading("Un tableau"),
    Grid(["Intitulé", "Nombre"], [["Une ligne", "12"], ["Une autre ligne", "8"]], frozenset({1})),
)


def sample(sender: Sender, on: date) -> Letter:
    """A one-page letter of ``sender`` that says nothing."""
    return Letter(sender, "Exemple de document", "Pour voir le papier à en-tête", BLOCKS, on)
