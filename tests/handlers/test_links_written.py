"""A link that is still good never stands in words that are kept: whoever reads a request speaks for nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.handlers.buttons import encode
from bot.terms import Button, Way
from bot.workflows.people import issuing
from bot.workflows.people.issuing import digest_of
from tests.handlers.conftest import Typed, command
from tests.handlers.phone import Phone, exchange, picture
from tests.world import TELEGRAM, World

LINK = "https://t.me/palier_bot?start="
#: the ways in which a link is written among other words
FORMS = (
    "Voici mon lien : " + LINK + "{} merci",
    "j'ai tapé /start {} et rien",
    "le code est {}.",
    "(" + LINK + "{})",
    "lien:_{}_",
    "t.me/palier_bot?start={}",
    "tg://resolve?domain=palier_bot&start={}",
)
ORDINARY = (
    "https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
    "anticonstitutionnellement-et-sans-fin_avec-des-tirets",
    "A" * 32,
    "0123456789abcdef0123456789abcdef",
)


async def given(world: World, login: str = "inconnu", way: Way = Way.GIVEN) -> str:
    """A good link for that account."""
    account = await world.desk.directory.by_login(login)
    assert account is not None
    made = await world.desk.put(issuing.issue, world.desk.policy, [account.id], way)
    return made[account.id]


async def good(world: World, token: str) -> bool:
    """Whether the link can still be used."""
    [row] = await world.rows("tokens", hash=digest_of(token))
    return row["used_at"] is None


async def kept(world: World) -> str:
    """All that the records hold."""
    tables = (
        "requests",
        "messages",
        "attachments",
        "drafts",
        "events",
        "outbox",
        "audit",
        "interventions",
        "endings",
    )
    return json.dumps([await world.rows(table) for table in tables], default=str)


#: what a narrow column of a sheet, or a keyboard, leaves within a link that was copied
CUTS = (" ", "\n", "\r\n   ", "\u200b", "\u00ad", "\u00a0")


def test_no_token_is_given_that_could_be_words_run_together(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["HMMHAXYuaNMu" * 2 + "HMMHAXYu", "HMMHAXYuaNMu" * 2 + "HMM-AX7u"])
    monkeypatch.setattr("secrets.token_urlsafe", lambda _size: next(drawn))

    assert issuing.make(["one"]) == {"one": "HMMHAXYuaNMu" * 2 + "HMM-AX7u"}


@pytest.mark.parametrize("cut", CUTS, ids=ascii)
async def test_a_link_that_was_copied_in_pieces_is_taken_out_too(typed: Typed, sqlite_world: World, cut: str) -> None:
    token = await given(sqlite_world)
    address = "https://t.me/palier\n_bot?start="

    words = f"sur la fiche il y a {address}{token[:20]}{cut}{token[20:]} et rien ne marche"
    await typed.receive(message=command("parent", f"/assistance connexion {words}"))
    await typed.carried(sqlite_world, "parent", "directeur")

    assert token[20:] not in await kept(sqlite_world)
    assert not await good(sqlite_world, token)
    [request] = await sqlite_world.rows("requests")
    [first] = await sqlite_world.exchange(request["number"])
    assert first.text.endswith("[lien retiré] et rien ne marche")


@pytest.mark.parametrize(
    "form",
    [
        "https://t.me/palier\n_bot?start={0}\n{1}",
        "/start {0} {1}",
        "/start https://t.me/palier_bot?start={0}{1}",
        "/start{0}{1}",
    ],
)
async def test_a_stranger_who_copies_a_link_by_hand_comes_in(typed: Typed, sqlite_world: World, form: str) -> None:
    token = await given(sqlite_world)

    await typed.receive(message=command("inconnu", form.format(token[:20], token[20:])))

    [row] = await sqlite_world.rows("tokens", hash=digest_of(token))
    assert "Accepter" in str(typed.api.asked("sendMessage")[-1])
    assert row["used_at"] is None


@pytest.mark.parametrize("form", FORMS)
async def test_a_family_that_writes_a_link_reads_so_and_nobody_else_reads_the_link(
    typed: Typed, sqlite_world: World, form: str
) -> None:
    token = await given(sqlite_world)

    await typed.receive(message=command("parent", f"/assistance connexion {form.format(token)}"))
    await typed.carried(sqlite_world, "parent", "directeur")

    assert token not in await kept(sqlite_world)
    assert not any(token in text for text in typed.said())
    [request] = await sqlite_world.rows("requests")
    [first] = await sqlite_world.exchange(request["number"])
    assert "[lien retiré]" in first.text
    assert "start=" not in first.text
    assert any("lien personnel" in text and "demandez-le à l’école" in text for text in typed.said())
    assert not await good(sqlite_world, token)
    [line] = [one for one in await sqlite_world.rows("audit") if one["act"] == "link_written"]
    assert line["person"] == (await sqlite_world.person("parent")).id


@pytest.mark.parametrize("how", ["answer", "reply", "edit", "caption", "file", "guided", "fear"])
async def test_wherever_a_pupil_writes_it_the_link_is_taken_out(typed: Typed, sqlite_world: World, how: str) -> None:
    number, token = await sqlite_world.file("eleve"), await given(sqlite_world)
    phone, words = Phone(typed, "eleve"), f"Mon lien {LINK}{token} voilà"
    if how == "answer":
        await phone.write(f"/repondre {number} {words}")
    elif how == "reply":
        said = await sqlite_world.said("eleve", await sqlite_world.card("eleve", number))
        chat = {"id": TELEGRAM["eleve"], "type": "private"}
        await phone.write(words, reply_to_message={"message_id": said, "date": 1, "chat": chat})
    elif how == "edit":
        await phone.write(f"/repondre {number} Bonjour encore")
        await phone.edit(phone.number, f"/repondre {number} {words}")
    elif how == "caption":
        await phone.write("x", caption=f"/repondre {number} {words}", **picture(1))
    elif how == "file":
        named = {"file_id": "d", "file_unique_id": "e", "file_name": f"{token}.png", "file_size": 9}
        await phone.write("x", caption=f"/repondre {number} Voici", document=named, photo=[])
    elif how == "guided":
        await phone.write("Je n'arrive pas à ouvrir mon cahier")
        await phone.write(words)
    else:
        await phone.write(f"on me frappe, j'ai peur {LINK}{token}")

    assert token not in await kept(sqlite_world)
    assert not await good(sqlite_world, token)
    await typed.carried(sqlite_world, "eleve")
    assert any("demande-le à l’école" in text for text in typed.said())


@pytest.mark.parametrize("line", ["/repondre {n} {w}", "/note {n} {w}", "/attente {n} {w}", "/escalader {n} {w}"])
async def test_an_agents_words_with_a_link_are_not_sent_and_the_link_stays_good(
    typed: Typed, sqlite_world: World, line: str
) -> None:
    number, token = await sqlite_world.file("parent"), await given(sqlite_world, way=Way.SHEET)
    before = await sqlite_world.request(number)

    await typed.receive(message=command("directeur", line.format(n=number, w=f"Voici : {LINK}{token}")))

    assert "remettez ce lien directement" in typed.said()[-1]
    assert await exchange(sqlite_world, number) == []
    assert await sqlite_world.request(number) == before
    assert token not in await kept(sqlite_world)
    assert await good(sqlite_world, token)


async def test_an_agent_who_was_asked_for_the_answer_can_write_it_again_without_the_link(
    typed: Typed, sqlite_world: World
) -> None:
    number, token = await sqlite_world.file("parent"), await given(sqlite_world)
    phone, me = Phone(typed, "directeur"), await sqlite_world.person("directeur")
    await phone.press(encode(Button("answer", str(number), me.id)))
    await phone.write(f"{LINK}{token}")
    assert "remettez ce lien directement" in typed.said()[-1]
    await phone.write("Passez à l'école")
    assert await exchange(sqlite_world, number) == ["Passez à l'école"]


@pytest.mark.parametrize("key", ["parent", "directeur", "eleve"])
@pytest.mark.parametrize("words", ORDINARY)
async def test_ordinary_words_are_left_as_they_are(typed: Typed, sqlite_world: World, key: str, words: str) -> None:
    await given(sqlite_world)
    await typed.receive(message=command(key, f"/assistance connexion Voir {words} svp"))
    [request] = await sqlite_world.rows("requests")
    assert (await sqlite_world.exchange(request["number"]))[0].text == f"Voir {words} svp"


@pytest.mark.parametrize("key", ["parent", "directeur"])
async def test_a_link_that_served_is_taken_out_without_a_word(typed: Typed, sqlite_world: World, key: str) -> None:
    old = await given(sqlite_world)
    await given(sqlite_world)
    await typed.receive(message=command(key, f"/assistance connexion Ce lien {LINK}{old} ne marche pas"))
    [request] = await sqlite_world.rows("requests")
    assert (await sqlite_world.exchange(request["number"]))[0].text == "Ce lien [lien retiré] ne marche pas"
    await typed.carried(sqlite_world, key)
    assert not any("lien personnel" in text for text in typed.said())


@pytest.mark.parametrize("form", ["{}", LINK + "{}", "start {}", "/strat {}"])
@pytest.mark.parametrize("key", ["parent", "enseignant"])
async def test_who_writes_nothing_but_a_link_opens_it_for_another_account_of_theirs(
    typed: Typed, sqlite_world: World, key: str, form: str
) -> None:
    token = await given(sqlite_world)
    await typed.receive(message=command(key, form.format(token)) | {"entities": []})
    assert "Bonjour <b>Paul Lefèvre</b>" in typed.said()[-1]
    assert await good(sqlite_world, token)
    assert token not in await kept(sqlite_world)


async def test_a_link_that_answers_a_question_is_not_opened(typed: Typed, sqlite_world: World) -> None:
    token = await given(sqlite_world)
    phone = Phone(typed, "parent")
    await phone.write("/assistance connexion")
    await phone.write(f"{LINK}{token}")
    assert token not in await kept(sqlite_world)
    assert not await good(sqlite_world, token)


async def test_a_word_that_comes_again_after_a_crash_is_said_once(typed: Typed, sqlite_world: World) -> None:
    token = await given(sqlite_world)
    update: dict[str, Any] = {"message": command("parent", f"/assistance connexion Mon lien {token} là")}
    await typed.receive(**update)
    typed.updates -= 1
    await typed.receive(**update)
    rows = await sqlite_world.rows("outbox", kind="notice")
    assert [row["payload"]["kind"] for row in rows].count("link_taken_out") == 1
