"""A mail leaves once the server takes it; what is refused for good is told apart from what may leave later."""

import signal
import smtplib
import socket
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.mail import send_mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from quietude.outbox.models import OutgoingMail
from quietude.outbox.tasks import deliver, purge_mails, rescue_mails
from quietude.outbox.tests.conftest import QUEUE
from quietude.outbox.tests.mail_server import MailServer, mail_server
from quietude.outbox.wire import understand
from tests.yard import Yard, work_until_empty

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def write(*addresses: str) -> None:
    send_mail("Convocation", "Bonjour", None, addresses or ["a.thevenot@exemple.fr"])


def only_mail() -> OutgoingMail:
    return OutgoingMail.objects.get()


def test_a_refused_address_has_failed_at_once_and_the_others_get_their_mail(server: MailServer) -> None:
    server.answers["parti@exemple.fr"] = "550 5.1.1 no such user"
    write("parti@exemple.fr", "l.ferrand@exemple.fr")
    work_until_empty()
    refused, sent = OutgoingMail.objects.order_by("-recipient")
    assert (refused.state, refused.last_error, refused.tries) == ("failed", "recipient_refused", 1)
    assert refused.get_last_error_display() == "Le serveur du destinataire refuse cette adresse : vérifiez-la."
    assert sent.state == "sent"
    assert [addressee for addressee, _ in server.taken] == ["l.ferrand@exemple.fr"]


@pytest.mark.on_postgres
def test_a_delayed_mail_leaves_later_as_the_same_mail(server: MailServer, clock: time_machine.Traveller) -> None:
    server.answers["a.thevenot@exemple.fr"] = "451 4.7.1 greylisted"
    write()
    identifier = only_mail().message_id
    for tries, pause in [(1, 1), (2, 2), (3, 4)]:
        work_until_empty()
        mail = only_mail()
        assert (mail.state, mail.last_error, mail.tries) == ("queued", "recipient_delayed", tries)
        assert mail.next_try_at == timezone.now() + timedelta(minutes=pause)
        work_until_empty()
        assert only_mail().tries == tries  # not before its time
        clock.shift(timedelta(minutes=pause))
    server.answers.clear()
    work_until_empty()
    mail = only_mail()
    assert (mail.state, mail.tries, mail.last_error) == ("sent", 4, "")
    [(_, message)] = server.taken
    assert message["Message-ID"] == identifier
    assert message["Date"].datetime == NOW


def test_a_server_that_is_down_is_tried_for_a_day(
    queue: None, settings: Settings, clock: time_machine.Traveller
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings.MAILERS = {"default": QUEUE, "wire": MailServer(port).mailer}
    write()
    while only_mail().state == "queued":
        work_until_empty()
        clock.move_to(only_mail().next_try_at or timezone.now())
    mail = only_mail()
    assert (mail.state, mail.get_last_error_display()) == ("failed", "Le serveur de courriel ne répond pas.")
    assert timedelta(hours=22) < timezone.now() - NOW <= timedelta(hours=24)
    assert 20 < mail.tries < 40
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_without_a_server_mail_waits_and_says_why(queue: None) -> None:
    write()
    work_until_empty()
    assert (only_mail().state, only_mail().last_error) == ("queued", "no_server")


def test_a_server_that_hangs_up_is_tried_again(server: MailServer) -> None:
    server.mood = "hangs up"
    write()
    work_until_empty()
    assert (only_mail().state, only_mail().last_error) == ("queued", "server_silent")


@pytest.mark.parametrize(
    ("command", "answer", "state", "reason"),
    [
        ("MAIL", "550 5.7.1 not for you", "queued", "sender_refused"),
        ("DATA", "554 5.6.0 refused content", "failed", "message_refused"),
        ("DATA", "452 4.3.1 disk full", "queued", "message_delayed"),
    ],
)
def test_each_refusal_has_its_reason(server: MailServer, command: str, answer: str, state: str, reason: str) -> None:
    server.answers[command] = answer
    write()
    work_until_empty()
    assert (only_mail().state, only_mail().last_error) == (state, reason)


def test_an_address_that_cannot_be_written_has_failed(server: MailServer) -> None:
    write("agnès@exemple.fr")
    work_until_empty()
    assert (only_mail().state, only_mail().last_error) == ("failed", "address_invalid")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (smtplib.SMTPAuthenticationError(535, b"bad password"), "login_refused"),
        (ssl.SSLCertVerificationError("unknown authority"), "server_untrusted"),
        (TimeoutError(), "server_silent"),
        (socket.gaierror(), "server_silent"),
        (smtplib.SMTPConnectError(421, b"too busy"), "server_silent"),
    ],
)
def test_what_our_own_side_may_mend_is_tried_again(error: Exception, reason: str) -> None:
    understood = understand(error)
    assert (understood, understood.is_final) == (reason, False)


def test_a_clumsy_farewell_does_not_send_the_mail_twice(server: MailServer) -> None:
    server.answers["QUIT"] = "500 what?"
    write()
    work_until_empty()
    assert only_mail().state == "sent"
    assert len(server.taken) == 1


def test_a_mail_whose_task_was_lost_is_rescued(server: MailServer, clock: time_machine.Traveller) -> None:
    write()
    DBTaskResult.objects.all().delete()
    rescue_mails.enqueue()
    work_until_empty()
    assert only_mail().state == "queued"  # its own task may still come
    clock.shift(timedelta(minutes=6))
    rescue_mails.enqueue()
    work_until_empty()
    assert only_mail().state == "sent"


def test_two_tasks_for_one_mail_send_it_once(server: MailServer) -> None:
    write()
    deliver.enqueue(str(only_mail().reference))
    work_until_empty()
    assert len(server.taken) == 1


def test_old_mail_is_erased_but_what_still_waits(queue: None, settings: Settings) -> None:
    settings.MAIL_KEPT_DAYS = 30
    for address in ("old@exemple.fr", "recent@exemple.fr", "waits@exemple.fr"):
        write(address)
    OutgoingMail.objects.exclude(recipient="waits@exemple.fr").update(state="sent")
    OutgoingMail.objects.exclude(recipient="recent@exemple.fr").update(created_at=timezone.now() - timedelta(days=31))
    assert purge_mails.call() == 1
    assert set(OutgoingMail.objects.values_list("recipient", flat=True)) == {"recent@exemple.fr", "waits@exemple.fr"}


@pytest.mark.on_postgres
def test_a_worker_killed_while_it_sends_sends_again_as_the_same_mail(yard: Yard, settings: Settings) -> None:
    """Twice rather than never: the server had taken the mail, the worker died before it could know."""
    settings.MAILERS = {"default": QUEUE}
    with mail_server() as server:
        yard.environment |= {
            "QUIETUDE_SMTP_HOST": "127.0.0.1",
            "QUIETUDE_SMTP_PORT": str(server.port),
            "QUIETUDE_SMTP_SECURITY": "none",
        }
        server.mood = "keeps silent"
        write()
        killed = yard.command("work")
        yard.wait_until(lambda: len(server.taken) == 1, "the server takes the mail")
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        server.mood = ""
        yard.command("work", "--lease", "0.6", "--interval", "0.1")
        yard.wait_until(DBTaskResult.objects.filter(status="READY").exists, "the task comes back")
        DBTaskResult.objects.update(run_after=timezone.now())
        yard.wait_until(lambda: only_mail().state == "sent", "the mail is sent")
    assert len({message["Message-ID"] for _, message in server.taken}) == 1
    assert (len(server.taken), only_mail().tries) == (2, 2)
