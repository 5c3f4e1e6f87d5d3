"""What the tests of every room share: the cast."""

pytest_plugins = ["tests.cast"]
