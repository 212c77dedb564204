"""Erasing: nothing of the person is left in the records, in their files, nor in other people's chats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.delivery import carrying, undelivered
from bot.delivery.rules.retry import Rejected, Sent
from bot.storage import deliveries, outbox, parking, people, reports, requests
from bot.storage import erasing as erasures
from bot.storage.reports import ReportRecord
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import ERASED, Attachment, Notice, Origin, Saying, Status
from bot.workflows.desk import Turn
from bot.workflows.people import erasing, linking, own_data
from bot.workflows.requests import filing, verbs
from tests.people import NOON
from tests.workflows.codes import given
from tests.workflows.steps import chosen
from tests.world import TELEGRAM, World

SECRET = Attachment("document", "file-secret", "unique-secret", name="secret.pdf", mime="application/pdf", size=10)


async def dumped(world: World) -> str:
    """Every column of every table of the desk, as text."""
    found = {name: await world.rows(name) for name in DESK.tables}
    return json.dumps(found, default=str, ensure_ascii=False)


def bytes_of(world: World) -> bytes:
    """The bytes of the database's files; none where it is on a server."""
    file = getattr(world.desk.records, "_file", None)
    names: Iterable[Path] = [Path(f"{file}{end}") for end in ("", "-wal", "-shm")] if file else ()
    return b"".join(one.read_bytes() for one in names if one.exists())


async def test_nothing_of_an_erased_pupil_is_left(world: World) -> None:
    number = await world.file("eleve", text="Mot-très-privé, signé Inès")
    said = world.saying("eleve", "Mot-très-privé encore", SECRET)
    await world.act("eleve", verbs.speak, number, said)
    assert said.origin is not None
    await world.edit("eleve", said.origin, "Mot-très-privé corrigé")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Bonjour INES, c’est fait."))
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Vu avec Caron Inès en classe"))
    await world.carry()
    await given(world, "directeur", "eleve", number)
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé, en attente"))
    await world.desk.put(outbox.say_later, TELEGRAM["eleve"], Notice("hello", {"name": "Inès Caron"}), "fr-tu")
    await world.desk.put(parking.park, json.dumps({"from": {"id": TELEGRAM["eleve"]}, "text": "Mot-très-privé"}), "x")
    other = await world.file("parent", text="Ma fille Inès Caron ne peut plus entrer")

    await world.act("eleve", own_data.erase)

    left = await dumped(world)
    for word in ("Inès", "Ines", "INES", "Mot-très-privé", "secret.pdf", "file-secret", "unique-secret"):
        assert word not in left, left[max(0, left.index(word) - 300) : left.index(word) + 100]
    assert str(TELEGRAM["eleve"]) not in left, left[left.index(str(TELEGRAM["eleve"])) - 300 :][:400]
    said_there = [one.text for one in await world.exchange(number)]
    assert f"Bonjour {ERASED}, c’est fait." in said_there
    assert f"Vu avec {ERASED} en classe" in said_there
    assert (await world.exchange(other))[0].text == f"Ma fille {ERASED} ne peut plus entrer"


async def test_the_files_of_the_database_keep_no_word_of_hers(world: World) -> None:
    for turn in range(30):
        number = await world.file("eleve", text="Mot-très-privé " * (1 + 7 * turn % 40))
        await world.act("eleve", verbs.speak, number, world.saying("eleve", "Mot-très-privé", SECRET))
        await world.act("directeur", verbs.speak, number, world.saying("directeur", "Réponse " * turn + "ok"))

    await world.act("eleve", own_data.erase)

    raw = bytes_of(world)
    for word in ("Mot-très-privé", "secret.pdf", "file-secret", "unique-secret"):
        for written in (word.encode(), json.dumps(word)[1:-1].encode()):
            assert written not in raw, word
    assert await world.desk.look(erasures.pending)
    await erasing.go_on(world.desk)
    assert not await world.desk.look(erasures.pending)


async def test_an_erased_request_cannot_be_opened_again_by_anybody(world: World) -> None:
    number = await world.file("eleve")
    await world.act("eleve", own_data.erase)

    for key in ("directeur", "adjoint"):
        refusal = await world.refused(key, verbs.reopen, number)
        assert refusal.reason in ("requester-erased", "merged", "guard-reopen"), refusal.reason
    assert (await world.request(number)).status is Status.CLOSED
    assert (await world.card("directeur", number)).facts["erased"]


async def test_whoever_links_the_account_again_begins_as_somebody_new(world: World) -> None:
    before = await world.person("eleve")
    await world.file("eleve", text="Mot-très-privé")
    await world.act("eleve", own_data.erase)

    account = await world.desk.directory.by_login("eleve")
    assert account is not None
    await world.desk.do("again", linking.enrol, account, world.caller("eleve"), world.desk.policy)
    after = await world.person("eleve")
    assert after.id != before.id
    kept = await world.act("eleve", own_data.export)
    assert kept["requests"] == []
    assert kept["messages"] == []


async def test_a_large_database_is_gone_through_in_steps(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing, "AT_ONCE", 3)
    for _ in range(4):
        number = await world.file("parent", text="Ma fille Inès Caron")
        await world.act("directeur", verbs.note, number, world.saying("directeur", "Inès Caron est venue"))

    await world.act("eleve", own_data.erase)
    assert "Inès" in await dumped(world)
    for _ in range(40):
        await erasing.go_on(world.desk)

    left = await dumped(world)
    assert "Inès" not in left, left[max(0, left.index("Inès") - 300) : left.index("Inès") + 100]
    assert not await world.rows("erasures")


async def test_a_request_filed_for_her_is_closed_for_good_and_its_words_are_gone(world: World) -> None:
    await world.act("directeur", filing.start, "", Saying())
    await world.press("directeur", "someone", "")
    found = await world.say("directeur", "martin lea")
    await world.press("directeur", "whom", chosen(found, "Léa Martin"))
    await world.press("directeur", "category", "connexion")
    await world.say("directeur", "Mot-très-privé de la directrice sur elle")
    await world.press("directeur", "send")
    await world.carry()
    await world.enrol("lea.martin", 7_777_001)

    await world.act("lea.martin", own_data.erase)

    assert (await world.refused("directeur", verbs.reopen, 1)).reason == "requester-erased"
    assert (await world.refused("directeur", verbs.speak, 1, world.saying("directeur", "Et ?"))).reason != "unknown"
    assert (await world.request(1)).status is Status.CLOSED
    left = await dumped(world)
    for word in ("Mot-très-privé", "Léa", "lea.martin", "7777001"):
        assert word not in left, left[max(0, left.index(word) - 300) : left.index(word) + 100]


async def test_a_reason_told_to_another_school_goes_with_its_author(world: World, mother: str) -> None:
    director = await world.person("directeur")
    await world.act("directeur", _tell_the_other_school)
    await world.carry()
    await world.act("directeur", _tell_the_other_school)

    await world.act("directeur", own_data.erase)

    left = await dumped(world)
    for word in ("Raison-secrète", director.name):
        assert word not in left, left[max(0, left.index(word) - 300) : left.index(word) + 100]


def _tell_the_other_school(turn: Turn) -> None:
    other = people.by_account(turn.work, "directrice")
    assert other is not None
    held = [{"name": turn.me.name, "text": "Raison-secrète", "place": "École", "at": "2026-01-01T00:00:00+00:00"}]
    outbox.tell(turn.work, other, Notice("shared", {"actor": turn.me.name, "text": "Raison-secrète", "held": held}))


async def test_one_of_two_accounts_of_a_chat_is_erased_and_the_other_keeps_everything(world: World) -> None:
    chat = 7_777_002
    await world.enrol("lea.martin", chat)
    await world.enrol("yasmine.haddad", chat)
    mine = await world.file("yasmine.haddad", text="Celle de Yasmine")
    lea = await world.person("lea.martin")
    caller = replace(world.caller("lea.martin"), person=lea.id)
    theirs = await world.desk.act(world.cause(), caller, _file)
    await world.carry()

    await world.desk.act(world.cause(), caller, own_data.erase)

    assert [one.text for one in await world.exchange(mine)] == ["Celle de Yasmine"]
    assert [one.text for one in await world.exchange(theirs)] == [ERASED]
    assert await world.rows("cards", chat_id=chat, request=mine)
    assert not await world.rows("cards", chat_id=chat, request=theirs)
    left = await dumped(world)
    assert "Léa Martin" not in left, left[max(0, left.index("Léa Martin") - 300) :][:400]


def _file(turn: Turn) -> int:
    filing.start(turn, "connexion", Saying("Celle de Léa", origin=Origin(turn.caller.chat_id, 4242)))
    return max(requests.of_person(turn.work, turn.me, None, 10), key=lambda one: one.number).number


async def test_a_reported_publication_of_hers_and_a_report_by_her_name_her_no_more(world: World) -> None:
    await world.desk.put(_reported, "eleve", "Inès Caron", [["Zoé Petit", NOON.isoformat()]])
    await world.desk.put(_reported, "adjoint", "Autre Personne", [["Inès Caron", NOON.isoformat()]])

    await world.act("eleve", own_data.erase)

    own, other = await world.rows("reports")
    assert (own["creator_name"], own["text"]) == (ERASED, ERASED)
    assert own["creator"].startswith("erased:")
    assert other["reporters"] == [[ERASED, NOON.isoformat()]]
    assert own["reporters"] == [["Zoé Petit", NOON.isoformat()]]


def _reported(work: Work, creator: str, name: str, reporters: list[list[str]]) -> None:
    made = ReportRecord(
        f"r-{creator}", "jean-moulin", "École", "blog", "Ses mots", creator, name, NOON, reporters, NOON
    )
    reports.insert(work, made)


async def test_acts_on_her_account_stay_without_her(world: World) -> None:
    await given(world, "directeur", "eleve")

    await world.act("eleve", own_data.erase)

    [act] = await world.rows("interventions")
    assert (act["act"], act["whom"], act["state"]) == ("renew_code", ERASED, "done")
    assert act["account"].startswith("erased:")
    assert (await world.desk.look(people.by_id, act["person"])) is not None


async def test_what_could_not_be_deleted_in_the_erased_chat_is_shown_to_the_operator(world: World) -> None:
    await world.carry()
    await world.act("eleve", own_data.erase)
    await world.desk.do(world.cause(), outbox.remove, TELEGRAM["eleve"], 41)
    await world.desk.do(world.cause(), outbox.remove, TELEGRAM["eleve"], 42)
    stuck, fine = [row["id"] for row in await world.rows("outbox", kind="delete") if row["message_id"] in (41, 42)]
    for number, outcome in ((stuck, Rejected("neither deleted nor emptied")), (fine, Sent())):
        heads = await world.desk.put(deliveries.heads, 100)
        await world.desk.put(carrying.record, next(one for one in heads if one.id == number), outcome)

    assert not await world.desk.put(erasures.deleting, TELEGRAM["eleve"])

    _, shown = await world.desk.look(undelivered.overview, 50)
    assert [(one.id, one.error) for one in shown if one.kind == "delete"] == [(stuck, "neither deleted nor emptied")]
    assert not await world.rows("outbox", id=fine)
