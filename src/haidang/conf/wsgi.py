"""The door for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.conf.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402

from haidang.conf.keys import require_keys  # noqa: E402 - needs the applications of the line above
from haidang.conf.outbound import close_outbound  # noqa: E402

require_keys()
close_outbound(settings.OUTBOUND)
