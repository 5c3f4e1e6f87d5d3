"""A small clone of the project on a small machine: its PATH holds only what a test puts there."""

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_TOOLS = ("sh", "cat", "cmp", "dirname", "readlink")
REAL_PYTHON = os.path.realpath(sys.executable)
DEAD = '#!/bin/sh\necho "pyenv: command not found" >&2\nexit 127\n'
SMALL_PRODUCT = {
    "src/quietude/__init__.py": "",
    "src/quietude/__main__.py": "import os, sys\nprint('ready', *sys.argv[1:], 'in', os.getcwd())\n",
    "src/django/__init__.py": "",
    "requirements.lock": "",
    "requirements-dev.lock": "# more\n",
}


@dataclass
class Machine:
    """A folder with a clone, a home, and one folder of programs that is the whole PATH."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("bin", "home", "clone"):
            (self.folder / name).mkdir()
        for name in SYSTEM_TOOLS:
            (self.bin / name).symlink_to(str(shutil.which(name)))
        self.environment = {"PATH": str(self.bin), "HOME": str(self.folder / "home"), "UV_HTTP_RETRIES": "0"}
        shutil.copy2(ROOT / "quietude", self.clone)
        shutil.copytree(ROOT / "launcher", self.clone / "launcher", ignore=shutil.ignore_patterns("__pycache__"))
        for path, text in SMALL_PRODUCT.items():
            self.write(path, text)
        (self.clone / "src/quietude/config").mkdir()
        shutil.copy2(ROOT / "src/quietude/config/aide.txt", self.clone / "src/quietude/config")

    @property
    def bin(self) -> Path:
        return self.folder / "bin"

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    def write(self, path: str, text: str) -> "Machine":
        target = self.clone / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        return self

    def program(self, path: Path | str, script: str) -> Path:
        """Put an executable script on the machine; a bare name goes to the folder of programs."""
        target = self.bin / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script, "utf-8")
        target.chmod(target.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        return target

    def with_python(self, name: str = "python3", before: str = "") -> "Machine":
        """Give the machine a Python; `before` is shell that may answer in its place."""
        self.program(name, f'#!/bin/sh\n{before}\nexec {REAL_PYTHON} "$@"\n')
        return self

    def with_uv(self) -> "Machine":
        (self.bin / "uv").symlink_to(self.uv)
        return self

    @property
    def uv(self) -> Path:
        """A real uv, wherever the machine that runs the tests keeps it: a pyenv shim needs the whole PATH to work."""
        return self.program(
            self.folder / "real-uv", f'#!/bin/sh\nPATH="{os.environ["PATH"]}" exec {installed_uv()} "$@"\n'
        )

    def path(self, *folders: Path) -> "Machine":
        """Put folders before the folder of programs on PATH."""
        self.environment["PATH"] = ":".join(map(str, [*folders, self.bin]))
        return self

    def start(self, *words: str, user: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ./quietude with these words, without input."""
        return subprocess.run(
            [str(self.clone / "quietude"), *words],
            env=self.environment | environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            user=user,
            check=False,
        )


def installed_uv() -> Path:
    """The uv that this very project was installed with, looked for where its start script looks."""
    for folder in [*os.get_exec_path(), str(ROOT / ".tools/uv/bin")]:
        uv = Path(folder) / "uv"
        if uv.exists() and subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0:
            return uv
    raise AssertionError("no uv on this machine, yet the project was installed by one")


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The fault that a person sees: exit 1, nothing on standard output, one French sentence, no traceback."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    sentence = done.stderr.strip().splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert sentence.endswith((".", ")."))
    for word in words:
        assert word in sentence
