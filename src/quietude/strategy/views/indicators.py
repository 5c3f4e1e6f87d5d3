from collections.abc import Callable
from copy import copy

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.kit.errors import VersionConflict
from quietude.kit.tables import WRITERS
from quietude.kit.toasts import say, say_refusal
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.indicators import CorrectionForm, IndicatorForm, MeasurementForm
from quietude.strategy.indicator_exports import indicators_as_file
from quietude.strategy.indicator_filters import IndicatorFilter
from quietude.strategy.queries.indicators import get_indicator, get_measurement, indicator_page, offer_of
from quietude.strategy.services import indicators as services

UNDEFINED = "Dites d’abord ce que cet indicateur compte exactement : sans définition, une mesure ne veut rien dire."


@seated(Can.READ_STRATEGY)
def indicator_list(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    table = IndicatorFilter(request.GET, here=here, strategy=chosen)
    return render(request, "strategy/indicator_list.html", {"strategy": chosen, "table": table})


@seated(Can.EXPORT_STRATEGY)
def indicator_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    chosen = queries.current_strategy(here)
    if chosen is None or extension not in WRITERS:
        raise Http404
    return indicators_as_file(IndicatorFilter(request.GET, here=here, strategy=chosen).rows, extension)


@seated(Can.READ_STRATEGY, act=Can.MEASURE)
def indicator(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_indicator(here, pk)
    form = MeasurementForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        return _measure(request, here, pk, lambda: services.add_measurement(here, found, form.cleaned_data))
    page = indicator_page(here, found, timezone.localdate())
    return render(request, "strategy/indicator.html", {"page": page, "indicator": found, "form": form})


@seated(act=Can.MEASURE)
def figure_take(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_indicator(here, pk)
    offer = offer_of(found, timezone.localdate())
    if offer is None:
        raise Http404
    return _measure(request, here, pk, lambda: services.take_figure(here, found, offer))


def _measure(request: HttpRequest, here: Here, pk: int, act: Callable[[], object]) -> HttpResponse:
    """Record a measure once, or say why there is none."""
    target = location(here, "indicator", pk=pk)

    def record() -> str:
        act()
        say(request, "Mesure enregistrée.")
        return target

    try:
        return redirect(once(request, here, record))
    except services.Undefined:
        say_refusal(request, UNDEFINED)
    except services.NothingToTake:
        say_refusal(request, "Quiétude n’a pas de nombre à donner pour cette période : rien n’est noté.")
    return redirect(target)


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def indicator_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    form = IndicatorForm(here, sheet.version, request.POST or None)
    if request.method == "POST" and form.is_valid():

        def create() -> str:
            return location(here, "indicator", pk=services.create_indicator(here, sheet, form.values()).pk)

        return redirect(once(request, here, create))
    return render(request, "strategy/indicator_form.html", {"form": form, "sheet": sheet})


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def indicator_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_indicator(here, pk)
    form = IndicatorForm(here, found.sheet.version, request.POST or None, indicator=found)
    context = {"form": form, "sheet": found.sheet, "indicator": found, "conflict": False}
    if request.method == "POST" and form.is_valid():
        try:
            services.save_indicator(here, found, form.values(), version=form.cleaned_data["version"])
        except VersionConflict:
            form.read_again(found.sheet.version)
            context["conflict"] = True
        else:
            say(request, "Indicateur enregistré.")
            return redirect(location(here, "indicator", pk=pk))
    return render(request, "strategy/indicator_form.html", context)


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def indicator_delete(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_indicator(here, pk)
    if request.method == "POST":
        services.delete_indicator(here, found)
        say(request, "Indicateur effacé.")
        return redirect(location(here, "action_sheet", pk=found.sheet_id) + "#indicateurs")
    page = indicator_page(here, found, timezone.localdate())
    return render(request, "strategy/indicator_delete.html", {"indicator": found, "page": page})


@seated(Can.MEASURE, act=Can.MEASURE)
def measurement_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_measurement(here, pk)
    form = CorrectionForm(request.POST or None, instance=copy(found))
    if request.method == "POST" and form.is_valid():
        services.save_measurement(here, found, form.cleaned_data)
        say(request, "Mesure corrigée.")
        return redirect(location(here, "indicator", pk=found.indicator_id))
    return render(request, "strategy/measurement_form.html", {"form": form, "measurement": found})


@seated(Can.MEASURE, act=Can.MEASURE)
def measurement_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = get_measurement(here, pk)
    if request.method == "POST":
        services.remove_measurement(here, found)
        say(request, "Mesure retirée.")
        return redirect(location(here, "indicator", pk=found.indicator_id))
    return render(request, "strategy/measurement_remove.html", {"measurement": found})
