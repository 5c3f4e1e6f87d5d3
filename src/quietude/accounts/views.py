"""One's own account: opening it from an invitation, seeing it, closing every session."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from quietude.accounts import queries, services
from quietude.accounts.doors import by_link, link_refused, public, signed_in
from quietude.accounts.forms import ChoosePasswordForm
from quietude.accounts.links import Link


@sensitive_post_parameters("password", "again")
@by_link("invitation")
def accept_invitation(request: HttpRequest, link: Link) -> HttpResponse:
    """GET shows whose account it is; POST sets the password, signs in, and leads to the second factor."""
    user = queries.find_invited(link)
    if user is None:
        return link_refused(request)
    form = ChoosePasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        services.open_account(user, form.cleaned_data["password"])
        if request.user.is_authenticated:
            logout(request)
        login(request, user, backend="quietude.accounts.backends.InvitedBackend")
        record_authentication(request, user, method="password", reauthenticated=True)
        return redirect("mfa_index")
    return render(request, "accounts/accept_invitation.html", {"form": form, "invited": user, "until": link.until})


@public
def limits(request: HttpRequest) -> HttpResponse:
    """What this version does not promise: anyone may read it before trusting it."""
    return render(request, "accounts/limits.html")


@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here: name, address, second factors, sessions."""
    facts: dict[str, Any] = {"factors": queries.second_factors(request.user)}  # type: ignore[arg-type]
    return render(request, "accounts/account.html", facts)


@signed_in
def close_sessions(request: HttpRequest) -> HttpResponse:
    """Close every session of this account, this one included; GET asks, POST acts."""
    if request.method != "POST":
        return redirect("account")
    services.close_every_session(request.user)  # type: ignore[arg-type]
    logout(request)
    response = redirect("account_login")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
