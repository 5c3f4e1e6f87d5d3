"""A mail is written with the act, and only with it; one row for each addressee."""

from uuid import uuid4

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from quietude.outbox import COUNCIL_HEADER
from quietude.outbox.models import OutgoingMail
from quietude.outbox.tests.mail_server import MailServer
from tests.yard import work_until_empty

CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.on_postgres
def test_a_mail_stands_or_falls_with_the_act(queue: None) -> None:
    with transaction.atomic():
        send_mail("Convocation", "Bonjour", None, ["a.thevenot@exemple.fr"])
        assert OutgoingMail.objects.count() == 1
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.on_postgres
def test_each_addressee_gets_a_copy_and_the_council_stays_here(server: MailServer) -> None:
    council = uuid4()
    EmailMessage(
        "Réunion du 8 décembre",
        "Bonjour,\nvoici l’ordre du jour.",
        "Conseil de Pompey <conseil@exemple.fr>",
        to=["Agnès Thévenot <a.thevenot@exemple.fr>"],
        cc=["l.ferrand@exemple.fr"],
        bcc=["m.diarra@exemple.fr"],
        reply_to=["coordination@exemple.fr"],
        headers={COUNCIL_HEADER: str(council)},
    ).send()
    assert OutgoingMail.objects.of_council(council).count() == 3
    work_until_empty()
    addressees = ["a.thevenot@exemple.fr", "l.ferrand@exemple.fr", "m.diarra@exemple.fr"]
    assert sorted(addressee for addressee, _ in server.taken) == addressees
    assert len({message["Message-ID"] for _, message in server.taken}) == 1
    for _, message in server.taken:
        assert message["Subject"] == "Réunion du 8 décembre"
        assert message["From"] == "Conseil de Pompey <conseil@exemple.fr>"
        assert message["To"] == "Agnès Thévenot <a.thevenot@exemple.fr>"
        assert (message["Cc"], message["Reply-To"]) == ("l.ferrand@exemple.fr", "coordination@exemple.fr")
        assert "voici l’ordre du jour" in message.get_content()
        assert message["Message-ID"].endswith("@exemple.fr>")
        assert "diarra" not in message.as_string()
        assert str(council) not in message.as_string()


def test_calendar_and_other_forms_travel_with_the_text(server: MailServer) -> None:
    message = EmailMultiAlternatives("Séance", "Texte", to=["a.thevenot@exemple.fr"])
    message.attach_alternative("<p>Séance</p>", "text/html")
    message.attach("seance.ics", CALENDAR, "text/calendar; method=REQUEST")
    message.send()
    work_until_empty()
    [(_, received)] = server.taken
    assert received.get_body(("plain",)).get_content().strip() == "Texte"  # type: ignore[union-attr]
    assert received.get_body(("html",)).get_content().strip() == "<p>Séance</p>"  # type: ignore[union-attr]
    [calendar] = received.iter_attachments()
    assert calendar.get_filename() == "seance.ics"
    assert (calendar.get_content_type(), calendar.get_param("method")) == ("text/calendar", "REQUEST")
    assert calendar.get_content().splitlines() == CALENDAR.splitlines()


def test_the_text_is_erased_once_the_mail_has_left(server: MailServer) -> None:
    message = EmailMultiAlternatives("Votre accès", "https://exemple.fr/lien-secret", to=["a.thevenot@exemple.fr"])
    message.attach_alternative("<a href='https://exemple.fr/lien-secret'>ici</a>", "text/html")
    message.attach("lien.txt", "lien-secret", "text/plain")
    message.send()
    assert "lien-secret" in OutgoingMail.objects.get().body
    work_until_empty()
    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.subject, mail.recipient) == ("sent", "Votre accès", "a.thevenot@exemple.fr")
    assert not any([mail.body, mail.alternatives, mail.attachments, mail.headers])


def test_in_a_demonstration_mail_is_kept_and_never_leaves(server: MailServer, settings: Settings) -> None:
    settings.DEMO = True
    send_mail("Convocation", "Bonjour", None, ["a.thevenot@exemple.fr"])
    work_until_empty()
    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.get_state_display(), mail.body) == ("kept", "gardé : démonstration", "Bonjour")
    assert not server.taken
    assert not DBTaskResult.objects.exists()


def test_a_line_break_in_a_header_is_refused_before_anything_is_written(queue: None) -> None:
    with pytest.raises(ValueError, match=r"newline|linefeed"):
        send_mail("Convocation\nBcc: tous@exemple.fr", "Bonjour", None, ["a.thevenot@exemple.fr"])
    assert not OutgoingMail.objects.exists()


def test_a_file_other_than_text_is_refused(queue: None) -> None:
    message = EmailMessage("Dossier", "Ci-joint", to=["a.thevenot@exemple.fr"])
    message.attach("dossier.pdf", b"%PDF-1.7\xff", "application/pdf")
    with pytest.raises(ValueError, match="texts only"):
        message.send()
    assert not OutgoingMail.objects.exists()
