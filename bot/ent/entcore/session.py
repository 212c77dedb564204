"""The session of the bot's own account: opened at first need, renewed when it ends, but only once for a call."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.ent.entcore.advice import ADVICE
from bot.ent.entcore.answers import LOGIN, Answer, login_refusal, refusal, said, session_ended
from bot.ent.entcore.wire import Call, NotSent, Patience, Unanswered, Wire
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt

log = logging.getLogger(__name__)

REQUIREMENTS = Call("GET", "/auth/user/requirements")
#: what the server may require of the bot's account first, and how it is worded for the operator
NEEDS = {
    "needMfa": "a confirmation by code (MFA) for the console's routes",
    "forceChangePassword": "a new password",
    "needRevalidateTerms": "accepting the charter again",
    "needRevalidateEmail": "confirming its e-mail address",
    "needRevalidateMobile": "confirming its mobile number",
}
_TICKET = "oneSessionId"
_SENDABLE = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]*")
_EXPIRED = re.compile(r"max-age\s*=\s*0", re.IGNORECASE)
_NO_REASONS: Mapping[str, Reason] = {}
_MOST = 8000  # characters of all cookies; servers refuse requests with longer headers


class Cookies(dict[str, str]):
    """The cookies of one session, sent back unchanged, even `Secure` ones over plain HTTP."""

    def keep(self, answer: Answer) -> None:
        """Stores the cookies that the answer sets, and removes those that it expires.

        Those that cannot be sent back, or would make the header too long, are left out: no call could be sent after
        them.
        """
        for line in answer.cookies:
            name, _, value = (part.strip() for part in line.partition(";")[0].partition("="))
            self.pop(name, None)
            fits = len(name) + len(value) + sum(map(len, (*self, *self.values()))) <= _MOST
            if name and value and fits and _SENDABLE.fullmatch(name + value) and not _EXPIRED.search(line):
                self[name] = value

    def headers(self, call: Call) -> dict[str, str]:
        """The headers that identify the session; for an act, also the anti-forgery token."""
        found = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.items())} if self else {}
        if call.acts and "XSRF-TOKEN" in self:
            found["X-XSRF-TOKEN"] = self["XSRF-TOKEN"]
        return found


class Session:
    """Sends requests as the bot's own account."""

    def __init__(
        self, wire: Wire, login: str, password: str, patience: Patience, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wire = wire
        self._credentials = {"email": login, "password": password, "callBack": ""}
        self._patience = patience
        self._clock = clock
        self._lock = asyncio.Lock()
        self._cookies: Cookies | None = None
        self._locked_until = 0.0
        self._needs: tuple[str, ...] = ()
        self._trouble = ""  #: why the last login failed; empty once one succeeded

    async def read(self, call: Call) -> Any:
        """The JSON that the server answers; asks once more if the first time fails. Raises `Declined`."""
        try:
            answer = await self._twice(call)
        except (NotSent, Unanswered) as error:
            raise _declined(Reason.UNREACHABLE, call, str(error)) from None
        _refuse(answer, call)
        try:
            return answer.json()
        except ValueError as error:
            raise _declined(Reason.GARBLED, call, str(error)) from None

    async def act(
        self,
        call: Call,
        *,
        repeatable: bool = False,
        plain: tuple[int, ...] = (),
        reasons: Mapping[str, Reason] = _NO_REASONS,
    ) -> Any:
        """The JSON that the server answers to an act; None if the body is empty.

        Raises `Declined` if nothing was done, `InDoubt` if that is unknown. A `repeatable` act is sent again if its
        answer is lost. `plain` lists statuses from 500 up that on this route mean that nothing was done, `reasons`
        what the errors mean by which it says why.
        """
        try:
            answer = await (self._twice(call) if repeatable else self._in_session(call))
        except NotSent as error:
            raise _declined(Reason.UNREACHABLE, call, str(error)) from None
        except Unanswered as error:
            raise InDoubt(f"{call.method} {call.path}: {error}") from None
        if answer.status in plain:
            raise _declined(Reason.REFUSED, call, f"{answer.status} {said(answer)}")
        if answer.status >= 500:
            raise InDoubt(f"{call.method} {call.path}: {answer.status} {said(answer)}")
        _refuse(answer, call, reasons)
        try:
            return answer.json()
        except ValueError as error:
            raise InDoubt(f"{call.method} {call.path}: {error}") from None

    async def requirements(self) -> list[str]:
        """What the server still requires of the bot's account, worded for the operator. Raises `Declined`."""
        asked = await self.read(REQUIREMENTS)
        return [words for name, words in NEEDS.items() if isinstance(asked, dict) and asked.get(name) is True]

    async def _twice(self, call: Call) -> Answer:
        """The answer; sends the call once more after a failure. Raises what `Wire.send` raises."""
        doubt: Unanswered | None = None
        try:
            answer = await self._in_session(call)
            if answer.status < 500:
                return answer
            doubt = Unanswered(f"the ENT answered {answer.status}")
        except NotSent:
            pass
        except Unanswered as error:
            doubt = error
        await asyncio.sleep(self._patience.pause)
        try:
            return await self._in_session(call)
        except NotSent as error:
            raise doubt or error from None  # the first time may have taken effect all the same

    async def _in_session(self, call: Call) -> Answer:
        """The answer; if the session had ended, nothing was done, and the call is sent again in a new session."""
        cookies = await self._entered(None)
        answer = await self._wire.send(call, cookies.headers(call))
        if session_ended(answer):
            cookies = await self._entered(cookies)
            answer = await self._wire.send(call, cookies.headers(call))
        if not session_ended(answer):
            cookies.keep(answer)
        return answer

    async def _entered(self, spent: Cookies | None) -> Cookies:
        """The current session, or a new one if it is `spent`; one login, however many callers wait for it."""
        async with self._lock:
            if self._cookies is None or self._cookies is spent:
                self._cookies = None
                self._cookies = await self._log_in()
                await self._heed(self._cookies)
            return self._cookies

    async def _log_in(self) -> Cookies:
        """The cookies of a new session. After refused credentials, declines for `Patience.locked` without trying."""
        call = Call("POST", LOGIN, form=self._credentials)
        if self._clock() < self._locked_until:
            raise _declined(Reason.CREDENTIALS, call, "refused lately, not tried again for now")
        try:
            answer = await self._wire.send(call, {})
        except (NotSent, Unanswered) as error:
            raise _declined(Reason.UNREACHABLE, call, str(error)) from None
        cookies = Cookies()
        cookies.keep(answer)
        if answer.status not in range(300, 400) or _TICKET not in cookies:
            raise self._shut_out(login_refusal(answer) or Reason.REFUSED, call, answer)
        if self._trouble:
            log.warning("The bot's account is logged in to the ENT again (before: %s).", self._trouble)
            self._trouble = ""
        return cookies

    def _shut_out(self, reason: Reason, call: Call, answer: Answer) -> Declined:
        """Remembers why no session was opened, and logs that once each time it changes.

        Refused credentials are not tried again for a while, and each refusal is logged.
        """
        if reason is Reason.CREDENTIALS:
            self._locked_until = self._clock() + self._patience.locked
            log.error(
                "The ENT refuses the login of the bot's account: check PALIER_ENTCORE_LOGIN, PALIER_ENTCORE_PASSWORD "
                "and that the account is not blocked. No login is tried for the next %d minutes.",
                self._patience.locked // 60,
            )
        elif reason != self._trouble:
            log.error("The bot's account cannot log in to the ENT: %s (%d).", ADVICE[reason], answer.status)
        self._trouble = str(reason)
        return _declined(reason, call, f"login failed: {answer.status}")

    async def _heed(self, cookies: Cookies) -> None:
        """Logs what the server requires of the account, once each time that changes."""
        try:
            asked = (await self._wire.send(REQUIREMENTS, cookies.headers(REQUIREMENTS))).json()
        except (NotSent, Unanswered, ValueError):
            return
        needs = tuple(words for name, words in NEEDS.items() if isinstance(asked, dict) and asked.get(name) is True)
        if needs and needs != self._needs:
            log.warning("The ENT asks the bot's account for %s: see docs/entcore.md.", "; ".join(needs))
        self._needs = needs


def _refuse(answer: Answer, call: Call, reasons: Mapping[str, Reason] = _NO_REASONS) -> None:
    reason = refusal(answer)
    if reason is Reason.REFUSED:
        reason = reasons.get(said(answer), reason)
    if reason is not None:
        raise _declined(reason, call, f"{answer.status} {said(answer)}".strip())


def _declined(reason: Reason, call: Call, why: str) -> Declined:
    return Declined(reason, f"{reason}: {call.method} {call.path}: {why}")
