"""Loading the councils of the demonstration: each in one transaction, once; what a visitor changed is never undone."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from quietude.accounts.models import User
from quietude.audit.services import record
from quietude.councils.gate import Here
from quietude.councils.models import Council, Formation, Seat
from quietude.councils.services import councils, formations, people
from quietude.demo import facts
from quietude.demo.days import day
from quietude.demo.facts import CouncilFacts, FormationFacts, PersonFacts
from quietude.demo.ground import Ground
from quietude.demo.loading_strategy import load_strategy
from quietude.documents.services import save_letterhead
from quietude.kit.text import fold
from quietude.strategy.importer import read_strategy_file
from quietude.strategy.models import StrategyImport
from quietude.strategy.services.imports import record_reading
from quietude.territories.models import Neighbourhood
from quietude.territories.queries import communes_by_code, contours
from quietude.territories.services import load_contours


def load_councils() -> list[Council]:
    """Load the councils that are not there yet, and return them; raises KeyError for a commune that is not loaded."""
    load_shapes()
    known = set(Council.objects.filter(slug__in=facts.SLUGS).values_list("slug", flat=True))
    return [load_council(slug, timezone.localdate()) for slug in facts.SLUGS if slug not in known]


def load_shapes() -> None:
    """Load the contours of the communes of the demonstration, once."""
    for slug in facts.SLUGS:
        text = facts.contours_text(slug)
        if text and not contours(communes_by_code(facts.council_facts(slug).communes).values()):
            load_contours(text, **facts.contours_origin())


@transaction.atomic
def load_council(slug: str, today: date) -> Council:
    """Write one council, its people, its strategy and the document that waits for its review."""
    told = facts.council_facts(slug)
    ground = _found(told, today)
    _seat_people(ground, told)
    for formation in told.formations:
        _set_up(ground, formation)
    if told.letterhead:
        save_letterhead(ground.here, asdict(told.letterhead), version=0)
    if plan := facts.strategy_facts(slug):
        load_strategy(ground, plan)
    if document := facts.document_to_review(slug):
        _put_to_review(ground, document)
    return ground.council


def _put_to_review(ground: Ground, document: Path) -> None:
    """Read a document as the product does, and leave what was found to be reviewed: nothing of it is accepted yet."""
    reading = read_strategy_file(document)
    taken = StrategyImport.objects.create(
        council=ground.council, file_name=document.name, file_format=reading["format"], started_by=ground.here.user
    )
    record_reading(taken, reading)
    ground.here.write_register(
        "import_start", object_type="import", object_reference=taken.reference, format=taken.file_format
    )


def _found(told: CouncilFacts, today: date) -> Ground:
    found = communes_by_code(told.communes)
    communes = {code: found[code] for code in told.communes}
    coordinator = _open_account(told, next(one for one in told.people.values() if one.role == "coordinator"))
    council = councils.create_council(
        communes=communes.values(),
        actor=coordinator,
        slug=told.slug,
        kind=told.kind,
        basis=told.basis,
        name=told.name,
        demonstration=True,
    )
    ground = Ground(Here(council=council, seats=[], user=coordinator), today, communes)
    act = told.act
    councils.record_composition_act(ground.here, number=act.number, signed_on=day(act.signed, today), note=act.note)
    for place in told.neighbourhoods:
        known = {"commune": communes[place.commune], "name": place.name}
        if not Neighbourhood.objects.filter(**known).exists():
            councils.record_neighbourhood(ground.here, {**known, "kind": place.kind, "source": place.source})
        ground.neighbourhoods[place.name] = Neighbourhood.objects.get(**known)
    return ground


def _seat_people(ground: Ground, told: CouncilFacts) -> None:
    for key, body in told.organisations.items():
        values = {
            "name": body.name,
            "short_name": body.short_name,
            "kind": body.kind,
            "confirmed_on": ground.day(body.confirmed),
        }
        ground.organisations[key] = people.add_organisation(ground.here, values)
    for key, person in told.people.items():
        who = {
            "organisation": ground.organisations[person.organisation],
            "user": _open_account(told, person) if person.account else None,
            "full_name": person.name,
            "job": person.job,
            "email": address(told, person),
            "phone": person.phone,
        }
        ground.people[key] = people.add_professional(ground.here, who)
        _open_seat(ground, key, person)
        if person.invited:
            people.invite_member(ground.here, ground.people[key])


def _open_seat(ground: Ground, key: str, person: PersonFacts) -> Seat:
    values = {
        "role": person.role,
        "kind": person.kind,
        "commune": ground.communes[person.commune] if person.commune else None,
        "starts_on": ground.day(person.since),
        "ends_on": ground.day(person.until),
    }
    return people.open_seat(ground.here, ground.people[key], values)


def _set_up(ground: Ground, told: FormationFacts) -> None:
    here, since = ground.here, ground.day(told.since)
    values = {"kind": told.kind, "name": told.name, "starts_on": since}
    formation = Formation.objects.filter(council=here.council, name=told.name).first()
    if formation is None:
        formation = formations.add_formation(here, values)
    else:
        formations.save_formation(here, formation, values, version=formation.version)
    members = [*told.members, *([key] for key, _ in told.left)]
    last_days = {key: ground.day(last) for key, last in told.left}
    for titular, *deputy in members:
        seated = {
            "titular": ground.people[titular],
            "deputy": ground.people[deputy[0]] if deputy else None,
            "starts_on": _latest(since, ground, titular),
            "ends_on": last_days.get(titular),
        }
        formations.seat_in_formation(here, formation, seated)


def _latest(since: date | None, ground: Ground, titular: str) -> date | None:
    """Nobody sits in a formation before being of the council."""
    arrived = ground.people[titular].seats.values_list("starts_on", flat=True).first()
    return max(filter(None, [since, arrived]), default=None)


def address(told: CouncilFacts, person: PersonFacts) -> str:
    """An address that no one can have: its domain ends with « .example ». Empty for a body that has none."""
    domain = told.organisations[person.organisation].domain
    return f"{fold(person.name).replace(' ', '.')}@{domain}" if domain else ""


def _open_account(told: CouncilFacts, person: PersonFacts) -> User:
    """The account of a person, the same in every council; nobody can sign in to it with a password."""
    email = address(told, person)
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, full_name=person.name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        record("open", object_type="account", object_reference=user.reference, actor=user.reference)
    return user
