"""The roles that a seat may hold in a council."""

from enum import StrEnum


class Role(StrEnum):
    """One role per seat; two seats of one person in one council add up."""

    COORDINATOR = "coordinator"
    CHAIR = "chair"
    MEMBER_MAYOR = "member_mayor"
    ELECTED_DEPUTY = "elected_deputy"
    PREFECTURE = "prefecture"
    PROSECUTOR = "prosecutor"
    STATE_FORCES = "state_forces"
    MUNICIPAL_POLICE = "municipal_police"
    EDUCATION = "education"
    SOCIAL_WORKER = "social_worker"
    JUSTICE_SERVICES = "justice_services"
    VICTIM_SUPPORT = "victim_support"
    MEDIATION = "mediation"
    LANDLORD_TRANSPORT = "landlord_transport"
    HEALTH = "health"
    GUEST_EXPERT = "guest_expert"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    OPERATOR = "operator"

    @property
    def label(self) -> str:
        """The role as the interface names it."""
        return LABELS[self]


LABELS: dict[Role, str] = {
    Role.COORDINATOR: "coordination",
    Role.CHAIR: "présidence du conseil",
    Role.MEMBER_MAYOR: "mairie d’une commune membre",
    Role.ELECTED_DEPUTY: "élu délégué",
    Role.PREFECTURE: "préfecture",
    Role.PROSECUTOR: "parquet",
    Role.STATE_FORCES: "police ou gendarmerie",
    Role.MUNICIPAL_POLICE: "police municipale",
    Role.EDUCATION: "éducation nationale",
    Role.SOCIAL_WORKER: "action sociale",
    Role.JUSTICE_SERVICES: "services de la justice (SPIP, PJJ)",
    Role.VICTIM_SUPPORT: "aide aux victimes",
    Role.MEDIATION: "médiation",
    Role.LANDLORD_TRANSPORT: "bailleur ou transporteur",
    Role.HEALTH: "santé",
    Role.GUEST_EXPERT: "personne qualifiée",
    Role.DATA_PROTECTION_OFFICER: "protection des données",
    Role.OPERATOR: "administration technique",
}
