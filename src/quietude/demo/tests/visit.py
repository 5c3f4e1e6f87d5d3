"""Entering the demonstration as one of its characters."""

from django.test import Client

from quietude.accounts.factors import SIMULATED
from quietude.accounts.models import User


def enter(user: User) -> Client:
    """A browser in which a person of the demonstration has entered by a button."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[SIMULATED] = True
    session.save()
    return client


def enter_as(slug: str, role: str) -> Client:
    """A browser in which the first person of that role in the council ``slug`` has entered."""
    return enter(User.objects.filter(professionals__seats__council__slug=slug, professionals__seats__role=role)[0])
