from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.documents.answers import letter_response
from quietude.documents.writers import WRITERS as DOCUMENTS
from quietude.kit.tables import WRITERS
from quietude.kit.toasts import say
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.money_exports import money_as_file
from quietude.strategy.money_filters import MoneyFilter
from quietude.strategy.money_report import NOTE, shown, year_blocks, year_letter
from quietude.strategy.queries.money import get_funding_line
from quietude.strategy.queries.money_report import year_of_sheet
from quietude.strategy.services import money as services


@seated(Can.READ_STRATEGY)
def money(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    table = MoneyFilter(request.GET, here=here, strategy=chosen)
    return render(request, "strategy/money.html", {"strategy": chosen, "table": table})


@seated(Can.EXPORT_STRATEGY)
def money_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    chosen = queries.current_strategy(here)
    if chosen is None or extension not in WRITERS:
        raise Http404
    return money_as_file(MoneyFilter(request.GET, here=here, strategy=chosen), extension)


@seated(act=Can.EDIT_SHEET)
def report_hand_in(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    line = get_funding_line(here, pk)
    if services.hand_in_report(here, line):
        undo = location(here, "report_take_back", pk=pk)
        say(
            request,
            f"Compte rendu remis à {line.funder}, fiche {line.sheet.number or line.sheet.title}.",
            undo_url=undo,
        )
    return redirect(location(here, "money") + "?vue=comptes-rendus")


@seated(act=Can.EDIT_SHEET)
def report_take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.take_report_back(here, get_funding_line(here, pk))
    return redirect(location(here, "money") + "?vue=comptes-rendus")


@seated(Can.READ_STRATEGY)
def sheet_year(request: HttpRequest, here: Here, pk: int, year: int | None = None) -> HttpResponse:
    found = year_of_sheet(here, queries.get_sheet(here, pk), year)
    tabs = [
        {"label": str(y), "current": y == found.year, "url": location(here, "sheet_year_of", pk=pk, year=y)}
        for y in found.years
    ]
    facts = {"year": found, "blocks": shown(year_blocks(found)), "tabs": tabs, "note": NOTE}
    return render(request, "strategy/money_report.html", facts)


@seated(Can.EXPORT_STRATEGY)
def sheet_year_document(request: HttpRequest, here: Here, pk: int, year: int, extension: str) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    if extension not in DOCUMENTS:
        raise Http404
    letter = year_letter(here, year_of_sheet(here, sheet, year))
    return letter_response(request, letter, extension, f"bilan-{year}-fiche-{slugify(sheet.number) or pk}")
