from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.views.answers import Page, edit
from quietude.documents import queries, samples, services
from quietude.documents.answers import letter_response
from quietude.documents.forms import LetterheadForm
from quietude.permissions.matrix import Can


@seated(Can.EDIT_COUNCIL, act=Can.EDIT_COUNCIL)
def letterhead(request: HttpRequest, here: Here) -> HttpResponse:
    paper = queries.letterhead_of(here)
    facts = {"paper": paper, "name": "le papier à en-tête", "back": location(here, "council")}
    return edit(
        request,
        here,
        row=paper,
        make_form=lambda data: LetterheadForm(here, data, request.FILES, row=paper),
        save=lambda values, version: services.save_letterhead(here, values, version=version),
        object_type="letterhead",
        page=Page("documents/letterhead.html", facts, location(here, "letterhead"), "Papier à en-tête enregistré."),
    )


@seated(Can.EDIT_COUNCIL)
def letterhead_sample(request: HttpRequest, here: Here) -> HttpResponseBase:
    """One page on the paper as it stands, to look at before a real document leaves."""
    return letter_response(request, samples.sample(queries.sender_of(here), timezone.localdate()), "pdf", "exemple")
