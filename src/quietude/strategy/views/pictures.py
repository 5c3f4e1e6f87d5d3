from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.kit import toasts
from quietude.kit.charts import Bar
from quietude.kit.errors import VersionConflict
from quietude.kit.maps import Area
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.pictures import MoveForm
from quietude.strategy.pictures.gantt import draw_gantt
from quietude.strategy.pictures.months import month_of, weeks_of
from quietude.strategy.pictures.words import gantt_sentence, month_sentence, year_choices
from quietude.strategy.queries import pictures
from quietude.strategy.queries.board import board_columns
from quietude.strategy.queries.counts import PROPERTIES, sheet_tallies, sheets_by_commune
from quietude.strategy.queries.deadlines import deadlines
from quietude.strategy.services import sheets as services
from quietude.territories.queries import contours


@seated(Can.READ_STRATEGY)
def action_sheet_gantt(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    sheets = here.recall(("planned", chosen.pk), lambda: pictures.planned_sheets(here, chosen))
    choices = year_choices(sheets, request.GET.get("annee", ""))
    year = next((choice["year"] for choice in choices if choice["current"]), None)
    context = {
        "strategy": chosen,
        "sheets": sheets,
        "draw": lambda: draw_gantt(sheets, today=timezone.localdate(), year=year),
        "as_table": request.GET.get("forme") == "tableau",
        "sentence": gantt_sentence(sheets),
        "years": choices,
        "year": year,
        "base": location(here, "action_sheet_list"),
    }
    return render(request, "strategy/action_sheet_gantt.html", context)


@seated(Can.READ_STRATEGY)
def deadline_calendar(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    today = timezone.localdate()
    month = month_of(request.GET.get("mois", ""), today)
    weeks = weeks_of(month, deadlines(here, chosen, (month.first, month.last)), today)
    falls = [entry for week in weeks for day in week for entry in day.entries]
    context = {"strategy": chosen, "month": month, "weeks": weeks, "today": today}
    sentence = month_sentence(falls, today)
    return render(request, "strategy/deadline_calendar.html", context | {"sentence": sentence})


@seated(Can.READ_STRATEGY)
def action_sheet_board(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    axes = list(chosen.axes.all())
    axis = next((one for one in axes if str(one.pk) == request.GET.get("axe")), None)
    columns = board_columns(here, chosen, axis=axis.pk if axis else None)
    context = {"strategy": chosen, "columns": columns, "axes": axes, "axis": axis, "move": MoveForm()}
    return render(request, "strategy/action_sheet_board.html", context)


@seated(act=Can.EDIT_SHEET)
def action_sheet_move(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet, form = queries.get_sheet(here, pk), MoveForm(request.POST)
    board = location(here, "action_sheet_board")
    if not form.is_valid():
        messages.error(request, "Choisissez un état dans la liste. Rien n’a changé.")
    elif form.blocks and not sheet.blocked_by:
        messages.info(request, "Dites ce qui bloque l’action, puis enregistrez : rien n’a encore changé.")
        return redirect(location(here, "action_sheet_edit", pk=pk) + "?etat=blocked")
    else:
        try:
            services.save_sheet(
                here, sheet, {"status": form.cleaned_data["status"]}, version=form.cleaned_data["version"]
            )
        except VersionConflict:
            messages.error(request, "Quelqu’un vient de modifier cette fiche : elle n’a pas bougé. Relisez-la.")
        else:
            toasts.say(request, f"Fiche {sheet.number or sheet.title} : {sheet.get_status_display()}.")
    return redirect(board)


@seated(Can.READ_STRATEGY)
def action_sheet_counts(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    asked = request.GET.get("par", "etat")
    name = asked if asked in PROPERTIES else "etat"
    by = PROPERTIES[name]
    tallies = sheet_tallies(here, chosen, by, on=timezone.localdate())
    listed = location(here, "action_sheet_list")
    rows = [(tally, tally.address(by, listed)) for tally in tallies]
    bars = [Bar(label=tally.label, count=tally.sheets, url=url) for tally, url in rows]
    context: dict[str, Any] = {
        "strategy": chosen,
        "by": by,
        "name": name,
        "bars": bars,
        "rows": rows,
        "properties": PROPERTIES,
    }
    return render(request, "strategy/action_sheet_counts.html", context)


@seated(Can.READ_STRATEGY)
def action_sheet_map(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    counted = sheets_by_commune(here, chosen, on=timezone.localdate())
    shapes, listed = contours(commune for commune, _ in counted), location(here, "action_sheet_list")
    areas = [
        Area(
            name=commune.name,
            count=tally.sheets,
            url=tally.address(PROPERTIES["commune"], listed) or listed,
            polygons=shapes.get(commune.code, []),
        )
        for commune, tally in counted
    ]
    context = {"strategy": chosen, "counted": counted, "areas": areas, "drawn": bool(shapes)}
    return render(request, "strategy/action_sheet_map.html", context)
