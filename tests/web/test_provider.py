"""The demo's ENT as a provider: which applications, codes and tokens it takes."""

from __future__ import annotations

import base64
import hashlib
import json
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bot.web.provider import Application, Provider

HERE = "http://127.0.0.1:8082"
BACK = "http://127.0.0.1:8083/connexion"
VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
ASKED = {
    "response_type": "code",
    "client_id": "palier",
    "redirect_uri": BACK,
    "scope": "userinfo",
    "state": "a-state",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
}


@pytest.fixture
def provider() -> Provider:
    """A provider with one application."""
    return Provider(Application("palier", "secret", BACK, "L’assistance"))


def address(**changed: str) -> str:
    """The address at which a browser asks for a code."""
    asked = {name: value for name, value in (ASKED | changed).items() if value}
    return f"{HERE}/auth/oauth2/auth?{urlencode(asked)}"


def exchanged(provider: Provider, **changed: str) -> tuple[dict[str, str], int]:
    """The answer to the exchange of a code given for the account `a`, with these fields changed."""
    back = parse_qs(urlsplit(provider.give_code(address(), "a")).query)
    form = {"grant_type": "authorization_code", "client_id": "palier", "client_secret": "secret"}
    form |= {"redirect_uri": BACK, "code": back["code"][0], "code_verifier": VERIFIER} | changed
    body, status = provider.give_token(f"{HERE}/auth/oauth2/token", form)
    return json.loads(body), status


def test_a_code_gives_a_token_and_that_tells_the_account(provider: Provider) -> None:
    back = provider.give_code(address(), "a")
    assert back.startswith(f"{BACK}?")
    assert parse_qs(urlsplit(back).query)["state"] == ["a-state"]
    told, status = exchanged(provider)
    assert status == 200
    assert provider.account(f"{HERE}/auth/oauth2/userinfo", f"Bearer {told['access_token']}") == "a"


@pytest.mark.parametrize("authorization", ["", "Bearer ", "Bearer unknown", "Basic unknown"])
def test_without_a_token_nobody_is_told(provider: Provider, authorization: str) -> None:
    assert provider.account(f"{HERE}/auth/oauth2/userinfo", authorization) == ""


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"client_id": "another"}, None),
        ({"redirect_uri": "https://elsewhere.example/"}, None),
        ({"redirect_uri": f"{BACK}/more"}, None),
        ({"scope": "directory"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({}, ""),
    ],
)
def test_what_is_asked_for_must_be_what_the_application_may(
    provider: Provider, changed: dict[str, str], refusal: str | None
) -> None:
    assert provider.refusal(address(**changed)) == refusal


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"client_id": "another"}, "invalid_client"),
        ({"code": "unknown"}, "invalid_grant"),
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"redirect_uri": "https://elsewhere.example/"}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_wrong_exchange_gives_no_token(provider: Provider, changed: dict[str, str], error: str) -> None:
    told, status = exchanged(provider, **changed)
    assert (told["error"], "access_token" in told) == (error, False)
    assert status >= 400


def test_a_code_is_exchanged_once(provider: Provider) -> None:
    back = parse_qs(urlsplit(provider.give_code(address(), "a")).query)
    assert exchanged(provider, code=back["code"][0])[1] == 200
    assert exchanged(provider, code=back["code"][0])[0]["error"] == "invalid_grant"
