"""Goes through any guided conversation: presses the buttons of its questions, or types words, until it is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot import texts
from bot.terms import Button, Notice, Refusal
from bot.workflows import intake, nouns
from bot.workflows.conversations.days import NO_DAY
from bot.workflows.nouns import NOUNS
from tests.workflows.openers import openers
from tests.world import World

OPENERS = openers()
NAMES = sorted(OPENERS)
TALKS = {talk.name: talk for noun in NOUNS for talk in noun.conversations}
#: end a question where several may be tapped
_LAST = ("class_save", "town_all", "group_take", "service_now", "flash_chosen", "flash_now")
_WAYS = ("cancel", "back", "skip")
STEPS = 10  #: more than any conversation asks for
#: by conversation, what is typed at its questions, in order; the last words again at those that follow
_WORDS = {
    "filing": ("connexion", "Mot de passe oublié"),
    "correcting": ("1", "compte"),
    "handing": ("adjoint",),
    "invite": ("CM2",),
    "campaign": ("élèves", "10 juillet", "élèves"),
    "afraid": ("oui",),
    "why": ("oui",),
    "merging": ("oui",),
    "classes": ("CE1", "oui"),
    "right": ("donner", "oui"),
    "whom:classes": ("enseignant",),
    "whom:rights": ("enseignant",),
    "attaching": ("PES", "Zoé Picard", "École du Lac", "Noyon", "École du Lac", "oui"),
    "searching": ("École Jean-Moulin", "Bruno Keller", "oui"),
    "leaving": ("est partie", "01/09", "oui"),
    "parting": ("oui",),
    "whom:leaver": ("enseignant",),
    "create": ("invité", "Nils Aubert", "oui"),
    "edit": ("Niels Aubert", "oui"),
    "removal": ("oui",),
    "rule": ("chorale", "enseignants", "oui"),
    "rules_reset": ("oui",),
    "services": ("Piscine", "parents", "oui"),
    "settling": ("oui",),
    "town": ("Creil", "oui", "Odile", "Prévost", "odile.prevost@creil.fr", "oui"),
    "group_name": ("Orchestre",),
    "group_sure": ("oui",),
    "group_members": ("Léa", "oui"),
    "announcing": ("Fête de l’école", "demain", "après-demain", "parents", "La fête est samedi", "vert", "oui"),
}
#: by conversation, what is typed where its buttons lead to a question that has none, in order
_BETWEEN = {
    "create": ("Nils Aubert", "04/05/2018"),
    "edit": ("Niels Aubert",),
    "attaching": ("Zoé Picard", "École du Lac", "Noyon", "École du Lac"),
    "searching": ("Bruno Keller",),
    "leaving": ("01/09",),
    "town": ("Creil", "Odile", "Prévost", "odile.prevost@creil.fr"),
    "services": ("Piscine",),
    "announcing": ("Fête de l’école", "La fête est samedi"),
}
#: the tables whose rows say who did something, each with the column that does
_BY = {"events": "person", "messages": "author", "interventions": "person", "campaigns": "person"}


@dataclass
class Robot:
    """Somebody in their private chat who answers the questions of one conversation."""

    world: World
    key: str
    name: str
    asked: Notice | None
    message: int = 0  #: the number of the message that asks, where that is recorded
    between: int = 0  #: how many questions without buttons were answered

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the question that answer it."""
        rows = self.asked.buttons if self.asked is not None else ()
        own = TALKS[self.name].actions | TALKS[self.name].leads_on
        found = [one for row in rows for one in row if one.action in own and one.action not in _WAYS]
        return [one for one in found if not one.target.endswith(f":{NO_DAY}")]

    async def press(self, button: Button) -> Notice | None:
        """Presses a button, as Telegram brings it: with the account that it was made for."""
        world = self.world
        caller = replace(world.caller(self.key), person=button.person)
        if button.action == "new":
            return await intake.new(world.desk, world.cause(), caller, button.target)
        return await intake.press(world.desk, world.cause(), caller, button.action, button.target)

    async def answer(self, by_words: bool, step: int = 0) -> Notice | None:
        """Answers the question once: by its first button, or by words where it has none, or `by_words`."""
        typed = _WORDS.get(self.name, ("lea.martin",))
        if self.buttons and not by_words:
            last = [button for button in self.buttons if button.action in _LAST]  # the others may be tapped for ever
            return await self.press((last or self.buttons)[0])
        if not by_words and self.name in _BETWEEN:
            typed, step, self.between = _BETWEEN[self.name], self.between, self.between + 1
        return await self.world.say(self.key, typed[min(step, len(typed) - 1)])

    async def finish(self, by_words: bool) -> None:
        """Answers until the conversation is over; fails where it never is."""
        for step in range(STEPS):
            if self.name not in await steps_kept(self.world, self.key):
                return
            said = await self.answer(by_words and self._hears(step), step)
            self.asked = said if said is not None and said.question else self.asked
        assert self.name not in await steps_kept(self.world, self.key)

    def _hears(self, step: int) -> bool:
        """Whether the question of that step is answered by words, too."""
        heard = {"filing": 2, "invite": 1, "searching": 2, "group_members": 1}
        return self.name not in ("offer", "renewing") and step < heard.get(self.name, STEPS)


async def pile(world: World, key: str) -> list[dict[str, Any]]:
    """The conversations kept for that persona, the top one first: each its name, and its data."""
    rows = await world.rows("drafts", chat_id=world.telegram[key])
    found, one = [], rows[0] if rows else None
    while one:
        found.append({"step": one["step"], **one["data"]})
        one = one["data"].get("beneath")
    return found


async def steps_kept(world: World, key: str) -> list[str]:
    """The names of the conversations kept for that persona, the top one first."""
    return [row["step"] for row in await pile(world, key)]


async def deeds(world: World, person: int) -> int:
    """How many things the person of that `id` did so far."""
    return sum([len(await world.rows(table, **{who: person})) for table, who in _BY.items()])


async def counted(world: World) -> dict[str, int]:
    """How many rows each table has that says who did something."""
    return {table: len(await world.rows(table)) for table in _BY}


async def refusal(said: Any) -> Refusal | None:
    """The refusal that awaiting it meets; None where it meets none."""
    try:
        await said
    except Refusal as met:
        return met
    return None


async def begun(world: World, name: str) -> Robot:
    """Begins that conversation, and notes in which message it asks."""
    opener = OPENERS[name]
    asked = await opener.begin(world)
    return Robot(world, opener.key, name, asked, await world.said(opener.key, asked))


async def closing(world: World, key: str) -> list[tuple[int, str]]:
    """The messages that are to say that their question is over: the number of each, and what it says now."""
    found = []
    for row in await world.rows("outbox", kind="refresh", chat_id=world.telegram[key]):
        about = row["payload"]["about"]
        if about.startswith("closed"):
            notice = await world.desk.look(nouns.draw, world.desk.policy, await world.person(key), about)
            found.append((row["message_id"], texts.word(notice, "fr").text))
    return found
