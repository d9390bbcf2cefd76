"""What a browser shows, and what people do in it."""

from django.core.servers.basehttp import WSGIRequestHandler

# Django's server for tests sends a header, then a body, which would wait until the browser has acknowledged the header:
# 40 ms for every page, file and saved answer. What serves a deployment does not wait either.
WSGIRequestHandler.disable_nagle_algorithm = True
