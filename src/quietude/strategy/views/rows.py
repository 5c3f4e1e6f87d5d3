from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.kit.errors import VersionConflict
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.rows import SECTIONS, VersionForm, row_formset
from quietude.strategy.services import rows as services


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def sheet_rows(request: HttpRequest, here: Here, pk: int, section: str) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    chosen = SECTIONS.get(section)
    if chosen is None:
        raise Http404
    formset = row_formset(here, sheet, chosen, request.POST or None, extra=0 if request.POST else 2)
    version = VersionForm(request.POST or None, initial={"version": sheet.version})
    context = {"sheet": sheet, "section": chosen, "formset": formset, "version": version, "conflict": False}
    target = location(here, "action_sheet", pk=pk) + f"#{section}"
    if request.method == "POST" and formset.is_valid() and version.is_valid():
        if not formset.has_changed():
            return redirect(target)
        try:
            services.save_rows(
                here,
                sheet,
                section=chosen.related,
                kept=formset.kept(),
                removed=formset.removed(),
                positioned=chosen.positioned,
                version=version.cleaned_data["version"],
            )
        except VersionConflict:
            context["conflict"] = True
        else:
            messages.success(request, f"{chosen.title} : enregistré.")
            return redirect(target)
    return render(request, "strategy/sheet_rows.html", context)


@seated(act=Can.EDIT_SHEET)
def step_finish(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    step = queries.get_step(here, pk)
    if services.finish_step(here, step):
        messages.success(request, f"Étape faite : {step.title}.")
    return redirect(location(here, "action_sheet", pk=step.sheet_id) + "#etapes")


@seated(act=Can.EDIT_SHEET)
def step_reopen(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    step = queries.get_step(here, pk)
    services.reopen_step(here, step)
    return redirect(location(here, "action_sheet", pk=step.sheet_id) + "#etapes")
