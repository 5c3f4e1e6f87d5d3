"""The paper of a council, as its documents carry it."""

from quietude.councils.gate import Here
from quietude.documents.letter import Sender
from quietude.documents.models import Letterhead


def letterhead_of(here: Here) -> Letterhead | None:
    """What the council has set, if it has."""
    return Letterhead.objects.filter(council=here.council).first()


def sender_of(here: Here) -> Sender:
    """The head of the council's documents; made of its name as long as nobody has set one."""
    paper = letterhead_of(here)
    if paper is None:
        return Sender([str(here.council)])
    return Sender(
        lines=[line for line in paper.sender.splitlines() if line.strip()] or [str(here.council)],
        address=paper.address,
        contact=paper.contact,
        foot=paper.foot,
        logo=bytes(paper.logo or b""),
        logo_text=paper.logo_text or paper.sender.partition("\n")[0],
    )
