"""Reminders to those who measure: one mail a person and a council, which says how many wait and names none."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from quietude.councils.models import Professional
from quietude.kit.typography import counted
from quietude.outbox import COUNCIL_HEADER
from quietude.strategy.queries.indicators import awaited_of, people_who_measure


def send_measure_reminders(on: date) -> int:
    """Queue a mail to each member whose measures are awaited on that day; gives how many mails."""
    waiting = [(person, awaited_of(person, on)) for person in people_who_measure(on)]
    called = [(person, count) for person, count in waiting if count]
    for person, count in called:
        _remind(person, count)
    return len(called)


def _remind(person: Professional, count: int) -> None:
    page = f"{settings.BASE_URL}{reverse('indicator_list', args=[person.council.slug])}?vue=par-moi"
    facts = {"count": count, "council": person.council, "page": page}
    body = render_to_string("strategy/mail/measures.txt", facts)
    headers = {COUNCIL_HEADER: str(person.council.reference)}
    EmailMessage(f"{counted(count, 'indicateur')} à mesurer", body, to=[person.email], headers=headers).send()
