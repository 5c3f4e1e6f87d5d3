"""Opens the zipped packages of word processors and spreadsheets: bounded reads, no entity, no document type."""

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .errors import DAMAGED, PROTECTED, TOO_LARGE, UnreadableFile

LARGEST_PART = 60_000_000
LARGEST_XML = 30_000_000
FORBIDDEN = (
    "Ce fichier contient des références externes ou des entités XML, que Quiétude refuse de suivre. "
    "Enregistrez-le à nouveau depuis votre traitement de texte ou votre tableur, puis recommencez."
)


class Package:
    """The parts of a zipped document, by name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile(DAMAGED) from error
        self.names = frozenset(self._zip.namelist())
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise UnreadableFile(PROTECTED)

    def part(self, name: str, limit: int = LARGEST_PART) -> bytes:
        """The bytes of a part, empty when it is absent; never inflates more than ``limit`` bytes."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as opened:
                data = opened.read(limit + 1)
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableFile(DAMAGED) from error
        except Exception as error:  # zlib, lzma and bz2 each have their own
            raise UnreadableFile(DAMAGED) from error
        if len(data) > limit:
            raise UnreadableFile(TOO_LARGE)
        return data

    def xml(self, name: str) -> Element | None:
        """The root element of an XML part, None when it is absent."""
        data = self.part(name, LARGEST_XML)
        if not data:
            return None
        try:
            return fromstring(data, forbid_dtd=True)
        except DefusedXmlException as error:
            raise UnreadableFile(FORBIDDEN) from error
        except (ParseError, ValueError, LookupError) as error:
            raise UnreadableFile(DAMAGED) from error


def local(tag: object) -> str:
    """The name of a tag or attribute without its namespace; empty for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name, whatever its namespace (transitional and strict OOXML differ)."""
    if element is None:
        return None
    return next((value for key, value in element.items() if local(key) == name), None)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name."""
    if element is None:
        return None
    return next((e for e in element if local(e.tag) == name), None)


def whole(value: str | None) -> int | None:
    """A whole number written in an attribute ("12", "12.0"), None for anything else."""
    try:
        return int(float(value)) if value is not None and len(value) < 12 else None
    except (ValueError, OverflowError):
        return None
