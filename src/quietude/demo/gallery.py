"""Every component of the kit on one page, for who builds a screen. It exists in demonstration mode only."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quietude.accounts.doors import public
from quietude.demo.facts import contours_text
from quietude.kit.charts import Bar, LineChart, Series
from quietude.kit.forms import EurosField, FrenchDateField
from quietude.kit.maps import Area
from quietude.territories.contours import read_contours


class SampleForm(forms.Form):
    """One field of each kind, as the gallery shows them."""

    title = forms.CharField(label="Titre", max_length=300, error_messages={"required": "Donnez un titre à la fiche."})
    due_on = FrenchDateField(label="Échéance")
    planned = EurosField(label="Montant prévu", required=False, help_text="En euros, pour l’année.")
    description = forms.CharField(label="Description", widget=forms.Textarea, required=False)
    lead = forms.ChoiceField(label="Pilote", choices=[("ville", "Ville de Loos"), ("college", "Collège de Loos")])
    scope = forms.ChoiceField(
        label="Où",
        choices=[("one", "Une commune"), ("all", "Toutes les communes")],
        widget=forms.RadioSelect,
        help_text="Les dates peuvent différer d’une commune à l’autre.",
    )
    shared = forms.BooleanField(
        label="Visible des membres", required=False, help_text="Sinon, de la coordination seule."
    )


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """The page of components."""
    return render(request, "demo/gallery.html", gallery_data(timezone.localdate()))


def gallery_data(today: date) -> dict[str, object]:
    """What the gallery shows, around the day ``today``. Fictitious."""
    late, soon, far = today - timedelta(days=24), today + timedelta(days=3), today + timedelta(days=200)
    sheets = [
        SimpleNamespace(
            number=1, title="Comité de prévention", lead="Ville", status="running", due_on=far, planned=18000
        ),
        SimpleNamespace(
            number=4, title="Accueil des exclus", lead="Collège", status="late", due_on=late, planned=14000
        ),
        SimpleNamespace(number=8, title="Chantier", lead="SPIP", status="blocked", due_on=soon, planned=None),
    ]
    return {
        "day": late,
        "soon": soon,
        "far": far,
        "first": date(2025, 9, 1),
        "now": timezone.now(),
        "eight": [("running", 6), ("late", 1), ("blocked", 1)],
        "three": [("done", 1), ("running", 1), ("to_launch", 1)],
        "tabs": [
            {"label": "Toutes", "url": "?", "current": True, "count": 19},
            {"label": "À relancer", "url": "?vue=relancer", "count": 4},
            {"label": "Les miennes", "url": "?vue=miennes"},
        ],
        "sheets": sheets,
        **sample_charts(),
        "page": Paginator(range(120), 10).page(5),
        "form": SampleForm({"due_on": "30 brumaire", "planned": "douze", "lead": "ville", "scope": "one"}),
        "differences": [
            SimpleNamespace(name="due_on", label="Échéance", saved=soon, mine=far, chosen="mine", can_keep_both=False),
            SimpleNamespace(
                name="description",
                label="Description",
                saved="Douze caméras, dont deux sur le parking de la gare.",
                mine="Douze caméras. Le comité d’éthique se réunit le 8 décembre.",
                chosen="saved",
                can_keep_both=True,
            ),
        ],
    }


def sample_charts() -> dict[str, object]:
    """Bars, lines and maps: real contours, fictitious counts."""
    return {"bars": _bars(), "compared": _compared(), "followed": _followed(), **_maps()}


def _bars() -> list[Bar]:
    here = "#graphiques"
    return [
        Bar(label="Ville de Loos", count=8, url=here, word="en cours"),
        Bar(label="Collège de Loos et principaux des collèges", count=3, url=here, kind="late", word="en retard"),
        Bar(label="SPIP", count=2, url=here, kind="blocked", word="bloquées"),
        Bar(label="Centre social", count=1, url=here, kind="to_launch", word="à lancer"),
        Bar(label="Sans pilote", count=0),
    ]


def _compared() -> LineChart:
    measured = ("15.3", "15", "13.5", "15.1", "11.8", "12.4", "11.8", "11.7")
    north = ("12.7", "11.9", "11.2", "11.2", "9.5", "9.8", "9.4", "9.9")
    years = [date(2016 + rank, 12, 31) for rank in range(8)]
    lines = (("Loos", measured), ("Département du Nord", north))
    return LineChart(
        title="Destructions et dégradations",
        unit="faits pour 1 000 habitants",
        series=[
            Series(label=label, points=[(day, Decimal(one)) for day, one in zip(years, values, strict=True)])
            for label, values in lines
        ],
    )


def _followed() -> LineChart:
    visits = (12, 18, None, 31, 28, 40, 44, 39, 52, 57, 61)
    months = [date(2025 + rank // 12, rank % 12 + 1, 28) for rank in range(11)]
    points = [(day, None if count is None else Decimal(count)) for day, count in zip(months, visits, strict=True)]
    return LineChart(
        title="Personnes reçues aux permanences",
        unit="personnes par mois",
        target=Decimal(60),
        baseline=Decimal(10),
        series=[Series(label="Permanences", points=points)],
    )


def _maps() -> dict[str, list[Area]]:
    communes = {"59360": ("Loos", 12), "59286": ("Haubourdin", 3), "59193": ("Emmerin", 0)}
    shapes = read_contours(contours_text("loos-haubourdin-emmerin")).polygons
    valley = read_contours(contours_text("bassin-de-pompey")).polygons
    return {
        "few_communes": [
            Area(name=name, count=count, polygons=shapes[code], url=f"#{code}")
            for code, (name, count) in communes.items()
        ],
        "many_communes": [
            Area(name=f"Commune {code}", count=rank % 6 if rank else None, polygons=polygons, url=f"#{code}")
            for rank, (code, polygons) in enumerate(valley.items())
        ],
    }
