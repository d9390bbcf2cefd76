"""The door for ASGI servers."""

import os

from django.core.asgi import get_asgi_application

from cxmaturity.loading import load_everything

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")

application = get_asgi_application()
load_everything()
