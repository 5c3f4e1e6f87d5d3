from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quietude.councils.addresses import location
from quietude.councils.forms.interims import InterimForm
from quietude.councils.gate import Here, seated
from quietude.councils.queries.stewards import get_interim
from quietude.councils.services import interims as services
from quietude.councils.views.answers import Page, create
from quietude.kit.toasts import say
from quietude.permissions.matrix import Can


@seated(Can.NAME_INTERIM, act=Can.NAME_INTERIM)
def interim_new(request: HttpRequest, here: Here) -> HttpResponse:
    then = location(here, "council") + "#rappels"

    def act(values: dict[str, object]) -> str:
        services.name_interim(here, values)
        return then

    page = Page("councils/interim_form.html", {}, then, "Intérim noté : les rappels suivront.")
    return create(request, here, InterimForm(here, request.POST or None), page, act)


@seated(act=Can.NAME_INTERIM)
def interim_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    services.end_interim(here, get_interim(here, pk))
    say(request, "Intérim terminé.")
    return redirect(location(here, "council") + "#rappels")
