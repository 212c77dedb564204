"""The faults of the stand-in server, which a test plans for a path and a number of calls."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from aiohttp import web
from yarl import URL

PAGE = "<!DOCTYPE html><html><body>ENT ONE</body></html>"
_SCREEN = "<!DOCTYPE html><html><head><title>{0}</title></head><body class='login' ng-controller='{1}'></body></html>"
LOGIN_FORM = _SCREEN.format("Connexion", "LoginController")
ACTIVATION_FORM = _SCREEN.format("Activation", "ActivationController")


class Fault(Enum):
    """One way for a call to fail."""

    HANG = auto()  #: never answers
    CUT_BEFORE = auto()  #: breaks the connection without doing anything
    CUT_AFTER = auto()  #: does it, then breaks the connection instead of answering
    ENDED = auto()  #: the session is lost: 302 to the login
    FORGED = auto()  #: 403, a wrong anti-forgery token
    MFA = auto()  #: 302 to the confirmation by code
    TERMS = auto()
    PASSWORD = auto()
    MAIL = auto()
    UNAUTHORIZED = auto()  #: 401 with a page
    PAGE = auto()  #: 200 with a page, whatever was asked
    GARBLED = auto()  #: 200 with half of a JSON document
    EMPTY = auto()  #: 200 with nothing
    REFUSED = auto()  #: 400 with nothing
    BROKEN = auto()  #: 500
    GATEWAY = auto()  #: 502 with a page
    MISSING = auto()  #: 404 with a page, as for a wrong path
    SECURED = auto()  #: 301 to the same address with https
    SECURED_TOO = auto()  #: 308 to the same address with https
    MOVED = auto()  #: 301 to another host


_REDIRECTED = {
    Fault.ENDED: "/auth/login?callback=https%3A%2F%2Fent.example%2Fauth%2Fvalidate-mfa",
    Fault.MFA: "/auth/validate-mfa?force=true&redirect=https%3A%2F%2Fent.example%2Fauth%2Flogin",
    Fault.TERMS: "/auth/revalidate-terms",
    Fault.PASSWORD: "/auth/reset/forceChangePassword?callback=%2F",
    Fault.MAIL: "/auth/validate-mail?force=true&type=email",
}


@dataclass
class Planned:
    """A fault planned for the next calls."""

    fault: Fault
    path: str  #: the beginning of the paths it meets
    times: int


def redirected(address: str) -> web.Response:
    """A redirection, as the server's filters answer any request."""
    return web.Response(status=302, headers={"Location": address})


def page(status: int, html: str = PAGE) -> web.Response:
    """An HTML page."""
    return web.Response(status=status, text=html, content_type="text/html")


def answer(fault: Fault, asked: URL) -> web.Response:
    """The answer that the fault gives instead of the real one."""
    secure = str(asked.with_scheme("https"))
    if fault in _REDIRECTED:
        return redirected(_REDIRECTED[fault])
    return {
        Fault.FORGED: web.json_response({"error": "invalid.xsrf.token"}, status=403),
        Fault.UNAUTHORIZED: page(401),
        Fault.PAGE: page(200),
        Fault.GARBLED: web.Response(body=b'{"renewalCode": "abc', content_type="application/json"),
        Fault.EMPTY: web.Response(status=200),
        Fault.REFUSED: web.Response(status=400),
        Fault.BROKEN: web.Response(status=500),
        Fault.GATEWAY: page(502),
        Fault.MISSING: page(404),
        Fault.SECURED: web.Response(status=301, headers={"Location": secure}),
        Fault.SECURED_TOO: web.Response(status=308, headers={"Location": secure}),
        Fault.MOVED: web.Response(status=301, headers={"Location": "https://www.ent.example/auth/login"}),
    }[fault]
