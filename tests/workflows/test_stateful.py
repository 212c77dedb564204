"""Random acts of random people on a few requests, against a simple model of what must hold after each."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Callable, Coroutine, Set
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_as_test

from bot.storage.engine import open_records
from bot.terms import Notice, Refusal, Role, Status
from bot.workflows.requests import silence, verbs
from tests.workflows.model import AGENTS, CHAINS, PEOPLE, Model
from tests.world import TELEGRAM, World

T = TypeVar("T")

PLAIN = {
    "take": verbs.take,
    "release": verbs.release,
    "confirm": verbs.confirm,
    "withdraw": verbs.withdraw,
}
WORDED = {
    "speak": verbs.speak,
    "ask": verbs.ask,
    "note": verbs.note,
    "escalate": verbs.escalate,
    "send_back": verbs.send_back,
    "resolve": verbs.resolve,
    "conclude": verbs.resolve,
    "reopen": verbs.reopen,
}
NO_CHANGE = {"done_already_yours", "thanks"}
#: actions on a card that are no acts of the lifecycle: acts on the ENT, and questions that are asked first
NO_ACT = {"code", "account", "reports", "all", "entrust", "correct", "classes", "attach", "detach", "pair"}
VERBS = {"answer": "speak", "still": "reopen"}  #: the acts of buttons that bear another name
#: by act, the status after it, where that does not depend on the status before
LEADS_TO = {
    "take": Status.OPEN,
    "release": Status.NEW,
    "confirm": Status.CLOSED,
    "withdraw": Status.CLOSED,
    "ask": Status.WAITING,
    "escalate": Status.NEW,
    "send_back": Status.NEW,
    "resolve": Status.RESOLVED,
    "conclude": Status.RESOLVED,
}


class Requests(RuleBasedStateMachine):
    """The state machine of the test: it runs the real use-cases and the models side by side."""

    template: Path
    folder: Path
    copies = itertools.count(1)

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        file = shutil.copy(self.template, self.folder / f"{next(self.copies)}.db")
        self.world = World(open_records(f"sqlite:///{file}"))
        self.names = {self.run(self.world.person(key)).id: key for key in PEOPLE}
        self.models: dict[int, Model] = {}
        self.mark = self.run(self.world.mark())
        self.words = itertools.count(1)

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Runs the coroutine to its end; returns what it returns."""
        return self.loop.run_until_complete(coroutine)

    def teardown(self) -> None:
        self.run(self.world.desk.records.close())
        self.loop.close()

    def below(self, number: int) -> set[int]:
        """The numbers of the requests merged into that one, and of those merged into these."""
        direct = {other for other, model in self.models.items() if model.into == number}
        return direct.union(*(self.below(other) for other in direct))

    def top(self, number: int) -> Model:
        """The request that is treated in place of that one: itself where it was not merged."""
        model = self.models[number]
        return self.top(model.into) if model.into else model

    def followers(self, number: int) -> set[str]:
        """The people who follow that request with one of theirs."""
        return {self.models[other].requester for other in self.below(number)}

    def reads(self, key: str, number: int) -> bool:
        """Whether that person may learn that the request exists."""
        model = self.models[number]
        roles = {*model.visited, model.school, self.top(number).role}
        return key in {model.requester, *self.followers(number)} or AGENTS.get(key) in roles

    @precondition(lambda self: 2 < len(self.models) < 5)
    @rule(key=st.sampled_from(sorted(CHAINS)), category=st.sampled_from(["connexion", "classe"]))
    def file(self, key: str, category: str) -> None:
        text = f"mot-{next(self.words)}"
        number = self.run(self.world.file(key, category, text))
        role = self.run(self.world.request(number)).at
        self.models[number] = Model(key, role, {role}, texts=[text])
        self.heard("file", key, number)

    @initialize(key=st.sampled_from(sorted(CHAINS)), followed=st.booleans())
    def some_requests_stand_there(self, key: str, followed: bool) -> None:
        for requester in ("eleve", "parent", key):
            self.file(requester, "connexion")
        if followed:
            self.merge("directeur", *sorted(self.models)[:2])

    @rule(data=st.data(), how=st.sampled_from(("press", "press", "press", "press", "merge", "try")))
    def somebody_acts(self, data: st.DataObject, how: str) -> None:
        number, other, *_ = data.draw(st.permutations(sorted(self.models)))
        model = self.models[number]
        if how == "merge":
            self.merge(data.draw(st.sampled_from(model.agents())), number, other)
        elif how == "try":
            self.act(data.draw(st.sampled_from(PEOPLE)), number, data.draw(st.sampled_from((*PLAIN, *WORDED))))
        else:
            self.press(data.draw(st.permutations([*model.agents(), model.requester]))[0], number, data)
        self.look(number, {model.requester, *self.followers(number), data.draw(st.sampled_from(PEOPLE))})

    def press(self, key: str, number: int, data: st.DataObject) -> None:
        """Presses any button of a card: it must work."""
        card = self.run(self.world.card(key, number))
        offered = [button.action for row in card.buttons for button in row if button.action not in NO_ACT]
        if offered:
            act = data.draw(st.permutations(offered))[0]
            assert self.act(key, number, VERBS.get(act, act))

    def act(self, key: str, number: int, act: str) -> bool:
        """That person does the act, and the model follows; False where they were refused or nothing changed."""
        if act == "speak":
            number = self.heard_about(key, number)
        model, below = self.models[number], self.below(number)
        before = self.run(self.world.request(number))
        text = f"mot-{next(self.words)}" if act in WORDED else ""
        said = self.attempt(key, number, act, text)
        if said is None or said.kind in NO_CHANGE:
            assert self.run(self.world.request(number)).version == before.version
            self.heard("nothing", key, number)
            return False
        model.version += 1
        model.texts += [text] * bool(text)
        if act in ("note", "escalate", "send_back"):
            model.notes.add(text)
        if act in ("escalate", "send_back"):
            self.moved(key, number, act)
        self.follows(before.status, act, number)
        if act == "withdraw":
            self.handed_on(number)
        self.heard(act, key, number, below)
        return True

    def heard_about(self, key: str, number: int) -> int:
        """The request that words about that one are added to: where one only follows it, the newest of one's own."""
        model = self.models[number]
        if key == model.requester or AGENTS.get(key) in {*model.visited, model.school, self.top(number).role}:
            return number
        own = {one for one in self.below(number) if self.models[one].requester == key}
        return max((one for one in own if not self.models[one].settled), default=number)

    def handed_on(self, number: int) -> None:
        """The oldest request of somebody else that followed a withdrawn one takes its place, in the models, too."""
        asked, mine = self.models[number].requester, {one: self.models[one] for one in sorted(self.below(number))}
        moved = [one for one, model in mine.items() if not model.settled and model.requester != asked]
        for one in moved:
            mine[one].into = 0 if one == moved[0] else moved[0]
            mine[one].version += 1

    def merge(self, key: str, number: int, into: int) -> None:
        """That agent merges the two requests, and the models follow."""
        try:
            self.run(self.world.act(key, verbs.merge, number, into))
        except Refusal:
            self.heard("nothing", key, number)
            return
        mine = self.models[number]
        mine.version += 1
        mine.into, mine.settled = into, False
        self.heard("merge", key, number, self.below(number))

    @rule(days=st.integers(1, 9))
    def wait(self, days: int) -> None:
        self.world.wait(days=days)
        before = {number: self.run(self.world.request(number)).status for number in self.models}
        self.run(silence.close_silent(self.world.desk))
        for number, model in self.models.items():
            model.version += self.run(self.world.request(number)).status is not before[number]
        self.mark = self.run(self.world.mark())

    def look(self, number: int, keys: set[str]) -> None:
        """Checks that strangers see nothing, followers no exchange, and requesters no notes."""
        model = self.models[number]
        for key in keys:
            if not self.reads(key, number):
                with pytest.raises(Refusal, match="unknown-request"):
                    self.run(self.world.card(key, number))
                continue
            exchange = self.run(self.world.card(key, number)).facts.get("exchange", ())
            shown = {(line["number"] or number, line["text"]) for line in exchange}
            agent = AGENTS.get(key) in {*model.visited, model.school, self.top(number).role}
            agent = agent and key != model.requester
            readable = ({number} if agent or key == model.requester else set()) | (
                self.below(number) if agent else set()
            )
            assert shown <= {(one, text) for one in readable for text in self.models[one].texts}
            for one, text in shown:
                own = self.models[one]
                assert text not in own.notes or (agent and key != own.requester)

    @invariant()
    def no_state_is_impossible(self) -> None:
        for number, model in self.models.items():
            request = self.run(self.world.request(number))
            held = request.status in (Status.OPEN, Status.WAITING, Status.RESOLVED)
            assert held <= (request.holder is not None)
            assert (request.status is Status.NEW) <= (request.holder is None)
            assert (request.status is Status.CLOSED) == (request.closed_at is not None)
            assert (request.merged_into is not None) <= (request.status is Status.CLOSED)
            assert request.merged_into == (model.into or None)
            assert request.at == model.role == Role(request.level, model.chain[request.level])
            assert request.entry <= request.level
            assert request.version == model.version
            assert set(request.visited) == model.visited

    @invariant()
    def no_message_is_lost(self) -> None:
        for number, model in self.models.items():
            assert [message.text for message in self.run(self.world.exchange(number))] == model.texts

    def attempt(self, key: str, number: int, act: str, text: str) -> Notice | None:
        """That person tries the act; returns the answer, None for a refusal."""
        plain: Callable[..., Notice] | None = PLAIN.get(act)
        try:
            if plain is not None:
                return self.run(self.world.act(key, plain, number))
            return self.run(self.world.act(key, WORDED[act], number, self.world.saying(key, text)))
        except Refusal:
            return None

    def moved(self, key: str, number: int, act: str) -> None:
        """Moves the model to the desk above or below, as the request did."""
        model, level = self.models[number], self.run(self.world.request(number)).level
        assert level > model.role.level if act == "escalate" else level < model.role.level
        model.sent_from, model.role = model.role, Role(level, model.chain[level])
        model.visited.add(model.role)
        model.senders.add(key)

    def follows(self, before: Status, act: str, number: int) -> None:
        """Checks that the status is one to which the act leads."""
        after = self.run(self.world.request(number)).status
        model = self.models[number]
        if model.into and act in ("speak", "confirm", "reopen"):
            model.settled = model.settled or act == "confirm"
            model.into *= after is Status.CLOSED
            assert (act == "reopen") <= (after is not Status.CLOSED)
        elif act in LEADS_TO:
            assert after is LEADS_TO[act]
        elif act == "note":
            assert after is before
        elif act == "reopen":
            assert after in (Status.OPEN, Status.NEW)
        else:
            assert after in (Status.NEW, Status.OPEN, Status.WAITING)

    def heard(self, act: str, actor: str, number: int, below: Set[int] = frozenset()) -> None:
        """Checks that only people whom the act concerns were told; `below` followed this request before the act."""
        rows = [row for row in self.run(self.world.rows("outbox")) if row["id"] > self.mark and row["kind"] != "menu"]
        told = {self.names[row["person"]] for row in rows if row["request"] == number}
        receipt = {actor} if act == "file" else set()
        assert told <= (self.models[number].concerned(act) | set(self.top(number).agents())) - {actor} | receipt
        for row in rows:
            if row["request"] != number and row["kind"] != "refresh":
                own = self.models[row["request"]]
                if row["payload"].get("kind") == "joined":  # the other school is told of a merger
                    assert AGENTS[self.names[row["person"]]] == own.school
                else:
                    assert row["request"] in below
                    assert self.names[row["person"]] in {own.requester, *own.agents()}
        assert act != "nothing" or not rows
        self.mark = self.run(self.world.mark())


def test_no_sequence_of_acts_breaks_a_request(inhabited_sqlite: Path, tmp_path: Path) -> None:
    assert set(PEOPLE) < set(TELEGRAM)
    Requests.template, Requests.folder = inhabited_sqlite, tmp_path
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    few = settings(max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=slow, database=None)
    run_as_test(Requests, settings=few)
