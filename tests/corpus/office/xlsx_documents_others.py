"""Workbooks of the same desk that hold no plan."""

from office.grid import house_styles, write_rows, write_xlsx
from office.plan import Document, Strategy, expect


def negative_01() -> Document:
    """The running budget of a service: articles, votes and balances, though its sections call themselves « action »."""
    lines = (
        ("Fonctionnement", "60632", "Petit équipement", 4200, 3150),
        ("Fonctionnement", "611", "Prestation de médiation", 75000, 50000),
        ("Fonctionnement", "6156", "Maintenance des caméras", 31800, 31800),
        ("Fonctionnement", "6182", "Documentation", 650, 212),
        ("Fonctionnement", "6184", "Formation des agents", 5400, 1980),
        ("Fonctionnement", "6257", "Réceptions et séances plénières", 1200, 640),
        ("Fonctionnement", "65748", "Subventions aux associations", 22000, 22000),
        ("Investissement", "2135", "Éclairage du parking de la gare", 48000, 0),
        ("Investissement", "2182", "Véhicule de patrouille", 29500, 28900),
        ("Investissement", "2188", "Appareils photo et radios", 6700, 6420),
    )

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Exécution")
        sheet.write(0, 0, "Direction de la tranquillité publique - suivi d'exécution budgétaire 2025", style["title"])
        sheet.write(1, 0, "Fonction 112 - action analytique « Prévention »", style["note"])
        write_rows(sheet, 3, [["Section", "Article", "Libellé", "Voté", "Engagé", "Reste"]], style["head"])
        row = write_rows(sheet, 4, [[s, a, t, v, e, v - e] for s, a, t, v, e in lines], style["cell"])
        voted, spent = sum(x[3] for x in lines), sum(x[4] for x in lines)
        write_rows(sheet, row, [["Total", None, None, voted, spent, voted - spent]], style["total"])
        sheet.set_column(2, 2, 40)

    expected = expect(
        Strategy(),
        notes=["A budget that is carried out, article by article: no axis nor action of a strategy."],
        accept={"period": [[2025, 2025]], "title": ["Suivi d'exécution budgétaire 2025"]},
    )
    return Document("negative-xlsx-01.xlsx", write_xlsx(fill), expected)


DOCUMENTS = [negative_01]
