from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.documents.answers import kept_response, letter_response
from quietude.documents.writers import WRITERS as DOCUMENTS
from quietude.intake.errors import RefusedFile
from quietude.permissions.matrix import Can
from quietude.strategy import queries as rooms
from quietude.strategy.baseline_letters import baseline_letter, comparison_letter
from quietude.strategy.forms.baselines import BaselineForm
from quietude.strategy.queries import baselines as queries
from quietude.strategy.queries import comparisons
from quietude.strategy.readings import read_portrait
from quietude.strategy.services import baselines as services


@seated(Can.READ_STRATEGY)
def baseline_list(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    strategy = rooms.get_strategy(here, pk)
    return render(request, "strategy/baseline_list.html", {"page": comparisons.version_page(here, strategy)})


@seated(Can.EDIT_STRATEGY, act=Can.EDIT_STRATEGY)
def baseline_new(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    strategy = rooms.get_strategy(here, pk)
    page = queries.freezing(here, strategy)
    form = BaselineForm(page, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():

        def freeze() -> str:
            people, scan = form.signatories.people(), form.cleaned_data["scan"]
            frozen = services.freeze_strategy(here, strategy, form.act(), signatories=people, scan=scan)
            messages.success(request, f"Version {frozen.number} figée : elle ne changera plus.")
            return location(here, "baseline", pk=frozen.pk)

        try:
            return redirect(once(request, here, freeze))
        except RefusedFile as refusal:
            form.add_error("scan", refusal.message_fr)
    return render(request, "strategy/baseline_form.html", {"page": page, "form": form, "strategy": strategy})


@seated(Can.READ_STRATEGY)
def baseline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    frozen = queries.get_baseline(here, pk)
    tree = read_portrait(queries.frozen_portrait(here, frozen))
    return render(request, "strategy/baseline.html", {"baseline": frozen, "tree": tree})


@seated(Can.READ_STRATEGY)
def baseline_check(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    frozen = queries.get_baseline(here, pk)
    return render(
        request, "strategy/baseline_check.html", {"baseline": frozen, "check": queries.check_baseline(frozen)}
    )


@seated(Can.READ_STRATEGY)
def baseline_scan(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    frozen = queries.get_baseline(here, pk)
    if frozen.scan is None:
        raise Http404
    return kept_response(frozen.scan, council=here.council.reference, name=f"deliberation-version-{frozen.number}.pdf")


@seated(Can.READ_STRATEGY)
def baseline_comparison(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    page = comparisons.comparison_page(here, queries.get_baseline(here, pk), request.GET.get("avec", ""))
    return render(request, "strategy/baseline_comparison.html", {"page": page, "baseline": page.before})


@seated(Can.EXPORT_STRATEGY)
def baseline_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    frozen = queries.get_baseline(here, pk)
    if extension not in DOCUMENTS:
        raise Http404
    letter = baseline_letter(here, frozen, read_portrait(queries.frozen_portrait(here, frozen)))
    return letter_response(request, letter, extension, f"version-{frozen.number}")


@seated(Can.EXPORT_STRATEGY)
def baseline_comparison_document(request: HttpRequest, here: Here, pk: int, extension: str) -> HttpResponse:
    page = comparisons.comparison_page(here, queries.get_baseline(here, pk), request.GET.get("avec", ""))
    if extension not in DOCUMENTS:
        raise Http404
    return letter_response(request, comparison_letter(here, page), extension, "ecarts")
