from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.forms.councils import FormationForm, FormationMemberForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries import councils as queries
from quietude.councils.services import formations as services
from quietude.councils.views.answers import Page, create, edit
from quietude.kit.toasts import say
from quietude.permissions.matrix import Can


@seated(Can.READ_COUNCIL)
def formation(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_formation(here, pk)
    members, past = queries.formation_members(found)
    return render(request, "councils/formation.html", {"formation": found, "members": members, "past": past})


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def formation_new(request: HttpRequest, here: Here) -> HttpResponse:
    page = Page("councils/formation_form.html", {}, location(here, "council"), "Formation ajoutée.")
    return create(
        request,
        here,
        FormationForm(here, request.POST or None),
        page,
        lambda values: location(here, "formation", pk=services.add_formation(here, values).pk),
    )


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def formation_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_formation(here, pk)
    then = location(here, "formation", pk=pk)
    facts = {"formation": found, "name": f"la formation « {found.name} »", "back": then}
    return edit(
        request,
        here,
        row=found,
        make_form=lambda data: FormationForm(here, data, row=found),
        save=lambda values, version: services.save_formation(here, found, values, version=version),
        object_type="formation",
        page=Page("councils/formation_form.html", facts, then, f"{found.name} : formation enregistrée."),
    )


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def formation_member_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_formation_of_ours(here, pk)
    form = FormationMemberForm(here, request.POST or None, formation=found)
    then = location(here, "formation", pk=pk)

    def act(values: dict[str, object]) -> str:
        services.seat_in_formation(here, found, values)
        return then

    page = Page("councils/formation_member_form.html", {"formation": found}, then, "Membre ajouté à la formation.")
    return create(request, here, form, page, act)


@seated(act=Can.EDIT_COUNCIL)
def formation_member_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    member = queries.get_formation_member(here, pk)
    services.leave_formation(here, member)
    say(request, f"{member.titular.full_name} ne siège plus dans « {member.formation.name} ».")
    return redirect(location(here, "formation", pk=member.formation_id))
