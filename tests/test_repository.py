"""What the repository says of itself is true: locks, migrations, notices, links."""

import os
import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command

from quietude.config import cli

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(ROOT.glob("docs/**/*.md"))


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text("utf-8")))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "launcher/uv.requirements.txt"])
def test_a_lock_holds_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^(-|--)", text, re.MULTILINE)
    for entry in re.split(r"\n(?=[a-z0-9])", text.strip()):
        assert PIN.match(entry)
        assert "--hash=sha256:" in entry


def test_the_locks_agree_with_each_other_and_with_the_project() -> None:
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert runtime.items() <= development.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for wanted, locked in (
        (project["project"]["dependencies"], runtime),
        (project["dependency-groups"]["dev"], development),
    ):
        names = {re.split(r"[\[<>=;]", requirement)[0] for requirement in wanted}
        assert names <= locked.keys()


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z-]+)", readme, re.MULTILINE))
    assert named == set(cli.COMMANDS)


def test_the_publication_notice_follows_its_standard() -> None:
    notice = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert notice["publiccodeYmlVersion"] == "0.4"
    for key in ("name", "url", "platforms", "categories", "developmentStatus", "softwareType"):
        assert notice[key]
    french = notice["description"]["fr"]
    assert len(french["shortDescription"]) <= 150
    assert 150 <= len(french["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in french["features"])
    assert (
        notice["legal"]["license"] == tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"]
    )
    assert date.fromisoformat(notice["releaseDate"])
    assert notice["maintenance"]["contacts"][0]["name"]


def test_the_start_script_and_the_ci_can_be_executed() -> None:
    for name in ("quietude", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK)
        assert subprocess.run(["bash", "-n", ROOT / name], check=False).returncode == 0
