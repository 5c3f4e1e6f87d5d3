from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quietude.councils.gate import Here, seated
from quietude.desk import queries
from quietude.permissions.matrix import Can


@seated(Can.READ_DASHBOARD)
def dashboard(request: HttpRequest, here: Here) -> HttpResponse:
    today = timezone.localdate()
    return render(request, "desk/dashboard.html", {"desk": queries.dashboard(here, today), "today_date": today})
