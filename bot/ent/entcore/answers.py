"""Interprets the answers of an ENT ONE server, which often refuses by a redirection, a page or an empty body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.ent.reasons import Reason

LOGIN = "/auth/login"
_ELSEWHERE = {
    "/auth/validate-mfa": Reason.MFA,
    "/auth/revalidate-terms": Reason.NOT_READY,
    "/auth/reset/forceChangePassword": Reason.NOT_READY,
    "/auth/validate-mail": Reason.NOT_READY,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer. Its content may be secret, so `repr` leaves it out."""

    status: int
    location: str = field(default="", repr=False)
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


def refusal(answer: Answer) -> Reason | None:
    """The reason for which the server refused; None if the answer is a success."""
    if answer.status in range(300, 400):
        path = urlsplit(answer.location).path  # the query may name any of the pages too
        return next((why for page, why in _ELSEWHERE.items() if page in path), Reason.CREDENTIALS)
    if answer.status >= 500:
        return Reason.UNREACHABLE
    reasons = {401: Reason.FORBIDDEN, 403: Reason.FORBIDDEN, 404: Reason.GONE}
    return reasons.get(answer.status, Reason.REFUSED) if answer.status >= 400 else None


def said(answer: Answer) -> str:
    """The `error` in the JSON of the answer, for the operator's log; empty if there is none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    error = body.get("error") if isinstance(body, dict) else None
    return error[:80] if isinstance(error, str) else ""
