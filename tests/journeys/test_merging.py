"""Two families have the same problem: their requests are merged, and each still comes to its own end."""

from __future__ import annotations

from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town


async def test_two_merged_requests_are_solved_for_one_family_and_go_on_for_the_other(town: Town) -> None:
    await town["parent"].write("/assistance application Le cahier ne s'ouvre plus")
    await town["eleve"].write("/assistance application Mon cahier est vide")
    await town["directeur"].see("Mon cahier est vide")
    await town["directeur"].write("/fusionner 2 1")
    invited = await town["eleve"].see("réunie avec la demande n°1")

    await town["eleve"].write("Même le soir", reply_to_message_id=invited["message_id"])
    await town["directeur"].see("Même le soir")
    await town["directeur"].write("/resoudre 1 Le cahier est réparé")
    await town["directeur"].press("À toutes ces personnes")
    solved = await town["eleve"].see("Le cahier est réparé")
    assert "Toujours pas" in labels(solved)
    await town["parent"].press("C'est résolu")
    closed = await town["eleve"].see("les deux sont terminées")
    await town["eleve"].press("Toujours pas", closed)

    reopened = await town["directeur"].see("a toujours le problème")
    assert "Même le soir" in text_of(reopened)
    assert "Même le soir" not in await town["parent"].texts()


async def test_a_long_exchange_is_read_to_its_end_by_buttons(town: Town) -> None:
    story = " ".join(f"chapitre{n}" for n in range(330))
    await town["parent"].write(f"/assistance compte {story}")
    card = await town["directeur"].see(lambda shown: "Voir tout" in labels(shown))
    assert "chapitre329" not in text_of(card)

    await town["directeur"].press("Voir tout", card)
    first = await town["directeur"].see("tout l’échange")
    await town["directeur"].press("Suite", first)

    await town["directeur"].see("chapitre329", first["message_id"])
