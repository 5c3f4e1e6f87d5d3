"""Crée un conseil, avec sa formation plénière, et invite la personne qui le coordonne."""

import argparse
from typing import TYPE_CHECKING

from quietude.config.bridge import rooms
from quietude.config.refusal import Refusal

if TYPE_CHECKING:
    from quietude.councils.models import Council
    from quietude.territories.models import Commune

BASES = {"clspd": "commune", "cispd": "intercommunality"}


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["create"], metavar="create", help="crée un conseil")
    parser.add_argument("--name", required=True, metavar="NOM", help="nom du conseil")
    parser.add_argument("--kind", required=True, choices=list(BASES), help="clspd (une commune) ou cispd (plusieurs)")
    parser.add_argument(
        "--commune", required=True, action="append", metavar="CODE", help="code Insee d’une commune (à répéter)"
    )
    parser.add_argument("--agreement", action="store_true", help="CISPD fondé sur un accord de communes, sans EPCI")
    parser.add_argument("--slug", default="", metavar="MOT", help="adresse du conseil (tirée du nom sans cette option)")
    parser.add_argument("--coordinator", metavar="NOM", help="personne qui coordonne, à inviter")
    parser.add_argument("--email", metavar="ADRESSE", help="son adresse électronique")
    parser.add_argument("--organisation", metavar="NOM", help="sa commune ou son intercommunalité employeuse")


def run(options: argparse.Namespace) -> int:
    """Create all or nothing, and print where the council stands and the link of the invitation."""
    person = [options.coordinator, options.email, options.organisation]
    if any(person) and not all(person):
        raise Refusal("Pour inviter la coordination, donnez ensemble --coordinator, --email et --organisation.")
    with rooms():
        from django.db import transaction

        with transaction.atomic():
            council = create(options)
            link = invite(council, *person) if all(person) else None
        print(f"Conseil créé : {council.name} (adresse : /conseils/{council.slug}/).")
        if link:
            print(f"Invitation préparée pour {options.email}. Cette adresse ouvre aussi le compte, une fois :\n{link}")
    return 0


def create(options: argparse.Namespace) -> "Council":
    from quietude.councils.models import Council
    from quietude.councils.services.councils import create_council

    if Council.objects.filter(slug=options.slug).exists():
        raise Refusal(f"L’adresse « {options.slug} » est déjà celle d’un conseil. Rien n’a été créé.")
    basis = "agreement" if options.agreement else BASES[options.kind]
    communes = find_communes(options.commune)
    return create_council(communes=communes, slug=options.slug, name=options.name, kind=options.kind, basis=basis)


def find_communes(codes: list[str]) -> list["Commune"]:
    """The communes with these Insee codes; raises Refusal naming those that do not exist."""
    from quietude.territories.models import Commune

    found = {commune.code: commune for commune in Commune.objects.filter(code__in=codes)}
    if unknown := [code for code in codes if code not in found]:
        raise Refusal(f"Code de commune inconnu : {', '.join(unknown)}. Rien n’a été créé.")
    return list(found.values())


def invite(council: "Council", full_name: str, email: str, organisation: str) -> str:
    from quietude.accounts.services import invitation_url
    from quietude.councils.services.councils import name_coordinator

    user = name_coordinator(council, email=email, full_name=full_name, organisation=organisation).user
    return invitation_url(user) if user else ""
