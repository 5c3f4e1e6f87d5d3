from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify

from quietude.accounts.doors import by_link
from quietude.accounts.links import Link
from quietude.councils.addresses import location
from quietude.councils.gate import Here, find_here, seated
from quietude.desk import queries, services
from quietude.desk.agenda import agenda, feed_address, feed_of, followed_feed
from quietude.desk.handover import handover_letter
from quietude.desk.search import search_council
from quietude.documents.answers import letter_response
from quietude.documents.calendars import CONTENT_TYPE
from quietude.documents.writers import WRITERS
from quietude.kit.toasts import say
from quietude.permissions.matrix import Can


@seated(Can.READ_DASHBOARD)
def dashboard(request: HttpRequest, here: Here) -> HttpResponse:
    today = timezone.localdate()
    return render(request, "desk/dashboard.html", {"desk": queries.dashboard(here, today), "today_date": today})


@seated(Can.READ_DASHBOARD)
def council_search(request: HttpRequest, here: Here) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:100]
    kinds = search_council(here, asked)
    total = sum(len(kind.hits) for kind in kinds)
    return render(request, "desk/council_search.html", {"asked": asked, "kinds": kinds, "total": total})


@seated(Can.READ_STRATEGY, act=Can.READ_STRATEGY)
def calendar_feed(request: HttpRequest, here: Here) -> HttpResponse:
    """GET says how an agenda follows the council; POST opens the link, renews it or closes it."""
    if request.method == "POST":
        if "close" in request.POST:
            services.close_feed(here)
            say(request, "Le lien ne donne plus rien. Retirez l’abonnement de votre agenda.")
        else:
            services.open_feed(here)
            say(request, "Lien ouvert. Copiez-le dans votre agenda.")
        return redirect(location(here, "calendar_feed"))
    feed = feed_of(here)
    return render(request, "desk/calendar_feed.html", {"feed": feed, "address": feed_address(feed) if feed else ""})


@by_link("agenda", still_holds=lambda link: followed_feed(link) is not None)
def followed_agenda(request: HttpRequest, link: Link) -> HttpResponse:
    """What an agenda reads; a seat that ended closes it."""
    feed = followed_feed(link)
    if feed is None or feed.professional.user is None:
        raise Http404
    here = find_here(feed.professional.user, feed.council.slug)
    if not here.may(Can.READ_STRATEGY):
        raise Http404
    answer = HttpResponse(agenda(here, timezone.localdate()), content_type=CONTENT_TYPE)
    answer.headers["Content-Disposition"] = 'inline; filename="quietude.ics"'
    return answer


@seated(Can.READ_HANDOVER)
def handover(request: HttpRequest, here: Here) -> HttpResponse:
    return render(request, "desk/handover.html", {"letter": handover_letter(here, timezone.localdate())})


@seated(Can.READ_HANDOVER)
def handover_document(request: HttpRequest, here: Here, extension: str) -> HttpResponse:
    if extension not in WRITERS:
        raise Http404
    letter = handover_letter(here, timezone.localdate())
    return letter_response(request, letter, extension, f"passation-{slugify(here.council.name)}")
