"""Linking by the ENT's own sign-in: a button leads a chat to the login page, and a link leads back to that chat.

The browser that comes back proves which account is its owner's; it links nothing. It is given a way back into
Telegram, and that works in the chat that began, and in no other: so whoever has somebody else sign in gets nothing.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from copy import copy
from dataclasses import replace
from datetime import timedelta

from bot.storage import outbox, people, requests, sign_ins, tokens
from bot.storage.sign_ins import Returned
from bot.storage.work import Work
from bot.terms import Button, Notice, Refusal, Way
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import givers, linking, spent
from bot.workflows.people.issuing import digest_of, issue

LIFE = timedelta(minutes=10)  #: within which the browser must come back, and then the person to Telegram
_BYTES = 32  # of a state
_WAY_BACK = 32  # signs: as many as a token has
#: refusals beside which a sign-in is offered to a stranger
_OFFERING = frozenset({"unlinked", "unlinked-last", "bad-token", "account-gone", "sign-in-over", "sign-in-elsewhere"})
_NAMING = frozenset({"account-gone", "barred-blocked", "barred-deleted"})  # refusals that say something of an account


async def offer(desk: Desk, caller: Caller) -> tuple[tuple[Button, ...], ...]:
    """The button that begins a sign-in of the caller's chat; none where no sign-in is configured, and in groups.

    The last buttons of that chat before it stay good for their ten minutes, since a browser may be open meanwhile.
    """
    if desk.sign_in is None or caller.chat_id != caller.telegram_id:
        return ()
    state = secrets.token_urlsafe(_BYTES)

    def write(work: Work) -> None:
        sign_ins.begin(work, caller.telegram_id, digest_of(state), work.now + LIFE)

    await desk.put(write)
    return ((Button("sign_in", style="primary", url=desk.sign_in.button(state)),),)


async def beside(desk: Desk, caller: Caller, refusal: Refusal) -> Refusal:
    """What a stranger is told: with the button that begins a sign-in where there is one, and words that name it."""
    rows = await offer(desk, caller) if refusal.reason in _OFFERING else ()
    if not rows:
        return refusal
    told = _naming_the_button(refusal.reason) or copy(refusal)
    told.language, told.buttons = refusal.language, (*refusal.buttons, *rows)
    return told


async def beside_accounts(desk: Desk, caller: Caller, said: Notice) -> Notice:
    """Which accounts speak here, with the button that begins a sign-in for another one, where there is one."""
    rows = await offer(desk, caller)
    return replace(said, facts={**said.facts, "signs": bool(rows)}, buttons=(*said.buttons, *rows))


def saying_so(desk: Desk, said: Notice) -> Notice:
    """The notice, which says whether an account is linked here by a sign-in, too."""
    return replace(said, facts={**said.facts, "signs": desk.sign_in is not None})


async def login_page(desk: Desk, state: str) -> str:
    """The address of the ENT's login page for a sign-in; nothing is used up, so that a browser may look ahead.

    Refused where the sign-in is over, or no such one was begun.
    """
    if desk.sign_in is None or not await desk.look(sign_ins.is_open, digest_of(state)):
        raise Refusal("sign-in-over")
    return desk.sign_in.address(state)


async def give_up(desk: Desk, state: str) -> None:
    """Ends a sign-in whose browser came back without a code. Refused where it is over."""
    if not await desk.put(sign_ins.spend, digest_of(state)):
        raise Refusal("sign-in-over")


async def come_back(desk: Desk, state: str, code: str) -> str:
    """What leads the browser that came back with this state and code on into the chat that began.

    The same page opened again gets the same way back. Refused where the sign-in is over or was never begun; raises
    the ENT's `Declined`, and the sign-in is over.
    """
    digest, way = digest_of(state), _way_back(state, code)
    if await desk.look(sign_ins.is_finished, digest, digest_of(way)):
        return way
    if desk.sign_in is None or not await desk.put(sign_ins.spend, digest):
        raise Refusal("sign-in-over")
    account = await desk.sign_in.account(state, code)

    def write(work: Work) -> bool:
        [token] = issue(work, desk.policy, [account], Way.SIGN_IN).values()  # nobody is told it
        if sign_ins.finish(work, digest, digest_of(way), digest_of(token), work.now + LIFE):
            return True
        work.undo()
        return False

    if not await desk.put(write):
        raise Refusal("sign-in-over")
    return way


async def present(desk: Desk, cause: str, caller: Caller, word: str) -> Notice:
    """What `/start WORD` says: the charter of the account that signed in, where the word is a way back from the ENT.

    Refused in any chat but the one that began, and the sign-in is over then: the one that began is told so, with a
    button that begins another. Else as `linking.present`.
    """
    found = await desk.look(sign_ins.by_way_back, digest_of(word))
    if found is None and await desk.look(sign_ins.led_back, digest_of(word)):
        raise Refusal("sign-in-over")
    if found is None:
        return await linking.present(desk, cause, caller, word)
    if found.chat != caller.telegram_id:
        await desk.once(f"{cause}:sign_in", _elsewhere, found)
        raise Refusal("sign-in-elsewhere")
    try:
        return await linking.present_kept(desk, cause, caller, found.token)
    except Refusal as no:
        if no.reason in _NAMING:
            await desk.once(f"{cause}:sign_in", _refuse, found, no.reason)
        raise


async def again(desk: Desk, caller: Caller) -> Notice:
    """The button that begins another sign-in of the chat; refused where there is none any more."""
    rows = await offer(desk, caller)
    if not rows:
        raise Refusal("old-button")
    return Notice("sign_in_again", {}, rows, await desk.look(_tongue, caller))


async def not_me(desk: Desk, cause: str, caller: Caller, mark: str) -> Notice:
    """The account whose charter is shown is not the caller's: it is not linked.

    After a sign-in, that is over, and another one is offered. A link stays good for whom it was made, and can be
    opened here again; the caller reads what to do with it. Refused where the charter was not shown here, or was
    accepted, or its link is void.
    """

    def write(work: Work) -> Way:
        token = tokens.marked(work, mark)
        if token is None and tokens.past(work, mark) is not None:
            raise spent.refusal(work, caller, mark)
        if token is None or not tokens.was_shown(token, caller.telegram_id):
            raise Refusal("old-button")
        if not sign_ins.gave(work, token.hash, caller.telegram_id):
            tokens.hide(work, token, caller.telegram_id)
            speaker = people.speaking(work, caller.telegram_id)
            facts = {"account": token.account, "way": token.way.value}
            requests.write_event(work, None, speaker.id if speaker is not None else None, "not_me", facts)
            givers.tell(work, token, people.by_account(work, token.account), "not_me", caller.telegram_id)
            return token.way
        _refuse(work, Returned(caller.telegram_id, token.hash), "not-me")
        return Way.SIGN_IN

    way = await desk.do(cause, write)
    if way is Way.SIGN_IN:
        return Notice("sign_in_dropped", {}, await offer(desk, caller))
    return Notice("link_kept", {"way": way.value}, language=await desk.look(_tongue, caller))


def _tongue(work: Work, caller: Caller) -> str:
    """The language of whoever speaks in the caller's chat; where nobody does, the caller's own."""
    speaker = people.speaking(work, caller.telegram_id)
    return speaker.tongue if speaker is not None else caller.language


def _elsewhere(work: Work, sign_in: Returned) -> None:
    """Ends a sign-in whose way back another chat opened; the chat that began it reads so, once."""
    if not _refuse(work, sign_in, "elsewhere"):
        return
    said = Notice("sign_in_elsewhere", {}, ((Button("sign_in_again", style="primary"),),))
    outbox.say_later(work, sign_in.chat, said, _tongue(work, Caller(sign_in.chat, sign_in.chat)))


def _refuse(work: Work, sign_in: Returned, reason: str) -> bool:
    """Ends a sign-in without a link, and traces which account had signed in; False where it was over."""
    token = tokens.of_digest(work, sign_in.token)
    closed = sign_ins.close(work, sign_in)
    if token is not None and tokens.use(work, token.hash, links=False):
        facts = {"account": token.account, "reason": reason}
        requests.write_event(work, None, None, "sign_in_refused", facts)
    return closed


def _naming_the_button(reason: str) -> Refusal | None:
    """What is said in place of a refusal for that reason, where the button stands below; None for the same words."""
    if reason == "unlinked":
        return Refusal("unlinked-signs-in")
    if reason == "unlinked-last":
        return Refusal("unlinked-last-signs-in")
    return Refusal("bad-token-signs-in") if reason == "bad-token" else None


def _way_back(state: str, code: str) -> str:
    """What leads back: whoever knows the state alone, as the one who began does, cannot tell it."""
    digest = hashlib.sha256(f"{state}\n{code}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:_WAY_BACK]
