"""A document as the answer to a request."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from quietude.documents.letter import Letter, Slides
from quietude.documents.pdf import NotWritten
from quietude.documents.writers import WRITERS
from quietude.intake.errors import RefusedFile
from quietude.intake.services import open_upload

logger = logging.getLogger(__name__)


def letter_response(request: HttpRequest, letter: Letter, extension: str, file_name: str) -> HttpResponse:
    """``letter`` as a download; ``extension`` is a key of WRITERS, ``file_name`` holds no person's name.

    A document that cannot be written within its bounds gives a page that says so (503).
    """
    content_type, write = WRITERS[extension]
    return file_response(request, lambda: write(letter), content_type, f"{file_name}.{extension}")


def slides_response(request: HttpRequest, slides: Slides, file_name: str) -> HttpResponse:
    """``slides`` as a download for the plenary (PPTX); ``file_name`` holds no person's name."""
    from quietude.documents.presentation import CONTENT_TYPE, as_pptx

    return file_response(request, lambda: as_pptx(slides), CONTENT_TYPE, f"{file_name}.pptx")


def file_response(request: HttpRequest, write: Callable[[], bytes], content_type: str, name: str) -> HttpResponse:
    """What ``write`` gives, as a download called ``name``; the page « pas écrit » when it raises NotWritten."""
    try:
        response = HttpResponse(write(), content_type=content_type)
    except NotWritten:
        logger.exception("A document could not be written.")
        return render(request, "documents/not_written.html", status=503)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def kept_response(reference: UUID, *, council: UUID, name: str = "") -> HttpResponse:
    """A file that someone attached, as a download and nothing else: no browser opens it as a page of ours.

    ``name`` replaces the one it came with. Raises Http404 when it is gone or belongs to another council.
    """
    try:
        upload, content = open_upload(reference, council=council)
    except RefusedFile as gone:
        raise Http404 from gone
    with content:
        answer = HttpResponse(content.read(), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_header(True, name or upload.name) or "attachment"
    return answer
