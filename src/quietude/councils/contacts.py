"""What a spreadsheet of members asks to write in the directory: found out before anything is written.

A row creates or mends a person, opens a seat, names an organisation. One error anywhere, and nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from quietude.councils.gate import Here
from quietude.councils.identifiers import read_siret
from quietude.councils.models import Formation, FormationMember, Organisation, Professional, Seat
from quietude.kit.forms import DATE_ERROR, read_french_date
from quietude.kit.text import fold
from quietude.permissions.roles import Role
from quietude.territories.models import Commune

COLUMNS: dict[str, tuple[str, ...]] = {
    "full_name": ("prenom et nom", "nom et prenom", "nom prenom", "prenom nom", "nom complet", "identite"),
    "first_name": ("prenom",),
    "last_name": ("nom", "nom de famille"),
    "job": ("fonction", "poste", "qualite", "titre"),
    "organisation": ("organisme", "structure", "institution", "service", "employeur", "organisation"),
    "kind": ("nature de l organisme", "nature", "type d organisme"),
    "siret": ("siret", "n siret"),
    "role": ("role", "role au conseil"),
    "commune": ("commune representee", "commune"),
    "formations": ("formations", "formation", "instances"),
    "email": ("courriel", "mail", "email", "e mail", "adresse mail", "adresse electronique", "adresse courriel"),
    "phone": ("telephone", "tel", "portable", "mobile"),
    "starts_on": ("depuis le", "depuis", "debut", "date de debut", "nomme le"),
    "ends_on": ("jusqu au", "fin", "date de fin"),
}
ROLE_WORDS = {
    "coordinatrice": Role.COORDINATOR,
    "coordonnatrice": Role.COORDINATOR,
    "coordinateur": Role.COORDINATOR,
    "coordonnateur": Role.COORDINATOR,
    "president": Role.CHAIR,
    "presidente": Role.CHAIR,
    "elue deleguee": Role.ELECTED_DEPUTY,
    "procureur": Role.PROSECUTOR,
    "prefet": Role.PREFECTURE,
    "gendarmerie": Role.STATE_FORCES,
    "police nationale": Role.STATE_FORCES,
    "bailleur": Role.LANDLORD_TRANSPORT,
    "transporteur": Role.LANDLORD_TRANSPORT,
    "dpo": Role.DATA_PROTECTION_OFFICER,
    "spip": Role.JUSTICE_SERVICES,
    "pjj": Role.JUSTICE_SERVICES,
    "education": Role.EDUCATION,
}
HEADER_ROWS = 10
LONGEST_ADDRESS = 254


class Fate(StrEnum):
    """What will become of a row."""

    CREATE = "create"
    UPDATE = "update"
    SAME = "same"
    ERROR = "error"


@dataclass(slots=True)
class Row:
    """One row of the spreadsheet, read: what it holds, what it will do, what is wrong with it."""

    number: int
    """As the spreadsheet counts them: the header is usually row 1."""
    values: dict[str, Any] = field(default_factory=dict)
    person: Professional | None = None
    changes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def fate(self) -> Fate:
        """What will become of the row."""
        if self.errors:
            return Fate.ERROR
        if self.person is None:
            return Fate.CREATE
        return Fate.UPDATE if self.changes else Fate.SAME


@dataclass(slots=True)
class Plan:
    """Every row of the spreadsheet, and what stands in the way of the whole."""

    rows: list[Row] = field(default_factory=list)
    problem: str = ""
    ignored: list[str] = field(default_factory=list)
    """Columns that mean nothing here."""

    def count(self, fate: str) -> int:
        """How many rows will have this fate."""
        return sum(row.fate == fate for row in self.rows)

    @property
    def created(self) -> int:
        return self.count(Fate.CREATE)

    @property
    def updated(self) -> int:
        return self.count(Fate.UPDATE)

    @property
    def unchanged(self) -> int:
        return self.count(Fate.SAME)

    @property
    def errors(self) -> list[str]:
        """« Ligne 7 : … », in the order of the file."""
        return [f"Ligne {row.number} : {error}" for row in self.rows for error in row.errors]

    @property
    def can_apply(self) -> bool:
        """Whether the whole can be written, and would change something."""
        return not self.problem and not self.errors and bool(self.created + self.updated)


class Directory:
    """What the council already knows, looked up by folded names."""

    def __init__(self, here: Here) -> None:
        council = here.council
        people = Professional.objects.filter(council=council).select_related("organisation")
        self.by_email: dict[str, Professional] = {}
        self.by_name: dict[tuple[str, str], Professional] = {}
        for person in people:
            if person.email:
                self.by_email[person.email.lower()] = person
            self.by_name[fold(person.full_name), fold(person.organisation.name)] = person
        self.organisations: dict[str, Organisation] = {}
        for organisation in Organisation.objects.filter(council=council):
            for name in filter(None, (organisation.name, organisation.short_name)):
                self.organisations[fold(name)] = organisation
        self.communes: dict[str, Commune] = {}
        for commune in council.communes.all():
            self.communes |= {fold(commune.name): commune, fold(commune.code): commune}
        self.formations = {fold(f.name): f for f in Formation.objects.filter(council=council)}
        members = FormationMember.objects.filter(council=council, ends_on=None)
        self.memberships = set(members.values_list("titular", "formation"))
        self.seats = {(s.professional_id, s.role) for s in Seat.objects.filter(council=council, ends_on=None)}

    def find_person(self, email: str, name: str, organisation: str) -> Professional | None:
        """The person of that address; else the one of that name in that organisation."""
        known = self.organisations.get(fold(organisation))
        body = fold(known.name) if known else fold(organisation)
        return self.by_email.get(email.lower()) or self.by_name.get((fold(name), body))


def plan_import(here: Here, cells: Sequence[Sequence[str]]) -> Plan:
    """Read ``cells`` as a list of members of this council and find out what each row would write."""
    header = find_header(cells)
    if header is None:
        return Plan(problem="Ce tableau n’a pas de ligne de titres avec un nom et un organisme. Partez du modèle.")
    at, columns = header
    plan = Plan(ignored=[title for i, title in enumerate(cells[at]) if title and i not in columns.values()])
    directory = Directory(here)
    for number, line in enumerate(cells[at + 1 :], at + 2):
        texts = {name: line[i].strip() if i < len(line) else "" for name, i in columns.items()}
        if any(texts.values()):
            plan.rows.append(read_row(number, texts, directory))
    _refuse_doubles(plan.rows)
    if not plan.rows:
        plan.problem = "Ce tableau n’a que sa ligne de titres. Rien n’a été importé."
    return plan


def find_header(cells: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The row of titles, among the first ten, and where each known column stands; None when there is none."""
    for at, line in enumerate(cells[:HEADER_ROWS]):
        columns: dict[str, int] = {}
        for i, title in enumerate(line):
            name = next((name for name, titles in COLUMNS.items() if fold(title) in titles), None)
            if name:
                columns.setdefault(name, i)
        if "organisation" in columns and {"full_name", "last_name"} & set(columns):
            return at, columns
    return None


def read_row(number: int, texts: dict[str, str], directory: Directory) -> Row:
    """One row: its values once read, and every error at once."""
    row = Row(number)
    name = texts.get("full_name") or " ".join(filter(None, (texts.get("first_name"), texts.get("last_name"))))
    row.values = {
        "full_name": name[:150],
        "job": texts.get("job", "")[:150],
        "phone": read_phone(texts.get("phone", "")),
    }
    if not name:
        row.errors.append("il manque le nom de la personne.")
    if not texts.get("organisation"):
        row.errors.append("il manque l’organisme.")
    row.values["organisation"] = texts.get("organisation", "")[:200]
    for read in (_read_email, _read_siret, _read_kind, _read_role, _read_commune, _read_formations, _read_dates):
        read(row, texts, directory)
    row.person = directory.find_person(row.values["email"], name, row.values["organisation"])
    if row.person and not row.errors:
        row.changes = _changes(row, row.person, directory)
    return row


def _read_email(row: Row, texts: dict[str, str], directory: Directory) -> None:
    row.values["email"] = email = texts.get("email", "").removeprefix("mailto:").lower()[:LONGEST_ADDRESS]
    try:
        if email:
            validate_email(email)
    except ValidationError:
        row.errors.append(f"l’adresse « {email} » n’est pas une adresse électronique.")


def _read_siret(row: Row, texts: dict[str, str], directory: Directory) -> None:
    row.values["siret"] = ""
    try:
        row.values["siret"] = read_siret(texts.get("siret", ""))
    except ValidationError as error:
        row.errors.append(f"SIRET « {texts['siret']} » : {error.messages[0][:1].lower()}{error.messages[0][1:]}")


def _read_kind(row: Row, texts: dict[str, str], directory: Directory) -> None:
    kinds = {fold(kind.label): kind.value for kind in Organisation.Kind} | {
        kind.value: kind.value for kind in Organisation.Kind
    }
    asked = texts.get("kind", "")
    row.values["kind"] = kinds.get(fold(asked), "")
    if asked and not row.values["kind"]:
        row.errors.append(f"la nature « {asked} » est inconnue.")


def _read_role(row: Row, texts: dict[str, str], directory: Directory) -> None:
    asked = texts.get("role", "")
    known = {fold(role.label): role for role in Role} | {fold(role.value): role for role in Role} | ROLE_WORDS
    row.values["role"] = known.get(fold(asked))
    if asked and row.values["role"] is None:
        row.errors.append(f"le rôle « {asked} » est inconnu. Les rôles possibles sont au bas de cette page.")


def _read_commune(row: Row, texts: dict[str, str], directory: Directory) -> None:
    asked = texts.get("commune", "")
    row.values["commune"] = directory.communes.get(fold(asked))
    if asked and row.values["commune"] is None:
        row.errors.append(f"la commune « {asked} » n’est pas de ce conseil.")


def _read_formations(row: Row, texts: dict[str, str], directory: Directory) -> None:
    asked = [name.strip() for name in texts.get("formations", "").replace(",", ";").split(";") if name.strip()]
    row.values["formations"] = [
        directory.formations[fold(name)] for name in asked if fold(name) in directory.formations
    ]
    row.errors += [
        f"la formation « {name} » n’existe pas dans ce conseil."
        for name in asked
        if fold(name) not in directory.formations
    ]


def _read_dates(row: Row, texts: dict[str, str], directory: Directory) -> None:
    for name in ("starts_on", "ends_on"):
        row.values[name] = None
        try:
            row.values[name] = read_french_date(texts[name]) if texts.get(name) else None
        except ValueError:
            row.errors.append(f"la date « {texts[name]} » ne se lit pas. {DATE_ERROR}")
    starts_on, ends_on = row.values["starts_on"], row.values["ends_on"]
    if isinstance(starts_on, date) and isinstance(ends_on, date) and ends_on < starts_on:
        row.errors.append("la fin du siège précède son début.")


def read_phone(text: str) -> str:
    """A telephone as the French write it, « 06 12 34 56 78 »; the zero that a spreadsheet drops comes back."""
    digits = "".join(filter(str.isdigit, text))
    if len(digits) == 9 and digits[0] != "0" and not text.startswith("+"):
        digits = f"0{digits}"
    if len(digits) == 10 and digits[0] == "0":
        return " ".join(digits[i : i + 2] for i in range(0, 10, 2))
    return text[:30]


def _changes(row: Row, person: Professional, directory: Directory) -> list[str]:
    """What the row changes of someone who is already there, in words; an empty cell erases nothing."""
    words = {"full_name": "nom", "job": "fonction", "email": "courriel", "phone": "téléphone"}
    changes = [label for name, label in words.items() if row.values[name] and row.values[name] != getattr(person, name)]
    known = directory.organisations.get(fold(row.values["organisation"]))
    if known != person.organisation:
        changes.append("organisme")
    role = row.values["role"]
    if role and (person.pk, role.value) not in directory.seats:
        changes.append(f"siège : {role.label}")
    new = [f for f in row.values["formations"] if (person.pk, f.pk) not in directory.memberships]
    return [*changes, *(f"formation : {formation.name}" for formation in new)]


def _refuse_doubles(rows: list[Row]) -> None:
    """The same person twice in one file: which row is right cannot be guessed."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        keys = [("email", row.values["email"])] if row.values["email"] else []
        keys.append(("name", f"{fold(row.values['full_name'])}|{fold(row.values['organisation'])}"))
        twin = next((seen[key] for key in keys if key in seen), None)
        if twin and row.values["full_name"]:
            row.errors.append(f"cette personne est déjà à la ligne {twin}.")
        for key in keys:
            seen.setdefault(key, row.number)
