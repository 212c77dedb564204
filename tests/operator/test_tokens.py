"""`palier link` and `palier tokens`: one link for each account; what was handed out can be read, and made void."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import select, update

from bot.ent.embedded.tables import ENT
from bot.storage import people, screens
from bot.storage.tables import DESK
from bot.storage.work import Work
from tests.journeys.conftest import small_town as small_town
from tests.journeys.phone import labels
from tests.journeys.town import Town
from tests.operator.test_sheets import written
from tests.operator.trouble import palier

_TOKEN = re.compile(r"/start ([A-Za-z0-9_-]{32})")


async def listed(town: Town, *words: str) -> str:
    """What `palier tokens` prints."""
    status, said = await palier(town.settings, "tokens", *words)
    assert status == 0, said
    return said


async def given(town: Town, *logins: str) -> list[str]:
    """The tokens that `palier link` prints for these logins."""
    status, said = await palier(town.settings, "link", *logins)
    assert status == 0, said
    return _TOKEN.findall(said)


async def test_an_account_gets_one_link_in_whatever_spellings_its_login_is_typed(small_town: Town) -> None:
    made = await given(small_town, "inconnu", "INCONNU", " inconnu ", "inconnu")

    assert len(made) == 1
    await small_town["inconnu"].write(f"/start {made[0]}")
    await small_town["inconnu"].see(lambda message: "Accepter" in labels(message))


async def test_a_login_that_the_ent_lacks_is_named_once_and_the_others_get_their_links(small_town: Town) -> None:
    status, said = await palier(small_town.settings, "link", "personne", "inconnu", "personne")

    assert status == 1
    assert len(_TOKEN.findall(said)) == 1
    assert said.count("'personne'") == 1


async def test_people_schools_and_classes_are_named_as_people_know_them(small_town: Town, tmp_path: Path) -> None:
    await written(small_town, tmp_path / "a.csv", "--class", "CM2")
    await given(small_town, "inconnu")

    said = await listed(small_town)

    assert "École Jean-Moulin (0609901A)" in said
    assert "class CM2" in said
    assert re.search(r"one link  operator  \S.* \(inconnu\)", said)
    assert "jean-moulin" not in said


async def test_a_handout_whose_links_were_replaced_is_marked_void(small_town: Town, tmp_path: Path) -> None:
    await written(small_town, tmp_path / "a.csv", "--class", "CM2")
    await written(small_town, tmp_path / "b.csv", "--class", "CM2")

    lines = (await listed(small_town)).splitlines()

    assert ["3 good" in line for line in lines] == [True, False]
    assert ["void: replaced" in line for line in lines] == [False, True]


async def test_a_revoked_handout_is_marked_so(small_town: Town, tmp_path: Path) -> None:
    await written(small_town, tmp_path / "a.csv", "--class", "CM2")
    await listed(small_town, "--revoke", "1")

    assert "void: revoked" in await listed(small_town)


async def test_codes_on_revoked_sheets_that_stay_good_are_counted(small_town: Town, tmp_path: Path) -> None:
    accounts = ENT.tables["ent_accounts"]
    never = update(accounts).where(accounts.c.id == "lea.martin").values(activated=False)
    assert small_town.house is not None
    await small_town.house.desk.records.run(lambda connection: connection.execute(never))
    await written(small_town, tmp_path / "a.csv", "--class", "CM2")

    void, codes = (await listed(small_town, "--revoke", "1")).splitlines()

    assert void == "3 links of handout 1 are void."
    assert codes.startswith("Activation codes that are still good, and that nobody can make void, stand on 1 of its")


async def test_a_link_of_one_account_is_listed_and_revoked_by_its_login(small_town: Town) -> None:
    [token] = await given(small_town, "inconnu")

    assert "(inconnu) is void" in await listed(small_town, "--revoke", "Inconnu")

    assert await listed(small_town) == "No links.\n"
    await small_town["inconnu"].write(f"/start {token}")
    await small_town["inconnu"].see("Ce lien ne sert plus")
    status, said = await palier(small_town.settings, "tokens", "--revoke", "inconnu")
    assert (status, "there is no link that was given to 'inconnu' alone" in said) == (1, True)


async def test_a_link_that_an_agent_gave_is_listed_and_revoked_in_the_same_way(small_town: Town) -> None:
    head = small_town["directeur"]
    await head.write("/lien lea.martin")
    await head.see("https://t.me/")

    assert re.search(r"one link  given  Léa Martin \(lea\.martin\)  École Jean-Moulin", await listed(small_town))
    assert "void" in await listed(small_town, "--school", "0609901A", "--revoke", "lea.martin")
    assert await listed(small_town) == "No links.\n"


async def test_links_of_one_account_are_listed_for_its_school_and_for_no_other(small_town: Town) -> None:
    await given(small_town, "lea.martin")

    assert "lea.martin" in await listed(small_town, "--school", "0609901A")
    assert await listed(small_town, "--school", "louise-michel") == "No links.\n"
    status, said = await palier(small_town.settings, "tokens", "--school", "louise-michel", "--revoke", "lea.martin")
    assert (status, "that school has no account 'lea.martin'" in said) == (1, True)
    assert "lea.martin" in await listed(small_town)


async def test_a_number_of_no_handout_is_refused_however_large(small_town: Town) -> None:
    for number in ("7", "9" * 30):
        status, said = await palier(small_town.settings, "tokens", "--revoke", number)
        assert (status, said) == (1, f"palier: there is no handout {number}\n")


async def test_an_account_that_cannot_log_in_gets_no_link_and_a_linked_one_is_said_to_be_so(small_town: Town) -> None:
    accounts = ENT.tables["ent_accounts"]
    blocked = update(accounts).where(accounts.c.id == "parent").values(blocked=True)
    assert small_town.house is not None
    await small_town.house.desk.records.run(lambda connection: connection.execute(blocked))

    status, said = await palier(small_town.settings, "link", "parent", "inconnu", "directeur")

    assert status == 1
    assert len(_TOKEN.findall(said)) == 2
    assert "(parent) is blocked and gets no link" in said
    assert [line.split(",")[0].rpartition("(")[2] for line in said.splitlines() if "linked already" in line] == [
        "directeur)"
    ]


async def test_an_account_that_is_unlinked_by_hand_leaves_nothing_of_others_in_its_chat(small_town: Town) -> None:
    assert small_town.house is not None
    desk = small_town.house.desk
    adjoint = await desk.look(people.by_account, "adjoint")
    assert adjoint is not None
    assert adjoint.telegram_id is not None
    await desk.put(screens.page, adjoint.telegram_id, 4242, adjoint.id, {"0123"})

    assert (await palier(small_town.settings, "unlink", "adjoint"))[0] == 0

    assert await desk.look(lambda work: _deleted(work, adjoint.telegram_id)) == [4242]


def _deleted(work: Work, chat: int | None) -> list[int]:
    """The messages of that chat whose deletion was queued."""
    outbox = DESK.tables["outbox"]
    gone = select(outbox.c.message_id).where(outbox.c.chat_id == chat, outbox.c.kind == "delete")
    return list(work.execute(gone).scalars())
