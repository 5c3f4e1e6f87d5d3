"""What the tests of every room share: a hostile house, the cast, and other processes on the same base."""

pytest_plugins = ["tests.house", "tests.cast", "tests.yard"]
