"""A hostile house for tests: what was skipped is said, and under CI it is refused unless a written list allows it."""

import os
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase

ALLOWED_SKIPS = Path(__file__).with_name("allowed_skips.txt")


def skips(terminal: pytest.TerminalReporter) -> list[tuple[str, str]]:
    """Each skipped test with its reason."""
    return [
        (report.nodeid, str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr))
        for report in terminal.stats.get("skipped", [])
    ]


def refused_skips(terminal: pytest.TerminalReporter) -> list[str]:
    """The skipped tests that the written list does not name; none is refused on a person's own machine."""
    if os.environ.get("CI") != "true":
        return []
    lines = ALLOWED_SKIPS.read_text("utf-8").splitlines()
    allowed = {line.split("#")[0].strip() for line in lines}
    return [nodeid for nodeid, _ in skips(terminal) if nodeid not in allowed]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Tests that commit empty every table when they end: the register, which refuses, is disarmed for that moment."""
    guard = import_module("quietude.audit.migrations.0002_append_only")
    empty_every_table = TransactionTestCase._fixture_teardown

    def disarm_then_empty(case: TransactionTestCase) -> None:
        with connection.cursor() as cursor:
            for statement in guard.BACKWARDS[connection.vendor]:
                cursor.execute(statement)
            empty_every_table(case)
            for statement in guard.FORWARDS[connection.vendor]:
                cursor.execute(statement)

    TransactionTestCase._fixture_teardown = disarm_then_empty


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and refused_skips(terminal):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The summary in French, before pytest's own closing line."""
    terminal = terminalreporter
    count = {kind: len(terminal.stats.get(kind, [])) for kind in ("passed", "failed", "error", "skipped")}
    terminal.section("Bilan")
    terminal.line(
        f"{count['passed']} tests réussis, {count['failed'] + count['error']} en échec, {count['skipped']} non joués."
    )
    for nodeid, reason in skips(terminal):
        terminal.line(f"  non joué : {nodeid} ({reason.removeprefix('Skipped: ')})")
    for nodeid in refused_skips(terminal):
        terminal.line(f"  REFUSÉ : {nodeid} n’est pas dans tests/allowed_skips.txt")
    if failed := os.environ.get("QUIETUDE_FAILED_CHECKS"):
        terminal.line(f"  Contrôles en échec (voir plus haut) : {failed}")
