from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.documents.answers import letter_response
from quietude.documents.writers import WRITERS as DOCUMENTS
from quietude.kit.errors import VersionConflict
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.strategies import AxisForm, ObjectiveForm, StrategyForm
from quietude.strategy.letters import strategy_letter
from quietude.strategy.queries.baselines import reference_baseline
from quietude.strategy.services import strategies as services
from quietude.strategy.views.answers import tell_conflict, values_of


@seated(Can.READ_STRATEGY)
def strategy(request: HttpRequest, here: Here, pk: int | None = None) -> HttpResponse:
    chosen = queries.get_strategy(here, pk) if pk else queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    context = {
        "tree": queries.strategy_tree(here, chosen),
        "others": queries.other_strategies(here, chosen),
        "signed": reference_baseline(chosen),
    }
    return render(request, "strategy/strategy.html", context)


@seated(Can.EXPORT_STRATEGY)
def strategy_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    tree = queries.full_tree(here, queries.get_strategy(here, pk))
    if extension not in DOCUMENTS:
        raise Http404
    return letter_response(request, strategy_letter(here, tree), extension, "strategie")


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def strategy_new(request: HttpRequest, here: Here) -> HttpResponse:
    def create(values: dict[str, Any]) -> str:
        return location(here, "strategy_version", pk=services.create_strategy(here, values).pk)

    return _new(request, here, StrategyForm(request.POST or None), create, "strategy/strategy_form.html")


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def strategy_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_strategy(here, pk)
    form = StrategyForm(request.POST or None, instance=queries.get_strategy(here, pk))
    return _edit(request, here, form, found, services.save_strategy, "strategy/strategy_form.html")


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def axis_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_strategy(here, pk)

    def create(values: dict[str, Any]) -> str:
        return location(here, "strategy_version", pk=pk) + f"#axe-{services.add_axis(here, found, values).pk}"

    form = AxisForm(request.POST or None)
    return _new(request, here, form, create, "strategy/axis_form.html", strategy=found)


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def axis_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_axis(here, pk)
    form = AxisForm(request.POST or None, instance=queries.get_axis(here, pk))
    return _edit(request, here, form, found, services.save_axis, "strategy/axis_form.html")


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def objective_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_strategy(here, pk)

    def create(values: dict[str, Any]) -> str:
        services.add_objective(here, found, values)
        return location(here, "strategy_version", pk=pk)

    form = ObjectiveForm(found, request.POST or None, initial={"axis": request.GET.get("axe")})
    return _new(request, here, form, create, "strategy/objective_form.html", strategy=found)


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def objective_edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    found = queries.get_objective(here, pk)
    form = ObjectiveForm(found.strategy, request.POST or None, instance=queries.get_objective(here, pk))
    return _edit(request, here, form, found, services.save_objective, "strategy/objective_form.html")


def _new(
    request: HttpRequest, here: Here, form: Any, create: Callable[[dict[str, Any]], str], template: str, **context: Any
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        return redirect(once(request, here, lambda: create(values_of(form))))
    return render(request, template, {"form": form, **context})


def _edit(
    request: HttpRequest, here: Here, form: Any, found: Any, save: Callable[..., None], template: str
) -> HttpResponse:
    strategy = getattr(found, "strategy", found)
    if request.method != "POST":
        form.initial["version"] = found.version
    elif form.is_valid():
        try:
            save(here, found, values_of(form), version=form.cleaned_data["version"])
        except VersionConflict:
            tell_conflict(form, found)
        else:
            messages.success(request, "Enregistré.")
            return redirect(location(here, "strategy_version", pk=strategy.pk))
    return render(request, template, {"form": form, "strategy": strategy, "item": found})
