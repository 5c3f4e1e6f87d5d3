from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.forms.people import OrganisationForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries import people as queries
from quietude.councils.services import people as services
from quietude.councils.services.versions import Refused
from quietude.councils.views.answers import Page, create, edit
from quietude.kit.text import fold
from quietude.kit.toasts import say, say_refusal
from quietude.permissions.matrix import Can


@seated(Can.READ_COUNCIL)
def organisation_list(request: HttpRequest, here: Here) -> HttpResponse:
    search = request.GET.get("q", "").strip()[:100]
    words = fold(search).split()
    rows = [row for row in queries.organisation_list(here) if all(w in fold(f"{row.name} {row}") for w in words)]
    return render(request, "councils/organisation_list.html", {"rows": rows, "search": search})


@seated(Can.READ_COUNCIL)
def organisation(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_organisation(here, pk)
    facts = {"organisation_row": found, "members": queries.members_of(here, found)}
    return render(request, "councils/organisation.html", facts)


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def organisation_new(request: HttpRequest, here: Here) -> HttpResponse:
    form = OrganisationForm(here, request.POST or None)
    page = Page("councils/organisation_form.html", {}, location(here, "organisation_list"), "Organisme ajouté.")
    return create(
        request,
        here,
        form,
        page,
        lambda values: location(here, "organisation", pk=services.add_organisation(here, values).pk),
    )


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def organisation_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_organisation(here, pk)
    then = location(here, "organisation", pk=pk)
    facts = {"organisation_row": found, "name": f"la fiche « {found.name} »", "back": then}
    return edit(
        request,
        here,
        row=found,
        make_form=lambda data: OrganisationForm(here, data, row=found),
        save=lambda values, version: services.save_organisation(here, found, values, version=version),
        object_type="organisation",
        page=Page("councils/organisation_form.html", facts, then, f"{found.name} : fiche enregistrée."),
    )


@seated(act=Can.EDIT_COUNCIL)
def organisation_confirm(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_organisation(here, pk)
    services.confirm_organisation(here, found)
    say(request, f"{found.name} : fiche confirmée aujourd’hui.")
    return redirect(location(here, "organisation", pk=pk))


@seated(act=Can.EDIT_COUNCIL)
def organisation_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_organisation(here, pk)
    try:
        services.remove_organisation(here, found)
    except Refused as refusal:
        say_refusal(request, str(refusal))
        return redirect(location(here, "organisation", pk=pk))
    say(request, f"{found.name} n’est plus dans l’annuaire.")
    return redirect(location(here, "organisation_list"))
