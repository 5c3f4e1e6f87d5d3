"""The promises really bite: every single-rule mutant of the kernel breaks at least one of them."""

import logging

import pytest
from django.db import transaction

from quietude.permissions.matrix import MATRIX, Can
from quietude.permissions.roles import Role
from tests.kernel.house import KERNEL, house_with, source_of
from tests.kernel.mutants import Mutant, mutants_of
from tests.kernel.stage import Stage, set_stage
from tests.kernel.test_matrix import check_matrix
from tests.kernel.test_promises import PROMISES

HARMLESS: dict[str, str] = {}
"""Mutants that change nothing that anyone could notice, each with the reason."""


@pytest.mark.parametrize("capability", Can)
def test_a_role_added_or_taken_away_is_seen(capability: Can, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in Role:
        with monkeypatch.context() as change:
            change.setitem(MATRIX, capability, MATRIX[capability] ^ {role})
            with pytest.raises(AssertionError):
                check_matrix()
    with monkeypatch.context() as change:
        change.delitem(MATRIX, capability)
        with pytest.raises(AssertionError):
            check_matrix()


@pytest.mark.django_db
@pytest.mark.parametrize("module", KERNEL)
def test_every_mutant_breaks_a_promise(module: str) -> None:
    logging.disable(logging.CRITICAL)
    try:
        stage = set_stage()
        mutants = list(mutants_of(module, source_of(module)))
        survivors = {str(mutant) for mutant in mutants if survives(mutant, stage)}
    finally:
        logging.disable(logging.NOTSET)
    assert mutants
    assert survivors == {name for name in HARMLESS if name.startswith(f"{module.rpartition('.')[2]}: ")}


def survives(mutant: Mutant, stage: Stage) -> bool:
    """Whether the kernel with this change still keeps every promise."""
    try:
        house = house_with({mutant.module: mutant.source})
        for promise in PROMISES:
            with transaction.atomic():
                promise(house, stage)
                transaction.set_rollback(True)
    except (Exception, pytest.fail.Exception):
        return False
    return True
