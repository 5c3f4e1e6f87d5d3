"""Which role holds which capability: pure data, read by the gate, by the templates and by the documentation."""

from collections.abc import Iterable
from enum import StrEnum

from quietude.permissions.roles import Role


class Can(StrEnum):
    """A capability, ``<resource>:<verb>``."""

    READ_DASHBOARD = "dashboard:read"
    READ_STRATEGY = "strategy:read"
    EDIT_STRATEGY = "strategy:edit"
    EDIT_SHEET = "sheet:edit"
    READ_RESTRICTED_SHEET = "sheet:restricted"
    WRITE_JOURNAL = "sheet:journal"
    MEASURE = "indicator:measure"
    IMPORT_STRATEGY = "strategy:import"
    EXPORT_STRATEGY = "strategy:export"
    WRITE_CALL = "call:write"
    READ_COUNCIL = "council:read"
    EDIT_COUNCIL = "council:edit"
    NAME_INTERIM = "interim:name"
    READ_HANDOVER = "handover:read"
    READ_CONTACTS = "contacts:read"
    IMPORT_CONTACTS = "contacts:import"
    INVITE_MEMBER = "seat:invite"
    READ_MATRIX = "matrix:read"
    READ_REGISTER = "register:read"
    READ_OUTBOX = "outbox:read"
    RETRY_OUTBOX = "outbox:retry"


SENTENCES: dict[Can, str] = {
    Can.READ_DASHBOARD: "Ouvrir le tableau de bord du conseil",
    Can.READ_STRATEGY: "Lire la stratégie et ses fiches action",
    Can.EDIT_STRATEGY: "Écrire la stratégie : axes, objectifs, nouvelles fiches",
    Can.EDIT_SHEET: "Modifier une fiche action",
    Can.READ_RESTRICTED_SHEET: "Lire une fiche restreinte sans en être pilote ni partenaire",
    Can.WRITE_JOURNAL: "Écrire au journal d’une fiche que l’on suit",
    Can.MEASURE: "Saisir, corriger, retirer la mesure d’un indicateur",
    Can.IMPORT_STRATEGY: "Reprendre une stratégie existante, annuler une reprise",
    Can.EXPORT_STRATEGY: "Télécharger la stratégie et ses tableaux",
    Can.WRITE_CALL: "Écrire les appels à projets : dates, pièces demandées, clôture",
    Can.READ_COUNCIL: "Voir la composition du conseil et ses formations",
    Can.EDIT_COUNCIL: "Tenir à jour le conseil : organismes, formations, sièges",
    Can.NAME_INTERIM: "Dire qui assure l’intérim de la coordination",
    Can.READ_HANDOVER: "Télécharger le dossier de passation",
    Can.READ_CONTACTS: "Voir les coordonnées des membres",
    Can.IMPORT_CONTACTS: "Reprendre les membres depuis un tableur",
    Can.INVITE_MEMBER: "Inviter un membre à ouvrir son compte",
    Can.READ_MATRIX: "Lire « Qui peut voir quoi »",
    Can.READ_REGISTER: "Lire le registre des actes",
    Can.READ_OUTBOX: "Voir les courriels qui ne sont pas partis",
    Can.RETRY_OUTBOX: "Relancer un courriel qui n’est pas parti",
}

_EVERYONE = frozenset(Role)
_MEMBERS = _EVERYONE - {Role.OPERATOR}
_STEERING = frozenset({Role.COORDINATOR, Role.CHAIR, Role.ELECTED_DEPUTY})

MATRIX: dict[Can, frozenset[Role]] = {
    Can.READ_DASHBOARD: _EVERYONE,
    Can.READ_STRATEGY: _MEMBERS,
    Can.EDIT_STRATEGY: frozenset({Role.COORDINATOR}),
    Can.EDIT_SHEET: _STEERING,
    Can.READ_RESTRICTED_SHEET: _STEERING | {Role.PREFECTURE, Role.PROSECUTOR},
    Can.WRITE_JOURNAL: _MEMBERS - {Role.GUEST_EXPERT, Role.DATA_PROTECTION_OFFICER},
    Can.MEASURE: _MEMBERS - {Role.GUEST_EXPERT, Role.DATA_PROTECTION_OFFICER},
    Can.IMPORT_STRATEGY: frozenset({Role.COORDINATOR}),
    Can.EXPORT_STRATEGY: _MEMBERS - {Role.GUEST_EXPERT},
    Can.WRITE_CALL: _STEERING,
    Can.READ_COUNCIL: _EVERYONE,
    Can.EDIT_COUNCIL: frozenset({Role.COORDINATOR}),
    Can.NAME_INTERIM: frozenset({Role.COORDINATOR, Role.CHAIR}),
    Can.READ_HANDOVER: frozenset({Role.COORDINATOR, Role.CHAIR}),
    Can.READ_CONTACTS: _MEMBERS - {Role.GUEST_EXPERT},
    Can.IMPORT_CONTACTS: frozenset({Role.COORDINATOR}),
    Can.INVITE_MEMBER: frozenset({Role.COORDINATOR, Role.OPERATOR}),
    Can.READ_MATRIX: _EVERYONE,
    Can.READ_REGISTER: frozenset({Role.COORDINATOR, Role.CHAIR, Role.DATA_PROTECTION_OFFICER}),
    Can.READ_OUTBOX: frozenset({Role.COORDINATOR, Role.OPERATOR}),
    Can.RETRY_OUTBOX: frozenset({Role.COORDINATOR, Role.OPERATOR}),
}

CONFIDENTIAL: frozenset[Can] = frozenset()
"""Capabilities whose reads are written in the register before the first byte is read."""


def allows(roles: Iterable[Role], capability: Can) -> bool:
    """Whether one of ``roles`` holds ``capability``; an absent capability is held by nobody."""
    return not MATRIX.get(capability, frozenset()).isdisjoint(roles)
