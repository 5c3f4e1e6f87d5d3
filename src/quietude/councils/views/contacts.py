from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils import contacts_template as template
from quietude.councils.addresses import location
from quietude.councils.contacts import Plan
from quietude.councils.forms.contacts import ContactsFileForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries import contacts as queries
from quietude.councils.queries.councils import formation_list
from quietude.councils.services.contacts import apply_import
from quietude.councils.submissions import led_to, once
from quietude.intake.errors import RefusedFile
from quietude.intake.services import discard_upload, keep_upload
from quietude.kit.tables import TYPES
from quietude.kit.toasts import say
from quietude.kit.typography import counted
from quietude.permissions.matrix import Can
from quietude.permissions.roles import Role


@seated(Can.IMPORT_CONTACTS, act=Can.IMPORT_CONTACTS)
def contacts_import(request: HttpRequest, here: Here) -> HttpResponse:
    """GET offers the template and asks for the file; POST keeps it and leads to what it would write."""
    form = ContactsFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = keep_upload(form.cleaned_data["document"], council=here.council.reference)
            return redirect(location(here, "contacts_review", reference=upload.reference))
        except RefusedFile as refusal:
            form.add_error("document", refusal.message_fr)
    return render(request, "councils/contacts_import.html", {"form": form, "titles": template.TITLES})


@seated(Can.IMPORT_CONTACTS)
def contacts_template(request: HttpRequest, here: Here) -> HttpResponse:
    response = HttpResponse(template.contacts_template(list(formation_list(here))), content_type=TYPES["xlsx"])
    response["Content-Disposition"] = 'attachment; filename="membres-a-reprendre.xlsx"'
    return response


@seated(Can.IMPORT_CONTACTS, act=Can.IMPORT_CONTACTS)
def contacts_review(request: HttpRequest, here: Here, reference: UUID) -> HttpResponse:
    """GET shows what each row would write; POST writes them all, or lets the file go."""
    if request.method == "POST" and (target := led_to(request, here)):
        return redirect(target)
    upload = queries.get_upload(here, reference)
    if request.method == "POST" and "abandon" in request.POST:
        discard_upload(reference)
        say(request, "Tableur abandonné. Rien n’a été importé.")
        return redirect(location(here, "contacts_import"))
    try:
        plan = queries.contacts_plan(here, upload)
    except RefusedFile as refusal:
        return render(request, "councils/contacts_refused.html", {"message": refusal.message_fr, "upload": upload})
    if request.method == "POST" and plan.can_apply:
        return redirect(once(request, here, lambda: _apply(request, here, plan, reference)))
    facts = {"plan": plan, "upload": upload, "roles": list(Role)}
    return render(request, "councils/contacts_review.html", facts)


def _apply(request: HttpRequest, here: Here, plan: Plan, reference: UUID) -> str:
    written = apply_import(here, plan)
    discard_upload(reference)
    say(request, f"{counted(written, 'membre repris', 'membres repris')} dans l’annuaire. Personne n’a été invité.")
    return location(here, "member_list")
