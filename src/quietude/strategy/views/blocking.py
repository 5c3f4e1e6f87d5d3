from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.kit.errors import VersionConflict
from quietude.kit.forms import sent_version
from quietude.kit.typography import counted
from quietude.permissions.matrix import Can
from quietude.strategy import queries
from quietude.strategy.services import blocking as services

NOBODY = "Personne n’a été prévenu : aucun membre de l’organisme attendu ni du pilote n’a d’adresse dans l’annuaire."


@seated(act=Can.EDIT_SHEET)
def block_remind(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    try:
        told = services.remind_of_block(sheet, by=here.user)
    except services.AlreadyReminded:
        messages.info(request, "Un rappel est déjà parti aujourd’hui. Le prochain peut partir demain.")
    else:
        sent = f"Rappel envoyé à {counted(told, 'membre')}."
        (messages.success if told else messages.error)(request, sent if told else NOBODY)
    return redirect(location(here, "action_sheet", pk=pk))


@seated(act=Can.EDIT_SHEET)
def block_release(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    sheet = queries.get_sheet(here, pk)
    try:
        told = services.release_block(here, sheet, version=sent_version(request.POST))
    except VersionConflict:
        messages.error(request, "Quelqu’un vient de modifier cette fiche : relisez-la, puis levez le blocage.")
    else:
        words = counted(told, "membre prévenu") if told else "Personne d’autre n’avait à être prévenu"
        messages.success(request, f"Blocage levé, fiche en cours. {words}.")
    return redirect(location(here, "action_sheet", pk=pk))
