"""What must hold after every step of `months`: who reads what, where requests stand, and that no word is lost."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.storage import people, requests
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal, Saying, Voice
from bot.workflows.requests import scenes

if TYPE_CHECKING:
    from tests.workflows.months import Story

WORD = re.compile(r"zq\d{5}")
_LEFT = timedelta(days=1)  # an offer that nobody answers for so long ends by itself
_NOBODY = ("unlinked", "charter-first")


@dataclass
class Written:
    """A message: whose chat, when, and what is known of where it was to go."""

    chat: int
    at: datetime
    number: int  #: the request it is about; 0 where that is to be chosen
    note: bool
    over: str = ""  #: why it need not be anywhere: refused, given up or erased


class Watch:
    """Keeps every word that was written, and finds it again."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.written: dict[str, Written] = {}
        self.kept: dict[str, tuple[int, str]] = {}  #: by word, the request whose exchange has it, and the voice
        self.chosen: dict[int, str] = {}  #: by chat, the school that was touched last
        self.ended: dict[int, int] = {}  #: by chat, the closed request that was offered to be made anew
        self._numbers = itertools.count(1)
        self._rows = self._messages = self._requests = 0
        self.schools: dict[int, str] = {}  #: by request, the school it was filed for

    def word(self) -> str:
        """A word that occurs nowhere else."""
        return f"zq{next(self._numbers):05}"

    def chooses(self, chat: int, button: Button) -> None:
        """Notes the school that a button of the question names."""
        if button.action == "place":
            self.chosen[chat] = button.target.partition(":")[2]
        elif button.action == "renew":
            self.chosen[chat] = self.schools[self.ended[chat]]

    async def refused(self, chat: int, refusal: Refusal, said: Saying | None) -> None:
        """Somebody was refused: their words were told to be nowhere. Nobody who is linked reads that they are not."""
        self.story.done.append(f"    refused: {refusal.reason} {dict(refusal.facts)}")
        for word in WORD.findall(said.text) if said else ():
            self.written[word].over = f"refused: {refusal.reason}"
        if refusal.reason in _NOBODY:
            linked = await self.story.world.desk.look(people.of_telegram, chat)
            assert not linked, self._why(f"{chat} reads « {refusal.reason} », but {linked[0].login} is linked")

    def told(self, chat: int, notice: Notice) -> None:
        """Notes what a notice says of words that were written, or asks anew."""
        if notice.kind == "ask_renew":
            self.ended[chat] = int(notice.facts["number"])
        elif notice.kind == "ask_place":
            self.chosen.pop(chat, None)
        if notice.kind in ("hello", "thanks"):
            self.given_up(chat)

    def given_up(self, chat: int) -> None:
        """The words of that chat that wait for a choice are given up by their author."""
        for word, one in self.written.items():
            if one.chat == chat and word not in self.kept and not one.over:
                one.over = "given up"

    def erased(self, chat: int) -> None:
        """All words of that chat may be gone."""
        for one in self.written.values():
            if one.chat == chat:
                one.over = one.over or "erased"

    async def look(self) -> None:
        """Looks at everything that is new, in one transaction that reads."""
        await self.story.world.desk.look(self._look)

    def _look(self, work: Work) -> None:
        self._new_messages(work)
        self._new_requests(work)
        self._one_speaks(work)
        self._stand(work)
        self._quotes(work)
        self._nothing_lost(work)

    def _new_messages(self, work: Work) -> None:
        for row in self._since(work, "messages", self._messages):
            self._messages = row.id
            for word in WORD.findall(row.text):
                self.kept.setdefault(word, (row.request, row.voice))

    def _new_requests(self, work: Work) -> None:
        """A new request stands at the only school that its author has, or at the one that they touched."""
        rows = work.execute(_table("requests").select().where(_table("requests").c.number > self._requests))
        for row in sorted(rows, key=lambda row: row.number):
            self._requests = row.number
            self.story.numbers.append(row.number)
            person = people.by_id(work, row.requester)
            request = requests.load(work, row.number)
            assert person is not None
            assert request is not None
            self.schools[row.number] = request.place.id
            touched = self.chosen.get(person.telegram_id or 0, "")
            if len(person.places) == 1:
                touched = person.places[0].id
            assert touched == request.place.id, self._why(
                f"n°{row.number} of {person.login} is for {request.place.id}, not for {touched or 'a school touched'}"
            )

    def _one_speaks(self, work: Work) -> None:
        speaking: dict[int, list[bool]] = defaultdict(list)
        columns = _table("people").c
        for row in work.execute(_table("people").select().where(columns.telegram_id.is_not(None))):
            speaking[row.telegram_id].append(row.speaking)
        odd = {chat: speak for chat, speak in speaking.items() if speak.count(True) != 1}
        assert not odd, self._why(f"not exactly one account speaks in {odd}")

    def _stand(self, work: Work) -> None:
        """Every request stands where it was filed, unless the audit has it moved."""
        events = _table("events")
        for number, school in list(self.schools.items()):
            request = requests.load(work, number)
            assert request is not None
            if request.place.id != school:
                acts = work.execute(events.select().where(events.c.request == number, events.c.act == "move")).all()
                assert acts, self._why(f"n°{number} went from {school} to {request.place.id}, and no event says so")
                self.schools[number] = request.place.id

    def _quotes(self, work: Work) -> None:
        """Whoever is told words of a request may read them now, by one of the accounts of the chat."""
        for row in self._since(work, "outbox", self._rows):
            self._rows = row.id
            words = set(WORD.findall(json.dumps(row.payload)))
            if str(row.payload.get("kind", row.payload.get("headline", ""))).startswith("followed"):
                continue  # those who follow a request read the solution that its agent shares
            mine = people.of_telegram(work, row.chat_id)
            for word in words:
                number, voice = self.kept.get(word, (0, ""))
                if not number or self.written[word].chat == row.chat_id:
                    continue
                reading = [one.login for one in mine if _reads(work, one, number, voice)]
                assert reading, self._why(
                    f"{[one.login for one in mine]} read {word} of n°{number} ({voice}) in {row.kind} {row.payload}"
                )
                to = people.by_id(work, row.person) if row.person else None
                assert to is None or to.login in reading, self._why(
                    f"{word} of n°{number} ({voice}) is for {to.login if to else ''}, but {reading} may read it"
                )

    def _nothing_lost(self, work: Work) -> None:
        open_ = [word for word, one in self.written.items() if not one.over and word not in self.kept]
        drafts = " ".join(json.dumps(row.data) for row in work.execute(_table("drafts").select())) if open_ else ""
        for word in open_:
            one = self.written[word]
            if word in drafts:
                continue
            told = self.story.world.now - one.at >= _LEFT or self._closed(work, one)
            assert told, self._why(f"{word}, written in {one.chat} at {one.at}, is nowhere, and nobody said so")
            one.over = "closed, or its time was over"

    def _closed(self, work: Work, one: Written) -> bool:
        """Whether the author was told that what they had written is over."""
        rows = work.execute(_table("outbox").select().where(_table("outbox").c.chat_id == one.chat))
        return any(str(row.payload.get("about", "")).startswith("closed") for row in rows if row.at >= one.at)

    def _since(self, work: Work, table: str, after: int) -> list[Any]:
        rows = _table(table)
        return list(work.execute(rows.select().where(rows.c.id > after).order_by(rows.c.id)))

    def _why(self, what: str) -> str:
        return "\n".join([what, *self.story.done[-25:]])


def _reads(work: Work, person: Person, number: int, voice: str) -> bool:
    try:
        mine = scenes.found(work, person, number)[1]
    except Refusal:
        return False
    return mine.reads and (voice != Voice.NOTE or mine.reads_notes)


def _table(name: str) -> Any:
    return DESK.tables[name]
