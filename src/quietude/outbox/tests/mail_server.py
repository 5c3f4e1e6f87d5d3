"""A mail server for the tests: it takes, refuses or delays what it is told to, and keeps what it took."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any


@dataclass
class MailServer:
    """``answers``: what to say to a command or an addressee, « 250 ok » otherwise; ``taken``: (addressee, message)."""

    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    mood: str = ""
    """« hangs up » or « keeps silent », once it has taken a message."""

    @property
    def mailer(self) -> dict[str, Any]:
        """The entry of ``MAILERS`` that leads here."""
        options = {"host": "127.0.0.1", "port": self.port, "timeout": 5}
        return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}

    def converse(self, conversation: socketserver.StreamRequestHandler) -> None:
        """One connection, from greeting to farewell."""
        say, addressee = conversation.wfile.write, ""
        say(b"220 ready\r\n")
        for line in conversation.rfile:
            command = line.decode().strip()
            verb = command.partition(" ")[0].upper()
            if verb == "RCPT":
                addressee = command.partition("<")[2].partition(">")[0]
            if verb == "DATA" and "DATA" not in self.answers:
                say(b"354 go on\r\n")
                self.taken.append((addressee, read_message(conversation)))
                if self.mood == "keeps silent":
                    conversation.rfile.read()
                if self.mood:
                    return
            answer = self.answers.get(addressee if verb == "RCPT" else verb, "250 ok")
            say(f"{answer}\r\n".encode())
            if verb == "QUIT":
                return


def read_message(conversation: socketserver.StreamRequestHandler) -> EmailMessage:
    lines = []
    for line in conversation.rfile:
        if line == b".\r\n":
            break
        lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
    return message_from_bytes(b"".join(lines), policy=default)  # type: ignore[return-value]


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that listens on a free port of this machine."""
    state = MailServer()

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            state.converse(self)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.daemon_threads = True
        state.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
