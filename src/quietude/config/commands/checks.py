"""Lance les contrôles et les tests. Avec des arguments, ne lance que pytest, qui les reçoit tels quels."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from quietude.config.refusal import Refusal

TAKES_THE_REST = True

# What the check guards, in French -> the program of the environment that checks it, with its arguments.
CHECKS = {
    "Écriture (ruff)": ["ruff", "check", "."],
    "Dépendances entre pièces (import-linter)": ["lint-imports"],
    "Types (mypy)": ["mypy"],
    "Gabarits (djlint)": ["djlint", "src", "--lint", "--quiet"],
}


def declare(parser: argparse.ArgumentParser) -> None:
    parser.usage = "./quietude test [arguments de pytest]"


def run(options: argparse.Namespace) -> int:
    """Run the checks, then pytest on two processes; return 1 when any of them failed. pytest has the last word."""
    root = project_root()
    os.chdir(root)
    failed = [] if options.rest else run_checks()
    os.environ["QUIETUDE_FAILED_CHECKS"] = ", ".join(failed)
    processes = [] if any(word.startswith("-n") for word in options.rest) else ["-n", "2"]
    tests = subprocess.run([sys.executable, "-m", "pytest", *processes, *options.rest], check=False)
    return 1 if failed or tests.returncode else 0


def project_root() -> Path:
    """The clone this runs from; raises Refusal where only the installed package is there, without its tests."""
    root = Path(__file__).resolve().parents[4]
    if not (root / "conftest.py").exists():
        raise Refusal("Les tests ne sont pas installés ici : clonez le dépôt de Quiétude pour les lancer.")
    return root


def run_checks() -> list[str]:
    """Run the checks two at a time and print each one; return the names of those that failed."""
    failed = []
    with ThreadPoolExecutor(2) as pool:
        for name, done in zip(CHECKS, pool.map(run_check, CHECKS.values()), strict=True):
            print(f"{'✓' if done.returncode == 0 else '✗'} {name}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout, flush=True)
    return failed


def run_check(words: list[str]) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
