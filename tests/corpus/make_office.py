"""Write the office part of the corpus: every document, and NAME.expected.json beside it.

    python tests/corpus/make_office.py                       all of them, in tests/corpus/open
    python tests/corpus/make_office.py xlsx docx-tables      those whose name starts so
    python tests/corpus/make_office.py --from DIR --to DIR   definitions and destination elsewhere

A definition is a module that holds `DOCUMENTS`, a list of functions that return an `office.plan.Document`.
"""

import argparse
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path

from office.plan import Document

HERE = Path(__file__).parent


def documents(folder: Path) -> Iterator[Document]:
    """Every document that the modules of `folder` define, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*_documents*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            continue
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found += [make() for make in module.DOCUMENTS]
    yield from sorted(found, key=lambda document: document.name)


def write(document: Document, folder: Path) -> None:
    """Write the document and its expected file."""
    path = folder / document.name
    document.write(path)
    expected = json.dumps(document.expected, ensure_ascii=False, indent=1)
    path.with_name(path.stem + ".expected.json").write_text(expected + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line and write what it asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help="beginnings of names (default: every document)")
    parser.add_argument("--from", dest="source", type=Path, default=HERE / "office", help="folder of definitions")
    parser.add_argument("--to", dest="target", type=Path, default=HERE / "open", help="folder to write to")
    asked = parser.parse_args()
    asked.target.mkdir(parents=True, exist_ok=True)
    for document in documents(asked.source):
        if not asked.names or document.name.startswith(tuple(asked.names)):
            write(document, asked.target)
            print(f"{document.name}  {(asked.target / document.name).stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
