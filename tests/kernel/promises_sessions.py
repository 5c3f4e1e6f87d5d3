"""What the second factor, the session and the read-only block promise; tried on the kernel and on its mutants."""

import time
from types import SimpleNamespace
from typing import Any
from unittest import mock

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.test import override_settings

from quietude.accounts.models import User
from quietude.councils.models import Organisation
from quietude.permissions.roles import Role
from tests.cast import make_user
from tests.kernel.house import House
from tests.kernel.stage import ACT, SHOWN, Stage, ask, refused, was_written, write


def a_factor_counts_when_held_and_shown(house: House, stage: Stage) -> None:
    unenrolled = make_user("Nadia Ferreira", enrolled=False)
    enrolled = stage.teacher.user
    with_codes = make_user("Léo Secours", enrolled=False)
    Authenticator.objects.create(user=with_codes, type=Authenticator.Type.RECOVERY_CODES, data={})
    with_key = make_user("Mia Clef", enrolled=False)
    Authenticator.objects.create(user=with_key, type=Authenticator.Type.WEBAUTHN, data={})
    has = house.factors.has_second_factor
    assert [has(ask(user)) for user in (enrolled, with_key, unenrolled, with_codes)] == [True, True, False, False]
    assert not has(ask(enrolled, shown_at=None))
    assert not has(ask(enrolled, account_authentication_methods_user="0"))
    kept = ask(enrolled)
    assert house.factors.is_enrolled(kept.user)
    Authenticator.objects.filter(user=enrolled).delete()
    assert house.factors.is_enrolled(kept.user), "asked once per request"
    assert not house.factors.is_enrolled(ask(enrolled).user)


def a_factor_grows_old(house: House, stage: Stage) -> None:
    recently = house.factors.recently_confirmed
    user = stage.teacher.user
    ages = {0: True, 290: True, 310: False, 4000: False, None: False}
    assert {age: recently(ask(user, shown_at=age)) for age in ages} == ages
    assert recently(ask(user, shown_at=400), minutes=10)
    assert not recently(ask(make_user("Nadia Ferreira", enrolled=False)))
    twice = ask(user, shown_at=10)
    twice.session["account_authentication_methods"].insert(0, SHOWN | {"at": 1.0})
    assert recently(twice), "the last one counts"
    now = time.time()
    edge = ask(user)
    edge.session["account_authentication_methods"] = [SHOWN | {"at": now - 300}]
    with mock.patch.object(house.factors.time, "time", return_value=now):
        assert not recently(edge)


def a_simulated_factor_counts_in_a_demonstration_only(house: House, stage: Stage) -> None:
    user = make_user("Nadia Ferreira", enrolled=False)
    simulated = {house.factors.SIMULATED: True}
    for demo in (True, False):
        with override_settings(DEMO=demo):
            assert house.factors.has_second_factor(ask(user, shown_at=None, **simulated)) is demo
            assert house.factors.recently_confirmed(ask(user, shown_at=None, **simulated)) is demo
            assert not house.factors.has_second_factor(ask(user, shown_at=None))
            assert not house.factors.recently_confirmed(ask(user, shown_at=None))
            assert not house.factors.recently_confirmed(ask(stage.teacher.user, shown_at=900))


def a_session_ends_when_idle_and_in_any_case(house: House, stage: Stage) -> None:
    alive, now = house.middleware._is_alive, time.time()

    def session(began: float, seen: float) -> HttpRequest:
        return ask(stage.teacher.user, began_at=now - began, seen_at=now - seen)

    new = ask(stage.teacher.user)
    assert alive(new)
    assert new.session["began_at"] == new.session["seen_at"] >= now
    assert alive(ask(stage.teacher.user, began_at=now - 36001))
    assert alive(ask(stage.teacher.user, seen_at=now - 36001))
    minutes = {29 * 60: True, 31 * 60: False}
    assert {seen: alive(session(3600, seen)) for seen in minutes} == minutes
    hours = {9.9 * 3600: True, 10.1 * 3600: False}
    assert {began: alive(session(began, 5)) for began in hours} == hours
    with mock.patch.object(house.middleware.time, "time", return_value=now):
        assert not alive(session(3600, 1800))
        assert not alive(session(36000, 5))
        touched, fresh, edge = session(3600, 90), session(3600, 30), session(3600, 60)
        assert alive(touched)
        assert alive(fresh)
        assert alive(edge)
    assert (touched.session["seen_at"], fresh.session["seen_at"], edge.session["seen_at"]) == (now, now - 30, now)


def who_was_away_too_long_is_signed_out_before_the_page(house: House, stage: Stage) -> None:
    now = time.time()
    away, present = {"began_at": now - 7200, "seen_at": now - 3600}, {"began_at": now - 7200, "seen_at": now - 5}
    cases = [(stage.teacher.user, away, True), (stage.teacher.user, present, False), (None, away, False)]
    for user, marks, signed_out in cases:
        request, reached = ask(user, **marks), []
        middleware = house.middleware
        with mock.patch.object(middleware, "logout") as logout, mock.patch.object(middleware.messages, "info") as said:
            middleware.session_limits(reached.append)(request)
        assert (logout.called, said.called, reached) == (signed_out, signed_out, [request])
    assert house.middleware.session_limits(None).process_view is house.middleware.confine


def without_a_factor_only_enrolment_answers(house: House, stage: Stage) -> None:
    def sent(user: User | None, url_name: str | None, **how: Any) -> str | None:
        request = ask(user, **how)
        request.resolver_match = SimpleNamespace(url_name=url_name) if url_name else None  # type: ignore[assignment]
        with mock.patch.object(house.middleware, "logout") as logout:
            response = house.middleware.confine(request, None, (), {})
        assert logout.called is bool(response and "connexion" in response.headers["Location"])
        return response.headers["Location"] if response else None

    unenrolled, enrolled = make_user("Nadia Ferreira", enrolled=False), stage.teacher.user
    enrolment = {"account_logout", "account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn"}
    for name in enrolment:
        assert sent(unenrolled, name) is None
    for name in ("account", "mfa_view_recovery_codes", "account_change_password", "strategy", None):
        assert sent(unenrolled, name) == "/compte/second-facteur/"
        assert sent(enrolled, name) is None
        assert sent(None, name, shown_at=None) is None
    assert sent(enrolled, "mfa_index", shown_at=None) == "/connexion/?next=/conseils/val-d-orve/page/7/"


def only_reads_are_reads(house: House, stage: Stage) -> None:
    reads = [
        "SELECT 1",
        " select * from t where name = 'UPDATE x'",
        "(SELECT 1) UNION (SELECT 2)",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "EXPLAIN SELECT 1",
        "SAVEPOINT a",
        "RELEASE SAVEPOINT a",
        "ROLLBACK TO SAVEPOINT a",
        "PRAGMA foreign_keys",
        "VALUES (1)",
        'SELECT "t"."update" FROM t',
    ]
    writes = [
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "DELETE FROM t",
        "DROP TABLE t",
        "CREATE TABLE t (a int)",
        "WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a",
        "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
        "SELECT 1 INTO t",
        "SELECT 1 FROM t FOR UPDATE",
        "PRAGMA synchronous = OFF",
        "BEGIN IMMEDIATE",
        "TRUNCATE t",
        "SELECTED",
    ]
    assert [sql for sql in reads if not house.readonly.is_read(sql)] == []
    assert [sql for sql in writes if house.readonly.is_read(sql)] == []


def the_block_guards_the_base_and_then_lets_go(house: House, stage: Stage) -> None:
    with house.readonly.reads_only():
        assert Organisation.objects.count() == 2
        with refused():
            write()
    write()
    assert was_written()


def the_matrix_denies_by_default(house: House, stage: Stage) -> None:
    allows = house.matrix.allows
    assert allows([Role.COORDINATOR], ACT)
    assert allows([Role.OPERATOR, Role.COORDINATOR], ACT)
    assert not allows([Role.EDUCATION], ACT)
    assert not allows([], ACT)
    assert not allows(Role, "unknown:thing")


PROMISES = [
    a_factor_counts_when_held_and_shown,
    a_factor_grows_old,
    a_simulated_factor_counts_in_a_demonstration_only,
    a_session_ends_when_idle_and_in_any_case,
    who_was_away_too_long_is_signed_out_before_the_page,
    without_a_factor_only_enrolment_answers,
    only_reads_are_reads,
    the_block_guards_the_base_and_then_lets_go,
    the_matrix_denies_by_default,
]
