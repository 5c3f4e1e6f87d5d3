"""An upload is checked, kept for its review, read apart, then deleted with its bytes."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from quietude.intake.errors import RefusedFile
from quietude.intake.models import Upload
from quietude.intake.services import (
    discard_upload,
    discard_uploads_received_before,
    keep_upload,
    read_upload_apart,
)

COUNCIL = uuid.UUID(int=7)
READ = "quietude.intake.tests.behaviours:read"


def kept(name: str = "plan.txt", content: bytes = b"Axe 1") -> Upload:
    return keep_upload(SimpleUploadedFile(name, content), council=COUNCIL)


def stored_files() -> list[str]:
    return default_storage.listdir(COUNCIL.hex)[1] if default_storage.exists(COUNCIL.hex) else []


@pytest.mark.django_db(transaction=True)
def test_upload_is_kept_read_and_deleted_with_its_bytes():
    upload = kept("../../Stratégie 2026.txt")
    assert (upload.name, upload.kind, upload.size) == ("Stratégie 2026.txt", "txt", 5)
    assert stored_files() == [upload.reference.hex]
    assert read_upload_apart(upload.reference, READ) == {"text": "Axe 1", "name": "Stratégie 2026.txt"}

    discard_upload(upload.reference)
    assert not Upload.objects.exists()
    assert stored_files() == []
    discard_upload(upload.reference)
    with pytest.raises(RefusedFile, match="envoyez-le à nouveau"):
        read_upload_apart(upload.reference, READ)


@pytest.mark.django_db
def test_refused_file_leaves_nothing():
    before = stored_files()
    for content in (b"", b"MZ" + bytes(99), b"Axe 1\n" * 5_000_000):
        with pytest.raises(RefusedFile, match="Rien n’a été importé"):
            kept(content=content)
    assert not Upload.objects.exists()
    assert stored_files() == before


@pytest.mark.django_db(transaction=True)
def test_upload_that_nobody_reviewed_is_deleted_in_time():
    forgotten, recent = kept(), kept()
    Upload.objects.filter(pk=forgotten.pk).update(received_at=timezone.now() - timedelta(days=31))
    assert discard_uploads_received_before(timezone.now() - timedelta(days=30)) == 1
    assert list(Upload.objects.all()) == [recent]
    assert stored_files() == [recent.reference.hex]
    discard_upload(recent.reference)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("C:\\Users\\maire\\plan.docx", "plan.docx"),
        ("plan\u202excod.exe", "planxcod.exe"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("x" * 300 + ".docx", "x" * 144 + "….docx"),
        ("...", "document"),
    ],
)
def test_name_is_shown_without_tricks(sent, shown):
    from quietude.intake.names import display_name

    assert display_name(sent) == shown
