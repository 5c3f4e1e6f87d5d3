"""« Courriels »: what did not leave, why, in words, and how to make it leave; never the text of a mail."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from quietude.audit.models import Entry
from quietude.outbox.models import OutgoingMail
from quietude.permissions.roles import Role
from tests.cast import Cast

READERS = {Role.COORDINATOR, Role.OPERATOR}


def write(council: UUID | None, state: str = "sent", **facts: object) -> OutgoingMail:
    now = timezone.now()
    facts = {
        "recipient": "a.thevenot@exemple.fr",
        "subject": "Votre accès à Quiétude",
        "body": "https://exemple.fr/lien-secret",
        "message_id": f"<{uuid4()}@exemple.fr>",
        "sender": "conseil@exemple.fr",
        "next_try_at": now + timedelta(minutes=4),
        "give_up_at": now + timedelta(hours=20),
        "ended_at": now,
        **facts,
    }
    return OutgoingMail.objects.create(council=council, state=state, **facts)


def failed(council: UUID, **facts: object) -> OutgoingMail:
    return write(council, "failed", last_error="server_silent", tries=27, **facts)


def page_of(cast: Cast, client: Client, query: str = "") -> str:
    answer = client.get(reverse("mail_list", args=[cast.council.slug]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_in_words_what_became_of_each_mail(cast: Cast, client_of: Callable[..., Client]) -> None:
    council = cast.council.reference
    write(council, subject="Invitation partie")
    write(council, "queued", subject="Convocation neuve")
    write(council, "queued", subject="Rappel retardé", last_error="recipient_delayed", tries=2)
    write(council, "failed", subject="Rappel refusé", last_error="recipient_refused", tries=1)
    page = page_of(cast, client_of(Role.COORDINATOR))
    assert page.index("Rappel refusé") < page.index("Rappel retardé") < page.index("Invitation partie")
    for words in ("N’est pas parti", "Sera réessayé", "En attente", "Parti"):
        assert words in page
    assert "Le serveur du destinataire refuse cette adresse : vérifiez-la. 1\u00a0essai." in page
    assert "Le serveur du destinataire demande d’attendre. 2\u00a0essais, le prochain" in page


def test_who_may_not_see_mails_finds_no_page(cast: Cast, client_of: Callable[..., Client]) -> None:
    mail = failed(cast.council.reference)
    for role in Role:
        client = client_of(role)
        expected = (200, 302) if role in READERS else (404, 404)
        seen = client.get(reverse("mail_list", args=[cast.council.slug])).status_code
        sent = client.post(reverse("mail_retry", args=[cast.council.slug, mail.reference])).status_code
        assert (seen, sent) == expected, role


def test_the_text_of_a_mail_is_never_shown(cast: Cast, client_of: Callable[..., Client]) -> None:
    for state in ("sent", "failed", "queued", "kept"):
        write(cast.council.reference, state, last_error="server_silent")
    assert "lien-secret" not in page_of(cast, client_of(Role.OPERATOR))


def test_a_demonstration_shows_the_text_that_it_keeps(
    cast: Cast, client_of: Callable[..., Client], settings: Settings
) -> None:
    settings.DEMO = True
    write(cast.council.reference, "kept")
    write(cast.council.reference, "failed", body="autre-lien", last_error="no_server")
    page = page_of(cast, client_of(Role.COORDINATOR))
    assert "Gardé : démonstration" in page
    assert "lien-secret" in page
    assert "autre-lien" not in page


def test_a_council_does_not_see_the_mails_of_another(cast: Cast, client_of: Callable[..., Client]) -> None:
    theirs = failed(cast.other.reference, recipient="voisine@exemple.fr")
    write(None, recipient="plateforme@exemple.fr")
    client = client_of(Role.COORDINATOR)
    page = page_of(cast, client)
    assert "voisine@exemple.fr" not in page
    assert "plateforme@exemple.fr" not in page
    refused = client.post(reverse("mail_retry", args=[cast.council.slug, theirs.reference]))
    absent = client.post(reverse("mail_retry", args=[cast.council.slug, uuid4()]))
    assert (refused.status_code, refused.content) == (absent.status_code, absent.content) == (404, absent.content)
    theirs.refresh_from_db()
    assert theirs.state == "failed"


def test_a_failed_mail_is_tried_again_and_the_register_says_who_asked(
    cast: Cast, client_of: Callable[..., Client]
) -> None:
    mail, client = failed(cast.council.reference), client_of(Role.COORDINATOR)
    address = reverse("mail_retry", args=[cast.council.slug, mail.reference])
    assert "Nouvel essai demandé" in client.post(address, follow=True).content.decode()
    assert "il est déjà reparti" in client.post(address, follow=True).content.decode()
    mail.refresh_from_db()
    assert (mail.state, mail.last_error, mail.tries) == ("queued", "", 0)
    entry = Entry.objects.get(verb="retry")
    assert (entry.actor, entry.object_reference) == (cast[Role.COORDINATOR].reference, str(mail.reference))


def test_all_that_failed_is_tried_again_in_one_gesture(cast: Cast, client_of: Callable[..., Client]) -> None:
    council, client = cast.council.reference, client_of(Role.OPERATOR)
    for number in range(3):
        failed(council, recipient=f"{number}@exemple.fr")
    refused = write(council, "failed", last_error="recipient_refused")
    theirs = failed(cast.other.reference)
    assert "Réessayer les 3" in page_of(cast, client)
    address = reverse("mails_retry", args=[cast.council.slug])
    assert "Nouvel essai demandé pour 3\u00a0courriels." in client.post(address, follow=True).content.decode()
    assert "Réessayer les" not in page_of(cast, client)
    still = OutgoingMail.objects.filter(state="failed").values_list("pk", flat=True)
    assert set(still) == {refused.pk, theirs.pk}


def test_search_and_views_choose_mails(cast: Cast, client_of: Callable[..., Client]) -> None:
    council, client = cast.council.reference, client_of(Role.COORDINATOR)
    write(council, recipient="l.ferrand@exemple.fr")
    failed(council, recipient="m.diarra@exemple.fr")
    assert "ferrand" not in page_of(cast, client, "?etat=failed")
    assert "diarra" not in page_of(cast, client, "?q=FERRAND")
    nothing = page_of(cast, client, "?q=inconnu")
    assert "Aucun courriel ne répond à cette recherche." in nothing
    assert "Aucun courriel dans cette vue." in page_of(cast, client, "?etat=kept")


def test_an_empty_page_says_what_will_come(cast: Cast, client_of: Callable[..., Client]) -> None:
    page = page_of(cast, client_of(Role.COORDINATOR))
    assert "Aucun courriel n’a été écrit ici" in page
    assert "<table" not in page


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_costs_the_same_for_one_mail_and_for_twenty(
    cast: Cast,
    client_of: Callable[..., Client],
    django_assert_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
    count: int,
) -> None:
    monkeypatch.setattr("quietude.councils.context.rooms", [])  # the figures of the rail belong to other rooms
    for _ in range(count):
        failed(cast.council.reference)
    client = client_of(Role.COORDINATOR)
    page_of(cast, client)
    with django_assert_num_queries(7):
        # session, person, seats; mails by state; those of the view, counted then read; those worth a retry
        page_of(cast, client)


def test_a_long_list_has_pages(cast: Cast, client_of: Callable[..., Client]) -> None:
    for number in range(51):
        write(cast.council.reference, recipient=f"n{number}@exemple.fr")
    client = client_of(Role.COORDINATOR)
    assert page_of(cast, client).count("@exemple.fr") == 50
    assert page_of(cast, client, "?page=2").count("@exemple.fr") == 1
