"""The door for WSGI servers: `granian --interface wsgi cxmaturity.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from cxmaturity.loading import load_everything

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")

application = get_wsgi_application()
load_everything()
