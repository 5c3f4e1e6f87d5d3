"""The application that the server calls; it does not start while a system check finds a fault."""

import os
from io import StringIO

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quietude.config.settings")
application = get_wsgi_application()
call_command("check", tags=["quietude", "database"], databases=["default"], stdout=StringIO())
