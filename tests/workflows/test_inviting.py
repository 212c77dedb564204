"""Invitations by the ENT's messaging: who is invited, in which words, never twice in a week, and how they end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.ent.directory import Directory, Found, Query
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.storage import handouts
from bot.terms import Account, Declined, InDoubt, Notice, Refusal
from bot.texts.linking import worded
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import inviting, mailings, sending
from bot.workflows.people import linking
from tests.workflows.steps import actions
from tests.world import World

NEWCOMER = Caller(555_001, 555_001)
LINK = re.compile(r'href="https://t\.me/palier_bot\?start=([A-Za-z0-9_-]{32})"')


class Mail:
    """An ENT whose messaging fails where the test wants it to, and that keeps a list of what it was asked."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.failing: dict[str, BaseException] = {}  #: by account, the error to raise
        self.every: BaseException | None = None  #: the error to raise for each of them
        self.down = False
        self.asked: list[str] = []
        self.searches = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def account(self, account_id: str, places: Sequence[str] = ()) -> Account | None:
        """The account; raises if the ENT is down."""
        if self.down:
            raise Declined(Reason.UNREACHABLE)
        return await self._ent.account(account_id, places)

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of accounts."""
        self.searches += 1
        return await self._ent.search(query, within, limit, after)

    async def send_message(self, account_id: str, subject: str, html: str) -> None:
        """Sends the message, or raises; a lost answer is of a message that was sent."""
        self.asked.append(account_id)
        error = self.every or self.failing.get(account_id)
        if isinstance(error, Declined):
            raise error
        await self._ent.send_message(account_id, subject, html)
        if error is not None:
            raise error


@pytest.fixture
def mail(world: World) -> Mail:
    """The world's ENT, whose messaging fails where the test wants it to."""
    world.desk.letter = worded
    failing = Mail(world.desk.directory)
    world.desk.directory = failing
    return failing


async def asked(world: World, typed: str = "", key: str = "directeur") -> Notice:
    """Types `/inviter` as that persona; returns the answer."""
    said = await inviting.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def confirmed(world: World, typed: str = "parents CM2", key: str = "directeur") -> int:
    """Has a mailing begun; returns its number."""
    await asked(world, typed, key)
    await world.press(key, "invite_now")
    return int((await world.rows("mailings"))[-1]["id"])


async def run(desk: Desk) -> None:
    """Does every step of the mailings that is due now."""
    while await sending.advance(desk):
        pass


async def shown(world: World, number: int, key: str = "directeur") -> Mapping[str, Any]:
    """The facts of the screen of that mailing."""
    return (await world.act(key, lambda turn: mailings.screen(turn.work, turn.policy, turn.me, number))).facts


async def boxes(world: World) -> dict[str, list[str]]:
    """The markup of the messages received, by account."""
    messages = ENT.tables["ent_messages"]
    found: dict[str, list[str]] = {}

    def read(connection: Connection) -> None:
        for row in connection.execute(select(messages).order_by(messages.c.at)):
            found.setdefault(row.account, []).append(row.html)

    await world.desk.records.read(read)
    return found


async def change(world: World, login: str, **values: object) -> None:
    """Changes an account in the ENT."""

    def write(connection: Connection) -> None:
        accounts = ENT.tables["ent_accounts"]
        connection.execute(accounts.update().where(accounts.c.id == login).values(**values))
        index(connection, [login])

    await world.desk.records.run(write)


async def open_link(world: World, html: str, caller: Caller = NEWCOMER) -> Notice:
    """Opens the link of a message, and accepts the charter."""
    match = LINK.search(html)
    assert match is not None
    charter = await linking.present(world.desk, world.cause(), caller, match[1])
    mark = next(key.target for row in charter.buttons for key in row if key.action == "accept")
    return await linking.accept(world.desk, world.cause(), caller, mark)


async def test_each_person_not_linked_receives_a_link_of_their_own_and_comes_in(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    await run(world.desk)

    received = await boxes(world)
    links = [LINK.search(html) for several in received.values() for html in several]
    assert len({link[1] for link in links if link}) == len(received) == len(mail.asked)
    assert world.telegram.keys().isdisjoint(received)
    facts = await shown(world, number)
    assert (facts["stage"], facts["sent"], facts["total"]) == ("done", len(received), len(received))
    [html] = received["aurelie.martin"]
    assert "Bonjour Aurélie," in html
    assert "École Jean-Moulin vous invite" in html
    assert (await open_link(world, html)).kind == "linked"


async def test_a_pupil_is_invited_in_the_words_for_a_child(world: World, mail: Mail) -> None:
    await confirmed(world, "élèves CM2")
    await run(world.desk)

    assert all("t’invite" in html for several in (await boxes(world)).values() for html in several)


async def test_the_question_counts_who_is_invited_and_why_the_others_are_not(world: World, mail: Mail) -> None:
    await change(world, "aurelie.martin", activated=False)
    said = await asked(world, "parents")

    assert said.kind == "invite_asked"
    assert said.facts["invited"] == {"relative": said.facts["count"]}
    assert said.facts["silent"] >= 1
    assert said.facts["linked"] >= 1
    assert said.facts["lately"] == 0
    assert "invite_now" in actions(said)
    assert not mail.asked


async def test_bare_it_offers_the_classes_and_the_profiles(world: World, mail: Mail) -> None:
    said = await asked(world)

    assert said.kind == "invite_whom"
    assert {"invite_class", "invite_profile", "invite_all"} <= set(actions(said))
    chosen = await world.press("directeur", "invite_profile", "relative")
    assert chosen is not None
    assert chosen.kind == "invite_asked"


@pytest.mark.parametrize("typed", ["bonjour à tous", "parents inactifs", "parents élèves", "groupe:chorale"])
async def test_words_that_name_nobody_are_refused_with_what_to_type(world: World, mail: Mail, typed: str) -> None:
    with pytest.raises(Refusal) as met:
        await asked(world, typed)

    assert met.value.reason in ("invite-unread", "invite-no-class")


@pytest.mark.parametrize(
    ("key", "reason"), [("erun", "school-administrators-only"), ("parent", "administrators-only")]
)
async def test_only_the_administrators_of_a_school_invite(world: World, mail: Mail, key: str, reason: str) -> None:
    with pytest.raises(Refusal) as met:
        await asked(world, "parents", key)

    assert met.value.reason == reason


async def test_nobody_is_invited_twice_in_a_week_whoever_asks(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)
    first = list(mail.asked)
    assert first

    world.now += timedelta(days=6, hours=23)
    with pytest.raises(Refusal, match="invite-nobody") as met:
        await asked(world, "parents CM2", "adjoint")
    assert met.value.facts["lately"] == len(first)

    world.now += timedelta(hours=2)
    await confirmed(world, "parents CM2", "adjoint")
    await run(world.desk)
    assert sorted(mail.asked) == sorted(first * 2)


async def test_two_administrators_who_confirm_at_once_invite_everybody_once(world: World, mail: Mail) -> None:
    await asked(world, "parents", "directeur")
    await asked(world, "parents", "adjoint")
    await asyncio.gather(world.press("directeur", "invite_now"), world.press("adjoint", "invite_now"))
    other = Desk(world.desk.records, mail, world.desk.policy, clock=world.desk.clock)  # type: ignore[arg-type]
    other.letter, other.username = worded, world.desk.username

    await asyncio.gather(run(world.desk), run(other))
    await run(world.desk)

    assert len(mail.asked) == len(set(mail.asked))
    assert [row["state"] for row in await world.rows("mailings")] == ["done", "done"]


async def test_killed_while_sending_it_goes_on_and_what_was_under_way_is_in_doubt(world: World, mail: Mail) -> None:
    class Killed(BaseException):
        """Raised in place of killing the process."""

    number = await confirmed(world, "parents")
    victim = "aurelie.martin"
    mail.failing[victim] = Killed()
    with pytest.raises(Killed):
        await run(world.desk)
    mail.failing.clear()

    await run(world.desk)
    assert (await shown(world, number))["stage"] == "running"
    world.wait(minutes=3)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["doubtful"]) == ("done", 1)
    assert facts["sent"] == facts["total"] - 1
    assert mail.asked.count(victim) == 1


async def test_a_lost_answer_is_not_sent_again_and_is_said_at_the_end(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.failing["aurelie.martin"] = InDoubt("no answer")
    await run(world.desk)
    assert (await shown(world, number))["waiting"]
    world.wait(minutes=1)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["doubtful"]) == ("done", 1)
    assert mail.asked.count("aurelie.martin") == 1
    [html] = (await boxes(world))["aurelie.martin"]
    assert (await open_link(world, html)).kind == "linked"  # it may have arrived: its link is good


async def test_an_ent_that_is_down_is_waited_for(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.down = True
    await run(world.desk)
    assert (await shown(world, number))["waiting"]

    mail.down = False
    world.wait(minutes=1)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["waiting"], facts["sent"]) == ("done", False, facts["total"])


async def test_what_was_not_sent_while_the_messaging_was_down_is_sent_later_with_a_good_link(
    world: World, mail: Mail
) -> None:
    number = await confirmed(world, "parents")
    mail.every = Declined(Reason.UNREACHABLE)
    await run(world.desk)
    assert len(mail.asked) == 1

    mail.every = None
    world.wait(minutes=1)
    await run(world.desk)

    assert (await shown(world, number))["stage"] == "done"
    [html] = (await boxes(world))["aurelie.martin"]
    assert (await open_link(world, html)).kind == "linked"


async def test_an_ent_that_lets_nobody_write_ends_it_and_says_to_whom_to_turn(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents")
    mail.every = Declined(Reason.FORBIDDEN)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["why"], facts["sent"]) == ("cancelled", "refused", 0)
    assert len(mail.asked) == 1
    mail.every = None
    await confirmed(world, "parents")  # nobody counts as invited
    await run(world.desk)
    assert len(await boxes(world)) == facts["total"]


async def test_an_ent_that_refuses_one_message_after_the_other_is_not_asked_two_thousand_times(
    world: World, mail: Mail
) -> None:
    number = await everybody(world)
    mail.every = Declined(Reason.REFUSED)
    await run(world.desk)

    facts = await shown(world, number)
    assert (facts["stage"], facts["why"], facts["failed"]) == ("cancelled", "refused", 5)
    assert len(mail.asked) == 5


async def everybody(world: World) -> int:
    """Has a mailing to the whole school begun; returns its number."""
    await asked(world)
    await world.press("directeur", "invite_all")
    await world.press("directeur", "invite_now")
    return int((await world.rows("mailings"))[-1]["id"])


async def test_whoever_was_linked_blocked_or_left_meanwhile_is_skipped_at_their_moment(
    world: World, mail: Mail
) -> None:
    number = await everybody(world)
    accounts = await gathered(world)
    linked, blocked, *_ = accounts
    await world.enrol(linked, 555_123)
    await change(world, blocked, blocked=True)
    await run(world.desk)

    facts = await shown(world, number)
    assert facts["skipped"] == 2
    assert facts["sent"] == facts["total"] - 2
    assert {linked, blocked}.isdisjoint(mail.asked)


async def gathered(world: World) -> list[str]:
    """Has the mailing find whom to invite, and send nothing yet; returns their accounts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "PAGE", 0)
        await sending.advance(world.desk)
    return sorted(row["account"] for row in await world.rows("invitations"))


async def test_an_author_who_lost_the_right_ends_it(world: World, mail: Mail) -> None:
    number = await confirmed(world, "parents", "adjoint")
    functions = ENT.tables["ent_functions"]
    await world.desk.records.run(
        lambda connection: connection.execute(functions.delete().where(functions.c.account == "adjoint")).rowcount
    )
    world.now += timedelta(minutes=5)
    await run(world.desk)

    assert (await shown(world, number))["why"] == "lapsed"
    assert not mail.asked


async def test_it_is_stopped_by_a_button_and_the_others_can_be_invited_later(world: World, mail: Mail) -> None:
    number = await everybody(world)
    await gathered(world)
    said = await world.act("adjoint", mailings.cancel, number)
    await run(world.desk)

    assert said.kind == "done_mailing_stopped"
    assert not mail.asked
    assert (await shown(world, number))["stage"] == "cancelled"
    assert (await world.refused("directeur", mailings.cancel, number)).reason == "mailing-over"
    assert (await world.refused("erun", mailings.cancel, number)).reason == "school-administrators-only"
    assert await world.rows("invitations") == []


async def test_links_that_were_made_void_together_stop_it(world: World, mail: Mail) -> None:
    number = await everybody(world)
    await gathered(world)
    [mailing] = await world.rows("mailings")
    await world.desk.put(handouts.revoke, mailing["handout"])
    await run(world.desk)

    assert (await shown(world, number))["why"] == "revoked"
    assert not mail.asked


async def test_so_many_are_sent_a_minute_and_no_list_is_read_twice(world: World, mail: Mail) -> None:
    number = await everybody(world)
    searches = mail.searches
    slow = replace(world.desk.policy.linking, a_minute=3)
    world.desk.policy = replace(world.desk.policy, linking=slow)
    await run(world.desk)
    assert len(mail.asked) == 3
    assert 0 < await sending.until_next(world.desk) <= 60

    while (await shown(world, number))["stage"] == "running":
        before = len(mail.asked)
        world.wait(seconds=61)
        await run(world.desk)
        assert len(mail.asked) - before <= 3

    facts = await shown(world, number)
    assert facts["sent"] == facts["total"] == len(set(mail.asked))
    assert mail.searches - searches == 1


async def test_the_audit_names_each_person_invited_and_who_asked(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)

    lines = await world.rows("audit", act="invite")
    assert sorted(line["account"] for line in lines) == sorted(mail.asked)
    assert {line["school"] for line in lines} == {"jean-moulin"}
    assert len(await world.rows("audit", act="mailing")) == len(await world.rows("audit", act="mailing_over")) == 1
    [handout] = await world.desk.look(handouts.of_school, "jean-moulin", 5)
    assert handout.accounts == len(mail.asked)


async def test_no_token_is_kept(world: World, mail: Mail) -> None:
    await confirmed(world)
    await run(world.desk)
    tokens = [
        match[1] for several in (await boxes(world)).values() for html in several if (match := LINK.search(html))
    ]

    for table in ("tokens", "invitations", "mailings", "outbox", "events", "audit", "causes"):
        rows = str(await world.rows(table))
        assert not any(token in rows for token in tokens)
