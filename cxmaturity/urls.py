"""Where the addresses of the project lead: accounts to django-allauth, everything else to the app."""

from inspect import unwrap

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.usersessions import views as usersessions
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views import defaults
from django.views.decorators.cache import never_cache

from assessments import urls as app
from assessments.accounts.organisation import to_organisation

# By hand, not `include("allauth.account.urls")`: only the pages that we offer, so that no other ever shows.
ACCOUNTS = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("email/", account.email, name="account_email"),
    path("confirm-email/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", account.confirm_email, name="account_confirm_email"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

SIGN_IN = [
    path("sign-in/", mfa.index, name="mfa_index"),
    path("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/code/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("sign-in/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sign-in/recovery-codes/", never_cache(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("sign-in/recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sign-in/recovery-codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("sign-in/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("sign-in/passkeys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("sign-in/passkeys/use/", login_not_required(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/passkeys/again/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sign-in/passkeys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("sign-in/passkeys/<int:pk>/edit/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("sign-in/sessions/", usersessions.list_usersessions, name="usersessions_list"),
    path("sign-in/organisation/", social.connections, name="socialaccount_connections"),
    path("sign-in/organisation/signup/", social.signup, name="socialaccount_signup"),
    path("sign-in/organisation/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("sign-in/organisation/failed/", social.login_error, name="socialaccount_login_error"),
    path("oidc/<slug:provider_id>/login/", to_organisation, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", openid.callback, name="openid_connect_callback"),
]

# Django's own first looks for the token of a form: in the very body that could not be read.
handler400 = unwrap(defaults.bad_request)

urlpatterns = [
    *app.urlpatterns,  # first, and not included: Django tries one after the other
    path("accounts/", include(ACCOUNTS)),
    path("accounts/", include(SIGN_IN)),
]
