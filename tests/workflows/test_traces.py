"""Every act that is declared leaves a line, without a word of the person's, and the journal has a sentence for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.storage import events, interventions
from bot.storage.audit.lines import plain
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Act, InterventionState
from bot.texts.languages import LANGUAGES, language
from bot.workflows.announcements import ending, online
from bot.workflows.nouns import NOUNS
from bot.workflows.passwords import codes, handing
from bot.workflows.reports.telling import ACTS as VERDICTS
from bot.workflows.requests import quotas, telling
from tests.world import World

SECRET = "Léo est nul & moche"
_TRACED = re.compile(
    r"\bLine\(\s*\"([a-z_]+)\"|(?:looks\.at|^ +at)[(,][^)\"]*\"([a-z]+)\"|trace\(work, \w+, \"([a-z_]+)\"",
    re.MULTILINE,
)
_WRITTEN = re.compile(r"write_event\([^){]*?\"([a-z_]+)\"")
ON_THE_ENT = (
    *(handing.RENEWAL, handing.ACTIVATION, codes.MAIL, "hand_over", "block", "unblock"),
    *("block_profile", "unblock_profile", *VERDICTS.values()),
    *(online.ANNOUNCE, online.AMEND, online.ALERT, ending.END),
)


def traced() -> set[str]:
    """The acts that the code names where it traces a line, or writes an event."""
    rooms = ("workflows", "storage", "delivery")
    sources = "\n".join(path.read_text("utf-8") for room in rooms for path in Path("bot", room).rglob("*.py"))
    found = {f"see_{looked}" if looked else act or other for act, looked, other in _TRACED.findall(sources)}
    return found | set(_WRITTEN.findall(sources))


@pytest.mark.parametrize("act", [*Act, quotas.EDIT, quotas.FILE, telling.AWAY])
async def test_every_act_on_a_request_leaves_a_line_without_its_words(world: World, act: str) -> None:
    number = await world.file("eleve")
    me = await world.person("directeur")
    facts = {"text": SECRET, "before": SECRET, "to": SECRET, "category": SECRET, "level": 1}

    await world.desk.put(events.write_event, number, me.id, act, facts)

    line = (await world.rows("audit"))[-1]
    assert (line["act"], line["person"], line["request"]) == (str(act), me.id, number)
    assert line["school"] == (await world.request(number)).place.id
    assert line["facts"] == {"level": 1}


@pytest.mark.parametrize("act", ON_THE_ENT)
async def test_every_act_on_the_ent_leaves_a_line_before_and_one_after(world: World, act: str) -> None:
    me = await world.person("directeur")
    meant = Intervention(act, me.id, "account", "Léa Martin", "jean-moulin", why=SECRET, facts={"first": "Léa"})

    def intend(work: Work) -> None:
        interventions.intend(work, meant)

    def end(work: Work) -> None:
        made = interventions.load(work, meant.id, to_change=True)
        assert made is not None
        interventions.end(work, made, InterventionState.DONE, "", {"words": SECRET})

    await world.desk.put(intend)
    await world.desk.put(end)

    first, last = (await world.rows("audit"))[-2:]
    assert [first["act"], last["act"]] == [act, act]
    assert (first["facts"]["state"], last["facts"]["state"]) == ("intended", "done")
    assert (last["account"], last["school"], last["person"]) == ("account", "jean-moulin", me.id)
    assert not {"Léa", SECRET} & {str(value) for value in (*first["facts"].values(), *last["facts"].values())}


@pytest.mark.parametrize("tongue", sorted(LANGUAGES))
def test_the_journal_has_a_sentence_for_every_act(tongue: str) -> None:
    declared = {str(act) for act in Act} - {Act.READ} | traced() | set(ON_THE_ENT)
    declared |= {event.name for noun in NOUNS for event in noun.events if event.name in ("stranded", "found")}
    assert {"see_request", "see_account", "talk_report", "token", "export"} <= declared
    known = {name for name in language(tongue).names() if name.startswith("audit-")}
    assert sorted(f"audit-{act}" for act in declared if f"audit-{act}" not in known) == []


@pytest.mark.parametrize("words", ["Bonjour à tous", "", "a" * 65, "mot de passe", "é"])
def test_a_code_of_the_house_is_never_words(words: str) -> None:
    assert plain({"reason": words, "text": "non", "number": 3, "names": ["Léa"]}) == {"number": 3}
