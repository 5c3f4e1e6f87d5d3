from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quietude.accounts.doors import by_link
from quietude.accounts.links import Link
from quietude.accounts.queries import is_first_run
from quietude.accounts.services import invitation_url
from quietude.councils.forms.first_run import FirstRunForm
from quietude.councils.services.councils import create_council, name_coordinator


@by_link("first_run", still_holds=is_first_run)
def first_run(request: HttpRequest, link: Link) -> HttpResponse:
    """GET asks for the first council and its coordinator; POST makes both, which spends the link."""
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        council = create_council(**form.council_facts())
        person = name_coordinator(council, **form.coordinator_facts())
        facts = {"council": council, "person": person, "invitation": invitation_url(person.user)}  # type: ignore[arg-type]
        return render(request, "councils/first_run_done.html", facts)
    return render(request, "councils/first_run.html", {"form": form, "until": link.until})
