from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quietude.councils.addresses import location
from quietude.councils.gate import Here, seated
from quietude.kit.toasts import say, say_refusal
from quietude.kit.typography import counted
from quietude.outbox import queries, services
from quietude.permissions.matrix import Can

PAGE_SIZE = 50
STATES = {"": "Tous", "failed": "Ne sont pas partis", "queued": "En attente", "sent": "Partis", "kept": "Gardés"}


@seated(Can.READ_OUTBOX)
def mail_list(request: HttpRequest, here: Here) -> HttpResponse:
    council, counts = here.council.reference, queries.mail_counts(here.council.reference)
    state = request.GET.get("etat", "") if request.GET.get("etat") in STATES else ""
    words = request.GET.get("q", "").strip()[:100]
    mails = queries.mails(council, state=state, words=words)
    facts = {
        "state": state,
        "words": words,
        "tabs": tabs(counts, state),
        "is_empty": not any(counts.values()),
        "page": Paginator(mails, PAGE_SIZE).get_page(request.GET.get("page")),
        "retries": queries.retry_count(council) if counts["failed"] else 0,
        "kept_days": settings.MAIL_KEPT_DAYS,
        "shows_text": settings.DEMO,
    }
    return render(request, "councils/mail_list.html", facts)


def tabs(counts: dict[str, int], state: str) -> list[dict[str, Any]]:
    """The states that hold mails, and always the one that asks for a gesture."""
    return [
        {
            "label": label,
            "count": counts[key] if key else sum(counts.values()),
            "current": key == state,
            "url": f"?etat={key}" if key else "?",
        }
        for key, label in STATES.items()
        if not key or counts[key] or key == "failed"
    ]


@seated(act=Can.RETRY_OUTBOX)
def mail_retry(request: HttpRequest, here: Here, reference: UUID) -> HttpResponse:
    try:
        asked = services.retry_mail(here.council.reference, reference, actor=here.user.reference)
    except services.MailNotFound as error:
        raise Http404 from error
    if asked:
        say(request, "Nouvel essai demandé : maintenant, puis pendant un jour s’il le faut.")
    else:
        say_refusal(request, "Ce courriel n’attend plus : il est déjà reparti.")
    return redirect(location(here, "mail_list"))


@seated(act=Can.RETRY_OUTBOX)
def mails_retry(request: HttpRequest, here: Here) -> HttpResponse:
    count = services.retry_failed_mails(here.council.reference, actor=here.user.reference)
    if count:
        say(request, f"Nouvel essai demandé pour {counted(count, 'courriel')}.")
    else:
        say_refusal(request, "Aucun courriel n’attend plus : ils sont déjà repartis.")
    return redirect(location(here, "mail_list"))
