from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.councils.submissions import once
from quietude.documents.answers import kept_response
from quietude.intake.errors import RefusedFile
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.forms.attachments import DocumentForm
from quietude.strategy.services import attachments as services


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def sheet_document_add(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    sent = request.method == "POST"
    form = DocumentForm(request.POST, request.FILES) if sent else DocumentForm()
    if sent and form.is_valid():

        def attach() -> str:
            services.attach_document(here, sheet, form.cleaned_data["document"], form.cleaned_data["title"])
            return location(here, "action_sheet", pk=pk) + "#documents"

        try:
            return redirect(once(request, here, attach))
        except RefusedFile as refusal:
            form.add_error("document", f"{refusal} La fiche et ses documents sont comme avant.")
    return render(request, "strategy/sheet_document_form.html", {"form": form, "sheet": sheet})


@seated(Can.READ_STRATEGY)
def sheet_document(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    document = queries.get_document(here, pk)
    return kept_response(document.upload, council=here.council.reference)


@seated(Can.EDIT_SHEET, act=Can.EDIT_SHEET)
def sheet_document_remove(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    document = queries.get_document(here, pk)
    if request.method != "POST":
        context = {"document": document, "sheet": document.sheet}
        return render(request, "strategy/sheet_document_remove.html", context)
    services.remove_document(here, document)
    messages.success(request, "Document retiré, et son fichier effacé.")
    return redirect(location(here, "action_sheet", pk=document.sheet_id) + "#documents")
