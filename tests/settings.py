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
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Quick on purpose; the real one has a test of its own."""

STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
