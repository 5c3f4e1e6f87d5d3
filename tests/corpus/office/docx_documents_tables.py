"""Word plans carried by tables: a summary followed by its sheets, axes merged down a table, labels above values."""

from office.plan import Action, Axis, Document, Strategy, dress, euros, expect, number_actions
from office.word import Cell, deleted, footnote, inserted, page_break, para, run, table, write_docx

A = Action
STRATEGY = "Stratégie territoriale de sécurité et de prévention de la délinquance"


def said(action: Action, key: str, between: str = ", ") -> str:
    """What the sheet prints for a field, in one string."""
    value = getattr(action, key)
    if key == "funding":
        return between.join(f"{who} : {euros(much or 0)}" if who else euros(much or 0) for who, much in value or ())
    return between.join(value) if isinstance(value, tuple) else value or ""


def tables_01() -> Document:
    """A summary table of all the actions, then one table per action: field on the left, value on the right."""
    axes = number_actions((
        Axis("Prévenir la délinquance des plus jeunes", (
            A("Cellule de veille des collèges", "scolaire"),
            A("Accueil éducatif des élèves exclus", "scolaire"),
            A("Médiation animale pour adolescents en rupture", "jeunes"),
            A("Prévention du protoxyde d’azote", "addictions"),
            A("Rendez-vous des parents solos", "parents"),
        )),
        Axis("Soutenir les victimes", (
            A("Référent violences dans chaque mairie", "violences"),
            A("Hébergement d’urgence en gîte communal", "violences"),
            A("Permanence de France Victimes à la sous-préfecture", "victimes"),
        )),
        Axis("Vivre en paix dans son village", (
            A("Police pluricommunale des six bourgs", "police"),
            A("Participation citoyenne étendue à douze hameaux", "liens"),
            A("Caméras mobiles contre les dépôts sauvages", "video"),
            A("Prévention des vols dans les exploitations", "commerce"),
        )),
    ))
    plan = dress(Strategy(STRATEGY, "Communauté de communes Terres de Sauldre", (2024, 2028), axes), (2024, 2028))
    labels = (("Objectifs de l’action", "description"), ("Pilote", "lead"), ("Partenaires", "partners"), ("Public cible", "public"),
              ("Périmètre", "territory"), ("Moyens", "means"), ("Financement", "funding"), ("Échéancier", "calendar"),
              ("Indicateurs de réalisation", "indicators"), ("Évaluation", "evaluation"))
    every = [x for axis in plan.axes for x in axis.actions]
    body = [para("Communauté de communes Terres de Sauldre"), para(STRATEGY, style="Titre"), para("2024-2028"),
            para("Les travaux préparatoires ont duré un an. Ils ont permis de tourner la page du contrat 2014-2017, jamais évalué."),
            para("Tableau récapitulatif des actions", style="Titre1"),
            table([["N°", "Action", "Pilote"]] + [[x.number or "", x.title, said(x, "lead")] for x in every], (900, 6000, 2700)),
            page_break()]
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(f"Axe {rank} : {axis.title}", style="Titre1"))
        for x in axis.actions:
            head = [Cell(para(run(f"Fiche action n° {x.number}", bold=True)), shade="D9E2F3"),
                    Cell(para(run(x.title, bold=True)), shade="D9E2F3")]
            rows = [head]
            for label, key in labels:
                lines = said(x, key, "\n").split("\n") if key in ("funding", "indicators") else [said(x, key)]
                rows.append([Cell(para(run(label, bold=True))), Cell("".join(para(line) for line in lines))])
            body += [table(rows, (2600, 7000)), page_break()]
    expected = expect(plan, tuple(key for _, key in labels), notes=[
        "The summary table and the sheets tell the same twelve actions. « Objectifs de l’action » belong to the sheet. "
        "2014-2017 is the previous contract."])
    write = write_docx(body, header="CC Terres de Sauldre – CISPD", footer="STSPD 2024-2028 – page")
    return Document("docx-tables-01.docx", write, expected)


def axes_01() -> Document:
    """A single table axe, objectif, action: the first two columns merged down, several actions in one cell."""
    groups = (
        ("Éducation et citoyenneté", (
            ("Réduire l’absentéisme", ("Bourse au permis contre assiduité", "Visites à domicile des médiateurs scolaires")),
            ("Développer l’esprit critique", ("Ciné-débats dans les quartiers", "Journal des collégiens")),
        )),
        ("Santé et conduites à risques", (
            ("Informer sans moraliser", ("Stand itinérant du samedi soir", "Formation des bénévoles de festival")),
            ("Orienter vers le soin", ("Consultation avancée en mission locale",)),
        )),
        ("Sécurité du quotidien", (
            ("Rapprocher police et population", ("Réunions de pied d’immeuble", "Délégués à la cohésion dans deux secteurs")),
            ("Agir sur les lieux", ("Diagnostic en marchant deux fois l’an", "Reprise des parkings souterrains",
                                    "Brigade équestre d’été au lac")),
        )),
    )
    axes = tuple(
        Axis(title, tuple(A(name, "liens", objective=objective) for objective, names in parts for name in names),
             tuple(objective for objective, _ in parts))
        for title, parts in groups
    )
    plan = Strategy("Plan d’action du conseil intercommunal de sécurité et de prévention de la délinquance",
                    "Agglomération du Haut-Vernois", (2023, 2027), axes)
    rows: list[list[Cell | str]] = [[Cell(para(run(head, bold=True)), shade="CCCCCC") for head in ("Axe", "Objectif", "Actions")]]
    for rank, axis in enumerate(plan.axes, 1):
        for k, objective in enumerate(axis.objectives):
            names = [x.title for x in axis.actions if x.objective == objective]
            first = Cell(para(run(f"{rank}. {axis.title}", bold=True)), merge="restart") if k == 0 else Cell("", merge="continue")
            rows.append([first, f"{rank}.{k + 1} {objective}",
                         Cell("".join(para(name, style="Paragraphedeliste", number=(1, 0)) for name in names))])
    body = [para(run("Plan d’action du conseil intercommunal de sécurité et de prévention de la délinquance", bold=True, size=18)),
            para("Agglomération du Haut-Vernois"),
            para("La précédente stratégie couvrait les années 2018 à 2022 ; le plan national, la période 2020-2024. "
                 "Le présent plan s’applique de 2023 à 2027."),
            table(rows, (2400, 3000, 4200)),
            para("Plan adopté à l’unanimité en séance plénière le 14 février 2023.")]
    expected = expect(plan, notes=["2018-2022 is the previous strategy and 2020-2024 the national one."])
    return Document("docx-axes-01.docx", write_docx(body, lists=((("bullet", "\uf0b7"),),), header="CISPD du Haut-Vernois"), expected)


def labels_01() -> Document:
    """Labels in bold above their values, « FICHE N°1 » above its title; footnotes, tracked changes left unaccepted."""
    axes = number_actions((
        Axis("Protéger la jeunesse du port", (
            A("Renforcer la prévention spécialisée sur le front de mer", "jeunes"),
            A("Sensibiliser aux dangers des jeux de jetée", "ecrans"),
            A("Proposer une réponse immédiate aux exclusions", "scolaire"),
        )),
        Axis("Concilier fête et tranquillité", (
            A("Encadrer les terrasses et les ventes à emporter", "commerce"),
            A("Déployer des médiateurs saisonniers", "mediation"),
            A("Sécuriser le retour des saisonniers", "transport"),
            A("Coordonner les polices pendant la saison", "police"),
        )),
        Axis("Réparer le lien", (
            A("Accueillir des travaux d’intérêt général à la capitainerie", "recidive"),
            A("Réunir auteurs et victimes d’incivilités", "victimes"),
        )),
    ))
    plan = dress(Strategy("Stratégie locale de sécurité et de prévention de la délinquance", "Port-Clairin", (2024, 2026), axes),
                 (2024, 2026))
    labels = (("Contexte", "context"), ("Description de l’action", "description"), ("Porteur", "lead"),
              ("Partenaires associés", "partners"), ("Bénéficiaires", "public"), ("Calendrier de mise en œuvre", "calendar"),
              ("Plan de financement", "funding"), ("Indicateurs de résultat", "indicators"))
    notes = ("Fonds interministériel de prévention de la délinquance.", "Hors salaires des agents municipaux.",
             "Comptage mené par l’office de tourisme en août.")
    body = [para("Stratégie locale de sécurité et de prévention de la délinquance", style="Titre"),
            para("Port-Clairin, 2024-2026"),
            para("Neuf fiches composent ce document", footnote(3), ".")]
    calls = {("1", "funding"): footnote(1), ("2", "funding"): footnote(2)}
    for rank, axis in enumerate(plan.axes, 1):
        body.append(para(run(f"PRIORITÉ {rank} : ", bold=True, size=16), run(axis.title or "", bold=True, size=16)))
        for x in axis.actions:
            body += [para(run(f"FICHE N°{x.number}", bold=True), align="center"), _retouched(x)]
            for label, key in labels:
                body.append(para(run(label, bold=True)))
                lines = said(x, key, "\n").split("\n")
                for k, line in enumerate(lines):
                    call = calls.get((x.number or "", key), "") if k == 0 else ""
                    bullet = (1, 0) if key in ("partners", "indicators") else None
                    body.append(para(run(line) + call, style="Paragraphedeliste" if bullet else "", number=bullet))
            body.append(page_break())
    expected = expect(plan, tuple(key for _, key in labels), notes=[
        "Struck text is gone and added text is there: the titles of sheets 4 and 6 are those after the changes.",
        "Footnotes are not the plan."])
    write = write_docx(body, lists=((("bullet", "–"),),), footnotes=notes, header="CLSPD de Port-Clairin – STSPD 2024-2026",
                       footer="Document de travail – page")
    return Document("docx-labels-01.docx", write, expected)


def _retouched(action: Action) -> str:
    """The title of a sheet; two of them carry a change that nobody has accepted yet."""
    if action.number == "4":
        return para(run("Encadrer les terrasses et les ventes "), deleted("d’alcool", 41), inserted("à emporter", 42), align="center")
    if action.number == "6":
        return para(inserted("Sécuriser le retour", 61), deleted("Organiser le transport", 62), run(" des saisonniers"), align="center")
    return para(run(action.title, bold=True), align="center")


DOCUMENTS = [tables_01, axes_01, labels_01]
