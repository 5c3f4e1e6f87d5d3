"""The product's settings, in a data folder of their own that disappears with the tests."""

import atexit
import os
import shutil
import tempfile

DATA_OF_TESTS = tempfile.mkdtemp(prefix="quietude-tests-")
atexit.register(shutil.rmtree, DATA_OF_TESTS, ignore_errors=True)
os.environ["QUIETUDE_DATA"] = DATA_OF_TESTS
os.environ.pop("QUIETUDE_DEMO", None)

from quietude.config.settings import *  # noqa: E402, F403

MAILERS["wire"] = {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}  # noqa: F405
