"""Interprets the answers of an ENT ONE server, which often refuses by a redirection, a page or an empty body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from bot.ent.reasons import Reason

LOGIN = "/auth/login"
_ELSEWHERE = {
    "/auth/validate-mfa": Reason.MFA,
    "/auth/revalidate-terms": Reason.NOT_READY,
    "/auth/reset/forceChangePassword": Reason.NOT_READY,
    "/auth/validate-mail": Reason.NOT_READY,
}
_RENEWAL = "/auth/reset/"  #: where a password is sent that is a renewal code
_ACTIVATION = b"ActivationController"  #: in the page that asks to activate the account
#: in the login form, which each platform words and styles as it likes
_FORM = (b"logincontroller", b"login", b"password", b"<form", b"/auth", b"mot de passe", b"identifiant", b"connexion")
_NOWHERE = (404, 405, 410, 421)  #: statuses of a page that is not there


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer. Its content may be secret, so `repr` leaves it out."""

    status: int
    location: str = field(default="", repr=False)
    asked: str = field(default="", repr=False)  #: the address that was asked
    kind: str = ""  #: its content type
    body: bytes = field(default=b"", repr=False)
    cookies: tuple[str, ...] = field(default=(), repr=False)  #: its `Set-Cookie` headers
    cut: bool = False  #: longer than the bot reads: only the beginning of the body is here

    @property
    def is_page(self) -> bool:
        """Whether it is an HTML page."""
        return "html" in self.kind or self.body.lstrip().startswith(b"<")

    def json(self) -> Any:
        """The JSON of the body; None if it is empty. If it is not JSON, or cut, raises a `ValueError`.

        The error quotes nothing."""
        if self.cut:
            raise ValueError(f"longer than the {len(self.body)} bytes that are read")
        if self.is_page:
            raise ValueError("a page instead of JSON")
        if not self.body.strip():
            return None
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise ValueError("not JSON") from None


def session_ended(answer: Answer) -> bool:
    """Whether the server refused because the session, or its anti-forgery token, is no longer valid."""
    if answer.status == 403:
        return b"invalid.xsrf.token" in answer.body
    return answer.status in range(300, 400) and refusal(answer) is Reason.CREDENTIALS


def login_refusal(answer: Answer) -> Reason | None:
    """The reason for which a login failed, told by an answer that opens no session; None if it tells none.

    Only `CREDENTIALS` says that login and password were read and refused: a page with the login form. The password
    may also be a code that was never used: then the server asks to choose one.
    """
    if answer.status in range(300, 400):
        reason = Reason.NOT_READY if _RENEWAL in _parts(answer.location).path else refusal(answer)
        return Reason.ADDRESS if reason is Reason.CREDENTIALS else reason  # sent to the login, from another one
    if answer.status == 200:
        if _ACTIVATION in answer.body:
            return Reason.NOT_READY
        shown = answer.body.lower()
        return Reason.CREDENTIALS if answer.is_page and any(word in shown for word in _FORM) else Reason.ADDRESS
    return Reason.ADDRESS if answer.status in _NOWHERE else refusal(answer)


def refusal(answer: Answer) -> Reason | None:
    """The reason for which the server refused; None if the answer is a success."""
    if answer.status in range(300, 400):
        asked, sent = _parts(answer.asked), _parts(answer.location, answer.asked)
        if _secured(asked, sent):
            return Reason.HTTPS
        if LOGIN in sent.path:  # the path alone: the query may name any of the pages too
            return Reason.CREDENTIALS
        return next((why for page, why in _ELSEWHERE.items() if page in sent.path), Reason.ADDRESS)
    if answer.status >= 500:
        return Reason.UNREACHABLE
    reasons = {401: Reason.FORBIDDEN, 403: Reason.FORBIDDEN, 404: Reason.GONE}
    return reasons.get(answer.status, Reason.REFUSED) if answer.status >= 400 else None


def _parts(address: str, within: str = "") -> SplitResult:
    """The parts of an address, which may be relative to the page `within`; all empty where it is none."""
    try:
        return urlsplit(urljoin(within, address))
    except ValueError:
        return urlsplit("")


def _secured(asked: SplitResult, sent: SplitResult) -> bool:
    """Whether the server sends from http:// to the same page with https://."""
    same = (asked.hostname, asked.path) == (sent.hostname, sent.path)
    return same and (asked.scheme, sent.scheme) == ("http", "https")


def said(answer: Answer) -> str:
    """The `error` in the JSON of the answer, for the operator's log; empty if there is none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    error = body.get("error") if isinstance(body, dict) else None
    return error[:80] if isinstance(error, str) else ""
