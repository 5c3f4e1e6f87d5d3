"""Pages against the floor: rates under forty readers, medians of one reader alone."""

from collections.abc import Callable, Iterator
from uuid import uuid4

from benchmarks.field import Field, Line, Site, medians_in_turn, rates_in_turn
from benchmarks.ground.vocabulary import Pen
from benchmarks.words import absent, milliseconds, share, times

SECRET = "a" * 32
"""A token against forged requests, the same in the cookie and in the form."""


def sheet_list(field: Field) -> Iterator[Line]:
    """The table of sheets, its whole layout included."""
    for site in field.sites.values():
        goal = 0.25 if site is field.largest else None
        yield against_the_floor(site, "list", "Liste de 50", field.seconds, goal, "stretch 40 %")
    yield against_the_floor(field.largest, "naive", "Liste naïve de 50, sans mise en page", field.seconds, None)


def sheet_page(field: Field) -> Iterator[Line]:
    """One sheet with its journal."""
    yield against_the_floor(field.largest, "page", "Page d’une fiche, journal compris", field.seconds, 0.35)


def against_the_floor(site: Site, name: str, label: str, seconds: float, goal: float | None, note: str = "") -> Line:
    """The share of the floor's rate that the page called ``name`` reaches under forty readers."""
    duel = rates_in_turn(site, name, "floor", seconds)
    page, floor = duel.rates
    return Line(
        label,
        site.label,
        f"{share(duel.share)} du débit du plancher",
        f"{page:.0f} contre {floor:.0f} par seconde, médiane {milliseconds(duel.median)}"
        + ("" if duel.readers > 1 else ", un lecteur à la fois"),
        ""
        if goal is None
        else f"au moins {share(goal)}" + (f" ({note.replace('stretch', 'mieux :')})" if note else ""),
        None if goal is None else duel.share >= goal,
        {"page": page, "floor": floor, "share": duel.share, "median": duel.median, "readers": duel.readers},
    )


def list_growth(field: Field) -> Iterator[Line]:
    """The list of 20,000 sheets beside the list of 200."""
    yield from growth(field, "list", "Liste, de 200 à 20 000 fiches", (200, 20_000), 1.15)


def search_growth(field: Field) -> Iterator[Line]:
    """The search in 20,000 sheets beside the search in 2,000."""
    yield from growth(field, "search", "Recherche, de 2 000 à 20 000 fiches", (2_000, 20_000), 1.5)


def growth(field: Field, name: str, label: str, sizes: tuple[int, int], goal: float) -> Iterator[Line]:
    sites = field.sized(*sizes)
    if not sites:
        return
    small, large = medians_in_turn([(site, site.requests(name), 200) for site in sites], field.seconds)
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
    yield slower_than_floor(field.largest, "search", "Recherche plein texte, 10 fiches trouvées", field.seconds, 4)


def gantt(field: Field) -> Iterator[Line]:
    """The chart of a council of 400 sheets."""
    site = field.largest
    if not site.addresses("gantt"):
        yield absent("Gantt de 400 fiches", site.label)
        return
    yield slower_than_floor(site, "gantt", "Gantt de 400 fiches", field.seconds, 10, "medium_readers")


def slower_than_floor(site: Site, name: str, label: str, seconds: float, goal: float, readers: str = "readers") -> Line:
    """How many floors one answer of the page called ``name`` is worth, by medians of one reader alone."""
    asked = [(site, site.requests(name, readers), 200), (site, site.requests("floor"), 200)]
    page, floor = medians_in_turn(asked, seconds)
    return Line(
        label,
        site.label,
        f"{times(page / floor)} le plancher",
        f"{milliseconds(page)} contre {milliseconds(floor)}",
        f"au plus {times(goal)}",
        page / floor <= goal,
        {"page": page, "floor": floor, "ratio": page / floor},
    )


def create(field: Field) -> Iterator[Line]:
    """A sheet created through its form: read, verified, allowed, written, registered; beside one bare row."""
    site = field.largest
    coordinator = site.base.visit["readers"][0]
    words = Pen("create")

    def post(name: str) -> Callable[[], bytes]:
        [address] = site.addresses(name)
        return lambda: sheet_form(address, coordinator, site.base.visit["axis"], words)

    asked = [(site, post("create"), 302), (site, post("bare_create"), 302)]
    product, bare = medians_in_turn(asked, field.seconds)
    yield Line(
        "Créer une fiche",
        site.label,
        f"{times(product / bare)} une création nue",
        f"{milliseconds(product)} contre {milliseconds(bare)}",
        f"au plus {times(1.5)}",
        product / bare <= 1.5,
        {"page": product, "floor": bare, "ratio": product / bare},
    )


def sheet_form(address: str, cookie: str, axis: int, words: Pen) -> bytes:
    """The form of a new sheet as a browser sends it, with some 350 words."""
    from urllib.parse import urlencode

    body = urlencode(
        {
            "csrfmiddlewaretoken": SECRET,
            "submission_key": str(uuid4()),
            "version": 0,
            "axis": axis,
            "number": "",
            "title": words.title(),
            "status": "to_launch",
            "priority": "normal",
            "precision": "day",
            "visibility": "council",
            "weight": 1,
            "description": words.paragraph(8),
            "context": words.finding(),
            "public": "les collégiens",
            "perimeter": "aux abords du collège",
            "means": words.sentence(),
            "calendar": "De septembre à juin.",
            "evaluation": words.sentence(),
        }
    ).encode()
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session={cookie}; csrf={SECRET}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
