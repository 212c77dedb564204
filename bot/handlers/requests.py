"""Requests: filing, lists and cards, and the verbs of requesters and agents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, category_and_words, is_number
from bot.terms import Notice, Refusal, Saying
from bot.workflows import intake
from bot.workflows.conversations import course
from bot.workflows.desk import Turn
from bot.workflows.requests import (
    cards,
    colleagues,
    correction,
    filing,
    leafing,
    merging,
    moving,
    prompts,
    queues,
    resending,
    returning,
    scenes,
    verbs,
)

_ANY = scenes.by_any_account  # what is typed is done by the account of this Telegram account that may do it


async def assistance(entrance: Entrance, event: Event) -> None:
    """`/assistance [category] [text]`: files at once, or asks for what is missing."""
    category, text = category_and_words(event.arguments, entrance.desk.policy.categories)
    said = await entrance.desk.act(event.cause, event.caller, filing.start, category, event.said(text))
    await _asked(entrance, event, said)


async def new(entrance: Entrance, event: Event) -> None:
    """`Nouvelle demande`: begins to file a request."""
    said = await intake.new(entrance.desk, event.cause, event.caller, event.button.target)
    await _asked(entrance, event, said)


async def file_as(entrance: Entrance, event: Event) -> None:
    """An account below a request that is being prepared: that one files it."""
    said = await intake.file_as(entrance.desk, event.cause, event.caller, event.button.target)
    await _asked(entrance, event, said)


async def mine(entrance: Entrance, event: Event) -> None:
    """`/mesdemandes`: a page of the person's own requests."""
    before = event.number() if event.button.target else None
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.mine, before))


async def queue(entrance: Entrance, event: Event) -> None:
    """`/file [moi|libres|retard|envoyees] [school]`: a page of the queue."""
    typed, _, after = event.button.target.partition(":") if event.button.action else (event.arguments, "", "")
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.queue, typed, after))


async def queue_filter(entrance: Entrance, event: Event) -> None:
    """A filter or a school under the queue: shows the queue so."""
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.filtered, event.button.target))


async def queue_schools(entrance: Entrance, event: Event) -> None:
    """`Par école`: the schools of the queue."""
    await entrance.tell(event, await entrance.desk.see(event.caller, queues.schools, event.button.target))


async def show(entrance: Entrance, event: Event) -> None:
    """`/demande N`: the card of a request."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, _ANY(cards.send), event.number()))


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
    await _say(entrance, event, event.button.action, event.number())


async def reopen(entrance: Entrance, event: Event) -> None:
    """`/rouvrir N [text]`: reopens a request."""
    number, text = event.number_and_rest()
    saying = event.said(text) if text or event.saying.files else None
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, _ANY(verbs.reopen), number, saying))


async def hand(entrance: Entrance, event: Event) -> None:
    """`/confier N [ACCOUNT]`: hands a request to a colleague of the same desk, or asks to whom."""
    (number, name), where = event.number_and_rest(), (event.cause, event.caller)
    if name:
        await entrance.tell(event, await entrance.desk.act(*where, _ANY(colleagues.hand), number, name))
    else:
        await _asked(entrance, event, await entrance.desk.act(*where, _ANY(colleagues.choose), number))


def corrects(what: str) -> Handler:
    """The handler of `/categorie [N [category]]` and `/ecole [N [school]]`; of `Corriger`, where `what` is empty."""

    async def handle(entrance: Entrance, event: Event) -> None:
        number, typed = event.number_and_rest() if event.button.action or event.arguments else (0, "")
        where = (event.cause, event.caller)
        start = _ANY(correction.start) if number else correction.start
        await _asked(entrance, event, await entrance.desk.act(*where, start, number, what, typed))

    return handle


async def bring(entrance: Entrance, event: Event) -> None:
    """A school under the question to which of several new ones a request goes along."""
    number, _, key = event.button.target.partition(":")
    if not is_number(number):
        raise Refusal("old-button")
    where = (event.cause, event.caller)
    await entrance.tell(event, await entrance.desk.act(*where, moving.choose, int(number), key))


async def resolve(entrance: Entrance, event: Event) -> None:
    """`/resoudre N [text]`, and the button: resolves a request, with a word for its requester where one is given."""
    number, text = event.number_and_rest()
    await _say(entrance, event, "conclude", number, Saying() if event.query is not None else event.said(text))


async def merge(entrance: Entrance, event: Event) -> None:
    """`/fusionner N M`: closes N as a duplicate of M; asks first where they are about different schools."""
    number, rest = event.number_and_rest()
    into = Event(event.cause, event.caller, event.command, rest).number()
    await _asked(entrance, event, await entrance.desk.act(event.cause, event.caller, _ANY(merging.ask), number, into))


def plain(verb: Callable[[Turn, int], Notice]) -> Handler:
    """The handler of a verb that needs only the number of a request."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, _ANY(verb), event.number()))

    return handle


def worded(action: str) -> Handler:
    """The handler of a verb that needs the number of a request, and words: those of the button of that action.

    Without words it asks for them, as the button does.
    """

    async def handle(entrance: Entrance, event: Event) -> None:
        number, text = event.number_and_rest()
        said = event.said(text)
        await _say(entrance, event, action, number, said if text or said.files else None)

    return handle


async def _say(entrance: Entrance, event: Event, action: str, number: int, said: Saying | None = None) -> None:
    """Does what the button of that action does with the words; asks for them where there are none."""

    def speak(turn: Turn, number: int) -> prompts.Said:
        return prompts.say(turn, action, number, said) if said else prompts.prompt(turn, action, number)

    await _asked(entrance, event, await entrance.desk.act(event.cause, event.caller, _ANY(speak), number))


async def _asked(entrance: Entrance, event: Event, said: Notice | course.Pending | None) -> None:
    await entrance.tell(event, await course.carry_on(entrance.desk, event.cause, event.caller, said))


#: commands whose words may come with files
WITH_FILES = frozenset({"assistance", "repondre", "rouvrir", "note", "attente", "escalader", "renvoyer", "resoudre"})
COMMANDS: Mapping[str, Handler] = {
    "assistance": assistance,
    "mesdemandes": mine,
    "demande": show,
    "repondre": worded("answer"),
    "rouvrir": reopen,
    "clore": plain(verbs.confirm),
    "file": queue,
    "prendre": plain(verbs.take),
    "relacher": plain(verbs.release),
    "confier": hand,
    "note": worded("note"),
    "attente": worded("ask"),
    "escalader": worded("escalate"),
    "renvoyer": worded("send_back"),
    "resoudre": resolve,
    "fusionner": merge,
    "categorie": corrects(correction.CATEGORY),
    "ecole": corrects(correction.SCHOOL),
}

BUTTONS: Mapping[str, Press] = {
    "new": Press(new),
    "file_as": Press(file_as, in_place=True),
    "show": Press(show),
    "open": Press(show),
    "files": Press(files),
    "all": Press(leaf),
    "further": Press(leaf),
    "enclosed": Press(enclosed),
    "mine": Press(mine),
    "queue": Press(queue),
    "queue_filter": Press(queue_filter, in_place=True),
    "queue_schools": Press(queue_schools, in_place=True),
    "take": Press(plain(verbs.take)),
    "release": Press(plain(verbs.release)),
    "resolve": Press(resolve),
    "entrust": Press(hand),
    "correct": Press(corrects("")),
    "confirm": Press(plain(verbs.confirm)),
    "reopen": Press(reopen),
    "still": Press(reopen),
    "withdraw": Press(plain(verbs.withdraw)),
    "bring": Press(bring),
    "resend": Press(plain(resending.resend)),
    "give_back": Press(plain(returning.give_back)),
    "give_back_all": Press(plain(returning.give_back_all)),
    **dict.fromkeys(prompts.PROMPTS, Press(prompt)),
}
