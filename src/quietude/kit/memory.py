"""What was read, kept in the process for as long as it is true.

The key says it: whoever writes changes the key (see ``Council.revision``), so that nothing has to be taken out in time
and several processes never disagree. The least recently used entry goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

WEIGHT = 5_000
"""What a value that is no text weighs, in characters: a figure weighs less, a sheet as much."""


class Memory:
    """Values that weigh ``capacity`` characters at most in all, shared by the threads of one process."""

    def __init__(self, capacity: int) -> None:
        self._capacity, self._weight = capacity, 0
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def recall[Value](self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value kept under ``key``; made, and kept, when there is none. Whoever receives it must not change it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                value: Value = self._kept[key]
                return value
        value = make()
        with self._lock:
            self._weight += _weight(value) - (_weight(self._kept[key]) if key in self._kept else 0)
            self._kept[key] = value
            while self._weight > self._capacity:
                self._weight -= _weight(self._kept.popitem(last=False)[1])
        return value


def _weight(value: Any) -> int:
    return len(value) if isinstance(value, str) else WEIGHT
