"""Django settings, derived from the table in options.py."""

from functools import partial
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from youju.config.address import proxy_address, public_address
from youju.config.database import database
from youju.config.home import home_folder
from youju.config.options import choice, flag, number, option, zone
from youju.config.secret import secret_key
from youju.records import kinds
from youju.records.registers import all_registers as registers

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home_folder()

# Made and read when it is first needed: a command that only reads makes no key.
SECRET_KEY = SimpleLazyObject(partial(secret_key, HOME))
DEBUG = flag("DEBUG")
_PUBLIC = public_address(option("PUBLIC_URL"))
PUBLIC_URL = _PUBLIC.origin
TRUSTED_PROXY = proxy_address(option("TRUSTED_PROXY"))
ALLOWED_HOSTS = [host.strip() for host in [*option("HOSTS").split(","), _PUBLIC.host] if host.strip()]
ROOT_URLCONF = "youju.config.urls"
WSGI_APPLICATION = "youju.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "youju.orgs",
    "youju.ledger",
    "youju.evidence",
    "youju.gate",
    "youju.records",
    "youju.records.notices",
    "youju.records.sign_in",
    *registers.APPLICATIONS,
    "youju.records.accreditation.checklist",
    *kinds.APPLICATIONS,
    "youju.orders",
    "youju.plans",
    "youju.duty",
    "youju.indicators",
    "youju.claims",
    "youju.summaries",
    "youju.clockwork",
    "youju.machine",
    "youju.bureau",
    "youju.desk",
    "youju.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "youju.desk.personal.NoStoreMiddleware",
    "youju.desk.once.AskedOnceMiddleware",
    "youju.portal.anonymous.AnonymousMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "youju.desk.account.required.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "youju.desk.audit.noting.NotingMiddleware",
    "youju.desk.errors.ErrorMiddleware",
    "youju.desk.standstill.StandstillMiddleware",
    "youju.desk.setup.middleware.SetupMiddleware",
]

FORM_RENDERER = "youju.config.drawing.FormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "youju.desk.context.desk",
            ],
        },
    }
]

DATABASES = {"default": database(option("DATABASE_URL"), HOME)}

# Who may log in
AUTH_USER_MODEL = "orgs.Member"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "workbench"
LOGOUT_REDIRECT_URL = "login"

OTP_TOTP_ISSUER = "有据"  # as the phone lists it

# Sessions, cookies, headers
# Longer than any: each log-in says itself how long it holds (the setting session_hours).
SESSION_COOKIE_AGE = 72 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _PUBLIC.secure
SECURE_SSL_HOST = _PUBLIC.netloc
SECURE_HSTS_SECONDS = 31_536_000 if _PUBLIC.secure else 0
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Tabler's CSS draws its icons as data: images
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Words and clock
LANGUAGE_CODE = choice("LANGUAGE", "zh-hans", "en")
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
# Apps bring their own; these are the packages that are no apps.
LOCALE_PATHS = [
    PACKAGE / "locale",
    PACKAGE / "cli" / "locale",
    PACKAGE / "demo" / "locale",
    PACKAGE / "machine" / "locale",
    PACKAGE / "backups" / "locale",
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = zone("TIME_ZONE")

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# A roster is ticked person by person, twice: expected and present.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

MANUAL_FOLDER = PACKAGE.parent / "docs" / "manual"
EVIDENCE_FOLDER = HOME / "evidence"
FONT_FOLDER = HOME / "fonts"  # what a bureau owns beside the fonts of the machine
UNPACKED_BYTES = int(number("UNPACKED_MEGABYTES") * 1024 * 1024)
CHECK_BYTES = int(number("CHECK_MEGABYTES") * 1024 * 1024)
# What is longer is refused before it fills the disk.
REQUEST_BYTES = int(number("REQUEST_MEGABYTES") * 1024 * 1024)
TICK_SECONDS = number("TICK_MINUTES") * 60

# Mail
EMAIL_HOST = option("MAIL_HOST")
EMAIL_PORT = int(number("MAIL_PORT"))
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL
EMAIL_HOST_USER = option("MAIL_USER")
EMAIL_HOST_PASSWORD = option("MAIL_PASSWORD")
DEFAULT_FROM_EMAIL = option("MAIL_FROM") or EMAIL_HOST_USER
EMAIL_TIMEOUT = 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"codes": {"()": "youju.desk.logged.WithoutCodes"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["codes"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# The ways to pay: files of keys, never the keys themselves. Empty where they are not set up.
_WECHAT = ("APPID", "MCHID", "SERIAL", "KEY_ID", "PRIVATE_KEY", "V3_KEY", "PUBLIC_KEY", "GATEWAY")
PAY_WECHAT = tuple(option(f"PAY_WECHAT_{name}") for name in _WECHAT)
PAY_ALIPAY = tuple(option(f"PAY_ALIPAY_{name}") for name in ("APPID", "PRIVATE_KEY", "PUBLIC_KEY", "GATEWAY"))
