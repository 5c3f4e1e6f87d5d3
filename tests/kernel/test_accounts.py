"""Accounts through HTTP: an invitation, the second factor, confinement, what a session may last."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from quietude.accounts import services
from quietude.accounts.adapter import InvitationOnlyAdapter
from quietude.accounts.hashers import Argon2Hasher
from quietude.accounts.models import User
from quietude.accounts.passwords import KnownPasswordValidator
from quietude.audit.models import Entry
from quietude.permissions.roles import Role
from tests.cast import SECRET, Cast, make_user, open_session

pytestmark = pytest.mark.django_db
PHRASE = "un merle sous la halle"


def path_of(url: str) -> str:
    """The path of an absolute address of this installation."""
    assert url.startswith(settings.BASE_URL)
    return url.removeprefix(settings.BASE_URL)


def code_of(secret: str) -> str:
    """The six digits that an application shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def invited() -> User:
    return services.invite(email="Paule.Renaud@Exemple.test", full_name="Paule Renaud", invited_by=None)


def sign_in(client: Client, email: str, password: str = PHRASE) -> object:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def member_with_password() -> User:
    user = make_user("Paule Renaud")
    user.set_password(PHRASE)
    user.save()
    return user


# Invitation.


def test_an_invitation_leaves_by_mail_and_leads_to_an_enrolled_account() -> None:
    user, client = invited(), Client()
    (sent,) = mail.outbox
    link = path_of(re.search(r"http\S+", sent.body)[0])
    assert (sent.to, user.email) == (["paule.renaud@exemple.test"], "paule.renaud@exemple.test")

    page = client.get(link)
    assert "Bienvenue, Paule Renaud" in page.content.decode()
    assert not User.objects.get().has_usable_password(), "showing the page opens nothing"

    opened = client.post(link, {"password": PHRASE, "again": PHRASE})
    assert opened.headers["Location"] == reverse("mfa_index")
    assert "Dernière étape" in client.get(reverse("mfa_index")).content.decode()

    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert client.get(reverse("account")).status_code == 200
    verbs = list(Entry.objects.filter(object_type="account").values_list("verb", flat=True))
    assert verbs == ["invite", "open", "enrol_factor"]


def test_an_invitation_serves_once() -> None:
    link = path_of(services.invitation_url(invited()))
    refused = Client().get(link[:-3] + "abc/").content
    assert Client().post(link, {"password": PHRASE, "again": PHRASE}).status_code == 302
    for answer in (
        Client().get(link),
        Client().post(link, {"password": "autre phrase à moi", "again": "autre phrase à moi"}),
    ):
        assert (answer.status_code, answer.content) == (404, refused)
    assert User.objects.get().check_password(PHRASE)


def test_an_invitation_lasts_72_hours_and_a_new_one_cancels_it() -> None:
    first = path_of(services.invitation_url(invited()))
    second = path_of(services.invitation_url(invited()))
    assert Client().get(first).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=71)):
        assert Client().get(second).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        assert Client().get(second).status_code == 404


def test_a_closed_account_is_not_opened_by_its_invitation() -> None:
    user = invited()
    services.close_account(user, by=None)
    assert Client().get(path_of(services.invitation_url(user))).status_code == 404


def test_who_already_has_an_account_receives_nothing() -> None:
    user = member_with_password()
    assert services.invite(email=user.email.upper(), full_name="Autre Nom", invited_by=None) == user
    assert not mail.outbox
    assert User.objects.get().full_name == "Paule Renaud"


def test_an_invitation_followed_in_somebody_else_s_browser_signs_that_person_out(cast: Cast) -> None:
    client = Client()
    open_session(client, cast[Role.CHAIR])
    client.post(path_of(services.invitation_url(invited())), {"password": PHRASE, "again": PHRASE})
    assert client.session["_auth_user_id"] == str(User.objects.get(full_name="Paule Renaud").pk)
    assert client.get(reverse("account")).headers["Location"] == reverse("mfa_index")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("trop court", "trop court"),
        ("123456789012", "essaie en premier"),
        ("azertyuiop1234", "essaie en premier"),
        ("MotDePasse 2026!", "essaie en premier"),
        ("soleilsoleil", "essaie en premier"),
        ("aaaaaaaaaaaaaa", "essaie en premier"),
        ("paule.renaud.1", "trop semblable"),
    ],
)
def test_a_password_that_is_tried_first_is_refused(password: str, why: str) -> None:
    link = path_of(services.invitation_url(invited()))
    page = Client().post(link, {"password": password, "again": password})
    assert page.status_code == 200
    assert re.search(why, page.content.decode())
    assert not User.objects.get().has_usable_password()


def test_two_passwords_that_differ_are_said_to() -> None:
    page = Client().post(path_of(services.invitation_url(invited())), {"password": PHRASE, "again": PHRASE + "s"})
    assert "Les deux mots de passe diffèrent." in page.content.decode()


@pytest.mark.parametrize("password", [PHRASE, "quatre chevaux gris", "Xk29-vvqL-Pm4z", "motdepasse du vieux moulin"])
def test_a_phrase_is_welcome_and_nothing_is_asked_of_its_composition(password: str) -> None:
    KnownPasswordValidator().validate(password)


def test_a_known_password_is_found_under_its_disguise() -> None:
    for password in ("Azerty", "AZERTY 2026!", "marseille13", "azertyazertyazerty"):
        with pytest.raises(ValidationError):
            KnownPasswordValidator().validate(password)


@override_settings(PASSWORD_HASHERS=["quietude.accounts.hashers.Argon2Hasher"])
def test_passwords_are_kept_with_argon2id_64_mib_three_passes_four_lanes() -> None:
    assert make_password(PHRASE).startswith("argon2$argon2id$v=19$m=65536,t=3,p=4$")
    assert Argon2Hasher().verify(PHRASE, make_password(PHRASE))


def test_the_first_run_link_lives_until_there_is_an_account() -> None:
    url = services.first_run_url()
    assert url is not None
    assert Client().get(path_of(url)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert Client().get(path_of(url)).status_code == 404
    invited()
    assert Client().get(path_of(url)).status_code == 404
    assert services.first_run_url() is None


# Signing in.


def test_a_password_alone_does_not_enter() -> None:
    user, client = member_with_password(), Client()
    answer = sign_in(client, user.email)
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("account")).headers["Location"].startswith("/connexion/")
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Ce code ne convient pas" in wrong.content.decode()
    entered = client.post(reverse("mfa_authenticate"), {"code": code_of(SECRET)})
    assert entered.headers["Location"] == reverse("home")
    assert client.get(reverse("account")).status_code == 200
    assert Entry.objects.get(verb="sign_in").actor == user.reference


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer() -> None:
    user = member_with_password()

    def said(email: str) -> str:
        page = sign_in(Client(), email, "mauvais mot de passe").content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|' + re.escape(email), "", page)

    assert said(user.email) == said("inconnu@exemple.test")
    assert "L’adresse ou le mot de passe ne convient pas." in said(user.email)


def test_a_forgotten_password_gets_the_same_answer_for_an_unknown_address() -> None:
    user = member_with_password()
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email}) for email in (user.email, "x@exemple.test")
    ]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert [sent.to for sent in mail.outbox] == [[user.email]]


def test_a_new_password_by_mail_keeps_the_second_factor_and_closes_sessions(cast: Cast) -> None:
    user, open_elsewhere, client = member_with_password(), Client(), Client()
    open_session(open_elsewhere, user)
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"http://\S+", mail.outbox[0].body)[0]
    form = client.get(link, follow=True)
    phrase = "deux merles sur le quai"
    client.post(form.request["PATH_INFO"], {"password1": phrase, "password2": phrase})
    assert open_elsewhere.get(reverse("account")).headers["Location"].startswith("/connexion/")
    assert sign_in(Client(), user.email, phrase).headers["Location"] == reverse("mfa_authenticate")


def test_an_invitation_that_expired_does_not_come_back_through_a_forgotten_password() -> None:
    user = invited()
    mail.outbox.clear()
    Client().post(reverse("account_reset_password"), {"email": user.email})
    assert not mail.outbox


def test_five_wrong_passwords_make_one_wait() -> None:
    user, client = member_with_password(), Client()
    for _ in range(5):
        assert "ne convient pas" in sign_in(client, user.email, "mauvais mot de passe").content.decode()
    assert "Trop d’essais" in sign_in(client, user.email).content.decode()
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up() -> None:
    assert not InvitationOnlyAdapter().is_open_for_signup(None)
    assert Client().get("/compte/inscription/").status_code == 404
    assert Client().get("/signup/").status_code == 404


def test_a_closed_account_enters_no_more_from_its_open_session(cast: Cast, client_of) -> None:
    client = client_of(Role.CHAIR)
    services.close_account(cast[Role.CHAIR], by=cast[Role.COORDINATOR])
    assert client.get(reverse("account")).headers["Location"].startswith("/connexion/")


# The second factor of an account.


def test_once_enrolled_the_password_alone_confirms_nothing(cast: Cast) -> None:
    user, client = member_with_password(), Client()
    open_session(client, user)
    asked = client.get(reverse("mfa_add_webauthn"))
    assert asked.headers["Location"].startswith(reverse("mfa_reauthenticate"))
    by_password = client.post(reverse("account_reauthenticate"), {"password": PHRASE})
    assert by_password.headers["Location"] == reverse("mfa_reauthenticate")
    assert client.get(reverse("mfa_add_webauthn")).status_code == 302
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(SECRET)})
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_a_session_opened_before_enrolment_gains_nothing_from_it() -> None:
    user = make_user("Paule Renaud", enrolled=False)
    stolen = Client()
    open_session(stolen, user)
    TOTP.activate(user, SECRET)
    assert stolen.get(reverse("mfa_index")).headers["Location"].startswith("/connexion/")
    assert "_auth_user_id" not in stolen.session


def test_without_any_factor_left_one_is_confined_again(cast: Cast, client_of) -> None:
    client = client_of(Role.CHAIR)
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(SECRET)})
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert Entry.objects.filter(verb="remove_factor", actor=cast[Role.CHAIR].reference).count() == 1
    assert client.get(reverse("account")).headers["Location"] == reverse("mfa_index")


def test_a_recovery_code_enters_once() -> None:
    user, client = member_with_password(), Client()
    open_session(client, user)
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(SECRET)})
    client.post(reverse("mfa_generate_recovery_codes"))
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for expected in (302, 200):
        other = Client()
        sign_in(other, user.email)
        assert other.post(reverse("mfa_authenticate"), {"code": code}).status_code == expected


def test_a_lost_second_factor_is_started_over_from_the_machine(cast: Cast, client_of) -> None:
    client, said = client_of(Role.CHAIR), StringIO()
    call_command("account_reset", cast[Role.CHAIR].email.upper(), stdout=said)
    assert client.get(reverse("account")).headers["Location"].startswith("/connexion/")
    link = path_of(said.getvalue().split()[-1])
    assert Client().post(link, {"password": PHRASE, "again": PHRASE}).headers["Location"] == reverse("mfa_index")
    assert Entry.objects.filter(verb="start_over").count() == 1
    with pytest.raises(CommandError, match="Aucun compte"):
        call_command("account_reset", "personne@exemple.test")


def test_a_copy_of_the_base_does_not_give_the_second_factors() -> None:
    user = make_user("Paule Renaud")
    stored = Authenticator.objects.get(user=user).data["secret"]
    assert SECRET not in stored
    assert get_adapter().decrypt(stored) == SECRET
    assert get_adapter().encrypt(SECRET) != stored, "the same secret never looks the same"


# Sessions.


def test_a_session_ends_after_30_idle_minutes(cast: Cast, client_of) -> None:
    client, now = client_of(Role.CHAIR), timezone.now()
    for minutes, status in ((0, 200), (29, 200), (58, 200), (89, 302)):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            assert client.get(reverse("account")).status_code == status
    assert "_auth_user_id" not in client.session


def test_a_session_ends_after_10_hours_whatever_one_does(cast: Cast, client_of) -> None:
    client, now = client_of(Role.CHAIR), timezone.now()
    answers = []
    for visit in range(44):
        with time_machine.travel(now + timedelta(minutes=14 * visit)):
            answers.append(client.get(reverse("account")).status_code)
    assert answers == [200] * 43 + [302], "the last visit comes after ten hours and two minutes"


def test_the_base_does_not_hold_what_opens_a_session(cast: Cast, client_of) -> None:
    client = client_of(Role.CHAIR)
    key = client.cookies["session"].value
    assert key not in {row.session_key for row in Session.objects.all()}
    for row in Session.objects.all():
        thief = Client()
        thief.cookies["session"] = row.session_key
        assert thief.get(reverse("account")).status_code == 302
    client.post(reverse("account_logout"))
    client.cookies["session"] = key
    assert client.get(reverse("account")).status_code == 302, "a closed session is gone"


def test_one_click_closes_every_session(cast: Cast, client_of) -> None:
    here, phone = client_of(Role.CHAIR), client_of(Role.CHAIR)
    assert phone.get(reverse("account")).status_code == 200
    closed = here.post(reverse("close_sessions"))
    assert closed.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    for browser in (here, phone):
        assert browser.get(reverse("account")).headers["Location"].startswith("/connexion/")
    assert Entry.objects.get(verb="close_sessions").actor == cast[Role.CHAIR].reference


def test_reading_the_page_that_closes_sessions_closes_none(cast: Cast, client_of) -> None:
    client = client_of(Role.CHAIR)
    client.get(reverse("close_sessions"))
    assert client.get(reverse("account")).status_code == 200


def test_signing_out_empties_the_browser(cast: Cast, client_of) -> None:
    client = client_of(Role.CHAIR)
    assert "Se déconnecter de Quiétude" in client.get(reverse("account_logout")).content.decode()
    left = client.post(reverse("account_logout"))
    assert left.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get(reverse("account")).headers["Location"].startswith("/connexion/")


def test_the_end_of_a_seat_holds_at_the_next_request(cast: Cast, client_of) -> None:
    client = client_of(Role.EDUCATION)
    page = reverse("dashboard", args=[cast.council.slug])
    assert client.get(page).status_code == 200
    cast.professionals[Role.EDUCATION].seats.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert client.get(page).status_code == 404
