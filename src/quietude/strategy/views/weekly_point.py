from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quietude.councils.gate import Here, seated
from quietude.documents.answers import letter_response
from quietude.documents.writers import WRITERS
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.weekly_point import weekly_letter
from quietude.strategy.weekly_point import weekly_point as point_of


@seated(Can.READ_STRATEGY)
def weekly_point(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    point = point_of(here, chosen, timezone.localdate())
    context = {"strategy": chosen, "point": point, "letter": weekly_letter(here, point)}
    return render(request, "strategy/weekly_point.html", context)


@seated(Can.EXPORT_STRATEGY)
def weekly_point_document(request: HttpRequest, here: Here, extension: str) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None or extension not in WRITERS:
        raise Http404
    letter = weekly_letter(here, point_of(here, chosen, timezone.localdate()))
    return letter_response(request, letter, extension, "point-de-la-semaine")
