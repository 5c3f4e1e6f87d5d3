"""Fixtures of the outbox: the mailers as they are in use, and a mail server."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from quietude.outbox.tests.mail_server import MailServer, mail_server

QUEUE = {"BACKEND": "quietude.outbox.backend.QueueingMailer"}


@pytest.fixture
def queue(db: None, settings: Settings) -> None:
    """Mail is queued, as in use; no server is set."""
    settings.MAILERS = {"default": QUEUE}


@pytest.fixture
def server(queue: None, settings: Settings) -> Iterator[MailServer]:
    """A mail server on this machine, to which the mail of the queue goes."""
    with mail_server() as server:
        settings.MAILERS = {"default": QUEUE, "wire": server.mailer}
        yield server
