"""The kernel as modules that can be loaded from changed source, so that one battery judges it and its mutants."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

KERNEL = (
    "quietude.permissions.matrix",
    "quietude.kit.readonly",
    "quietude.accounts.links",
    "quietude.accounts.factors",
    "quietude.accounts.doors",
    "quietude.accounts.middleware",
    "quietude.councils.gate",
)
"""Lowest first: each one imports only those before it, and rooms that are not under test."""


@dataclass(frozen=True)
class House:
    """The seven modules that decide who may do what."""

    matrix: ModuleType
    readonly: ModuleType
    links: ModuleType
    factors: ModuleType
    doors: ModuleType
    middleware: ModuleType
    gate: ModuleType


@cache
def source_of(name: str) -> str:
    """The text of the module ``name``."""
    return Path(str(import_module(name).__file__)).read_text("utf-8")


def real_house() -> House:
    """The kernel as it is."""
    return House(*(import_module(name) for name in KERNEL))


def house_with(changed: Mapping[str, str]) -> House:
    """The kernel in which some modules have another source; nothing of it stays loaded afterwards."""
    kept = {name: import_module(name) for name in KERNEL}
    try:
        return House(*(_load(name, changed.get(name, source_of(name))) for name in KERNEL))
    finally:
        sys.modules.update(kept)


def _load(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = f"{name} (changed)"
    sys.modules[name] = module
    exec(compile(source, module.__file__, "exec"), vars(module))
    return module
