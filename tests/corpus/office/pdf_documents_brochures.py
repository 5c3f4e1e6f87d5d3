"""PDF plans: leaflets in columns, slides with boxes, ruled and bare tables, an annexed plan; and a report of figures."""

from pathlib import Path

from office.outline import read_outline
from office.plan import Document, Strategy, expect
from office.typeset import write_pdf

DESIGNS = Path(__file__).parent / "typst"


def brochure_21() -> Document:
    """Three columns on a landscape leaf, neither numbers nor labels: bands of colour and bold lines."""
    plan, _ = read_outline(__file__, "pdf-brochure-21")
    write = write_pdf(
        DESIGNS / "leaflet.typ",
        plan,
        (),
        columns=3,
        axis="",
        subtitle="Ce que la commune fera de 2025 à 2030 avec ses partenaires",
        footer="Mairie de Chantelarbre – imprimé par nos soins – ne pas jeter sur la voie publique",
        front=["Trois cents habitants ont répondu au questionnaire de l’automne. Voici ce que nous en retenons."],
        boxes=["Le saviez-vous ? Le conseil local existe ici depuis vingt-deux ans."],
        back=["Une question ? Poussez la porte de la mairie, du mardi au samedi."],
    )
    expected = expect(plan, ("description",), notes=["Bands are axes; bold lines are actions; boxes are not the plan."])
    return Document("pdf-brochure-21.pdf", write, expected)


def brochure_22() -> Document:
    """Two columns, numbered actions, quotations in boxes between the priorities."""
    plan, _ = read_outline(__file__, "pdf-brochure-22")
    write = write_pdf(
        DESIGNS / "leaflet.typ",
        plan,
        (("Qui ?", "lead"), ("Quand ?", "calendar"), ("Pour qui ?", "public")),
        columns=2,
        axis="Priorité # · ",
        subtitle="Montreuillon-Agglomération – 2024-2028",
        footer="Supplément à la lettre des habitants",
        front=["Neuf communes, une même envie : que chacun se sente chez soi. Sept actions y répondent."],
        boxes=["« On nous a écoutés, enfin », dit une locataire.", "À noter : la prochaine réunion aura lieu en juin."],
        back=["Directrice de la publication : la présidente. Crédits photographiques : service des images."],
    )
    expected = expect(
        plan,
        ("description", "lead", "calendar", "public"),
        notes=["« Qui ? » is the lead, « Pour qui ? » the public. Quotations are not the plan."],
    )
    return Document("pdf-brochure-22.pdf", write, expected)


def deck_21() -> Document:
    """Slides: one axis each, its actions in boxes that stand side by side."""
    plan, _ = read_outline(__file__, "pdf-deck-21")
    write = write_pdf(
        DESIGNS / "deck.typ",
        plan,
        (("Porté par", "lead"), ("Avec", "partners"), ("Calendrier", "calendar")),
        subtitle="Ville de Belcastel-le-Vieux · 2026-2028",
        footer="Plénière du 14 janvier 2026",
        front=[
            "Un diagnostic partagé avec quarante acteurs",
            "Trois axes, huit actions",
            "Un budget voté chaque hiver",
        ],
        back=["Février : lettres de mission aux porteurs", "Juin : premier point d’étape"],
    )
    expected = expect(
        plan,
        ("lead", "partners", "calendar"),
        notes=["Boxes of a slide stand side by side: their texts are not one line. Agenda slides are not axes."],
        accept={"territory": ["Belcastel-le-Vieux"]},
    )
    return Document("pdf-deck-21.pdf", write, expected)


def ruled_21() -> Document:
    """Ruled sheets that run over two pages; the axis is told by the running header alone."""
    plan, _ = read_outline(__file__, "pdf-ruled-21")
    labels = (
        ("Éléments de contexte", "context"),
        ("Objet", "description"),
        ("Maître d’ouvrage", "lead"),
        ("Partenaires mobilisés", "partners"),
        ("Bénéficiaires", "public"),
        ("Plan de financement", "funding"),
        ("Planning", "calendar"),
        ("Critères d’évaluation", "indicators"),
    )
    write = write_pdf(DESIGNS / "ruled.typ", plan, labels, subtitle="2024-2027", footer="CISPD du Pays d’Orvanne")
    expected = expect(
        plan,
        tuple(key for _, key in labels),
        notes=[
            "Axes are in the running header, printed again on each page.",
            "« Critères d’évaluation » hold measures: they are the indicators.",
        ],
        accept={"territory": ["Pays d’Orvanne"]},
    )
    return Document("pdf-ruled-21.pdf", write, expected)


def bare_21() -> Document:
    """A table without a line, axes in capitals across it, titles broken within their column."""
    plan, _ = read_outline(__file__, "pdf-bare-21")
    write = write_pdf(
        DESIGNS / "bare.typ",
        plan,
        (("Porteur", "lead"), ("Échéance", "calendar"), ("Budget", "funding")),
        subtitle="Communauté de communes des Trois Gués",
        footer="Document de travail, version du 3 mars 2025",
        back="Les montants sont indicatifs et seront arrêtés par chaque financeur.",
    )
    expected = expect(
        plan,
        ("lead", "calendar", "funding"),
        notes=["Cells are held by white space; the rows in capitals are the axes."],
        accept={"territory": ["Trois Gués"], "title": ["Plan d’actions du conseil intercommunal de sécurité"]},
    )
    return Document("pdf-bare-21.pdf", write, expected)


def annex_21() -> Document:
    """An act of the municipal council, then the strategy as its annex."""
    plan, _ = read_outline(__file__, "pdf-annex-21")
    write = write_pdf(
        DESIGNS / "act.typ",
        plan,
        (("Pilote", "lead"), ("Partenaires", "partners"), ("Échéance", "calendar")),
        running="Commune de Lassigny-les-Eaux – Délibération n° 2026-014",
        subtitle="2026-2030",
        front=[
            "L’an deux mille vingt-six, le trois février, le conseil municipal, dûment convoqué, s’est réuni.",
            "Présents : vingt-quatre. Pouvoirs : trois. Absents : deux. Secrétaire : Mme Aubertin.",
            "Objet : adoption de la stratégie territoriale de prévention de la délinquance",
            "Le maire rappelle que la stratégie 2020-2025 est arrivée à son terme.",
            "Après en avoir délibéré, à l’unanimité, le conseil municipal :",
            "Article 1 : adopte la stratégie annexée à la présente délibération.",
            "Article 2 : autorise le maire à signer les conventions qui en découlent.",
            "Article 3 : dit que les crédits seront inscrits au budget.",
        ],
        back=["Certifié exécutoire. Voies et délais de recours : deux mois devant le tribunal administratif."],
    )
    expected = expect(
        plan,
        ("description", "lead", "partners", "calendar"),
        notes=["Articles of the act are not actions. 2020-2025 is the previous strategy."],
        accept={"territory": ["Lassigny-les-Eaux"]},
    )
    return Document("pdf-annex-21.pdf", write, expected)


def negative_21() -> Document:
    """A yearly report of figures whose chapters call themselves « axes »."""
    parts = (
        (
            "atteintes aux biens",
            "Les cambriolages baissent pour la deuxième année ; les vols de vélos progressent.",
            (("Cambriolages", 212, 187), ("Vols à la roulotte", 148, 151), ("Vols de vélos", 66, 93)),
        ),
        (
            "atteintes aux personnes",
            "La hausse des plaintes pour violences dans le couple traduit en partie une parole plus libre.",
            (("Violences dans le couple", 164, 189), ("Coups sur la voie publique", 97, 88)),
        ),
        (
            "incivilités",
            "Les relevés proviennent de la police municipale et des bailleurs ; ils ne s’additionnent pas.",
            (("Bruits de voisinage", 421, 398), ("Dépôts d’ordures", 230, 305), ("Rodéos", 41, 29)),
        ),
    )
    told = [
        {
            "title": title,
            "comment": comment,
            "rows": [["Nature", "2023", "2024", "Écart"], *([a, str(b), str(c), f"{c - b:+d}"] for a, b, c in rows)],
        }
        for title, comment, rows in parts
    ]
    title = "Observatoire de la tranquillité : les chiffres de l’année 2024"
    write = write_pdf(
        DESIGNS / "figures.typ", Strategy(), title=title, subtitle="Ville de Vaucresson-sur-Lie", parts=told
    )
    expected = expect(
        Strategy(title, "Ville de Vaucresson-sur-Lie"),
        notes=["Axes of analysis, counts and comments: nothing is decided here."],
        accept={
            "title_null": True,
            "territory": ["Vaucresson-sur-Lie"],
            "territory_null": True,
            "period": [[2024, 2024], [2023, 2024]],
        },
    )
    return Document("negative-pdf-21.pdf", write, expected)


DOCUMENTS = [brochure_21, brochure_22, deck_21, ruled_21, bare_21, annex_21, negative_21]
