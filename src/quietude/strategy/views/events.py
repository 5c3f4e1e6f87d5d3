from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.kit.errors import VersionConflict
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.events import EventForm
from quietude.strategy.services import events as services
from quietude.strategy.views.answers import tell_conflict


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def event_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    form = EventForm(here, request.POST or None)
    if request.method == "POST" and form.is_valid():

        def add() -> str:
            services.add_event(here, sheet, form.values())
            return location(here, "action_sheet", pk=pk) + "#evenements"

        return redirect(once(request, here, add))
    return render(request, "strategy/event_form.html", {"form": form, "sheet": sheet})


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def event_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    event = queries.get_event(here, pk)
    initial = {"version": event.sheet.version}
    form = EventForm(here, request.POST or None, instance=queries.get_event(here, pk), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_event(here, event, form.values(), version=form.cleaned_data["version"] or 0)
        except VersionConflict:
            tell_conflict(form, event, version=event.sheet.version)
        else:
            messages.success(request, "Événement enregistré.")
            return redirect(location(here, "action_sheet", pk=event.sheet_id) + "#evenements")
    return render(request, "strategy/event_form.html", {"form": form, "sheet": event.sheet, "event": event})


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def event_delete(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    event = queries.get_event(here, pk)
    if request.method != "POST":
        return render(request, "strategy/event_delete.html", {"event": event, "sheet": event.sheet})
    services.delete_event(here, event)
    messages.success(request, "Événement retiré. L’historique de la fiche le garde.")
    return redirect(location(here, "action_sheet", pk=event.sheet_id) + "#evenements")
