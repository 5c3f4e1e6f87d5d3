"""Pages against the floor: rates under forty readers, medians of one reader alone."""

from collections.abc import Iterator

from benchmarks.field import CONNECTIONS as READERS
from benchmarks.field import Field, Line, Requests, Site, Subject, medians_in_turn, rates_in_turn
from benchmarks.measures import acts
from benchmarks.words import absent, milliseconds, share, times


def sheet_list(field: Field) -> Iterator[Line]:
    """The table of sheets, its whole layout included."""
    for site in field.sites.values():
        goal = 0.25 if site is field.largest else None
        yield against_the_floor("Liste de 50", site, site.requests("list"), field.seconds, goal, better=0.4)
    naive = field.largest.requests("naive")
    yield against_the_floor("Liste naïve de 50, sans mise en page", field.largest, naive, field.seconds)


def sheet_page(field: Field) -> Iterator[Line]:
    """One sheet with its journal: three that everyone reads, then thousands that each reader opens once."""
    site = field.largest
    known = READERS * len(site.addresses("page"))
    for name, label, warm in (("page", "que tous lisent", known), ("every_page", "lue une fois", 0)):
        words = f"Page d’une fiche {label}, journal compris"
        yield against_the_floor(words, site, site.requests(name), field.seconds, 0.35, warm=warm)


def against_the_floor(
    label: str,
    site: Site,
    page: Requests,
    seconds: float,
    goal: float | None = None,
    better: float | None = None,
    warm: int = READERS,
) -> Line:
    """The share of the floor's rate that a page reaches under forty readers."""
    duel = rates_in_turn(site, page, seconds, warm)
    rate, floor = duel.rates
    aims = [("au moins", goal), ("mieux :", better if goal else None)]
    return Line(
        label,
        site.label,
        f"{share(duel.share)} du débit du plancher",
        f"{rate:.0f} contre {floor:.0f} par seconde, médiane {milliseconds(duel.median)}"
        + ("" if duel.readers > 1 else ", un lecteur à la fois"),
        ", ".join(f"{words} {share(aim)}" for words, aim in aims if aim),
        None if goal is None else duel.share >= goal,
        {"page": rate, "floor": floor, "share": duel.share, "median": duel.median, "readers": duel.readers},
    )


def list_growth(field: Field) -> Iterator[Line]:
    """The list of 20,000 sheets beside the list of 200."""
    yield from growth(field, "list", "Liste, de 200 à 20 000 fiches", (200, 20_000), 1.15)


def search_growth(field: Field) -> Iterator[Line]:
    """The search in 20,000 sheets beside the search in 2,000."""
    yield from growth(field, "search", "Recherche, de 2 000 à 20 000 fiches", (2_000, 20_000), 1.5)


def growth(field: Field, name: str, label: str, sizes: tuple[int, int], goal: float) -> Iterator[Line]:
    """How the median of one reader alone grows with the council; nothing unless both sizes were asked for."""
    sites = field.sized(*sizes)
    if not sites:
        return
    subjects = [Subject(site, site.requests(name), warm=READERS) for site in sites]
    small, large = medians_in_turn(subjects, field.seconds)
    yield Line(
        label,
        field.engine,
        f"médiane {times(large / small)}",
        f"{milliseconds(small)} puis {milliseconds(large)}",
        f"au plus {times(goal)}",
        large / small <= goal,
        {"small": small, "large": large, "ratio": large / small},
    )


def search(field: Field) -> Iterator[Line]:
    """Ten hits among all the sheets that the reader may see."""
    site = field.largest
    page = Subject(site, site.requests("search"))
    yield beside_the_floor("Recherche plein texte, 10 fiches trouvées", page, field.seconds, 4)


def gantt(field: Field) -> Iterator[Line]:
    """The chart of a council of 400 sheets."""
    site, label = field.largest, "Gantt de 400 fiches"
    if not site.addresses("gantt"):
        yield absent(label, site.label)
        return
    yield beside_the_floor(label, Subject(site, site.requests("gantt", "medium_readers")), field.seconds, 10)


def after_act(field: Field) -> Iterator[Line]:
    """The same pages when somebody has just written in the council: nothing that was kept of it serves any more."""
    site = field.largest
    busy = acts.now_and_then(site.requests("list"), acts.journal(site.base.visit))
    yield against_the_floor("Liste de 50, une écriture par seconde", site, busy, field.seconds)
    pages = {"list": "Liste", "page": "Page d’une fiche", "search": "Recherche", "gantt": "Gantt de 400 fiches"}
    for name, label in pages.items():
        council = "medium_" if name == "gantt" else ""
        written = acts.journal(site.base.visit, council)
        page = Subject(site, site.requests(name, f"{council}readers"), before=written)
        yield beside_the_floor(f"{label}, juste après une écriture", page, field.seconds)


def beside_the_floor(label: str, page: Subject, seconds: float, goal: float | None = None) -> Line:
    """How many floors one answer is worth, by medians of one reader alone."""
    own, floor = medians_in_turn([page, Subject(page.site, page.site.requests("floor"))], seconds)
    return Line(
        label,
        page.site.label,
        f"{times(own / floor)} le plancher",
        f"{milliseconds(own)} contre {milliseconds(floor)}",
        "" if goal is None else f"au plus {times(goal)}",
        None if goal is None else own / floor <= goal,
        {"page": own, "floor": floor, "ratio": own / floor},
    )


def create(field: Field) -> Iterator[Line]:
    """A sheet created through its form: read, verified, allowed, written, registered; beside one bare row."""
    site = field.largest
    subjects = [Subject(site, acts.sheet_form(site.base.visit, name), 302) for name in ("create", "bare_create")]
    product, bare = medians_in_turn(subjects, field.seconds)
    yield Line(
        "Créer une fiche",
        site.label,
        f"{times(product / bare)} une création nue",
        f"{milliseconds(product)} contre {milliseconds(bare)}",
        f"au plus {times(1.5)}",
        product / bare <= 1.5,
        {"page": product, "floor": bare, "ratio": product / bare},
    )
