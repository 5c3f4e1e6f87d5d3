"""Workbooks that hold a plan: one row per action, under the headers and the shapes that offices invent."""

from datetime import date

from office.grid import house_styles, write_rows, write_xlsx
from office.plan import Action, Axis, Document, Strategy, dress, expect, number_actions

A = Action


def sparse_01() -> Document:
    """Title rows above the header, and an axis written once, on the first row of its group, without merging."""
    see, hold, share = "Aller vers les adolescents avant la rupture", "Tenir l'espace public", "Faire circuler l'information"
    plan = dress(
        Strategy(
            "Stratégie intercommunale de sécurité et de prévention de la délinquance",
            "Communauté de communes du Val de Brenne",
            (2024, 2027),
            number_actions((
                Axis(see, (
                    A("Binôme d'éducateurs de rue sur les trois bourgs", "jeunes"),
                    A("Chantiers loisirs pendant les vacances", "jeunes"),
                    A("Cellule absentéisme avec les deux collèges", "scolaire"),
                    A("Séances sur l'usage des écrans en cinquième", "ecrans"),
                    A("Consultation jeunes consommateurs décentralisée", "addictions"),
                    A("Groupes de parole de parents", "parents"),
                )),
                Axis(hold, (
                    A("Mutualisation de quatre policiers municipaux", "police"),
                    A("Convention de coordination avec la gendarmerie", "police"),
                    A("Vidéoprotection des entrées de bourg", "video"),
                    A("Médiation dans les résidences de la Source", "mediation"),
                    A("Plan d'éclairage des arrêts d'autocar", "transport"),
                    A("Radar pédagogique mobile prêté aux communes", "route"),
                )),
                Axis(share, (
                    A("Cellule de veille mensuelle", "pilotage"),
                    A("Réseau de référents communaux", "liens"),
                    A("Lettre d'information aux conseillers municipaux", "pilotage"),
                )),
            )),
        ),
        (2024, 2027),
    )

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Suivi")
        sheet.write(0, 0, "Communauté de communes du Val de Brenne", style["title"])
        sheet.write(1, 0, "Stratégie intercommunale de sécurité et de prévention de la délinquance 2024-2027", style["title"])
        sheet.write(2, 0, "Tableau de suivi - mise à jour du 12 mars 2025", style["note"])
        write_rows(sheet, 4, [["Axe stratégique", "N°", "Intitulé de l'action", "Porteur", "Partenaires associés", "Public cible",
                               "Échéance", "Avancement"]], style["head"])
        row = 5
        for axis in plan.axes:
            for k, x in enumerate(axis.actions):
                cells = [axis.title if k == 0 else None, float(x.number or 0), x.title, "\n".join(x.lead or ()),
                         ", ".join(x.partners or ()), x.public, x.calendar, x.status]
                row = write_rows(sheet, row, [cells], style["cell"])
            row += 1
        sheet.set_column(0, 0, 28)
        sheet.set_column(2, 4, 36)
        sheet.freeze_panes(5, 0)

    return Document("xlsx-sparse-01.xlsx", write_xlsx(fill), expect(plan, ("lead", "partners", "public", "calendar", "status")))


def axes_01() -> Document:
    """One worksheet per axis, after a notice and before a hidden sheet of lists."""
    axes = number_actions((
        Axis("Accompagner les jeunes en risque de rupture", (
            A("Équipe mobile de prévention spécialisée", "jeunes"),
            A("Parrainage de lycéens par des entreprises du bassin", "jeunes"),
            A("Espace d'accueil des collégiens exclus", "scolaire"),
            A("Débats sur les réseaux sociaux en classe", "ecrans"),
            A("Stands de réduction des risques dans les fêtes", "addictions"),
        )),
        Axis("Lutter contre les violences au sein de la famille", (
            A("Logements relais pour les victimes", "violences"),
            A("Formation croisée des premiers intervenants", "violences"),
            A("Suivi psychologique des enfants témoins", "violences"),
            A("Accueil de jour itinérant", "victimes"),
        )),
        Axis("Garantir la tranquillité des habitants", (
            A("Brigade verte intercommunale", "police"),
            A("Conciliateurs de justice dans chaque canton", "victimes"),
            A("Diagnostic de sûreté des gares routières", "transport"),
            A("Opération tranquillité seniors", "seniors"),
            A("Appel à projets des conseils de village", "liens"),
        )),
    ), pattern="{axis}.{k}")
    plan = dress(Strategy("Plan d'actions du CISPD", "Pays d'Aubrelle", (2023, 2026), axes), (2023, 2026))

    def fill(book) -> None:
        style, notice = house_styles(book), book.add_worksheet("Mode d'emploi")
        write_rows(notice, 0, [["Plan d'actions du CISPD du Pays d'Aubrelle"], ["Période 2023-2026"], [None],
                               ["Un onglet par axe. Ne pas modifier les colonnes grisées."],
                               ["Renvoyer le fichier à la coordination avant chaque comité de pilotage."]], style["note"])
        for rank, axis in enumerate(plan.axes, 1):
            sheet = book.add_worksheet(f"Axe {rank}")
            sheet.write(0, 0, f"AXE {rank} - {axis.title}", style["title"])
            write_rows(sheet, 2, [["Réf.", "Action", "Pilote(s)", "Partenaires", "Calendrier prévisionnel",
                                   "Indicateurs de suivi", "État d'avancement"]], style["head"])
            write_rows(sheet, 3, [[x.number, x.title, " / ".join(x.lead or ()), "\n".join(x.partners or ()), x.calendar,
                                   "\n".join("- " + i for i in x.indicators or ()), x.status] for x in axis.actions], style["cell"])
            sheet.set_column(1, 5, 32)
        lists = book.add_worksheet("Listes")
        write_rows(lists, 0, [["Statuts", "Services"], ["À lancer", "CCAS"], ["En cours", "Police municipale"],
                              ["Réalisée", "Service jeunesse"], ["Reportée", "Services techniques"]], style["cell"])
        lists.hide()

    return Document("xlsx-axes-01.xlsx", write_xlsx(fill), expect(plan, ("lead", "partners", "calendar", "indicators", "status")))


def funding_01() -> Document:
    """One column per funder, the axis repeated, a subtotal after each axis and a grand total."""
    funders = ("FIPD", "Ville", "Département", "CAF")
    axes = number_actions((
        Axis("Prévention de la délinquance des mineurs", (
            A("Ateliers de remobilisation par la mécanique", "jeunes", funding=(("FIPD", 12000), ("Ville", 6000))),
            A("Accueil de jour des exclus temporaires", "scolaire", funding=(("Ville", 4500), ("Département", 4500))),
            A("Soutien aux parents de primo-délinquants", "parents", funding=(("FIPD", 3000), ("CAF", 3000))),
            A("Théâtre forum contre le harcèlement", "ecrans", funding=(("FIPD", 2500), ("Ville", 1000), ("CAF", 1500))),
        )),
        Axis("Aide aux victimes et lutte contre les violences", (
            A("Intervenante sociale au commissariat", "violences", funding=(("FIPD", 18000), ("Ville", 10000), ("Département", 18000))),
            A("Bons de taxi pour les mises à l'abri", "violences", funding=(("Ville", 2000),)),
            A("Permanences juridiques en soirée", "victimes", funding=(("Ville", 3600), ("Département", 2400))),
        )),
        Axis("Tranquillité publique", (
            A("Médiateurs de la dalle des Érables", "mediation", funding=(("FIPD", 30000), ("Ville", 45000))),
            A("Extension de la vidéoprotection au parc", "video", funding=(("FIPD", 40000), ("Ville", 60000))),
            A("Prévention des vols chez les commerçants", "commerce", funding=(("Ville", 1200),)),
            A("Journée sécurité routière des lycéens", "route", funding=(("Ville", 900), ("Département", 600))),
        )),
    ))
    plan = dress(Strategy("Programmation financière de la stratégie territoriale de prévention", "Castelroc", (2025, 2025), axes),
                 (2025, 2026))

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("Programmation 2025")
        sheet.merge_range(0, 0, 0, 8, "Programmation financière de la stratégie territoriale de prévention - Castelroc - année 2025",
                          style["title"])
        write_rows(sheet, 2, [["Axe", "N° action", "Action", "Maître d'ouvrage", *funders, "Coût total"]], style["head"])
        row, everything = 3, dict.fromkeys(funders, 0)
        for axis in plan.axes:
            sums = dict.fromkeys(funders, 0)
            for x in axis.actions:
                given = {who or "": much or 0 for who, much in x.funding or ()}
                sheet.write_row(row, 0, [axis.title, int(x.number or 0), x.title, ", ".join(x.lead or ())], style["cell"])
                for k, who in enumerate(funders):
                    if who in given:
                        sheet.write(row, 4 + k, given[who], style["money"])
                        sums[who] += given[who]
                sheet.write(row, 8, sum(given.values()), style["total"])
                row += 1
            sheet.write_row(row, 0, [f"Sous-total {axis.title}", "", "", "", *sums.values(), sum(sums.values())], style["total"])
            everything = {who: everything[who] + sums[who] for who in funders}
            row += 1
        sheet.write_row(row, 0, ["TOTAL GÉNÉRAL", "", "", "", *everything.values(), sum(everything.values())], style["total"])
        sheet.set_column(0, 3, 30)

    expected = expect(plan, ("lead", "funding"), number_as_text=False,
                      notes=["The file programmes the year 2025 only. The total column is no funder; subtotals are no actions."],
                      accept={"period_null": True})
    return Document("xlsx-funding-01.xlsx", write_xlsx(fill), expected)


def headers_01() -> Document:
    """Axes as merged bands across the table, objectives as lighter bands, numbers as floats, deadlines as real dates."""
    due = (date(2026, 12, 31), date(2027, 6, 30), date(2025, 9, 1), date(2028, 12, 31), date(2026, 3, 15))
    early, link = "Intervenir tôt", "Renouer avec les institutions"
    calm, street = "Apaiser le voisinage", "Reprendre la rue"

    def dated(title: str, theme: str, objective: str, k: int, cost: int, funder: str) -> Action:
        return A(title, theme, objective=objective, calendar=due[k].strftime("%d/%m/%Y"), funding=((funder, cost),))

    axes = number_actions((
        Axis("La jeunesse d'abord", objectives=(early, link), actions=(
            dated("Veille éducative du primaire au lycée", "scolaire", early, 0, 4000, "Ville"),
            dated("Tandems étudiants et collégiens", "scolaire", early, 1, 6500, "Région"),
            dated("Rencontres sportives police et jeunes", "jeunes", link, 2, 2800, "FIPD"),
            dated("Visite du tribunal pour les classes de troisième", "jeunes", link, 3, 1200, "Département"),
        )),
        Axis("Une ville qui dort la nuit", objectives=(calm, street), actions=(
            dated("Médiation de voisinage à domicile", "mediation", calm, 4, 15000, "FIPD"),
            dated("Guide du bien-vivre en résidence", "habitat", calm, 0, 3200, "Bailleurs"),
            dated("Traitement des épaves en quinze jours", "police", street, 1, 7000, "Ville"),
            dated("Fermeture nocturne des deux squares", "espaces", street, 2, 9000, "Ville"),
            dated("Arrêté sur le protoxyde d'azote", "addictions", street, 4, 500, "Ville"),
        )),
    ))
    plan = dress(Strategy("Feuille de route tranquillité et prévention", "La Ferté-Vidal", (2025, 2028), axes), (2025, 2028))

    def fill(book) -> None:
        style, sheet = house_styles(book), book.add_worksheet("FDR")
        sheet.merge_range(0, 0, 0, 7, "Feuille de route tranquillité et prévention", style["title"])
        sheet.merge_range(1, 0, 1, 7, "Ville de La Ferté-Vidal - 2025/2028", style["note"])
        write_rows(sheet, 3, [["N°", "Intitulé de l'action", "Chef de file", "Public visé", "Échéance", "Coût TTC", "Financeur",
                               "Où en est-on ?"]], style["head"])
        row, by_text = 4, {day.strftime("%d/%m/%Y"): day for day in due}
        for rank, axis in enumerate(plan.axes, 1):
            sheet.merge_range(row, 0, row, 7, f"AXE {rank} : {(axis.title or '').upper()}", style["band"])
            row += 1
            for k, objective in enumerate(axis.objectives, 1):
                sheet.merge_range(row, 0, row, 7, f"Objectif {rank}.{k} - {objective}", style["note"])
                row += 1
                for x in (x for x in axis.actions if x.objective == objective):
                    funder, cost = x.funding[0] if x.funding else ("", 0)
                    sheet.write_row(row, 0, [float(x.number or 0), x.title, ", ".join(x.lead or ()), x.public], style["cell"])
                    sheet.write_datetime(row, 4, by_text[x.calendar or ""], style["date"])
                    sheet.write(row, 5, cost, style["money"])
                    sheet.write_row(row, 6, [funder, x.status], style["cell"])
                    row += 1
        sheet.set_column(1, 3, 34)

    expected = expect(plan, ("lead", "public", "calendar", "funding", "status"), number_as_text=False,
                      notes=["The cost belongs to the only funder of its row. Axis titles are in capitals in the file."])
    return Document("xlsx-headers-01.xlsx", write_xlsx(fill), expected)


def fiches_01() -> Document:
    """One worksheet per action sheet, field beside value, after a table of contents that repeats the titles."""
    axes = number_actions((
        Axis("Protéger les personnes vulnérables", (
            A("Cellule locale de protection des aînés", "seniors"),
            A("Point d'écoute des femmes au marché", "violences"),
            A("Ateliers contre les arnaques en ligne", "seniors"),
            A("Relais logement d'urgence", "violences"),
        )),
        Axis("Prévenir la récidive", (
            A("Bourse aux postes de travail d'intérêt général", "recidive"),
            A("Rappel à l'ordre et suite éducative", "jeunes"),
            A("Comité local de sortie de détention", "recidive"),
        )),
    ))
    plan = dress(Strategy("Fiches-actions", "Bois-le-Comte", None, axes), (2025, 2027))
    labels = (("Pilote de l'action", "lead"), ("Partenaires mobilisés", "partners"), ("Public concerné", "public"),
              ("Territoire concerné", "territory"), ("Constats", "context"), ("Descriptif", "description"),
              ("Moyens à mobiliser", "means"), ("Calendrier", "calendar"), ("Indicateurs", "indicators"),
              ("Modalités d'évaluation", "evaluation"))

    def fill(book) -> None:
        style, index = house_styles(book), book.add_worksheet("Sommaire")
        index.write(0, 0, "CLSPD de Bois-le-Comte - Fiches-actions", style["title"])
        write_rows(index, 2, [["Axe", "Fiche", "Titre"]], style["head"])
        write_rows(index, 3, [[axis.title, f"Fiche {x.number}", x.title] for axis in plan.axes for x in axis.actions], style["cell"])
        index.set_column(0, 2, 40)
        for axis in plan.axes:
            for x in axis.actions:
                sheet = book.add_worksheet(f"Fiche {x.number}")
                sheet.merge_range(0, 0, 0, 1, f"FICHE ACTION N° {x.number}", style["title"])
                write_rows(sheet, 1, [["Axe", axis.title], ["Intitulé", x.title]], style["band"])
                write_rows(sheet, 3, [[label, _in_cell(getattr(x, key))] for label, key in labels], style["cell"])
                sheet.set_column(0, 0, 24)
                sheet.set_column(1, 1, 80)

    keys = tuple(key for _, key in labels)
    return Document("xlsx-fiches-01.xlsx", write_xlsx(fill), expect(
        plan, keys, notes=["The table of contents names each action once more: the same seven actions."],
        accept={"title_null": True, "title": ["CLSPD de Bois-le-Comte"]}))


def _in_cell(value: object) -> object:
    return "\n".join(value) if isinstance(value, tuple) else value


DOCUMENTS = [sparse_01, axes_01, funding_01, headers_01, fiches_01]
