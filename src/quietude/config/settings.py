"""Settings of one installation, read from the environment (prefix QUIETUDE_) and from its data folder."""

from pathlib import Path

from environs import Env

from quietude.config.mail import wire
from quietude.kit.logs import logging_to_stderr
from quietude.kit.secrets import read_or_create_secret

env = Env(prefix="QUIETUDE_")

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(env.str("DATA", "var")).resolve()
DEMO = env.bool("DEMO", False)
DEBUG = False

SECRET_KEY = read_or_create_secret(DATA / "secret.key")
REGISTER_KEY_FILE = Path(env.str("REGISTER_KEY_FILE", str(DATA / "register.key")))
FACTOR_KEY_FILE = Path(env.str("FACTOR_KEY_FILE", str(DATA / "factor.key")))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("TRUSTED_ORIGINS", [])
BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000")
HTTPS = BASE_URL.startswith("https://")

INSTALLED_APPS = [
    "quietude.demo",
    "quietude.desk",
    "quietude.strategy",
    "quietude.documents",
    "quietude.councils",
    "quietude.territories",
    "quietude.intake",
    "quietude.accounts",
    "quietude.outbox",
    "quietude.audit",
    "quietude.kit",
    "quietude.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "quietude.kit.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "quietude.accounts.middleware.session_limits",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "quietude.config.urls"
FORM_RENDERER = "quietude.kit.forms.Renderer"
WSGI_APPLICATION = "quietude.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quietude.councils.context.here",
            ],
            "builtins": [
                f"quietude.kit.templatetags.{name}" for name in ("kit", "components", "charts", "kept", "submissions")
            ],
        },
    }
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA / 'quietude.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
"""In the base, so that a limit on attempts holds for all the processes together."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["quietude.accounts.backends.InvitedBackend"]
PASSWORD_HASHERS = ["quietude.accounts.hashers.Argon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "quietude.accounts.passwords.KnownPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("full_name", "email")},
    },
]

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # the others are never asked for, and compressing them takes seconds
UPLOADS = DATA / "uploads"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder", "quietude.kit.finders.WheelFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": UPLOADS}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

TASKS = {"default": {"BACKEND": "quietude.config.work.queue.Queue", "QUEUES": ["default"]}}

MAILERS = {"default": {"BACKEND": "quietude.outbox.backend.QueueingMailer"}, **({} if DEMO else wire(env))}
MAIL_KEPT_DAYS = env.int("MAIL_KEPT_DAYS", 30)
"""How long « Courriels » shows a mail that has left or failed; its text is erased when it leaves."""
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "Quiétude <ne-pas-repondre@localhost>")

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "manifest-src": ["'self'"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 86400 if HTTPS else 0
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", 0)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SESSION_ENGINE = "quietude.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "quietude.kit.errors.form_expired"

LOGIN_URL = "demo_entrance" if DEMO else "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_ADAPTER = "quietude.accounts.adapter.InvitationOnlyAdapter"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "quietude.accounts.forms.SignInForm",
    "reauthenticate": "quietude.accounts.forms.ConfirmPasswordForm",
    "change_password": "quietude.accounts.forms.ChangePasswordForm",
    "set_password": "quietude.accounts.forms.SetPasswordForm",
    "reset_password": "quietude.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "quietude.accounts.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_ADAPTER = "quietude.accounts.adapter.FactorAdapter"
MFA_FORMS = {
    "authenticate": "quietude.accounts.forms.FactorForm",
    "reauthenticate": "quietude.accounts.forms.ConfirmFactorForm",
    "activate_totp": "quietude.accounts.forms.EnrolApplicationForm",
    "add_webauthn": "quietude.accounts.forms.AddKeyForm",
    "edit_webauthn": "quietude.accounts.forms.RenameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = logging_to_stderr()
