"""The kernel keeps each of its promises."""

import pytest

from tests.kernel import promises_doors, promises_gate, promises_sessions
from tests.kernel.house import real_house
from tests.kernel.stage import set_stage

PROMISES = promises_gate.PROMISES + promises_doors.PROMISES + promises_sessions.PROMISES

pytestmark = [pytest.mark.django_db, pytest.mark.on_postgres]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_promise(promise) -> None:
    promise(real_house(), set_stage())
