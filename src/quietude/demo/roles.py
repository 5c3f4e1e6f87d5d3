"""What each role of the demonstration comes to do: an icon and one sentence, for the page where one chooses."""

from quietude.permissions.roles import Role

FIRST = Role.COORDINATOR

PURPOSES: dict[Role, tuple[str, str]] = {
    Role.COORDINATOR: ("compass", "Tient la stratégie, les fiches action et les membres. Pour commencer, c’est ici."),
    Role.CHAIR: ("award", "Préside, suit ce qui bloque."),
    Role.MEMBER_MAYOR: ("geo-alt", "Suit les fiches de sa commune."),
    Role.ELECTED_DEPUTY: ("person-badge", "Porte la stratégie."),
    Role.PREFECTURE: ("building", "Suit les financements."),
    Role.PROSECUTOR: ("bank", "Suit les fiches de la justice."),
    Role.STATE_FORCES: ("shield", "Suit les fiches de ses services."),
    Role.MUNICIPAL_POLICE: ("signpost-split", "Terrain, mesures de proximité."),
    Role.EDUCATION: ("mortarboard", "Suit les fiches des écoles."),
    Role.SOCIAL_WORKER: ("heart", "Suit les fiches d’accompagnement."),
    Role.JUSTICE_SERVICES: ("hammer", "Suit les mesures exécutées ici."),
    Role.VICTIM_SUPPORT: ("life-preserver", "Suit l’aide aux victimes."),
    Role.MEDIATION: ("chat-dots", "Présence de rue, tranquillité."),
    Role.LANDLORD_TRANSPORT: ("houses", "Suit les fiches de son secteur."),
    Role.HEALTH: ("bandaid", "Suit les fiches de santé."),
    Role.GUEST_EXPERT: ("lightbulb", "Ne voit pas les coordonnées."),
    Role.DATA_PROTECTION_OFFICER: ("eye", "Lit le registre des actes."),
    Role.OPERATOR: ("gear", "Ne lit pas la stratégie."),
}
