"""The formats in which a letter leaves."""

from collections.abc import Callable

from quietude.documents.letter import Letter
from quietude.documents.office import as_docx, as_odt
from quietude.documents.pdf import as_pdf

WRITERS: dict[str, tuple[str, Callable[[Letter], bytes]]] = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
    "odt": ("application/vnd.oasis.opendocument.text", as_odt),
    "pdf": ("application/pdf", as_pdf),
}
