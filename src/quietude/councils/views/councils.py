from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from quietude.accounts.doors import signed_in
from quietude.councils.addresses import location
from quietude.councils.forms.councils import CommuneSearchForm, CompositionActForm, CouncilForm, NeighbourhoodForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries import councils as queries
from quietude.councils.services import councils as services
from quietude.councils.views.answers import Page, create, edit
from quietude.kit.toasts import say, say_refusal
from quietude.permissions.matrix import Can
from quietude.territories.queries import communes_by_code, find_communes


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """One council: its first screen; several, or none: the list."""
    mine = queries.my_councils(request.user)  # type: ignore[arg-type]
    if len(mine) == 1:
        return redirect(reverse("dashboard", args=[mine[0].council.slug]))
    return redirect("my_councils")


@signed_in
def my_councils(request: HttpRequest) -> HttpResponse:
    mine = queries.my_councils(request.user)  # type: ignore[arg-type]
    return render(request, "councils/my_councils.html", {"councils": mine})


@seated(Can.READ_COUNCIL)
def council(request: HttpRequest, here: Here) -> HttpResponse:
    return render(request, "councils/council.html", {"page": queries.council_page(here), "council": here.council})


@seated(Can.READ_COUNCIL)
def legal_rule_list(request: HttpRequest, here: Here) -> HttpResponse:
    return render(request, "councils/legal_rule_list.html", {"rules": queries.legal_rule_list()})


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def council_edit(request: HttpRequest, here: Here) -> HttpResponse:
    then = location(here, "council")
    return edit(
        request,
        here,
        row=here.council,
        make_form=lambda data: CouncilForm(here, data),
        save=lambda values, version: services.save_council(here, values, version=version),
        object_type="council",
        page=Page("councils/council_form.html", {"name": "le conseil", "back": then}, then, "Le conseil est à jour."),
    )


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def covered_communes(request: HttpRequest, here: Here) -> HttpResponse:
    """GET searches and lists; POST covers the commune whose code is sent."""
    form = CommuneSearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    if request.method == "POST":
        chosen = communes_by_code([request.POST.get("code", "")])
        for commune in chosen.values():
            services.cover_commune(here, commune)
            say(request, f"{commune.name} est dans le conseil.")
        return redirect(location(here, "covered_communes"))
    facts = {"form": form, "found": find_communes(words), "words": words, "covered": queries.covered_communes(here)}
    template = "councils/covered_communes.html"
    return render(request, f"{template}#found" if request.htmx else template, facts)  # type: ignore[attr-defined]


@seated(act=Can.EDIT_COUNCIL)
def commune_remove(request: HttpRequest, here: Here, code: str) -> HttpResponse:
    commune = queries.get_covered_commune(here, code)
    if queries.covered_communes(here).count() == 1:
        say_refusal(request, "Un conseil couvre au moins une commune. Ajoutez l’autre avant de retirer celle-ci.")
    else:
        services.uncover_commune(here, commune)
        say(request, f"{commune.name} n’est plus dans le conseil.")
    return redirect(location(here, "covered_communes"))


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def composition_act_new(request: HttpRequest, here: Here) -> HttpResponse:
    then = location(here, "council")

    def act(values: dict[str, object]) -> str:
        services.record_composition_act(here, **values)  # type: ignore[arg-type]
        return then

    page = Page("councils/composition_act_form.html", {}, then, "Acte de composition noté.")
    return create(request, here, CompositionActForm(here, request.POST or None), page, act)


@seated(act=Can.EDIT_COUNCIL)
def composition_act_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.remove_composition_act(here, queries.get_composition_act(here, pk))
    say(request, "Acte de composition retiré.")
    return redirect(location(here, "council"))


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def neighbourhood_new(request: HttpRequest, here: Here) -> HttpResponse:
    form = NeighbourhoodForm(request.POST or None, communes=queries.covered_communes(here))
    then = location(here, "council")

    def act(values: dict[str, object]) -> str:
        services.record_neighbourhood(here, values)
        return then

    return create(request, here, form, Page("councils/neighbourhood_form.html", {}, then, "Quartier noté."), act)


@seated(act=Can.EDIT_COUNCIL)
def neighbourhood_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.forget_neighbourhood(here, queries.get_neighbourhood(here, pk))
    say(request, "Quartier retiré.")
    return redirect(location(here, "council"))
