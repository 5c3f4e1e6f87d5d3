from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import led_to, once
from quietude.intake.errors import RefusedFile
from quietude.intake.services import discard_upload, keep_upload
from quietude.kit.errors import VersionConflict
from quietude.kit.tables import table_response
from quietude.kit.toasts import say, say_refusal
from quietude.kit.typography import counted
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.roundtrip import ReturnedTableForm
from quietude.strategy.queries import roundtrip
from quietude.strategy.roundtrip.plan import Plan
from quietude.strategy.services.roundtrip import apply_return


@seated(Can.EDIT_STRATEGY)
def action_sheet_table(request: HttpRequest, here: Here) -> HttpResponse:
    """The table to work on."""
    chosen = _current(here)
    table = roundtrip.table_to_complete(here, chosen)
    return table_response(table, "xlsx", "fiches-a-completer")  # type: ignore[return-value]


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def action_sheet_import(request: HttpRequest, here: Here) -> HttpResponse:
    """GET offers the table and asks for it back; POST keeps it and leads to what it would change."""
    chosen = _current(here)
    form = ReturnedTableForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = keep_upload(form.cleaned_data["document"], council=here.council.reference)
            return redirect(location(here, "action_sheet_return", reference=upload.reference))
        except RefusedFile as refusal:
            form.add_error("document", refusal.message_fr)
    return render(request, "strategy/action_sheet_import.html", {"form": form, "strategy": chosen})


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def action_sheet_return(request: HttpRequest, here: Here, reference: UUID) -> HttpResponse:
    """GET shows what each row would change; POST writes it all, or lets the table go."""
    if request.method == "POST" and (target := led_to(request, here)):
        return redirect(target)
    chosen, upload = _current(here), roundtrip.get_table(here, reference)
    if request.method == "POST" and "abandon" in request.POST:
        discard_upload(reference)
        say(request, "Tableau abandonné. Rien n’a changé.")
        return redirect(location(here, "action_sheet_import"))
    context = {"strategy": chosen, "upload": upload}
    try:
        plan = roundtrip.return_plan(here, chosen, upload)
    except RefusedFile as refusal:
        return render(
            request, "strategy/action_sheet_return.html", context | {"plan": Plan(problem=refusal.message_fr)}
        )
    if request.method == "POST" and (target := _apply(request, here, chosen, plan, reference)):
        return redirect(target)
    return render(request, "strategy/action_sheet_return.html", context | {"plan": plan})


def _apply(request: HttpRequest, here: Here, chosen: Any, plan: Plan, reference: UUID) -> str:
    """Write the plan that was shown, and say where to go; an empty text when it has to be read again."""
    if request.POST.get("stamp") != plan.stamp or not (plan.changed or plan.created):
        say_refusal(request, "Quelqu’un a modifié une fiche pendant que vous relisiez. Relisez : rien n’est écrit.")
        return ""

    def act() -> str:
        written = apply_return(here, chosen, plan, request.POST)
        discard_upload(reference)
        say(request, f"{counted(written, 'fiche écrite')} depuis le tableau.")
        return location(here, "action_sheet_list")

    try:
        return once(request, here, act)
    except VersionConflict:
        say_refusal(request, "Quelqu’un vient de modifier une fiche. Relisez : rien n’est écrit.")
        return ""


def _current(here: Here) -> Any:
    chosen = queries.current_strategy(here)
    if chosen is None:
        raise Http404
    return chosen
