from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quietude.councils.gate import Here, seated
from quietude.desk import queries
from quietude.desk.search import search_council
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
