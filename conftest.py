"""What the tests of every room share: the cast, and other processes on the same base."""

pytest_plugins = ["tests.cast", "tests.yard"]
