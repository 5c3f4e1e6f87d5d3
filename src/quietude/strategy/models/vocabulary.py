"""The closed lists of the strategy: what a coordinator picks rather than types."""

from datetime import date

from django.db import models


class Status(models.TextChoices):
    TO_LAUNCH = "to_launch", "à lancer"
    RUNNING = "running", "en cours"
    BLOCKED = "blocked", "bloquée"
    DONE = "done", "réalisée"
    ABANDONED = "abandoned", "abandonnée"


OPEN = (Status.TO_LAUNCH, Status.RUNNING, Status.BLOCKED)


def state_of(status: str, due_on: date | None, today: date) -> str:
    """The state as the interface draws it: the status, or "late" once the deadline of what advances has gone by."""
    advancing = status in (Status.TO_LAUNCH, Status.RUNNING)
    return "late" if advancing and due_on and due_on < today else status


class Priority(models.TextChoices):
    HIGH = "high", "haute"
    NORMAL = "normal", "normale"
    LOW = "low", "basse"


class Precision(models.TextChoices):
    """How precisely the dates of a sheet are known, and so shown."""

    DAY = "day", "au jour"
    MONTH = "month", "au mois"
    YEAR = "year", "à l’année"


class Recurrence(models.TextChoices):
    ONCE = "once", "une seule fois"
    WEEKLY = "weekly", "chaque semaine"
    MONTHLY = "monthly", "chaque mois"
    QUARTERLY = "quarterly", "chaque trimestre"
    SCHOOL_YEAR = "school_year", "chaque année scolaire"
    YEARLY = "yearly", "chaque année"
    CONTINUOUS = "continuous", "toute l’année"


class Visibility(models.TextChoices):
    """Who reads a sheet."""

    COUNCIL = "council", "tous les membres du conseil"
    RESTRICTED = "restricted", "pilote, partenaires et pilotage du conseil"
    PUBLIC = "public", "tout le monde, sur les pages publiques du conseil"


class Category(models.TextChoices):
    """To whom an action is addressed."""

    CHILDREN = "children", "enfants"
    PUPILS = "pupils", "collégiens et lycéens"
    OUT_OF_SCHOOL = "out_of_school", "jeunes sortis de l’école"
    YOUNG_ADULTS = "young_adults", "jeunes adultes"
    PARENTS = "parents", "parents et familles"
    VICTIMS = "victims", "victimes"
    WOMEN = "women", "femmes"
    ELDERLY = "elderly", "personnes âgées"
    VULNERABLE = "vulnerable", "personnes vulnérables"
    UNDER_JUSTICE = "under_justice", "personnes suivies par la justice"
    TENANTS = "tenants", "locataires"
    RESIDENTS = "residents", "habitants"
    SHOPKEEPERS = "shopkeepers", "commerçants"
    ROAD_USERS = "road_users", "usagers de la route"
    PROFESSIONALS = "professionals", "professionnels"


AGE_BANDS = (
    (0, 10, "moins de 11 ans"),
    (11, 15, "11-15 ans"),
    (16, 25, "16-25 ans"),
    (26, 64, "26-64 ans"),
    (65, 120, "65 ans et plus"),
)
"""First age, last age, words: the columns of the coverage by age."""
