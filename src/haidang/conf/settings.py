"""Settings of one installation; what an operator may change comes from the environment, nothing from code."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from haidang.conf import environment

PACKAGE = Path(__file__).resolve().parents[1]
DATA_DIR = environment.data_dir()
FILES_DIR = DATA_DIR / "files"

SECRET_KEY = environment.secret_key(DATA_DIR)
# The ledger is sealed under a key that is not in the database: who can write there still cannot forge an entry.
LEDGER_KEYS = environment.key_ring(DATA_DIR, "ledger")
# Fields about people are sealed under the first, found by the second.
FIELD_KEYS = environment.key_ring(DATA_DIR, "fields")
TOKEN_KEYS = environment.key_ring(DATA_DIR, "tokens")
# Heads of the ledger's chains, day by day; best on a disk that the server's administrator cannot write back.
LEDGER_ANCHORS = Path(os.environ.get("HAIDANG_ANCHORS") or DATA_DIR / "anchors" / "ledger.txt")
DEBUG = False
# Hosts that the programme may call (mail, sign-in); none unless the operator says so.
OUTBOUND = environment.listed("HAIDANG_OUTBOUND", "")
ALLOWED_HOSTS = environment.listed("HAIDANG_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = environment.listed("HAIDANG_ORIGINS", "")
# A demonstration runs on plain http on one machine; behind TLS the operator says so and cookies travel on TLS only.
TLS = os.environ.get("HAIDANG_TLS") == "1"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "haidang.apps.ledger",
    "haidang.apps.people",
    "haidang.apps.files",
    "haidang.apps.directives",
    "haidang.apps.plans",
    "haidang.apps.reports",
    "haidang.sites.office",
    "haidang.cli",
    "haidang.conf.demonstration",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "haidang.sites.office.frame.middleware.ViewerMiddleware",
    "haidang.sites.office.frame.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "haidang.conf.urls"
WSGI_APPLICATION = "haidang.conf.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "haidang.sites.office.frame.context.frame",
            ],
        },
    }
]

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# Eight wrong passwords for one account from one address: a quarter of an hour. The officer at another desk gets in.
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "haidang.conf.guessing.account_token"
AXES_CLIENT_IP_CALLABLE = "haidang.conf.guessing.caller"
AXES_LOCKOUT_CALLABLE = "haidang.sites.office.frame.views.locked_out"
# What was typed and who came when is the ledger's business; here only failures are counted.
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "password", "next", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
LOGIN_URL = "office:sign-in"
LOGIN_REDIRECT_URL = "office:desk"
LOGOUT_REDIRECT_URL = "office:sign-in"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES_DIR}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
# Over TLS a browser lets no neighbour under the same domain set or read these (RFC 6265bis, `__Host-`).
SESSION_COOKIE_NAME = "__Host-session" if TLS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrf"
# The proxy that speaks TLS says so; without HAIDANG_TLS nobody is believed.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if TLS else 0
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "haidang.sites.office.frame.views.form_expired"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# A whole province's plan pasted as text must fit; larger uploads are refused with a message, not cut.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
# A document is looked through for its secrecy stamp before any of it is written, so up to the largest file that is
# taken nothing goes to a temporary folder.
FILE_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024
# A request longer than this is turned away unread: several files of evidence fit.
LARGEST_REQUEST = 128 * 1024 * 1024
# A reading view of a long directive posts many small fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# The day shown and counted from; demonstration and tests may fix it (ISO), production leaves it empty.
FIXED_TODAY = os.environ.get("HAIDANG_TODAY", "")
DEMONSTRATION = os.environ.get("HAIDANG_DEMONSTRATION") == "1"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Messages of exceptions quote what people typed; the log shows where something failed, not with which words.
    "formatters": {"line": {"()": "haidang.conf.log_lines.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Its lines hold addresses of callers.
    "loggers": {"axes": {"level": "CRITICAL"}},
}
