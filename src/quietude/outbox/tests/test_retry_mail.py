"""What did not leave is listed for its own council, without its text, and can be asked to leave again."""

from uuid import UUID, uuid4

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from quietude.audit.models import Entry
from quietude.outbox import COUNCIL_HEADER
from quietude.outbox.models import OutgoingMail
from quietude.outbox.queries import mail_counts, mails, retry_count, stuck_mails, stuck_total
from quietude.outbox.services import MailNotFound, retry_failed_mails, retry_mail
from quietude.outbox.tests.mail_server import MailServer
from tests.yard import work_until_empty

POMPEY, BAGNOLS, ACTOR = uuid4(), uuid4(), uuid4()


def write(council: UUID | None, *addresses: str) -> None:
    headers = {COUNCIL_HEADER: str(council)} if council else {}
    EmailMessage("Convocation", "lien-secret", to=addresses, headers=headers).send()


def test_a_council_sees_its_own_mail_and_what_failed_first(server: MailServer) -> None:
    server.answers = {"parti@exemple.fr": "550 no such user", "plein@exemple.fr": "452 mailbox full"}
    write(POMPEY, "parti@exemple.fr", "plein@exemple.fr", "a.thevenot@exemple.fr")
    write(BAGNOLS, "parti@exemple.fr")
    write(None, "oublieux@exemple.fr")
    work_until_empty()
    expected = ["parti@exemple.fr", "plein@exemple.fr", "a.thevenot@exemple.fr"]
    assert [mail.recipient for mail in mails(POMPEY)] == expected
    assert [mail.recipient for mail in mails(POMPEY, state="sent")] == ["a.thevenot@exemple.fr"]
    assert [mail.recipient for mail in mails(POMPEY, words="PLEIN convoc")] == ["plein@exemple.fr"]
    assert mail_counts(POMPEY) == {"queued": 1, "sent": 1, "failed": 1, "kept": 0}
    assert [stuck_mails(council).count() for council in (POMPEY, BAGNOLS, None)] == [2, 1, 0]
    assert stuck_total() == 3


def test_the_list_never_reads_the_text(queue: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    write(POMPEY, "a.thevenot@exemple.fr")
    with django_assert_num_queries(1) as captured:
        [mail] = mails(POMPEY)
    assert '"body"' not in captured[0]["sql"]
    assert {"body", "alternatives", "attachments", "headers"} <= mail.get_deferred_fields()


@pytest.mark.on_postgres
def test_a_failed_mail_leaves_when_it_is_asked_to(server: MailServer) -> None:
    server.answers["a.thevenot@exemple.fr"] = "550 no such user"
    write(POMPEY, "a.thevenot@exemple.fr")
    work_until_empty()
    reference = OutgoingMail.objects.get().reference
    with pytest.raises(MailNotFound):
        retry_mail(BAGNOLS, reference, actor=ACTOR)
    assert OutgoingMail.objects.get().state == "failed"
    server.answers.clear()
    assert retry_mail(POMPEY, reference, actor=ACTOR)
    assert not retry_mail(POMPEY, reference, actor=ACTOR)  # it waits already: a second click sends nothing twice
    work_until_empty()
    assert OutgoingMail.objects.get().state == "sent"
    assert len(server.taken) == 1
    entry = Entry.objects.get()
    assert (entry.verb, entry.object_type, entry.object_reference) == ("retry", "mail", str(reference))
    assert (entry.actor, entry.chain) == (ACTOR, str(POMPEY))


def test_a_mail_that_has_left_cannot_be_asked_to_leave_again(server: MailServer) -> None:
    write(POMPEY, "a.thevenot@exemple.fr")
    work_until_empty()
    assert not retry_mail(POMPEY, OutgoingMail.objects.get().reference, actor=ACTOR)
    assert not Entry.objects.exists()


def test_all_that_may_leave_is_asked_to_leave_at_once(server: MailServer) -> None:
    server.answers["parti@exemple.fr"] = "550 no such user"
    write(POMPEY, "parti@exemple.fr")
    work_until_empty()
    server.answers["MAIL"] = "451 try later"
    write(POMPEY, "a.thevenot@exemple.fr", "l.ferrand@exemple.fr")
    write(BAGNOLS, "m.diarra@exemple.fr")
    work_until_empty()
    OutgoingMail.objects.update(state="failed")
    server.answers.clear()
    assert retry_count(POMPEY) == 2
    assert retry_failed_mails(POMPEY, actor=ACTOR) == 2
    assert retry_failed_mails(POMPEY, actor=ACTOR) == 0
    work_until_empty()
    assert sorted(addressee for addressee, _ in server.taken) == ["a.thevenot@exemple.fr", "l.ferrand@exemple.fr"]
    assert Entry.objects.get().details == {"count": 2}


def test_the_console_tells_and_retries_the_mails_of_the_platform(
    server: MailServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answers["MAIL"] = "451 try later"
    write(None, "oublieux@exemple.fr")
    write(POMPEY, "a.thevenot@exemple.fr")
    work_until_empty()
    OutgoingMail.objects.update(state="failed")
    call_command("outbox")
    told = capsys.readouterr().out
    assert "oublieux@exemple.fr  n’est pas parti  Le serveur de courriel refuse notre adresse d’expédition." in told
    assert "thevenot" not in told
    assert "lien-secret" not in told
    server.answers.clear()
    call_command("outbox", retry=True)
    work_until_empty()
    assert [addressee for addressee, _ in server.taken] == ["oublieux@exemple.fr"]
    call_command("outbox")
    assert "Aucun courriel de la plateforme n’attend." in capsys.readouterr().out
