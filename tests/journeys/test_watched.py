"""What the log says of errors: where and which, but not who was concerned."""

from __future__ import annotations

import json
import re
from typing import Any

from bot import opening
from bot.emulator.faults import Fault
from tests.durability.town import SECRET, Town, inhabited
from tests.journeys.phone import labels, text_of
from tests.processes import palier

WORDS = ("Marjolaine", "Ornithorynque", "Zanzibar")


async def _live(town: Town) -> None:
    """A request is filed, taken and answered while its requester has blocked the bot; one update cannot be read."""
    pupil, head = town.phones["eleve"], town.phones["directeur"]
    await pupil.write(f"/assistance connexion {WORDS[0]} est bloquée")
    card = await head.see(lambda m: WORDS[0] in text_of(m) and "Prendre" in " ".join(labels(m)))
    await pupil.see("n°1")
    await town.phones["adjoint"].see(WORDS[0])  # then nothing else is still to be sent
    town.emulator.api.faults.add(Fault("sendMessage", 403))
    await head.press("Prendre", card)
    await head.see("ne reçoit plus")
    await pupil.write(f"/repondre 1 {WORDS[1]}")
    await head.see(WORDS[1])
    broken = {"update_id": 77, "message": {"chat": {"id": pupil.user_id}, "text": WORDS[2]}}
    address = f"{town.environment['PALIER_WEBHOOK_URL']}/telegram"
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with town.http.post(address, json=broken, headers=headers) as answer:
        assert answer.status == 200


async def test_trouble_is_followed_by_its_cause_and_names_nobody(migrated_sqlite_url: str) -> None:
    async with (
        inhabited(migrated_sqlite_url, pupils=0) as town,
        palier("serve", **town.environment, PALIER_LOG="json") as bot,
    ):
        await _live(town)
    lines: list[dict[str, Any]] = [json.loads(line) for line in bot.complaints]

    log = "".join(bot.complaints)
    people = [word for p in opening.PERSONAS for word in (p.key, p.first_name, p.last_name, str(p.telegram_id))]
    assert not [word for word in (*people, *WORDS) if re.search(rf"\b{re.escape(word)}\b", log)]
    [dead] = [line for line in lines if "is dead" in line["message"]]
    assert [line["message"] for line in lines if line.get("cause") == dead["cause"] and "is taken" in line["message"]]
    assert [line["cause"] for line in lines if "was parked" in line["message"]] == ["tg:1000001:77"]
    assert [line for line in lines if line.get("cause", "").startswith("gone:1:") and "is sent" in line["message"]]
