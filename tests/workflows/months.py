"""Two months of the lives of some twenty people: what they do at random, on what the bot said to them.

Each message has a word of its own, so that it can be found wherever it went; `Watch` looks after every step.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Any

from bot.storage import people as people_records
from bot.terms import Button, Notice, Person, Refusal, Saying
from bot.workflows import intake, talk, upkeep
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk
from bot.workflows.nouns import CONVERSATIONS
from bot.workflows.people import issuing, linking, own_data, rights, speaking
from bot.workflows.requests import filing, prompts, scenes, verbs
from tests.workflows.watch import Watch, Written
from tests.world import HATS, TELEGRAM, World

ABOVE = ("erun", "danei", "plateforme", "editeur")
PLAYERS = ("eleve", "parent", "enseignant", "directeur", "adjoint", "directrice", "parent2", *ABOVE)
PLAIN = {"take": verbs.take, "release": verbs.release, "confirm": verbs.confirm, "withdraw": verbs.withdraw}
CATEGORIES = ("connexion", "classe", "application", "autre")
SCHOOLS = ("jaures-noyon", "jaures-senlis", "marie-curie", "eluard")


class Story:
    """The people, what they may do next, and two desks on the same records, as two replicas are."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.chance = random.Random(seed)
        self.desks = [world.desk, self._replica()]
        self.phones = {key: TELEGRAM[key] for key in PLAYERS} | {key: HATS[key] for key in HATS}
        self.asked: dict[int, list[Button]] = {}  #: by chat, the buttons of the last question there
        self.numbers: list[int] = []
        self.watch = Watch(self)
        self.done: list[str] = []  #: what happened, in words, for whoever reads a failure

    def _replica(self) -> Desk:
        old = self.world.desk
        made = Desk(old.records, old.directory, old.policy, clock=lambda: self.world.now)
        made.whisper = old.whisper
        return made

    async def step(self) -> None:
        """Somebody does something, or time passes; then everything is looked at."""
        self.world.desk = self.chance.choice(self.desks)
        acts: list[tuple[int, Callable[[str], Awaitable[None]]]] = [
            *((14, self.file), (10, self.write), (14, self.reply), (14, self.command), (12, self.press)),
            *(
                (12, self.answer),
                (6, self.switch),
                (4, self.merge),
                (2, self.cancel),
                (3, self.block),
                (1, self.erase),
            ),
            *((1, self.moves), (1, self.appointed), (1, self.vanishes), (2, self.comes_back), (2, self.restart)),
        ]
        act = self.chance.choices([one for _, one in acts], [weight for weight, _ in acts])[0]
        key = self.chance.choice(sorted(self.phones))
        self.done.append(f"{self.world.now:%d/%m %H:%M} {key}: {act.__name__}")
        await act(key)
        await self.watch.look()
        await self.pass_time()

    async def pass_time(self) -> None:
        """The clock moves on by hours; what is due is done, and now and then rights are asked again."""
        self.world.wait(minutes=self.chance.randint(1, 900))
        await self.world.carry()
        if self.chance.random() < 0.4:
            await upkeep.tend(self.world.desk)
            await self.watch.look()
        if self.chance.random() < 0.1:
            await rights.refresh(self.world.desk)
            await self.watch.look()

    async def speaker(self, key: str) -> Person | None:
        """The account that speaks on that phone; None where none is linked."""
        return await self.world.desk.look(people_records.speaking, self.phones[key])

    def words(self, key: str, number: int = 0, note: bool = False) -> Saying:
        """A message with a word that occurs nowhere else, in that person's chat."""
        word = self.watch.word()
        said = self.world.saying(key, f"Voici ce qui se passe : {word}")
        self.watch.written[word] = Written(self.phones[key], self.world.now, number, note)
        return said

    async def hear(self, key: str, doing: Awaitable[Any], said: Saying | None = None, person: int = 0) -> Any:
        """What that person is told: a notice, whose buttons may then be pressed; a refusal counts as told."""
        chat = self.phones[key]
        try:
            told = await doing
        except Refusal as refusal:
            await self.watch.refused(chat, refusal, said)
            return None
        if isinstance(told, Notice):
            number = await self.world.said(key, told)
            self.done.append(f"    {told.kind} ({number})")
            if told.question:
                self.asked[chat] = [one for row in told.buttons for one in row]
            self.watch.told(chat, told)
        return told

    def caller(self, key: str, person: int = 0) -> Caller:
        """That phone; `person` is whom the pressed button was made for."""
        return Caller(self.phones[key], self.phones[key], person)

    async def _do(self, key: str, verb: Any, *args: Any, person: int = 0) -> Any:
        desk, cause, caller = self.world.desk, self.world.cause(), self.caller(key, person)
        return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, verb, *args))

    async def file(self, key: str) -> None:
        """`/assistance category words`."""
        said = self.words(key)
        await self.hear(key, self._do(key, filing.start, self.chance.choice(CATEGORIES), said), said)

    async def write(self, key: str) -> None:
        """Words without a command."""
        said = self.words(key)
        desk = self.world.desk
        await self.hear(key, intake.say(desk, self.world.cause(), self.caller(key), said, None), said)

    async def reply(self, key: str) -> None:
        """Words in reply to a message about a request."""
        rows = await self.world.rows("cards", chat_id=self.phones[key])
        if not rows:
            return
        row = self.chance.choice(rows)
        said = self.words(key, row["request"])
        desk, number = self.world.desk, row["message_id"]
        await self.hear(key, intake.say(desk, self.world.cause(), self.caller(key), said, number), said)

    async def command(self, key: str) -> None:
        """A command with the number of a request and words: any request, also of others."""
        if not self.numbers:
            return
        number, action = self.chance.choice(self.numbers), self.chance.choice(sorted(prompts.PROMPTS))
        said = self.words(key, number, action in ("note", "escalate", "send_back"))
        typed = scenes.by_any_account(lambda turn, n: prompts.say(turn, action, n, said))
        if self.chance.random() < 0.15:
            typed = scenes.by_any_account(lambda turn, n: verbs.reopen(turn, n, said))
        await self.hear(key, self._do(key, typed, number), said)

    async def press(self, key: str) -> None:
        """A button under a message about a request, which was made for one account."""
        rows = await self.world.rows("cards", chat_id=self.phones[key])
        rows = [row for row in rows if row["person"]]
        if not rows:
            return
        row = self.chance.choice(rows)
        action = self.chance.choice((*PLAIN, "resolve", "reopen"))
        verb = PLAIN.get(action) or (verbs.resolve if action == "resolve" else verbs.reopen)
        await self.hear(key, self._do(key, verb, row["request"], person=row["person"]))

    async def answer(self, key: str) -> None:
        """A button of the last question, of whichever phone has one."""
        chats = [one for one in sorted(self.asked) if self.asked[one]]
        if not chats:
            return
        chat = self.chance.choice(chats)
        key = next(one for one, telegram in sorted(self.phones.items()) if telegram == chat)
        choices = [one for one in self.asked[chat] if one.action not in ("cancel", "back", "someone")]
        if not choices:
            return
        button = self.chance.choice([one for one in choices if not one.action.startswith("change")] or choices)
        self.done.append(f"    {key} presses {button.action} {button.target}")
        desk, cause, caller = self.world.desk, self.world.cause(), self.caller(key, button.person)
        if button.action == "new":
            doing: Awaitable[Any] = self._do(key, intake.begin, button.target, person=button.person)
        else:
            doing = intake.press(desk, cause, caller, button.action, button.target)
        self.watch.chooses(chat, button)
        self.asked[chat] = []
        await self.hear(key, doing)

    async def merge(self, key: str) -> None:
        """`/fusionner N M`."""
        if len(self.numbers) > 1:
            number, into = self.chance.sample(self.numbers, 2)
            await self.hear(key, self._do(key, scenes.by_any_account(verbs.merge), number, into))

    async def switch(self, key: str) -> None:
        """Another account of the phone speaks from now on."""
        mine = await self.world.desk.look(people_records.of_telegram, self.phones[key])
        if len(mine) > 1:
            other = self.chance.choice([one for one in mine if not one.speaking])
            await self.hear(key, speaking.speak_as(self.world.desk, self.world.cause(), self.caller(key, other.id)))

    async def cancel(self, key: str) -> None:
        """`/annuler`: the words of the question are given up."""
        self.watch.given_up(self.phones[key])
        await self.hear(key, self._do(key, CONVERSATIONS.cancel))

    async def block(self, key: str) -> None:
        """Blocks the bot for some time, or lets it write again."""
        cause, chat = self.world.cause(), self.phones[key]
        await talk.reachable(self.world.desk, cause, chat, self.chance.random() < 0.6)

    async def erase(self, key: str) -> None:
        """Erases the account that speaks, with its words."""
        self.watch.erased(self.phones[key])
        await self.hear(key, self._do(key, own_data.erase))

    async def comes_back(self, key: str) -> None:
        """Links an account of the phone anew, with a new token."""
        if await self.world.desk.directory.by_login(key) is not None:
            self.watch.given_up(self.phones[key])
            desk, caller = self.world.desk, self.caller(key)
            _, token = await issuing.issue_token(desk, key)
            charter = await linking.present(desk, self.world.cause(), caller, token)
            mark = next(one.target for row in charter.buttons for one in row if one.action == "accept")
            await self.hear(key, linking.accept(desk, self.world.cause(), caller, mark))

    async def vanishes(self, key: str) -> None:
        """An account that nobody else needs leaves the ENT: seen at the next refresh."""
        if key in ("nabil.ferhat", "homonyme2", "parent2"):
            await self.world.delete_account(key)

    async def moves(self, _key: str) -> None:
        """The pupil who moves is attached to another school."""
        await self.world.move("nomade", self.chance.choice(SCHOOLS))

    async def appointed(self, _key: str) -> None:
        """Directors change: one school more, or one less."""
        schools = self.chance.sample(SCHOOLS, self.chance.randint(1, 3))
        await self.world.appoint("directrice2", *(("director", school) for school in schools))

    async def restart(self, _key: str) -> None:
        """A process ends and another begins: nothing but the records is left."""
        self.desks[self.chance.randrange(2)] = self._replica()
