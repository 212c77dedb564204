"""A director invites a class by the ENT's messaging; a parent opens the message there, and comes in by its link."""

from __future__ import annotations

import re

from bot.ent.embedded.portal import Portal
from bot.web import portal_html
from tests.journeys.phone import labels, text_of
from tests.journeys.town import Town

LINK = re.compile(r"\?start=([A-Za-z0-9_-]{32})")


async def token_in_mailbox(town: Town, account: str) -> str:
    """The token of the link in the newest message that the account received in the ENT."""
    assert town.house is not None
    desk = town.house.desk
    [received] = await Portal(desk.records, desk.clock).mailbox(account)
    page = portal_html.message(received.subject, received.at, received.html, f"{town.emulator.url}/t.me")
    found = re.search(rf'href="{re.escape(town.emulator.url)}/t\.me/\w+\?start=([A-Za-z0-9_-]{{32}})"', page)
    assert found is not None
    return found[1]


async def test_a_director_invites_a_class_and_a_parent_comes_in_by_the_message_of_the_ent(small_town: Town) -> None:
    director, parent = small_town["directeur"], small_town["inconnu"]
    await director.write("/inviter parents CM2")
    asked = await director.see("À inviter")
    assert "vous invite à joindre l’assistance" in text_of(asked)
    await director.press("Confirmer", asked)
    ended = await director.see("Invitations envoyées")
    assert "Arrêter" not in labels(ended)

    await parent.write(f"/start {await token_in_mailbox(small_town, 'aurelie.martin')}")
    await parent.press("Accepter")
    await parent.see("relié")

    sent = await director.write("/inviter parents CM2")
    assert "personne à inviter" in text_of(await director.see("personne à inviter", after=sent))


async def test_a_director_gives_a_link_by_hand_which_can_be_copied_and_works_once(small_town: Town) -> None:
    director, parent = small_town["directeur"], small_town["inconnu"]
    await director.write("/lien aurelie.martin")
    given = await director.see("qui l’ouvre parle en son nom")
    match = LINK.search(text_of(given))
    assert match is not None
    assert "Copier" in " ".join(labels(given))

    await parent.write(f"/start {match[1]}")
    await parent.press("Accepter")
    await parent.see("relié")
    sent = await director.write("/lien aurelie.martin")
    assert "déjà relié" in text_of(await director.see("déjà relié", after=sent))
