"""The door for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
application = get_wsgi_application()

from haidang.conf.keys import require_keys  # noqa: E402 - needs the applications of the line above

require_keys()
