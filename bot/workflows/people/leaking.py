"""Links that stand in words: each is opened, made void, or taken out, so that nobody else reads one that is good.

Whoever opens a link speaks for its account. Only the hashes of links are kept: each piece of a text that has their
form is looked up by its hash, so that nothing else is ever taken for one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bot.storage import outbox, people, requests, tokens
from bot.storage.work import Work
from bot.terms import Account, Declined, Notice, Person, Refusal, Unavailable
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk
from bot.workflows.people import givers, voiding
from bot.workflows.people.issuing import TOKEN, digest_of
from bot.workflows.rules import redacting
from bot.workflows.rules.requests.distress import frightened


async def written(desk: Desk, caller: Caller, text: str) -> list[str]:
    """The good tokens in words of somebody who has no linked account: they typed or pasted links, or their codes.

    Empty where there is none, and for anybody whose account is linked: see `alone`.
    """
    found = await _good(desk, text)
    return found if found and await desk.look(people.speaking, caller.telegram_id) is None else []


async def meant(desk: Desk, typed: str) -> list[str]:
    """The good tokens among the words after `/start`, in any form of their links; else the words themselves."""
    return [typed] if TOKEN.fullmatch(typed) else await _good(desk, typed) or [typed]


async def alone(desk: Desk, caller: Caller, text: str) -> list[str]:
    """The good tokens that are all that somebody with a linked account wrote, and that no question of ours waits for.

    They type links for other accounts of theirs instead of touching them. Empty for any other words.
    """
    found = await _good(desk, text)
    return found if redacting.are_all(text, found) and not await desk.look(_asked, caller) else []


async def take_out(desk: Desk, cause: str, caller: Caller, words: Sequence[str]) -> Sequence[str]:
    """The words without the links among them: nobody who reads these can speak for somebody else.

    The words of somebody who has no linked account are kept nowhere, and are returned as they are. A link that is
    still good is void from then on, and whoever wrote it reads so. An agent hands links over, which are still needed:
    their words are refused as they are, and the link stays good, as nobody has read it. Words of fear never are.
    """
    by_digest = {digest_of(one): one for text in words for one in redacting.tokens_in(text)}
    known = await desk.look(tokens.known, list(by_digest)) if by_digest else {}
    mine = await desk.look(people.of_telegram, caller.telegram_id) if known else []
    if not mine:
        return words
    good = [digest for digest, usable in known.items() if usable]
    speaker = next((one for one in mine if one.speaking), mine[0])
    if good and any(one.is_agent for one in mine) and not any(frightened(text) for text in words):
        refusal = Refusal("link-in-words")
        refusal.language = speaker.tongue
        raise refusal
    if good:
        await desk.once(f"{cause}:links", _void, caller, speaker.id, good, await _owners(desk, good))
    return [redacting.without(text, [by_digest[digest] for digest in known]) for text in words]


async def seen_by_others(desk: Desk, cause: str, words: Collection[str]) -> bool:
    """Makes void the tokens among these words, which were written where others read; whether there was one."""
    digests = [digest_of(word) for word in words if TOKEN.fullmatch(word)]
    if not digests or not await desk.look(tokens.unused, digests):
        return False

    owners = await _owners(desk, digests)

    def write(work: Work) -> bool:
        leaked = tokens.unused(work, digests)
        for token in leaked:
            voiding.void(work, token.account)
            givers.tell(work, token, owners.get(token.account), "others")
            requests.write_event(work, None, None, "leak", {"account": token.account})
        return bool(leaked)

    return await desk.do(cause, write)


async def _good(desk: Desk, text: str) -> list[str]:
    """The tokens in a text that can still be used, in the order in which they stand there."""
    by_digest = {digest_of(one): one for one in redacting.tokens_in(text)}
    good = {one.hash for one in await desk.look(tokens.unused, list(by_digest))} if by_digest else set()
    return [token for digest, token in by_digest.items() if digest in good]


async def _owners(desk: Desk, digests: Sequence[str]) -> dict[str, Account | Person]:
    """Whose the good ones among these links are, by account, as far as the desk knows, or the ENT says now."""
    accounts = {one.account for one in await desk.look(tokens.unused, digests)}
    known = {one.account: one for one in await desk.look(people.of_accounts, sorted(accounts))}
    owners: dict[str, Account | Person] = {**known}
    for unknown in sorted(accounts - known.keys()):
        try:
            account = await desk.directory.account(unknown, briefly=True)
        except (Declined, Unavailable):  # whoever gave the link is told all the same, without the name
            continue
        owners |= {unknown: account} if account is not None else {}
    return owners


def _void(
    work: Work, caller: Caller, person_id: int, digests: Sequence[str], owners: Mapping[str, Account | Person]
) -> None:
    person = people.by_id(work, person_id)
    good = tokens.unused(work, digests)
    if person is None or not good:
        return
    told = False
    for token in good:
        voiding.void_one(work, token.hash)
        told = givers.tell(work, token, owners.get(token.account), "written", caller.telegram_id) or told
        requests.write_event(work, None, person.id, "link_written", {"account": token.account})
    outbox.say_later(
        work, caller.chat_id, Notice("link_taken_out", {"count": len(good), "told": told}), person.tongue
    )


def _asked(work: Work, caller: Caller) -> bool:
    """Whether a question of ours waits for words in the caller's topic."""
    rows = keeping.pile(work, caller)
    return any(keeping.ends(row) > work.now and not row["data"].get("aside") for row in rows)
