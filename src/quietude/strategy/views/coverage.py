from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.kit import toasts
from quietude.kit.tables import WRITERS, table_response
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.pictures import GapForm
from quietude.strategy.pictures.coverage import coverage_table
from quietude.strategy.pictures.words import coverage_sentence
from quietude.strategy.queries.coverage import ages, coverage_page
from quietude.strategy.services import gaps as services


@seated(Can.READ_STRATEGY)
def coverage(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    by_axis = request.GET.get("lignes") == "axes"
    age = next((first for first, _, _ in ages() if str(first) == request.GET.get("age")), None)
    page = coverage_page(here, chosen, by_axis=by_axis, age=age)
    context = {
        "strategy": chosen,
        "page": page,
        "by_axis": by_axis,
        "age": age,
        "ages": ages(),
        "sentence": coverage_sentence(page.coverage),
    }
    return render(request, "strategy/coverage.html", context)


@seated(Can.EXPORT_STRATEGY)
def coverage_export(request: HttpRequest, here: Here, extension: str) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None or extension not in WRITERS:
        raise Http404
    by_axis = request.GET.get("lignes") == "axes"
    page = coverage_page(here, chosen, by_axis=by_axis)
    return table_response(coverage_table(page.coverage), extension, "couverture")  # type: ignore[return-value]


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def coverage_gap(request: HttpRequest, here: Here, row: str, column: str) -> HttpResponse:
    chosen = queries.current_strategy(here)
    page = coverage_page(here, chosen, by_axis=row.startswith("axis:")) if chosen else None
    cells = [cell for _, line in page.coverage.lines for cell in line] if page else []
    cell = next((one for one in cells if (one.row.key, one.column.key) == (row, column) and not one.sheets), None)
    if chosen is None or cell is None:
        raise Http404
    back = location(here, "coverage") + ("?lignes=axes" if row.startswith("axis:") else "")
    form = GapForm(request.POST or None, initial={"reason": cell.reason})
    if "rouvrir" in request.POST:
        services.reopen_gap(here, chosen, row=row, column=column)
        toasts.say(request, "Ce vide est de nouveau à discuter.")
        return redirect(back)
    if request.method == "POST" and form.is_valid():
        services.accept_gap(here, chosen, row=row, column=column, reason=form.cleaned_data["reason"])
        toasts.say(request, "Vide assumé, avec sa raison.")
        return redirect(back)
    return render(request, "strategy/coverage_gap.html", {"strategy": chosen, "cell": cell, "form": form, "back": back})
