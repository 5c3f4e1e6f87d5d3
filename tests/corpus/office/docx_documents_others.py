"""Word files of the council that hold no plan: its composition, the minutes of a sitting."""

from office.plan import Document, Strategy, expect
from office.word import Cell, para, run, table, write_docx

COLLEGES = {
    "Collège des élus": (
        ("Présidente", "Maire de Brenouille-le-Château"),
        ("Vice-président", "Adjoint à la tranquillité"),
        ("Membre", "Adjointe à l’éducation"),
        ("Membre", "Conseiller délégué à la jeunesse"),
    ),
    "Collège de l’État": (
        ("Membre de droit", "Préfet ou son représentant"),
        ("Membre de droit", "Procureur de la République"),
        ("Membre", "Commandant de la compagnie de gendarmerie"),
        ("Membre", "Directeur académique"),
        ("Membre", "Directrice du service pénitentiaire d’insertion et de probation"),
    ),
    "Collège des professionnels": (
        ("Membre", "Directeur de l’office de l’habitat"),
        ("Membre", "Directrice de la mission locale"),
        ("Membre", "Responsable du réseau de bus"),
        ("Invitée", "Présidente des commerçants"),
    ),
}
ARTICLES = (
    "le conseil se réunit au moins une fois par an à l’initiative de sa présidente.",
    "il peut créer des groupes de travail à vocation thématique ou territoriale.",
    "la directrice générale des services est chargée de l’exécution du présent arrêté.",
)
MINUTES = {
    "Approbation du compte rendu précédent": ("Le compte rendu de la séance du 3 juin est approuvé sans remarque.",),
    "Chiffres du trimestre": (
        "Le commandant présente les faits constatés : les cambriolages reculent, les vols de vélos augmentent.",
        "M. le principal signale deux bagarres aux abords du collège.",
    ),
    "Point sur la stratégie": (
        "La coordinatrice rappelle que la stratégie 2024-2026 comporte trois axes ; elle sera revue l’an prochain.",
        "Un groupe de travail se réunira en janvier pour préparer le bilan.",
    ),
    "Questions diverses": (
        "Une habitante demande des nouvelles de l’éclairage du stade. La réponse sera donnée par courrier.",
        "La prochaine séance est fixée au 9 décembre à 14 h 30.",
    ),
}


def composition_01() -> Document:
    """The composition of the council: colleges that look like axes, members that look like leads."""
    rows: list[list[Cell | str]] = [["Collège", "Qualité", "Fonction", "Suppléant"]]
    for name, members in COLLEGES.items():
        for k, (quality, office) in enumerate(members):
            first = Cell("", merge="continue") if k else Cell(para(run(name, bold=True)), merge="restart")
            rows.append([first, quality, office, "À désigner" if k % 2 else "Désigné par l’organisme"])
    body = [
        para("Arrêté n° 2025-118", align="center"),
        para(run("Composition du conseil local de sécurité et de prévention de la délinquance", bold=True, size=16)),
        para("La maire de Brenouille-le-Château arrête :"),
        para("Article 1 : le conseil comprend les membres suivants.", style="Titre2"),
        table(rows, (2400, 2000, 3600, 1800)),
        *(para(f"Article {rank} : {text}", style="Titre2") for rank, text in enumerate(ARTICLES, 2)),
    ]
    expected = expect(
        Strategy(),
        notes=["An act of composition: colleges, members, articles; no plan."],
        accept={"territory": ["Brenouille-le-Château"]},
    )
    return Document("negative-docx-01.docx", write_docx(body, footer="Arrêté 2025-118"), expected)


def minutes_01() -> Document:
    """Minutes of a sitting: numbered items that look like axes, decisions that look like actions."""
    present = "la maire, le commandant, le principal du collège, la coordinatrice, deux médiateurs."
    body = [
        para(run("COMPTE RENDU", bold=True, size=18), align="center"),
        para("Cellule de veille du CLSPD de Vaucreuse – réunion du 16 septembre 2025"),
        para(run("Présents : ", bold=True), run(present)),
        para(run("Excusés : ", bold=True), run("le représentant du parquet, la directrice de l’office de l’habitat.")),
    ]
    for rank, (title, remarks) in enumerate(MINUTES.items(), 1):
        body.append(para(run(f"{rank}. {title}", bold=True)))
        body += [para(remark, style="Paragraphedeliste", number=(1, 0)) for remark in remarks]
    body.append(para("La séance est levée à 16 heures. Secrétaire de séance : la coordinatrice."))
    expected = expect(
        Strategy(),
        notes=["Minutes: the numbered items are those of the agenda. 2024-2026 is spoken of, not planned here."],
        accept={"period": [[2024, 2026]], "territory": ["Vaucreuse"], "title": ["Compte rendu"]},
    )
    write = write_docx(body, lists=((("bullet", "•"),),), header="CLSPD de Vaucreuse")
    return Document("negative-docx-02.docx", write, expected)


DOCUMENTS = [composition_01, minutes_01]
