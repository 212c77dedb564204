"""The stand-in's OAuth 2.0, with the oddities of the real one: codes, tokens, and who is signed in."""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from tests.entcore.faults import redirected
from tests.entcore.filters import STANDIN
from tests.entcore.town import Town, User

CLIENT, SECRET = "palier", "secret-de-l-application"
PATHS = ("/auth/oauth2/auth", "/auth/oauth2/token", "/auth/oauth2/userinfo")


@dataclass
class Code:
    """A code that the server gave: it gives tokens for ten minutes, as often as it is asked."""

    client: str
    user: str
    redirect: str
    scope: str


@dataclass
class Applications:
    """The application that an administrator registered, and the codes and tokens given for it."""

    secret: str = SECRET
    grant: str = "authorization_code"
    scope: tuple[str, ...] = ("userinfo",)
    hosts: tuple[str, ...] = ("127.0.0.1",)  #: those that a browser may be sent to; reloaded every thirty minutes
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: dict[str, Code] = field(default_factory=dict)


def _known(request: web.Request) -> Applications:
    known: Applications = request.app[STANDIN].applications
    return known


def _town(request: web.Request) -> Town:
    town: Town = request.app[STANDIN].town
    return town


async def authorize(request: web.Request) -> web.Response:
    """Sends the browser back with a code or an error; to the login page, where nobody is signed in."""
    asked, known = request.query, _known(request)
    if asked.get("response_type") != "code" or not asked.get("client_id", "").strip():
        return _back(request, "invalid_request")
    if not asked.get("scope"):
        return _back(request, "invalid_scope")
    if asked["client_id"] != CLIENT:
        return _back(request, "unauthorized_client")
    user = request.app[STANDIN].signed_in(request)
    if user is None:
        if "state" not in asked or "redirect_uri" not in asked:
            await request.app[STANDIN].never()  # the real one throws before it answers
        wanted = "/auth/oauth2/auth?" + "&".join(f"{name}={quote(asked[name], safe='')}" for name in _KEPT)
        return redirected(f"/auth/login?callback={quote(wanted, safe='')}")
    if not set(known.scope).issuperset(asked["scope"].split()):
        return _back(request, "server_error")
    code = str(uuid.uuid4())
    known.codes[code] = Code(CLIENT, user.id, asked.get("redirect_uri", ""), asked["scope"])
    return _back(request, code=code)


_KEPT = ("state", "scope", "response_type", "redirect_uri", "client_id")  #: a proof (PKCE) is lost on the way


def _back(request: web.Request, error: str = "", code: str = "") -> web.Response:
    """The state comes back as it was sent, not encoded; nobody is sent to an unknown host, but to the home page."""
    redirect, state = request.query.get("redirect_uri", ""), request.query.get("state", "")
    if urlsplit(redirect).hostname not in _known(request).hosts:
        return redirected("/")
    said = f"code={code}" if code else f"error={error}"
    return redirected(f"{redirect}?{said}{f'&state={state}' if state.strip() else ''}")


async def token(request: web.Request) -> web.Response:
    """Gives a token for a code. The application's secret comes in the form or in a header."""
    form, known = dict(await request.post()), _known(request)
    client, secret = _credentials(request, form)
    if form.get("grant_type") != "authorization_code":
        return _no("unsupported_grant_type", 400)
    if not client or not secret:
        return _no("invalid_request", 400)
    if (client, secret, known.grant) != (CLIENT, known.secret, "authorization_code"):
        return _no("invalid_client")
    if not form.get("code") or not form.get("redirect_uri"):
        return _no("invalid_request", 400)
    code = known.codes.get(str(form["code"]))
    if code is None:
        return _no("invalid_grant")
    if code.redirect != form["redirect_uri"]:
        return _no("redirect_uri_mismatch")
    known.tokens[given := str(uuid.uuid4())] = code
    told = {"token_type": "Bearer", "access_token": given, "refresh_token": str(uuid.uuid4()), "expires_in": 3600}
    return web.json_response({**told, "scope": code.scope})


def _credentials(request: web.Request, form: dict[str, Any]) -> tuple[str, str]:
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic" and b":" in (known := base64.b64decode(value)):
        client, _, secret = known.decode().partition(":")
        return client, secret
    return str(form.get("client_id", "")), str(form.get("client_secret", ""))


def _no(error: str, status: int = 401) -> web.Response:
    return web.json_response({"error": error, "error_description": ""}, status=status)


async def userinfo(request: web.Request) -> web.Response:
    """What the ENT tells an application of whoever signed in, or somebody of themselves; else the login page."""
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    code = _known(request).tokens.get(given) if kind == "Bearer" else None
    user = request.app[STANDIN].signed_in(request) if code is None else _town(request).users[code.user]
    if user is None or (code is not None and "userinfo" not in code.scope.split()):
        return redirected(f"/auth/login?callback={quote(str(request.url), safe='')}")
    told: dict[str, Any] = {
        "userId": user.id,
        "login": user.login,
        "username": f"{user.first} {user.last}",
        "firstName": user.first,
        "lastName": user.last,
        "type": user.type,
        "federated": user.federated,
        "deletePending": user.deleted is not None,
        "birthDate": None if user.born is None else user.born.isoformat(),
    }
    if request.query.get("version") in ("2.0", "v2.0"):
        return web.json_response(told | {"functions": {}, "structures": user.structures})
    told["type"] = {"Teacher": "ENSEIGNANT", "Student": "ELEVE", "Relative": "PERSRELELEVE"}.get(user.type, "")
    return web.json_response({name: value for name, value in told.items() if name != "federated"})


def user_of(town: Town, login: str) -> User:
    """The account with that login."""
    found = town.by_login(login)
    assert found is not None
    return found


ROUTES = [
    web.get(PATHS[0], authorize),
    web.post(PATHS[1], token),
    web.get(PATHS[2], userinfo),
    web.post(PATHS[2], userinfo),
]
