"""A restricted sheet does not exist for who neither leads it, nor takes part in it, nor steers the council.

Every page of the council that such a member may open is read, as they come: the addresses are those of the product.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from django.utils import timezone

from quietude.councils.models import Council, Organisation
from quietude.intake.services import keep_upload
from quietude.permissions.roles import Role
from quietude.strategy.models import ActionSheet, Objective, SheetLink
from quietude.strategy.services.summary import refresh_summary
from quietude.strategy.tests.stage import write_strategy
from tests.cast import Cast, make_member
from tests.objects import FORMATS

pytestmark = pytest.mark.django_db
TOKEN = "Zibeline"
"""In every word of the restricted sheet and of what hangs on it."""
WALKED_AT_LEAST = 25


@pytest.fixture
def sheet(cast: Cast) -> ActionSheet:
    """The restricted sheet, led by a body of one member; an open sheet is linked to it and waits for it."""
    council = cast.council
    hidden, shown = write_strategy(council, 2)
    body = Organisation.objects.create(council=council, name="Association des Tilleuls", kind="association")
    make_member(body, Role.MEDIATION, "Irène Castan")
    texts = ("title", "description", "context", "public", "perimeter", "means", "calendar", "evaluation", "blocked_by")
    values = {name: f"{TOKEN} {name}" for name in texts}
    values |= {"number": f"{TOKEN} 9", "lead": body, "visibility": "restricted"}
    values |= {"status": "blocked", "due_on": timezone.localdate(), "blocked_on": timezone.localdate()}
    ActionSheet.objects.filter(pk=hidden.pk).update(**values)
    hidden.refresh_from_db()
    fill(council, hidden)
    SheetLink.objects.create(council=council, sheet=shown, other=hidden, nature="needs")
    ActionSheet.objects.filter(pk=shown.pk).update(blocked_by_sheet=hidden, status="blocked", blocked_by="Attente")
    return hidden


def fill(council: Council, sheet: ActionSheet) -> None:
    """One row of each kind on ``sheet``, with TOKEN in each."""
    today = timezone.localdate()
    upload = keep_upload(SimpleUploadedFile(f"{TOKEN}.txt", TOKEN.encode()), council=council.reference, lasting=True)
    sheet.steps.create(council=council, title=f"{TOKEN} étape", due_on=today)
    sheet.events.create(council=council, title=f"{TOKEN} soirée", held_on=today)
    sheet.documents.create(council=council, title=f"{TOKEN} convention", upload=upload.reference)
    sheet.journal.create(council=council, text=f"{TOKEN} fait", kind="decision")
    sheet.partners.create(council=council, name=f"{TOKEN} partenaire")
    sheet.budget_lines.create(council=council, year=today.year, label=f"{TOKEN} dépense", planned=777)
    sheet.funding_lines.create(council=council, year=today.year, funder=f"{TOKEN} financeur", asked=777)
    indicator = sheet.indicators.create(council=council, name=f"{TOKEN} indicateur", definition=TOKEN, target=5)
    indicator.measurements.create(council=council, on=today, value=3, comment=TOKEN)
    objective = Objective.objects.create(council=council, strategy=sheet.strategy, position=1, title="Prévenir")
    sheet.served.create(council=council, objective=objective)
    refresh_summary(sheet)


def names(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    """The names of all the addresses of the product."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def addresses(cast: Cast, sheet: ActionSheet) -> Iterator[str]:
    """Every address that names nothing but the council, then those of what stands around the restricted sheet."""
    shown = ActionSheet.objects.get(number="2")
    around: tuple[dict[str, object], ...] = (
        {},
        {"pk": shown.pk},
        {"pk": sheet.strategy_id},
        {"pk": sheet.axis_id},
        *({"pk": sheet.strategy_id, "extension": extension} for extension in ("docx", "odt", "csv")),
        *({"extension": extension} for extension in ("csv", "xlsx")),
    )
    for name in dict.fromkeys(names()):
        for extra in (*around, FORMATS.get(name, {})):
            try:
                yield reverse(name, kwargs={"council": cast.council.slug, **extra})
            except NoReverseMatch:
                continue


def texts(client: Client, address: str) -> str:
    """What an answer says: a page, or the parts of an office document."""
    answer = client.get(address)
    if answer.status_code != 200:
        return ""
    content = b"".join(answer) if answer.streaming else answer.content
    if content[:4] != b"PK\x03\x04":
        return content.decode("utf-8", "replace")
    parts = zipfile.ZipFile(io.BytesIO(content))
    return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def walk(client: Client, cast: Cast, sheet: ActionSheet) -> dict[str, str]:
    """What each page that opens says, by its address; the views of a page that filter it are followed too."""
    said: dict[str, str] = {}
    for address in dict.fromkeys(addresses(cast, sheet)):
        said[address] = texts(client, address)
        for query in re.findall(r'href="(\?[^"#]+)"', said[address])[:12]:
            said[address + query] = texts(client, address + query.replace("&amp;", "&"))
    return {address: text for address, text in said.items() if text}


def test_no_page_of_a_member_outside_says_a_word_of_it(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    outside = walk(client_of(Role.EDUCATION), cast, sheet)
    assert len(outside) > WALKED_AT_LEAST
    assert [address for address, text in outside.items() if TOKEN in text] == []
    inside = walk(client_of(Role.COORDINATOR), cast, sheet)
    assert any(TOKEN in text for text in inside.values()), "who steers the council finds it"


def test_its_own_pages_are_absent_for_who_is_outside(cast: Cast, client_of: Callable, sheet: ActionSheet) -> None:
    teacher, steering = client_of(Role.EDUCATION), client_of(Role.PREFECTURE)
    lead = client_of(sheet.lead.professionals.get().user)  # type: ignore[union-attr]
    own = {
        "action_sheet": sheet.pk,
        "sheet_history": sheet.pk,
        "sheet_document": sheet.documents.get().pk,
        "indicator": sheet.indicators.get().pk,
    }
    absent = teacher.get(reverse("action_sheet", args=[cast.council.slug, 99999])).content
    for name, pk in own.items():
        address = reverse(name, args=[cast.council.slug, pk])
        refused = teacher.get(address)
        assert (refused.status_code, refused.content) == (404, absent)
        assert steering.get(address).status_code == 200
        assert lead.get(address).status_code == 200
    for extension in ("pdf", "docx"):
        address = reverse("action_sheet_document", args=[cast.council.slug, sheet.pk, extension])
        assert teacher.get(address).status_code == 404
    journal = reverse("journal_write", args=[cast.council.slug, sheet.pk])
    assert teacher.post(journal, {"text": "Vu"}).status_code == 404
    assert lead.post(journal, {"text": "Vu"}).status_code == 302
