"""Own data: exported, or erased."""

from __future__ import annotations

import json
from datetime import datetime

from bot.storage import pointers
from bot.terms import Status
from bot.workflows.people import exporting, own_data, speaking
from bot.workflows.requests import verbs
from tests.workflows.codes import given
from tests.workflows.steps import merged
from tests.world import PHOTO, TELEGRAM, World


async def test_the_export_holds_all_of_mine_and_nothing_of_others(world: World) -> None:
    number = await world.file("eleve", text="Ma demande")
    await world.file("parent", text="Celle de ma mère")
    await world.act("directeur", verbs.note, number, world.saying("directeur", "Note confidentielle"))
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Ma précision", PHOTO))

    kept = await world.act("eleve", own_data.export)

    assert [request["number"] for request in kept["requests"]] == [number]
    assert [message["text"] for message in kept["messages"]] == ["Ma demande", "Ma précision"]
    assert kept["messages"][1]["files"] == ["photo"]
    assert (kept["login"], kept["telegram"], kept["charter"]) == ("eleve", TELEGRAM["eleve"], 1)
    assert "confidentielle" not in json.dumps(kept)
    assert "mère" not in json.dumps(kept, ensure_ascii=False)


async def test_erasing_blanks_the_words_drops_the_files_and_unlinks(world: World) -> None:
    number = await world.file("eleve", text="Ma demande")
    await world.act("eleve", verbs.speak, number, world.saying("eleve", "Ma précision", PHOTO))

    assert (await world.act("eleve", own_data.erase)).kind == "erased"

    messages = await world.exchange(number)
    assert {message.text for message in messages} == {own_data.ERASED}
    assert not any(message.files for message in messages)
    assert (await world.request(number)).status is Status.CLOSED
    assert (await world.refused("eleve", speaking.accounts)).reason == "unlinked"


async def test_erased_words_are_left_nowhere(world: World) -> None:
    number = await world.file("eleve", text="Mot-très-privé")
    said = world.saying("eleve", "Mot-très-privé encore")
    await world.act("eleve", verbs.speak, number, said)
    assert said.origin is not None
    await world.edit("eleve", said.origin, "Corrigé")

    await world.act("eleve", own_data.erase)

    for table in ("messages", "events", "outbox", "drafts"):
        assert "Mot-très-privé" not in json.dumps(await world.rows(table), default=str, ensure_ascii=False), table


async def test_what_others_said_outlives_an_erasure(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Voici un code"))

    await world.act("eleve", own_data.erase)

    assert [message.text for message in await world.exchange(number)] == [own_data.ERASED, "Voici un code"]


async def test_the_export_has_the_answers_received_and_names_nobody_else(world: World) -> None:
    director = await world.person("directeur")
    number = await world.file("parent", text="Le code de ma fille")
    reply = world.saying("directeur", f"Voici. Cordialement, {director.name}", PHOTO)
    await world.act("directeur", verbs.speak, number, reply)
    await given(world, "directeur", "eleve", number)

    said = await exporting.export_all(world.desk, world.cause(), world.caller("parent"))

    [asked] = said["requests"]
    assert [(one["from"], one["text"], one["files"]) for one in asked["answers"]] == [
        ("École", "Voici. Cordialement, École", ["photo"])
    ]
    assert [(one["act"], one["account"]) for one in said["acts_on_accounts"]] == [("renew_code", "child")]
    assert datetime.fromisoformat(asked["created"]).tzinfo is not None
    for name in (director.name, director.login, "Inès"):
        assert name not in json.dumps(said, ensure_ascii=False)


async def test_an_agents_export_has_their_acts_without_the_names_of_others(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.speak, number, world.saying("directeur", "Bonjour Inès Caron"))
    await given(world, "directeur", "eleve", number)

    said = await world.act("directeur", own_data.export)

    assert [one["act"] for one in said["interventions"]] == ["renew_code"]
    assert said["rights"]
    assert {place["id"] for place in said["places"]} == {one.id for one in (await world.person("directeur")).places}
    assert "Caron" not in json.dumps(said, ensure_ascii=False)
    assert said["requests"] == []


async def test_what_one_follows_is_exported_by_its_number_and_status_alone(world: World) -> None:
    mine, other = await merged(world)
    follower = (await world.request(mine)).requester
    keys = {(await world.person(key)).id: key for key in world.telegram if key != "inconnu"}

    said = await world.act(keys[follower], own_data.export)

    assert [one["number"] for one in said["requests"]] == [mine]
    assert said["follows"] == [{"number": other, "status": "new"}]


async def test_the_export_tells_when_an_account_was_shown_in_inline_results(world: World) -> None:
    person = await world.act("directeur", lambda turn: turn.me)
    pupil = await world.act("eleve", lambda turn: turn.me)
    await world.act("directeur", lambda turn: pointers.give(turn.work, person.id, [pupil.account]))

    searched, found = await world.act("directeur", own_data.export), await world.act("eleve", own_data.export)

    assert [one["shown_to"] for one in searched["inline_results"]] == ["me"]
    assert [one["shown_to"] for one in found["inline_results"]] == ["an agent"]
    assert pupil.account not in json.dumps(searched)
    assert (await world.act("parent", own_data.export))["inline_results"] == []
