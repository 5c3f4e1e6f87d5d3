"""What was read, kept in the process for as long as it is true.

The key says it: whoever writes changes the key (see ``Council.revision``), so that nothing has to be taken out in time
and several processes never disagree. The least recently used entry goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Memory:
    """At most ``size`` values, shared by the threads of one process."""

    def __init__(self, size: int) -> None:
        self._size = size
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
            self._kept[key] = value
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return value
