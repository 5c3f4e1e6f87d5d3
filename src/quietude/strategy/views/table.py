from copy import copy
from urllib.parse import urlencode

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.documents.answers import letter_response
from quietude.kit.toasts import say, say_refusal
from quietude.kit.typography import counted
from quietude.permissions.matrix import Can
from quietude.strategy import exports, queries
from quietude.strategy.forms.table import ViewForm, act_form, read_versions
from quietude.strategy.letters import chosen_letter
from quietude.strategy.queries import batches
from quietude.strategy.services import batches as services
from quietude.strategy.services.saved_views import delete_view, rename_view, save_view
from quietude.strategy.table.acts import ACTS
from quietude.strategy.table.changes import described
from quietude.strategy.table.sheet_table import SheetTable


@seated(Can.READ_STRATEGY)
def action_sheet_list(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    table = SheetTable(request.GET, here=here, strategy=chosen)
    return render(request, "strategy/action_sheet_list.html", {"strategy": chosen, "table": table})


@seated(Can.EXPORT_STRATEGY)
def action_sheet_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    chosen = queries.current_strategy(here)
    if chosen is None or extension not in exports.WRITERS:
        raise Http404
    return exports.sheets_as_file(SheetTable(request.GET, here=here, strategy=chosen), extension)


@seated(Can.EXPORT_STRATEGY)
def action_sheet_print(request: HttpRequest, here: Here) -> HttpResponse:
    sheets = batches.whole_sheets(here, request.GET.getlist("fiche"))
    if not sheets:
        return redirect(location(here, "action_sheet_list"))
    return letter_response(request, chosen_letter(here, sheets), "pdf", "fiches-action")


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def action_sheet_bulk(request: HttpRequest, here: Here, act: str) -> HttpResponse:
    """Three pages of one address: what to write, what would change, then the change itself."""
    if act not in ACTS:
        raise Http404
    data = request.POST if request.method == "POST" else request.GET
    sheets = batches.chosen_sheets(here, data.getlist("fiche"))
    form = act_form(here, act, request.POST or None)
    page = {"act": ACTS[act], "sheets": sheets, "form": form}
    if request.method != "POST" or not sheets or not form.is_valid():
        return render(request, "strategy/action_sheet_bulk.html", page)
    changes = services.plan_changes(ACTS[act], form.cleaned_data, sheets)
    if "confirmer" not in request.POST:
        return render(request, "strategy/action_sheet_bulk_preview.html", page | described(changes))
    outcome = services.apply_changes(here, changes, read_versions(request.POST.getlist("version")))
    return _told(request, here, outcome)


def _told(request: HttpRequest, here: Here, outcome: services.Outcome) -> HttpResponse:
    """Back to the table, with the undo; a page of its own when somebody had changed one of the sheets meanwhile."""
    undo = f"{location(here, 'action_sheet_bulk_undo')}?jeton={outcome.token}" if outcome.token else ""
    if outcome.left:
        return render(request, "strategy/action_sheet_bulk_left.html", {"outcome": outcome, "undo": undo})
    say(request, f"{counted(len(outcome.written), 'fiche modifiée', none='aucune')}.".capitalize(), undo_url=undo)
    return redirect(location(here, "action_sheet_list"))


@seated(act=Can.EDIT_SHEET)
def action_sheet_bulk_undo(request: HttpRequest, here: Here) -> HttpResponse:
    try:
        outcome = services.take_back(here, request.GET.get("jeton", ""))
    except BadSignature:
        say_refusal(request, "Ce changement ne peut plus être repris d’un geste : il a plus d’un jour.")
        return redirect(location(here, "action_sheet_list"))
    return _told(request, here, outcome)


@seated(Can.READ_STRATEGY, act=Can.READ_STRATEGY)
def sheet_view_new(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    if chosen is None:
        return render(request, "strategy/strategy_empty.html")
    table = SheetTable(request.GET, here=here, strategy=chosen)
    form = ViewForm(request.POST or None, may_share=here.may(Can.EDIT_SHEET))
    if request.method == "POST" and form.is_valid():
        values = {"shared": False} | form.cleaned_data
        view = save_view(here, query=table.view, **values)
        say(request, f"Vue « {view.name} » enregistrée.")
        return redirect(f"{location(here, 'action_sheet_list')}?{view.query}")
    return render(request, "strategy/sheet_view_form.html", {"form": form, "table": table})


@seated(Can.READ_STRATEGY, act=Can.READ_STRATEGY)
def sheet_view_edit(request: HttpRequest, here: Here) -> HttpResponse:
    """One's own view, named in the address; all of one's own views when it names none."""
    view = batches.find_own_view(here, request.GET.get("vue", ""))
    if view is None:
        return render(request, "strategy/sheet_view_list.html", {"views": batches.own_views(here)})
    form = ViewForm(request.POST or None, instance=copy(view), may_share=here.may(Can.EDIT_SHEET))
    if request.method == "POST" and form.is_valid():
        rename_view(here, view, form.cleaned_data)
        say(request, f"Vue « {view.name} » enregistrée.")
        return redirect(f"{location(here, 'action_sheet_list')}?{view.query}")
    return render(request, "strategy/sheet_view_form.html", {"form": form, "view": view})


@seated(act=Can.READ_STRATEGY)
def sheet_view_delete(request: HttpRequest, here: Here) -> HttpResponse:
    view = batches.find_own_view(here, request.GET.get("vue", ""))
    if view is not None:
        words = urlencode({"nom": view.name, "adresse": view.query, "partagee": "oui" if view.shared else ""})
        delete_view(here, view)
        undo = f"{location(here, 'sheet_view_restore')}?{words}"
        say(request, f"Vue « {view.name} » retirée.", undo_url=undo)
    return redirect(location(here, "action_sheet_list"))


@seated(act=Can.READ_STRATEGY)
def sheet_view_restore(request: HttpRequest, here: Here) -> HttpResponse:
    chosen = queries.current_strategy(here)
    words = {"name": request.GET.get("nom", ""), "shared": request.GET.get("partagee", "")}
    form = ViewForm(words, may_share=here.may(Can.EDIT_SHEET))
    if chosen is None or not form.is_valid():
        return redirect(location(here, "action_sheet_list"))
    table = SheetTable(QueryDict(request.GET.get("adresse", "")), here=here, strategy=chosen)
    view = save_view(here, query=table.view, **{"shared": False} | form.cleaned_data)
    return redirect(f"{location(here, 'action_sheet_list')}?{view.query}")
