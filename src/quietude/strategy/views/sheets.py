from copy import copy
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.text import slugify

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.documents.answers import letter_response, slides_response
from quietude.documents.writers import WRITERS as DOCUMENTS
from quietude.kit.errors import VersionConflict
from quietude.kit.forms import sent_version
from quietude.permissions.matrix import Can
from quietude.strategy import conflicts, queries
from quietude.strategy.forms.sheets import JournalForm, SheetForm, raw_values
from quietude.strategy.letters import sheet_letter
from quietude.strategy.queries import history
from quietude.strategy.services import sheets as services
from quietude.strategy.slides import sheet_slides


@seated(Can.READ_STRATEGY)
def action_sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = here.recall(("sheet", pk), lambda: queries.get_sheet(here, pk))
    return _show(request, here, sheet, JournalForm())


def _show(request: HttpRequest, here: Here, sheet: Any, journal: JournalForm) -> HttpResponse:
    """The page of a sheet; its rows are read when the page is drawn, not when it is kept from the time before."""
    decisions_only = request.GET.get("journal") == "decisions"
    page = SimpleLazyObject(lambda: queries.sheet_page(here, copy(sheet), decisions_only=decisions_only))
    context = {"sheet": sheet, "page": page, "decisions_only": decisions_only, "journal": journal}
    pending = queries.has_pending_edit(here, sheet)
    return render(request, "strategy/action_sheet.html", context | {"pending": pending})


@seated(Can.EXPORT_STRATEGY)
def action_sheet_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    sheet = queries.sheet_on_paper(here, pk)
    name = f"fiche-{slugify(sheet.number) or pk}"
    if extension == "pptx":
        return slides_response(request, sheet_slides(here, sheet), name)
    if extension not in DOCUMENTS:
        raise Http404
    return letter_response(request, sheet_letter(here, sheet), extension, name)


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def action_sheet_new(request: HttpRequest, here: Here, strategy: int) -> HttpResponse:
    chosen = queries.get_strategy(here, strategy)
    outside = request.GET.get("hors") == "strategie"
    initial = {"axis": request.GET.get("axe"), "outside_strategy": outside}
    form = SheetForm(here, chosen, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():

        def create() -> str:
            return location(here, "action_sheet", pk=services.create_sheet(here, chosen, form.values()).pk)

        return redirect(once(request, here, create))
    return render(request, "strategy/action_sheet_form.html", {"form": form, "strategy": chosen, "outside": outside})


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def action_sheet_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    form = SheetForm(here, sheet.strategy, request.POST or None, sheet=sheet)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            services.save_sheet(here, sheet, form.values(), version=version)
        except VersionConflict:
            services.keep_pending_edit(here, sheet, raw_values(request.POST), version=version)
            return redirect(location(here, "action_sheet_conflict", pk=pk))
        messages.success(request, f"Fiche {sheet.number or sheet.title} enregistrée.")
        return redirect(location(here, "action_sheet", pk=pk))
    return render(request, "strategy/action_sheet_form.html", {"form": form, "sheet": sheet})


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def action_sheet_conflict(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    conflict = conflicts.find_conflict(here, sheet)
    if conflict is None:
        return redirect(location(here, "action_sheet", pk=pk))
    if request.method == "POST":
        try:
            conflicts.settle(here, conflict, {} if "keep" in request.POST else request.POST)
        except VersionConflict:
            return redirect(location(here, "action_sheet_conflict", pk=pk))
        messages.success(request, "Les deux versions sont réconciliées. La fiche est enregistrée.")
        return redirect(location(here, "action_sheet", pk=pk))
    return render(request, "strategy/action_sheet_conflict.html", {"sheet": sheet, "conflict": conflict})


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def action_sheet_delete(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    if request.method == "POST":
        try:
            services.delete_sheet(here, sheet, version=sent_version(request.POST))
        except VersionConflict:
            messages.error(request, "Quelqu’un vient de modifier cette fiche : elle n’est pas effacée. Relisez-la.")
            return redirect(location(here, "action_sheet", pk=pk))
        messages.success(request, "Fiche effacée.")
        return redirect(location(here, "action_sheet_list"))
    return render(request, "strategy/action_sheet_delete.html", {"sheet": sheet, "hanging": queries.hanging_on(sheet)})


@seated(Can.READ_STRATEGY)
def sheet_history(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    page = history.sheet_history(here, sheet, request.GET.get("page"))
    return render(request, "strategy/sheet_history.html", {"sheet": sheet, "page": page})


@seated(act=Can.WRITE_JOURNAL)
def journal_write(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    form = JournalForm(request.POST)
    if not form.is_valid():
        return _show(request, here, sheet, form)
    target = location(here, "action_sheet", pk=pk) + "#journal"

    def write() -> str:
        services.write_in_journal(here, sheet, form.cleaned_data["text"], kind=form.cleaned_data["kind"])
        return target

    return redirect(once(request, here, write))
