from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.views.answers import Page, create, edit
from quietude.kit.tables import WRITERS
from quietude.kit.toasts import say
from quietude.permissions.matrix import Can
from quietude.strategy import queries as strategies
from quietude.strategy.call_lists import CallFilter
from quietude.strategy.forms.calls import CallForm, call_defaults
from quietude.strategy.queries import calls as queries
from quietude.strategy.services import calls as services


@seated(Can.READ_STRATEGY)
def call_list(request: HttpRequest, here: Here) -> HttpResponse:
    table = CallFilter(request.GET, queries.call_list(here))
    strategy = strategies.current_strategy(here)
    found = queries.suited(here, strategy, table.answerable)
    programmes = queries.programme_list()
    facts = {"strategy": strategy, "table": table, "suited": table.gather(found), "programmes": programmes}
    return render(request, "strategy/call_list.html", facts)


@seated(Can.EXPORT_STRATEGY)
def call_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    if extension not in WRITERS:
        raise Http404
    return CallFilter(request.GET, queries.call_list(here)).as_file(extension)


@seated(Can.READ_STRATEGY)
def call(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    page = queries.call_page(here, strategies.current_strategy(here), queries.get_call(here, pk))
    return render(request, "strategy/call.html", {"page": page})


@seated(Can.WRITE_CALL, act=Can.WRITE_CALL)
def call_new(request: HttpRequest, here: Here) -> HttpResponse:
    programme = queries.get_programme(request.GET.get("programme", "").replace("\0", ""))
    form = CallForm(here, request.POST or None, initial=call_defaults(here, programme))
    page = Page("strategy/call_form.html", {"programme": programme}, location(here, "call_list"), "Appel enregistré.")
    return create(
        request, here, form, page, lambda values: location(here, "call", pk=services.create_call(here, values).pk)
    )


@seated(Can.WRITE_CALL, act=Can.WRITE_CALL)
def call_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_call(here, pk)
    then = location(here, "call", pk=pk)
    facts = {"call": found, "programme": found.programme, "name": f"l’appel « {found.title} »", "back": then}
    return edit(
        request,
        here,
        row=found,
        make_form=lambda data: CallForm(here, data, row=found),
        save=lambda values, version: services.save_call(here, found, values, version=version),
        object_type="call",
        page=Page("strategy/call_form.html", facts, then, f"{found.title} : appel enregistré."),
    )


@seated(act=Can.WRITE_CALL)
def call_withdraw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_call(here, pk)
    services.withdraw_call(here, found)
    say(request, f"Appel clos : {found.title}.", undo_url=location(here, "call_restore", pk=pk))
    return redirect(location(here, "call", pk=pk))


@seated(act=Can.WRITE_CALL)
def call_restore(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.restore_call(here, queries.get_call(here, pk))
    return redirect(location(here, "call", pk=pk))


@seated(act=Can.EDIT_SHEET)
def request_prepare(request: HttpRequest, here: Here, pk: int, call: int) -> HttpResponse:
    sheet, found = strategies.get_sheet(here, pk), queries.get_call(here, call)
    services.prepare_request(here, sheet, found)
    say(request, f"Fiche {sheet.number or sheet.title} : demande à préparer, {found.title}.")
    return redirect(location(here, "action_sheet", pk=pk) + "#argent")
