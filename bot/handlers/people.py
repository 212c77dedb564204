"""People: linking an account, the charter, which account speaks, the language, own data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bot.handlers import allowing
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.lists import WAY_IN
from bot.handlers.reading import Event
from bot.terms import Notice, Refusal
from bot.workflows.desk import person_of
from bot.workflows.people import (
    answering,
    charters,
    exporting,
    leaking,
    linking,
    opened,
    own_data,
    several,
    signing_in,
    speaking,
    unlinking,
)


async def start(entrance: Entrance, event: Event) -> None:
    """`/start [token]`: begins to link an account; without a token, says which accounts are linked."""
    desk = entrance.desk
    if event.arguments and event.arguments != WAY_IN:
        words = await leaking.meant(desk, event.arguments)
        said = await several.present(desk, event.cause, event.caller, words)
    else:
        said = await signing_in.beside_accounts(desk, event.caller, await desk.see(event.caller, speaking.accounts))
    await entrance.tell(event, said)


async def accept(entrance: Entrance, event: Event) -> None:
    """The button that accepts the charter."""
    try:
        said = await linking.accept(entrance.desk, event.cause, event.caller, event.button.target)
    except Refusal as no:
        if no.reason in linking.OVER:  # another phone was linked, or the link is void: nothing is left to accept
            await entrance.bare(event)
        raise
    await entrance.tell(event, await several.beneath(entrance.desk, event.caller, said))


async def open_link(entrance: Entrance, event: Event) -> None:
    """The charter of another link that was opened in the chat."""
    await entrance.tell(event, await several.show(entrance.desk, event.cause, event.caller, event.button.target))


async def not_me(entrance: Entrance, event: Event) -> None:
    """The button below a charter that says that the account is somebody else's: nothing is linked."""
    said = await signing_in.not_me(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, await several.beneath(entrance.desk, event.caller, said))


async def sign_in_again(entrance: Entrance, event: Event) -> None:
    """The button that begins another sign-in, where another Telegram account opened the way back of the last one."""
    await entrance.tell(event, await signing_in.again(entrance.desk, event.caller))


async def yield_account(entrance: Entrance, event: Event) -> None:
    """The button that lets another Telegram account take the account over."""
    mark = event.button.target
    await entrance.tell(event, await linking.consent(entrance.desk, event.cause, event.caller, mark, agrees=True))


async def keep_account(entrance: Entrance, event: Event) -> None:
    """The button that keeps the account where it is."""
    mark = event.button.target
    await entrance.tell(event, await linking.consent(entrance.desk, event.cause, event.caller, mark, agrees=False))


async def speak_as(entrance: Entrance, event: Event) -> None:
    """The button that lets another account of the same Telegram account speak."""
    await entrance.tell(event, await speaking.speak_as(entrance.desk, event.cause, event.caller))


async def hat(entrance: Entrance, event: Event) -> None:
    """An account below the answer to a command: runs the command again as that account."""
    line = event.button.target
    if not line.strip():  # people can send any data
        raise Refusal("old-button")
    await entrance.desk.look(person_of, event.caller)  # refused where it is not one of theirs
    await entrance.tell(event, None)
    await entrance.command(allowing.marked(structs.replace(event.typed(line), caller=event.caller)))


async def charter(entrance: Entrance, event: Event) -> None:
    """`/charte`: the charter of the person's profile."""
    await entrance.tell(event, await charters.read_charter(entrance.desk, event.caller))


async def child(entrance: Entrance, event: Event) -> None:
    """A pupil below the age: what is answered to whether they may write here."""
    await entrance.tell(event, await answering.show(entrance.desk, event.caller, event.number()))


async def child_yes(entrance: Entrance, event: Event) -> None:
    """The button that says yes: that pupil may write here. The school is asked whether it has the paper."""
    await _say(entrance, event, yes=True)


async def child_paper(entrance: Entrance, event: Event) -> None:
    """The button by which the school says that it has the paper of the pupil's family."""
    await _say(entrance, event, yes=True, paper=True)


async def child_no(entrance: Entrance, event: Event) -> None:
    """The button that says no, or takes a yes back."""
    await _say(entrance, event, yes=False)


async def phone_close(entrance: Entrance, event: Event) -> None:
    """The button that closes a pupil's account on a phone that their family does not know."""
    number, phone = event.number_and_rest()
    await entrance.tell(event, await opened.close(entrance.desk, event.cause, event.caller, number, phone))


async def _say(entrance: Entrance, event: Event, yes: bool, paper: bool = False) -> None:
    number, mark = event.number_and_rest()
    said = await answering.say(entrance.desk, event.cause, event.caller, number, yes, mark, paper)
    await entrance.tell(event, said)


async def language(entrance: Entrance, event: Event) -> None:
    """`/langue [code]`: changes the language, or offers the choice."""
    code = (event.button.target or event.arguments).lower()
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, speaking.speak_language, code))


async def my_data(entrance: Entrance, event: Event) -> None:
    """`/mesdonnees`: how much is kept about the person."""
    await entrance.tell(event, await entrance.desk.see(event.caller, own_data.my_data))


async def export(entrance: Entrance, event: Event) -> None:
    """Sends all that is kept about the person, as a document, or has the courier do so; then the files they sent."""
    kept = await exporting.export_all(entrance.desk, event.cause, event.caller)
    if await entrance.give_document(event, exporting.NAME, exporting.as_document(kept)):
        await entrance.tell(event, None)
        return
    await exporting.later(entrance.desk, event.cause, event.caller)
    await entrance.tell(event, Notice("done_export_later"))


async def unlink_asked(entrance: Entrance, event: Event) -> None:
    """Asks to confirm that the account is unlinked."""
    said = await entrance.desk.see(event.caller, unlinking.asked)
    await entrance.tell(event, signing_in.saying_so(entrance.desk, said))


async def unlink(entrance: Entrance, event: Event) -> None:
    """Unlinks the account of whoever presses, unless more follows from that than they were told."""
    said = await entrance.desk.act(event.cause, event.caller, unlinking.confirm, event.button.target)
    entrance.desk.stir()  # what they leave without a reader goes to the level above
    await entrance.tell(event, signing_in.saying_so(entrance.desk, said))


async def erase_asked(entrance: Entrance, event: Event) -> None:
    """Asks to confirm the erasure."""
    await entrance.tell(event, await entrance.desk.see(event.caller, own_data.erase_asked))


async def erase(entrance: Entrance, event: Event) -> None:
    """Erases what is kept about the person, unless more follows from that than they were told."""
    said = await entrance.desk.act(event.cause, event.caller, own_data.erase_confirmed, event.button.target)
    entrance.desk.stir()  # what they leave without a reader goes to the level above
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {
    "start": start,
    "charte": charter,
    "langue": language,
    "mesdonnees": my_data,
}

BUTTONS: Mapping[str, Press] = {
    "accept": Press(accept, in_place=True),
    "not_me": Press(not_me, in_place=True),
    "open_link": Press(open_link, in_place=True),
    "sign_in_again": Press(sign_in_again, in_place=True),
    "yield_account": Press(yield_account),
    "keep_account": Press(keep_account),
    "speak_as": Press(speak_as, in_place=True),
    "hat": Press(hat),
    "child": Press(child),
    "child_yes": Press(child_yes, in_place=True),
    "child_paper": Press(child_paper, in_place=True),
    "phone_close": Press(phone_close, in_place=True),
    "child_no": Press(child_no, in_place=True),
    "child_back": Press(child_no, in_place=True),
    "language": Press(language, in_place=True),
    "export": Press(export),
    "unlink": Press(unlink_asked, in_place=True),
    "unlink_now": Press(unlink, in_place=True),
    "erase": Press(erase_asked, in_place=True),
    "erase_now": Press(erase, in_place=True),
}
