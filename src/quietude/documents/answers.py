"""A document as the answer to a request."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quietude.documents.letter import Letter
from quietude.documents.pdf import NotWritten
from quietude.documents.writers import WRITERS

logger = logging.getLogger(__name__)


def letter_response(request: HttpRequest, letter: Letter, extension: str, file_name: str) -> HttpResponse:
    """``letter`` as a download; ``extension`` is a key of WRITERS, ``file_name`` holds no person's name.

    A document that cannot be written within its bounds gives a page that says so (503).
    """
    content_type, write = WRITERS[extension]
    return file_response(request, lambda: write(letter), content_type, f"{file_name}.{extension}")


def file_response(request: HttpRequest, write: Callable[[], bytes], content_type: str, name: str) -> HttpResponse:
    """What ``write`` gives, as a download called ``name``; the page « pas écrit » when it raises NotWritten."""
    try:
        response = HttpResponse(write(), content_type=content_type)
    except NotWritten:
        logger.exception("A document could not be written.")
        return render(request, "documents/not_written.html", status=503)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
