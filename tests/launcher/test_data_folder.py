"""A data folder is never taken for another, nor shared, nor emptied by mistake."""

from pathlib import Path

import pytest

from quietude.config.data_folder import Use, held
from quietude.config.refusal import Refusal


def test_a_new_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with held(folder, Use.DEMO):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_second_start_keeps_the_data_and_fresh_does_not(tmp_path: Path) -> None:
    with held(tmp_path, Use.DEMO):
        (tmp_path / "quietude.sqlite3").write_text("facts")
        (tmp_path / "uploads").mkdir()
    with held(tmp_path, Use.DEMO):
        assert (tmp_path / "quietude.sqlite3").read_text() == "facts"
    with held(tmp_path, Use.DEMO, fresh=True):
        assert not (tmp_path / "quietude.sqlite3").exists()
        assert not (tmp_path / "uploads").exists()


def test_one_instance_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path, Use.REAL), pytest.raises(Refusal, match="autre instance"), held(tmp_path, Use.REAL):
        pass
    with held(tmp_path, Use.REAL):
        pass


def test_the_demonstration_never_opens_nor_empties_real_data(tmp_path: Path) -> None:
    with held(tmp_path, Use.REAL):
        (tmp_path / "quietude.sqlite3").write_text("facts")
    with pytest.raises(Refusal, match="usage réel"), held(tmp_path, Use.DEMO, fresh=True):
        pass
    assert (tmp_path / "quietude.sqlite3").read_text() == "facts"


@pytest.mark.parametrize("fresh", [False, True])
def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, fresh: bool) -> None:
    (tmp_path / "letters.odt").write_text("dear")
    with pytest.raises(Refusal, match="autre chose"), held(tmp_path, Use.DEMO, fresh=fresh):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letters.odt"]


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/quietude")):
        with pytest.raises(Refusal, match="accessible en écriture"), held(folder, Use.DEMO):
            pass
