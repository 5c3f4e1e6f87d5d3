"""A letter as the answer to a request."""

from django.http import HttpResponse

from quietude.documents.letter import Letter
from quietude.documents.writers import WRITERS


def letter_response(letter: Letter, extension: str, file_name: str) -> HttpResponse:
    """``letter`` as a download; ``extension`` is a key of WRITERS, ``file_name`` holds no person's name."""
    content_type, write = WRITERS[extension]
    response = HttpResponse(write(letter), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name}.{extension}"'
    return response
