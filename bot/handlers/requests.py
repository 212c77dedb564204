"""Requests: filing, lists and cards, and the verbs of requesters and agents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, category_and_words, is_number
from bot.terms import Notice, Refusal, Saying
from bot.workflows import intake
from bot.workflows.conversations import course
from bot.workflows.desk import Turn
from bot.workflows.requests import cards, filing, leafing, prompts, queues, returning, verbs


async def assistance(entrance: Entrance, event: Event) -> None:
    """`/assistance [category] [text]`: files at once, or asks for what is missing."""
    category, text = category_and_words(event.arguments, entrance.desk.policy.categories)
    said = await entrance.desk.act(event.cause, event.caller, filing.start, category, event.said(text))
    await _asked(entrance, event, said)


async def new(entrance: Entrance, event: Event) -> None:
    """`Nouvelle demande`: begins to file a request."""
    said = await entrance.desk.act(event.cause, event.caller, intake.begin, event.button.target)
    await _asked(entrance, event, said)


async def mine(entrance: Entrance, event: Event) -> None:
    """`/mesdemandes`: a page of the person's own requests."""
    before = event.number() if event.button.target else None
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.mine, before))


async def queue(entrance: Entrance, event: Event) -> None:
    """`/file [moi|libres|retard]`: a page of the queue."""
    if event.button.action:
        wanted, _, after = event.button.target.partition(":")
    else:
        wanted, after = event.arguments.lower(), ""
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.queue, wanted, after))


async def show(entrance: Entrance, event: Event) -> None:
    """`/demande N`: the card of a request."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, cards.send, event.number()))


async def files(entrance: Entrance, event: Event) -> None:
    """Sends the files of a request again."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, cards.send_files, event.number()))


async def leaf(entrance: Entrance, event: Event) -> None:
    """`Voir tout` and `Suite`: a page of the whole exchange of a request."""
    await entrance.tell(event, await entrance.desk.see(event.caller, leafing.leaf, *_leaf_of(event)))


async def enclosed(entrance: Entrance, event: Event) -> None:
    """Sends the files of a page of the exchange."""
    at = _leaf_of(event)
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, leafing.send_enclosed, *at))


def _leaf_of(event: Event) -> tuple[int, str]:
    """The number of a request and the key of a page, from a button; refused where people sent anything else."""
    number, _, key = event.button.target.partition(":")
    if not is_number(number):
        raise Refusal("old-button")
    return int(number), key


async def prompt(entrance: Entrance, event: Event) -> None:
    """A button whose verb needs words: asks for them."""
    action, number = event.button.action, event.number()
    await _asked(entrance, event, await entrance.desk.act(event.cause, event.caller, prompts.prompt, action, number))


async def reopen(entrance: Entrance, event: Event) -> None:
    """`/rouvrir N [text]`: reopens a request."""
    number, text = event.number_and_rest()
    saying = event.said(text) if text or event.saying.files else None
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.reopen, number, saying))


async def hand(entrance: Entrance, event: Event) -> None:
    """`/confier N ACCOUNT`: hands a request to a colleague of the same desk."""
    number, name = event.number_and_rest()
    if not name:
        raise Refusal("usage-confier")
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.hand, number, name))


async def merge(entrance: Entrance, event: Event) -> None:
    """`/fusionner N M`: closes N as a duplicate of M."""
    number, rest = event.number_and_rest()
    into = Event(event.cause, event.caller, event.command, rest).number()
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.merge, number, into))


def plain(verb: Callable[[Turn, int], Notice]) -> Handler:
    """The handler of a verb that needs only the number of a request."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verb, event.number()))

    return handle


def worded(verb: Callable[[Turn, int, Saying], Notice], action: str = "") -> Handler:
    """The handler of a verb that needs the number of a request, and words.

    Without words it asks for them, as the button of that `action` does; without an action the verb needs none.
    """

    async def handle(entrance: Entrance, event: Event) -> None:
        number, text = event.number_and_rest()
        said, where = event.said(text), (event.cause, event.caller)
        if not action:
            await entrance.tell(event, await entrance.desk.act(*where, verb, number, said))
        elif text or said.files:
            await _asked(entrance, event, await entrance.desk.act(*where, prompts.say, action, number, said))
        else:
            await _asked(entrance, event, await entrance.desk.act(*where, prompts.prompt, action, number))

    return handle


async def _asked(entrance: Entrance, event: Event, said: Notice | course.Pending | None) -> None:
    await entrance.tell(event, await course.carry_on(entrance.desk, event.cause, event.caller, said))


COMMANDS: Mapping[str, Handler] = {
    "assistance": assistance,
    "mesdemandes": mine,
    "demande": show,
    "repondre": worded(verbs.speak, "answer"),
    "rouvrir": reopen,
    "clore": plain(verbs.confirm),
    "file": queue,
    "prendre": plain(verbs.take),
    "relacher": plain(verbs.release),
    "confier": hand,
    "note": worded(verbs.note, "note"),
    "attente": worded(verbs.ask, "ask"),
    "escalader": worded(verbs.escalate, "escalate"),
    "renvoyer": worded(verbs.send_back, "send_back"),
    "resoudre": worded(verbs.resolve),
    "fusionner": merge,
}

BUTTONS: Mapping[str, Press] = {
    "new": Press(new),
    "show": Press(show),
    "open": Press(show),
    "files": Press(files),
    "all": Press(leaf),
    "further": Press(leaf),
    "enclosed": Press(enclosed),
    "mine": Press(mine),
    "queue": Press(queue),
    "take": Press(plain(verbs.take)),
    "release": Press(plain(verbs.release)),
    "resolve": Press(plain(verbs.resolve)),
    "confirm": Press(plain(verbs.confirm)),
    "reopen": Press(reopen),
    "still": Press(reopen),
    "withdraw": Press(plain(verbs.withdraw)),
    "give_back": Press(plain(returning.give_back)),
    "give_back_all": Press(plain(returning.give_back_all)),
    **dict.fromkeys(prompts.PROMPTS, Press(prompt)),
}
