"""Nobody of a school reads: the ERUN answers in their place, and gives back by one press once somebody does again."""

from __future__ import annotations

from bot.workflows import upkeep
from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


async def test_a_school_where_nobody_reads_is_served_above_until_somebody_comes_back(small_town: Town) -> None:
    pupil, director, erun = small_town["eleve"], small_town["directeur"], small_town["erun"]
    assert small_town.house is not None
    for key in ("directeur", "adjoint"):
        await small_town[key].post("block", {"user_id": small_town[key].user_id})

    await pupil.write("/assistance connexion Je n’y arrive pas")

    assert "une équipe qui pourra la lire" in text_of(await pupil.see("est envoyée à"))
    card = await erun.see("Elle vous arrive")
    assert "Prendre" in labels(card)

    await director.post("unblock", {"user_id": director.user_id})
    await upkeep.tend(small_town.house.desk)

    assert "au-dessus à votre place" in text_of(await director.see("voici ce qui vous attend"))
    await erun.press("n°1", await erun.see("lit maintenant ces messages"))
    assert "vous rend cette demande" in text_of(await director.see("vous rend"))
    assert await pupil.see("revient à")


async def test_the_last_reader_who_blocks_the_bot_leaves_nothing_unread(small_town: Town) -> None:
    await small_town["adjoint"].post("block", {"user_id": small_town["adjoint"].user_id})
    await small_town["eleve"].write("/assistance connexion Je n’y arrive pas")
    await small_town["directeur"].see("n°1")
    assert small_town.house is not None

    await small_town["directeur"].post("block", {"user_id": small_town["directeur"].user_id})
    await upkeep.tend(small_town.house.desk)

    assert await small_town["erun"].see("Cette demande vous arrive")
    assert await small_town["eleve"].see("transmise à une équipe")
