"""The sign-in page of the demonstration: choose a council, then a role. It exists in demonstration mode only."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.accounts.doors import public
from quietude.demo import queries, services
from quietude.demo.forms import CouncilForm, EnterForm


@public
def demo_entrance(request: HttpRequest) -> HttpResponse:
    """GET shows the councils and the persons of one; POST enters as one of them."""
    if request.method == "POST":
        form = EnterForm(request.POST)
        seat = queries.find_seat(form.cleaned_data["seat"]) if form.is_valid() else None
        if seat is None:
            raise Http404
        services.enter_as(request, seat)
        return redirect("dashboard", council=seat.council.slug)
    councils = queries.demo_councils()
    asked = CouncilForm(request.GET)
    slug = asked.cleaned_data["conseil"] if asked.is_valid() else ""
    chosen = next((council for council in councils if council.slug == slug), councils[0] if councils else None)
    people = queries.characters(chosen) if chosen else []
    return render(request, "demo/entrance.html", {"councils": councils, "chosen": chosen, "characters": people})
