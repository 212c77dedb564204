"""What an ENT ONE server means by an answer: many of its refusals are redirections, pages and empty bodies."""

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
    """One answer, as it came; what it holds may be secret, so it is never shown."""

    status: int
    location: str = field(default="", repr=False)
    kind: str = ""  #: its content type
    body: bytes = field(default=b"", repr=False)
    cookies: tuple[str, ...] = field(default=(), repr=False)  #: its `Set-Cookie` headers

    @property
    def is_page(self) -> bool:
        """Whether it is a page for people's eyes."""
        return "html" in self.kind or self.body.lstrip().startswith(b"<")

    def json(self) -> Any:
        """What it says, None where it says nothing; `ValueError`, without a word of it, where that is not JSON."""
        if self.is_page:
            raise ValueError("a page instead of JSON")
        if not self.body.strip():
            return None
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise ValueError("not JSON") from None


def session_ended(answer: Answer) -> bool:
    """Whether the server did nothing because the session, or its token against forgery, is no longer good."""
    if answer.status == 403:
        return b"invalid.xsrf.token" in answer.body
    return answer.status in range(300, 400) and refusal(answer) is Reason.CREDENTIALS


def refusal(answer: Answer) -> Reason | None:
    """Why the server did not do what was asked; None where it did, or at least says so."""
    if answer.status in range(300, 400):
        path = urlsplit(answer.location).path  # the rest of the address may name any of the pages
        return next((why for page, why in _ELSEWHERE.items() if page in path), Reason.CREDENTIALS)
    if answer.status >= 500:
        return Reason.UNREACHABLE
    reasons = {401: Reason.FORBIDDEN, 403: Reason.FORBIDDEN, 404: Reason.GONE}
    return reasons.get(answer.status, Reason.REFUSED) if answer.status >= 400 else None


def said(answer: Answer) -> str:
    """The error that the server names, for the operator's log; empty where it names none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    error = body.get("error") if isinstance(body, dict) else None
    return error[:80] if isinstance(error, str) else ""
