"""A group that the bot is added to is told that the bot only talks in private, and left."""

from __future__ import annotations

from tests.journeys.phone import PATIENCE
from tests.journeys.town import Town


async def test_a_group_is_told_that_the_bot_only_talks_in_private_and_left(small_town: Town) -> None:
    director = small_town["directeur"]
    group = await small_town.control("POST", "groups", {"title": "Équipe", "members": [director.user_id]})
    await director.write("/file", chat_id=group["id"])
    assert await small_town.control("GET", f"calls?method=leaveChat&wait={PATIENCE:.0f}")
    made = await small_town.control("GET", "calls?limit=500")
    said = [call for call in made if str(call["parameters"].get("chat_id")) == str(group["id"])]

    assert [call["method"] for call in said] == ["sendMessage", "leaveChat"]
    assert said[0]["parameters"]["text"].startswith("Je ne parle qu’en privé")
