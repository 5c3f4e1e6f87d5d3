from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.exports import member_table
from quietude.councils.filters import MemberFilter
from quietude.councils.forms.people import ProfessionalForm, SeatForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries import people as queries
from quietude.councils.services import people as services
from quietude.councils.services.versions import Refused
from quietude.councils.submissions import once
from quietude.councils.views.answers import Page, create, edit
from quietude.kit.tables import WRITERS, table_response
from quietude.kit.toasts import say, say_refusal
from quietude.permissions.matrix import Can


@seated(Can.READ_COUNCIL)
def member_list(request: HttpRequest, here: Here) -> HttpResponse:
    return render(request, "councils/member_list.html", {"table": MemberFilter(request.GET, here=here)})


@seated(Can.READ_CONTACTS)
def member_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    if extension not in WRITERS:
        raise Http404
    return table_response(member_table(MemberFilter(request.GET, here=here).rows), extension, "annuaire")


@seated(Can.READ_COUNCIL)
def member(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    page = queries.member_page(here, queries.get_professional(here, pk))
    return render(request, "councils/member.html", {"page": page, "person": page.person})


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def member_new(request: HttpRequest, here: Here) -> HttpResponse:
    form = ProfessionalForm(here, request.POST or None, initial={"organisation": request.GET.get("organisme")})
    page = Page("councils/member_form.html", {}, location(here, "member_list"), "Membre ajouté.")
    return create(
        request,
        here,
        form,
        page,
        lambda values: location(here, "member", pk=services.add_professional(here, values).pk),
    )


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def member_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person = queries.get_professional(here, pk)
    then = location(here, "member", pk=pk)
    facts = {"person": person, "name": f"la fiche de {person.full_name}", "back": then}
    return edit(
        request,
        here,
        row=person,
        make_form=lambda data: ProfessionalForm(here, data, row=person),
        save=lambda values, version: services.save_professional(here, person, values, version=version),
        object_type="professional",
        page=Page("councils/member_form.html", facts, then, f"{person.full_name} : fiche enregistrée."),
    )


@seated(act=Can.INVITE_MEMBER)
def member_invite(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A second click on the same page sends no second invitation, which would cancel the first."""
    person = queries.get_professional(here, pk)
    page = location(here, "member", pk=pk)

    def act() -> str:
        services.invite_member(here, person)
        return page

    try:
        once(request, here, act)
    except services.NoAddress:
        say_refusal(request, f"{person.full_name} n’a pas d’adresse électronique : notez-la avant d’inviter.")
    else:
        say(request, f"Invitation envoyée à {person.full_name}. Le lien est valable 72 heures.")
    return redirect(page)


@seated(act=Can.EDIT_COUNCIL)
def member_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person = queries.get_professional(here, pk)
    try:
        services.remove_professional(here, person)
    except Refused as refusal:
        say_refusal(request, str(refusal))
        return redirect(location(here, "member", pk=pk))
    say(request, f"{person.full_name} n’est plus dans l’annuaire.")
    return redirect(location(here, "member_list"))


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def seat_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person = queries.get_professional(here, pk)
    form = SeatForm(here, request.POST or None)
    then = location(here, "member", pk=pk)

    def act(values: dict[str, object]) -> str:
        services.open_seat(here, person, values)
        return then

    return create(request, here, form, Page("councils/seat_form.html", {"person": person}, then, "Siège ouvert."), act)


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def seat_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    seat = queries.get_seat(here, pk)
    then = location(here, "member", pk=seat.professional_id)
    facts = {"person": seat.professional, "seat": seat, "name": f"le siège de {seat.professional}", "back": then}
    return edit(
        request,
        here,
        row=seat,
        make_form=lambda data: SeatForm(here, data, row=seat),
        save=lambda values, version: services.save_seat(here, seat, values, version=version),
        object_type="seat",
        page=Page("councils/seat_form.html", facts, then, "Siège enregistré."),
    )


@seated(act=Can.EDIT_COUNCIL)
def seat_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    seat = queries.get_seat(here, pk)
    try:
        services.end_seat(here, seat)
    except Refused as refusal:
        say_refusal(request, str(refusal))
    else:
        say(request, f"Le siège de {seat.professional.full_name} est terminé. Les droits qu’il donnait sont fermés.")
    return redirect(location(here, "member", pk=seat.professional_id))
