from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.intake.errors import RefusedFile
from quietude.kit.errors import VersionConflict
from quietude.kit.forms import sent_version
from quietude.permissions.matrix import Can
from quietude.strategy import queries, review
from quietude.strategy.forms.imports import DescribeForm, LineForm, NodeForm, UploadForm
from quietude.strategy.review_page import review_page
from quietude.strategy.services import imports as services
from quietude.strategy.services.uploads import receive_document

MOVED = "Quelqu’un d’autre relit ce document : voici où il en est. Votre dernier geste n’a pas été fait."


@seated(Can.IMPORT_STRATEGY, act=Can.IMPORT_STRATEGY)
def import_list(request: HttpRequest, here: Here) -> HttpResponse:
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        document = form.cleaned_data["document"]
        try:
            return redirect(
                once(request, here, lambda: location(here, "import_review", pk=receive_document(here, document).pk))
            )
        except RefusedFile as refusal:
            form.add_error("document", str(refusal))
    return render(request, "strategy/import_list.html", {"form": form, "imports": queries.import_list(here)})


@seated(Can.IMPORT_STRATEGY)
def import_review(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    return _page(request, queries.get_import(here, pk), request.GET.get("element"))


@seated(Can.IMPORT_STRATEGY)
def import_progress(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    taken = queries.get_import(here, pk)
    answer = render(request, "strategy/import_reading.html#progress", {"taken": taken})
    if taken.state != taken.State.READING:
        answer["HX-Redirect"] = location(here, "import_review", pk=pk)
    return answer


@seated(act=Can.IMPORT_STRATEGY)
def review_item(request: HttpRequest, here: Here, pk: int, node: int) -> HttpResponse:
    form = NodeForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect(location(here, "import_review", pk=pk) + f"?element={node}")
    return _act(request, here, pk, form.cleaned_data["version"], form.act_on(node), lambda now: form.focus(now, node))


@seated(act=Can.IMPORT_STRATEGY)
def review_line(request: HttpRequest, here: Here, pk: int, line: int) -> HttpResponse:
    taken = queries.get_import(here, pk)
    form = LineForm(request.POST)
    if not form.is_valid() or line >= len(taken.lines):
        messages.error(request, "Cette ligne n’a pas pu être reprise : choisissez ce qu’elle devient.")
        return redirect(location(here, "import_review", pk=pk))
    return _act(request, here, pk, form.cleaned_data["version"], form.act_on(line, taken.lines[line]))


@seated(act=Can.IMPORT_STRATEGY)
def review_describe(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    form = DescribeForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect(location(here, "import_review", pk=pk))
    return _act(request, here, pk, form.cleaned_data["version"], form.act())


@seated(act=Can.IMPORT_STRATEGY)
def review_take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    return _act(request, here, pk, sent_version(request.POST), review.take_back)


@seated(act=Can.IMPORT_STRATEGY)
def import_apply(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    try:
        strategy = services.apply_import(here, queries.get_import(here, pk))
    except review.ReviewError as refusal:
        messages.error(request, str(refusal))
        return redirect(location(here, "import_review", pk=pk))
    messages.success(request, "Stratégie enregistrée. La reprise peut s’annuler en une fois.")
    return redirect(location(here, "strategy_version", pk=strategy.pk))


@seated(act=Can.IMPORT_STRATEGY)
def import_abandon(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.abandon_import(here, queries.get_import(here, pk))
    messages.success(request, "Reprise abandonnée. Rien n’a été enregistré.")
    return redirect(location(here, "import_list"))


@seated(Can.IMPORT_STRATEGY, act=Can.IMPORT_STRATEGY)
def import_undo(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    taken = queries.get_import(here, pk)
    if request.method != "POST":
        return render(request, "strategy/import_undo.html", {"taken": taken, "lost": queries.changed_since(taken)})
    try:
        services.undo_import(here, taken)
    except review.ReviewError as refusal:
        messages.error(request, str(refusal))
        return redirect(location(here, "import_list"))
    messages.success(request, "Reprise annulée : tout ce qu’elle avait créé est retiré. La relecture est gardée.")
    return redirect(location(here, "import_review", pk=pk))


type Act = Callable[[review.Review], Any]


def _act(
    request: HttpRequest,
    here: Here,
    pk: int,
    version: int,
    act: Act,
    focus: Callable[[review.Review], int | None] = lambda now: None,
) -> HttpResponse:
    taken = queries.get_import(here, pk)
    chosen = None
    try:
        services.review_item(taken, version, act)
        chosen = focus(taken.review)
    except VersionConflict:
        messages.warning(request, MOVED)
        taken = queries.get_import(here, pk)
    except review.ReviewError as refusal:
        messages.error(request, str(refusal))
        taken = queries.get_import(here, pk)
    if request.htmx:  # type: ignore[attr-defined]
        return _page(request, taken, chosen)
    return redirect(location(here, "import_review", pk=pk) + (f"?element={chosen}" if chosen else ""))


def _page(request: HttpRequest, taken: Any, chosen: Any) -> HttpResponse:
    templates = {taken.State.READING: "import_reading", taken.State.REVIEW: "import_review"}
    name = f"strategy/{templates.get(taken.state, 'import_ended')}.html"
    if request.htmx and taken.state == taken.State.REVIEW:  # type: ignore[attr-defined]
        name += "#review"
    return render(request, name, {"taken": taken, "page": review_page(taken, chosen)})
