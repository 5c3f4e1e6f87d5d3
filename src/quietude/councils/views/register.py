from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from quietude.councils.gate import Here, seated
from quietude.councils.queries.register import RegisterFilter
from quietude.kit.tables import WRITERS, table_response
from quietude.permissions.matrix import Can


@seated(Can.READ_REGISTER)
def register_page(request: HttpRequest, here: Here) -> HttpResponse:
    table = RegisterFilter(request.GET, here=here)
    return render(request, "councils/register.html", {"table": table, "page": table.page, "people": table.people})


@seated(Can.READ_REGISTER)
def register_export(request: HttpRequest, here: Here, extension: str) -> HttpResponseBase:
    if extension not in WRITERS:
        raise Http404
    return table_response(RegisterFilter(request.GET, here=here).table(), extension, "registre")
