"""What each role of the demonstration comes to do: an icon and one sentence, for the page where one chooses."""

from quietude.permissions.roles import Role

FIRST = Role.COORDINATOR

PURPOSES: dict[Role, tuple[str, str]] = {
    Role.COORDINATOR: ("compass", "Tient la stratégie, les fiches action et les membres. Pour commencer, c’est ici."),
    Role.CHAIR: ("award", "Préside le conseil, suit ce qui avance et ce qui bloque."),
    Role.MEMBER_MAYOR: ("geo-alt", "Suit les fiches action de sa commune."),
    Role.ELECTED_DEPUTY: ("person-badge", "Porte la stratégie au nom de la présidence."),
    Role.PREFECTURE: ("building", "Membre de droit. Suit les financements."),
    Role.PROSECUTOR: ("bank", "Membre de droit. Suit les fiches qui touchent à la justice."),
    Role.STATE_FORCES: ("shield", "Suit les fiches où ses services sont engagés."),
    Role.MUNICIPAL_POLICE: ("signpost-split", "Terrain, mesures de proximité."),
    Role.EDUCATION: ("mortarboard", "Suit les fiches qui touchent aux écoles et collèges."),
    Role.SOCIAL_WORKER: ("heart", "Suit les fiches d’accompagnement."),
    Role.JUSTICE_SERVICES: ("hammer", "Suit les mesures exécutées sur le territoire."),
    Role.VICTIM_SUPPORT: ("life-preserver", "Suit l’aide aux victimes et l’accès au droit."),
    Role.MEDIATION: ("chat-dots", "Présence de rue, tranquillité."),
    Role.LANDLORD_TRANSPORT: ("houses", "Suit les fiches de son parc ou de son réseau."),
    Role.HEALTH: ("bandaid", "Suit les fiches de santé et d’addictions."),
    Role.GUEST_EXPERT: ("lightbulb", "Invitée sur un sujet, ne voit pas les coordonnées."),
    Role.DATA_PROTECTION_OFFICER: ("eye", "Lit le registre des actes."),
    Role.OPERATOR: ("gear", "Règle l’installation et les comptes. Ne lit pas la stratégie."),
}
