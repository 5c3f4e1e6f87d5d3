"""The register of one council, in French: who did what, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from quietude.accounts.models import User
from quietude.audit.models import Entry
from quietude.councils.gate import Here
from quietude.kit.forms import read_french_date
from quietude.kit.registries import nouns
from quietude.kit.tables import Table
from quietude.permissions.matrix import SENTENCES, Can

PAGE_SIZE = 50
EXPORT_LIMIT = 50_000
VERBS = {
    "abandon": "a abandonné",
    "add": "a ajouté",
    "add_member": "a nommé un membre de",
    "announce": "a écrit à la coordination pour",
    "apply": "a validé",
    "close": "a fermé",
    "confirm": "a confirmé",
    "cover": "a fait entrer dans le conseil",
    "create": "a créé",
    "delete": "a effacé",
    "edit": "a modifié",
    "end": "a terminé",
    "end_member": "a retiré un membre de",
    "finish": "a fini une étape de",
    "freeze": "a figé",
    "gap_accept": "a assumé un vide dans la couverture de",
    "gap_reopen": "a remis en discussion un vide dans la couverture de",
    "import": "a repris",
    "invite": "a invité",
    "journal": "a écrit au journal de",
    "open": "a ouvert",
    "read": "a lu",
    "refuse": "s’est vu refuser",
    "release": "a levé le blocage de",
    "remind": "a rappelé le blocage de",
    "remove": "a retiré",
    "reopen": "a rouvert une étape de",
    "retry": "a relancé",
    "rows_save": "a modifié les rubriques de",
    "save": "a modifié",
    "start": "a commencé",
    "table_apply": "a repris un tableau dans",
    "uncover": "a retiré du conseil",
    "undo": "a annulé",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One act, in words."""

    number: int
    at: datetime
    who: str
    act: str
    reference: str
    refused: bool


class RegisterFilter:
    """The lines that an address asks for: who, from when, until when, refused or not."""

    def __init__(self, data: Mapping[str, str], *, here: Here) -> None:
        self.here = here
        self.who = data.get("qui", "")
        self.since, self.until = _day(data.get("du", "")), _day(data.get("au", ""))
        self.refused = data.get("vue", "") == "refus"
        self.asked_page = data.get("page")
        self.data = data

    @property
    def entries(self) -> QuerySet[Entry]:
        """The lines asked for, newest first."""
        found = Entry.objects.filter(chain=str(self.here.council.reference))
        if self.refused:
            found = found.filter(result=Entry.Result.REFUSED)
        if reference := _uuid(self.who):
            found = found.filter(actor=reference)
        if self.since:
            found = found.filter(at__date__gte=self.since)
        if self.until:
            found = found.filter(at__date__lte=self.until)
        return found.order_by("-number")

    @property
    def page(self) -> Page[Any]:
        """One page of lines, in words."""
        page: Page[Any] = Paginator(self.entries, PAGE_SIZE).get_page(self.asked_page)
        page.object_list = in_words(list(page.object_list))
        return page

    @property
    def people(self) -> list[tuple[str, str]]:
        """Who has left a line in this register: [(reference, name)]."""
        chain = Entry.objects.filter(chain=str(self.here.council.reference), actor__isnull=False)
        users = User.objects.filter(reference__in=chain.order_by().values("actor").distinct())
        return [(str(user.reference), user.full_name) for user in users.order_by("full_name")]

    def table(self) -> Table:
        """The lines asked for, as a file: the newest 50,000 at most."""
        lines = in_words(list(self.entries[:EXPORT_LIMIT]))
        rows = ((line.number, line.at.replace(tzinfo=None), line.who, line.act, line.reference) for line in lines)
        return Table("Registre", ("N°", "Instant (UTC)", "Qui", "Acte", "Référence"), rows)


def in_words(entries: list[Entry]) -> list[Line]:
    """The entries as sentences, with the names of their authors in one query."""
    users = User.objects.filter(reference__in={entry.actor for entry in entries if entry.actor})
    names: dict[UUID, str] = dict(users.values_list("reference", "full_name"))
    return [
        Line(
            number=entry.number,
            at=entry.at,
            who=names.get(entry.actor, "compte effacé") if entry.actor else "Quiétude",
            act=act_in_words(entry),
            reference=entry.object_reference,
            refused=entry.result == Entry.Result.REFUSED,
        )
        for entry in entries
    ]


def act_in_words(entry: Entry) -> str:
    """« a modifié une fiche action », from the codes of the entry."""
    verb = entry.verb.removeprefix(f"{entry.object_type}_")
    if entry.verb not in VERBS and verb not in VERBS:
        verb = next((known for known in VERBS if entry.verb.endswith(f"_{known}")), "")
    words = VERBS.get(entry.verb) or VERBS.get(verb) or "a agi sur"
    return f"{words} {object_in_words(entry.object_type)}"


def object_in_words(object_type: str) -> str:
    """« une fiche action » for a noun of any room, « Lire le registre des actes » for a capability."""
    if object_type in Can:
        return f"« {SENTENCES[Can(object_type)]} »"
    return nouns.get(object_type, object_type)


def _day(text: str) -> Any:
    try:
        return read_french_date(text)
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
