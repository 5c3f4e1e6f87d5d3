from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quietude.accounts.doors import signed_in
from quietude.councils.gate import Here, seated
from quietude.councils.queries.rights import rights_table
from quietude.permissions.matrix import Can


@signed_in
def rights(request: HttpRequest) -> HttpResponse:
    return render(request, "councils/rights.html", {"table": rights_table()})


@seated(Can.READ_MATRIX)
def council_rights(request: HttpRequest, here: Here) -> HttpResponse:
    return render(request, "councils/council_rights.html", {"table": rights_table(here.roles)})
