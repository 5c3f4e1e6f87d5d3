"""The command line: French, one sentence for a refusal, one JSON object when asked."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quietude.config import cli, diagnosis

PLAN = """Stratégie territoriale 2024-2027

Axe 1 : Protéger les jeunes
Action n°1 : Tenir une permanence au collège
Action n°2 : Former les adultes du quartier

Axe 2 : Apaiser l’espace public
Action n°3 : Ouvrir une médiation de soirée
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, "utf-8")
    return file


def test_the_help_page_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    page = capsys.readouterr().out
    assert all(re.search(rf"^  {command}\b", page, re.MULTILINE) for command in cli.COMMANDS)
    named = set(re.findall(r"^  ([a-z-]+)", page, re.MULTILINE))
    assert named == set(cli.COMMANDS)


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_every_command_explains_itself_in_french(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    if command == "test":
        return  # its arguments are pytest's
    with pytest.raises(SystemExit) as stop:
        cli.main([command, "--help"])
    assert stop.value.code == 0
    page = capsys.readouterr().out
    assert page.startswith(f"Usage\u00a0: quietude {command}")
    assert "affiche cette aide" in page
    assert not re.search(r"show this|positional|optional|usage:", page)


def test_a_misspelt_command_is_refused_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["dmeo"]) == 1
    assert "n’existe pas" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stop:
        cli.main(["demo", "--port", "99999"])
    assert stop.value.code == 2
    assert "n’est pas un port" in capsys.readouterr().err


def test_import_answers_one_json_object(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import-strategy", str(plan), "--dry-run", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["title", "territory", "period", "general_objectives", "axes", "warnings"]
    assert answer["period"] == [2024, 2027]
    assert [axis["title"] for axis in answer["axes"]] == ["Protéger les jeunes", "Apaiser l’espace public"]
    assert [action["number"] for axis in answer["axes"] for action in axis["actions"]] == ["1", "2", "3"]
    assert all(action["source"]["line"] for axis in answer["axes"] for action in axis["actions"])


def test_import_shows_an_outline(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import-strategy", str(plan)]) == 0
    outline = capsys.readouterr().out
    assert "Période\u00a0: 2024 – 2027" in outline
    assert "Axes\u00a0: 2, actions\u00a0: 3." in outline
    assert "1. Tenir une permanence au collège  (ligne 4)" in outline


def test_import_does_not_wake_django(plan: Path) -> None:
    command = "import sys; from quietude.config import cli; cli.main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    words = ["import-strategy", str(plan), "--dry-run", "--json"]
    done = subprocess.run([sys.executable, "-c", command, *words], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["absent.txt", "folder", "program.docx"])
def test_a_refused_file_still_answers_json(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "program.docx").write_bytes(b"\x7fELF" + bytes(200))
    assert cli.main(["import-strategy", str(tmp_path / name), "--json"]) == 1
    shown = capsys.readouterr()
    answer = json.loads(shown.out)
    assert answer["axes"] == []
    assert answer["warnings"] == [shown.err.strip()]
    assert shown.err.strip().endswith("Rien n’a été importé.")


def test_doctor_tells_a_readable_key_and_how_to_mend_it(tmp_path: Path) -> None:
    key = tmp_path / "register.key"
    key.write_text("secret")
    key.chmod(0o644)
    (finding,) = diagnosis.key_files(tmp_path)
    assert not finding.is_well
    assert finding.remedy == f"chmod 600 {key}"
    key.chmod(0o600)
    (finding,) = diagnosis.key_files(tmp_path)
    assert finding.is_well


def test_doctor_on_an_installation_never_opened(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QUIETUDE_", "DJANGO_"))}
    command = [sys.executable, "-P", "-m", "quietude", "doctor", "--data", str(tmp_path / "new")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sera créé au premier démarrage" in done.stdout
    assert done.stdout.endswith("Tout est en ordre.\n")
    assert not (tmp_path / "new").exists()
