"""Pages as one would write them in ten minutes: no permission, no register, no layout."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.backends.django import DjangoTemplates

from quietude.councils.models import Council
from quietude.strategy.models import ActionSheet, Axis

TEMPLATES = DjangoTemplates(
    {
        "NAME": "plancher",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    }
)
PAGE = TEMPLATES.from_string("<!DOCTYPE html><title>{{ council.name }}</title><p>{{ user.full_name }}</p>")
LIST = TEMPLATES.from_string(
    "<!DOCTYPE html><title>{{ council.name }}</title><table>{% for sheet in sheets %}<tr><td>{{ sheet.number }}</td>"
    "<td><a href=/{{ sheet.pk }}>{{ sheet.title }}</a></td><td>{{ sheet.axis }}</td><td>{{ sheet.lead }}</td>"
    "<td>{{ sheet.get_status_display }}</td><td>{{ sheet.due_on|date }}</td></tr>{% endfor %}</table>"
)
SHOWN = 50
WRITTEN = ("title", "description", "context", "public", "perimeter", "means", "calendar", "evaluation")


def page(request: HttpRequest, council: str) -> HttpResponse:
    """The floor itself: session, user, one query, two lines of HTML."""
    return HttpResponse(PAGE.render({"council": Council.objects.get(slug=council)}, request))


def naive_list(request: HttpRequest, council: str) -> HttpResponse:
    """Fifty rows of model instances, with their axis and lead, in a table without layout."""
    found = Council.objects.get(slug=council)
    sheets = ActionSheet.objects.filter(council=found).select_related("axis", "lead").order_by("pk")[:SHOWN]
    return HttpResponse(LIST.render({"council": found, "sheets": sheets, "user": request.user}, request))


def bare_create(request: HttpRequest, council: str) -> HttpResponse:
    """One row written from what was sent, nothing verified, in one transaction."""
    axis = Axis.objects.select_related("strategy").get(pk=request.POST["axis"])
    with transaction.atomic():
        ActionSheet.objects.create(
            council_id=axis.council_id,
            strategy=axis.strategy,
            axis=axis,
            position=1,
            changed_by=request.user,
            **{name: request.POST[name] for name in WRITTEN},
        )
    return redirect("/")
