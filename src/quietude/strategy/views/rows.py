from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.kit.errors import VersionConflict
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.rows import SECTIONS, VersionForm, row_formset
from quietude.strategy.forms.sheets import MeasurementForm
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
    if request.method == "POST" and formset.is_valid() and version.is_valid():
        try:
            services.save_rows(
                here,
                sheet,
                section=section,
                kept=[f.save(commit=False) for f in formset if f.has_changed() or f.instance.pk],
                removed=[form.instance for form in formset.deleted_forms if form.instance.pk],
                positioned=chosen.positioned,
                version=version.cleaned_data["version"],
            )
        except VersionConflict:
            context["conflict"] = True
        else:
            messages.success(request, f"{chosen.title} : enregistré.")
            return redirect(location(here, "action_sheet", pk=pk) + f"#{section}")
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


@seated(Can.READ_STRATEGY, act=Can.EDIT_SHEET)
def indicator(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_indicator(here, pk)
    form = MeasurementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def add() -> str:
            services.add_measurement(here, found, form.cleaned_data)
            return location(here, "indicator", pk=pk)

        return redirect(once(request, here, add))
    measurements = list(found.measurements.all())
    return render(request, "strategy/indicator.html", {"indicator": found, "measurements": measurements, "form": form})
