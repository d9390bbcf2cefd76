"""Settings of the project. What differs between installations comes from the environment (docs/deploy.md)."""

from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

from .environment import base_url, database, email, hosts, secret_key, sender, tasks, time_zone
from .openid import openid, openid_apps

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# ---------------------------------------------------------------- the installation
DEBUG = env.bool("DEBUG", default=False)
HTTPS = env.bool("HTTPS", default=False)
PROXIES = env.int("PROXIES", default=0)
if PROXIES < 0:
    raise ImproperlyConfigured("PROXIES is the number of proxies in front of the server: 0 or more")
ALLOWED_HOSTS = hosts(env)
DATABASES = {"default": database(env, BASE_DIR)}
SECRET_KEY = secret_key(env, DATABASES["default"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
WSGI_APPLICATION = "cxmaturity.wsgi.application"
ROOT_URLCONF = "cxmaturity.urls"

INSTALLED_APPS = [
    "assessments",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "lucide",
    "whitenoise.runserver_nostatic",
    "cxmaturity.apps.StaticFiles",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "cxmaturity.middleware.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cxmaturity.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cxmaturity.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cxmaturity.middleware.FormsOnlyMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
MESSAGE_STORAGE = "cxmaturity.messages.LazyStorage"
# In the database, so that every web process sees the same counts of sign-in attempts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Beyond it, counts that hold are thrown away: many networks at once must not make room for more attempts.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Rendered reports, keyed by everything they are made of: each process may keep its own and lose it at any time.
    "reports": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "reports",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

# ---------------------------------------------------------------- languages and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文"), ("zh-hant", "繁體中文")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["cxmaturity.formats"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE = HTTPS
TIME_ZONE = time_zone(env)
USE_TZ = True

# ---------------------------------------------------------------- accounts
AUTH_USER_MODEL = "assessments.User"
AUTHENTICATION_BACKENDS = ["assessments.accounts.sessions.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspaces"
ACCOUNT_ADAPTER = "assessments.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {
    "login": "assessments.forms.accounts.LoginForm",
    "signup": "assessments.forms.accounts.SignupForm",
    "add_email": "assessments.forms.accounts.AddEmailForm",
    "change_password": "assessments.forms.accounts.ChangePasswordForm",
    "set_password": "assessments.forms.accounts.SetPasswordForm",
    "reset_password": "assessments.forms.accounts.ResetPasswordForm",
    "reset_password_from_key": "assessments.forms.accounts.ResetPasswordKeyForm",
    "reauthenticate": "assessments.forms.accounts.ReauthenticateForm",
}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Not ACCOUNT_CHANGE_EMAIL: where confirming is optional, it takes away an address that was never confirmed.
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# Letters to one address: anybody may ask for them, and who has had five has a link that works.
ACCOUNT_RATE_LIMITS = {"reset_password": "20/m/ip,5/900s/key"}

# ---------------------------------------------------------------- a second step at sign-in, passkeys, other sign-ins
MFA_ADAPTER = "assessments.accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "CX Maturity"
MFA_TOTP_TOLERANCE = 1  # a phone may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers allow passkeys on localhost only, then
MFA_FORMS = {
    "authenticate": "assessments.forms.sign_in.CodeForm",
    "reauthenticate": "assessments.forms.sign_in.CodeAgainForm",
    "activate_totp": "assessments.forms.sign_in.AppForm",
    "login_webauthn": "assessments.forms.sign_in.PasskeyForm",
    "authenticate_webauthn": "assessments.forms.sign_in.PasskeyAfterForm",
    "reauthenticate_webauthn": "assessments.forms.sign_in.PasskeyAgainForm",
    "add_webauthn": "assessments.forms.sign_in.AddPasskeyForm",
    "edit_webauthn": "assessments.forms.sign_in.NamePasskeyForm",
}
OIDC = openid(env)
SOCIALACCOUNT_ADAPTER = "assessments.accounts.adapters.SocialAccountAdapter"
SOCIALACCOUNT_FORMS = {"signup": "assessments.forms.sign_in.OrganisationSignupForm"}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid_apps(OIDC)}}
# Only where the operator says so: whoever runs the other sign-in could open any account by naming its address.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = env.bool(
    "OIDC_TRUST_EMAIL", default=False
)

# ---------------------------------------------------------------- e-mail: to standard output without EMAIL_URL
globals().update(email(env))  # EMAIL_BACKEND, EMAIL_HOST and the rest
DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender(env)
BASE_URL = base_url(env, ALLOWED_HOSTS, HTTPS)  # what links in mail begin with

# ---------------------------------------------------------------- background tasks
TASKS = tasks(env)

# ---------------------------------------------------------------- static files
_bootstrap = find_spec("bootstrap")
if not _bootstrap or not _bootstrap.submodule_search_locations:
    raise ImproperlyConfigured("Bootstrap’s files are missing: pip install -r requirements.txt")
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=BASE_DIR / "staticfiles")
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", Path(next(iter(_bootstrap.submodule_search_locations))) / "css"),
]
# Files on their way in: read by our own processes, never served, gone when they are through (actions/imports.py).
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "media")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "cxmaturity.storage.BundledStaticFilesStorage"
        )
    },
}

# ---------------------------------------------------------------- security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws ticks and arrows of form fields as data: images in its stylesheet
        "object-src": [NONE],
        "base-uri": [NONE],
        # The button of the organisation’s own sign-in is a form that leads there.
        "form-action": [SELF, *([OIDC["origin"]] if OIDC else [])],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "accelerometer": [],
    "autoplay": [],
    "camera": [],
    "display-capture": [],
    "encrypted-media": [],
    "fullscreen": [],
    "geolocation": [],
    "gyroscope": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "payment": [],
    "usb": [],
    "xr-spatial-tracking": [],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "assessments.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other hosts below this one may not speak HTTPS: they are the operator's to decide
    "security.W021",  # so is a place in browsers' preload lists, which cannot be taken back
]
if not HTTPS:
    SILENCED_SYSTEM_CHECKS += [
        "security.W004",  # HTTPS=false says that this installation is local: no HSTS for 127.0.0.1,
        "security.W008",  # nothing to redirect to,
        "security.W012",  # and a secure session cookie
        "security.W016",  # or CSRF cookie would never come back
    ]

# ---------------------------------------------------------------- logging: one stream, standard error
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "cxmaturity.logs.Line", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.str("LOG_LEVEL", default="INFO", validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"])),
    },
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.server": {"handlers": [], "propagate": True}},
}
