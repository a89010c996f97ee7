"""The WSGI entry point: ``youju.config.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

from youju.lib import modes

os.umask(modes.UMASK)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")

application = get_wsgi_application()
