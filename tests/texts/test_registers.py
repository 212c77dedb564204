"""Pupils are addressed as *tu*, adults as *vous*, and whoever is not known yet as neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot import texts
from bot.terms import Notice, Profile
from bot.texts.languages import LANGUAGES, REGISTERS, Language, language
from bot.workflows import talk
from tests.house.source import modules
from tests.people import person
from tests.texts import facts

FOLDER = Path(texts.__file__).parent
VOUS = re.compile(r"\b(?:vous|votre|vos|vôtres?|(?!chez|assez|nez)[a-zà-ÿ]+ez)\b", re.IGNORECASE)
TU = re.compile(r"\b(?:tu|te|t’|toi|ton|ta|tes|tien|tienne)(?:\b|(?<=’))", re.IGNORECASE)

#: nouns of which a pupil is told everything that is not listed below
_PUPILS_NOUNS = ("conversations", "help", "house", "people", "requests")
#: what only an adult is told: whoever files for others, answers, or administers
_ADULTS = frozenset(
    {
        *("notice-ent_doubt", "notice-ask_whom", "notice-nobody_found", "notice-unreachable"),
        *("notice-whom_gone", "notice-hand_gone"),
        *("notice-ask_ask", "notice-ask_note", "notice-ask_escalate", "notice-ask_send_back"),
        *("notice-done_taken", "notice-done_already_yours", "notice-done_asked", "notice-done_noted"),
        *("notice-done_escalated", "notice-done_sent_back", "queue-title", "notice-acted", "notice-resolved_by"),
        *("notice-sent_by", "notice-merged_by", "notice-ask_share"),
        *("notice-ask_conclude", "notice-ask_hand", "notice-correct_school", "notice-done_given_back"),
        *("notice-done_given_back_all", "notice-done_released_alone", "notice-erase_asked_agent", "notice-left_desk"),
        *("notice-filed_for_unread", "notice-moved_away", "notice-offer_back", "notice-queue_schools"),
        *("notice-taken_over", "queue-empty-sent", "waits-above", "waits-held", "headline-escalated_past"),
        *("headline-filed_above", "headline-given_back", "headline-holder_away", "headline-moved"),
        *("headline-moved_down", "headline-moved_up", "also", "also-alone", "also-among"),
        *("notice-came_along", "notice-went_along", "notice-left_several", "notice-left_all"),
        *("notice-regrafted_away", "headline-came", "headline-came_above", "headline-regrafted"),
        *("notice-done_escalated_past",),
        *("notice-done_also_alone", "notice-done_also_among", "notice-merged_across", "notice-joined"),
        *("notice-phone_closed", "notice-phone_opened", "notice-link_missed", "link-of"),
        *("notice-family_asked", "notice-family_paper", "notice-family", "notice-family_overruled"),
        *("headline-handed", "headline-escalated", "headline-sent_back", "refusal-outside-school"),
        *("notice-page_over", "notice-call_erased", "headline-call_erased", "card-erased-name"),
        *("notice-family_since", "family-state", "family-answer", "refusal-own-phone"),
        *("family-phone", "family-phone-one", "family-phone-unseen"),
        *("notice-done_kept_erased", "card-unheard", "refusal-link-in-words"),
        *("refusal-above-school-only", "refusal-answers-above", "refusal-choose-below", "refusal-detach-oneself"),
        *("refusal-full-name-needed", "refusal-made-by-hand", "refusal-moved-by-onde", "refusal-name-too-short"),
        *("refusal-export-under-way", "refusal-period-future", "refusal-period-gone", "refusal-period-reversed"),
        *("refusal-period-unread",),
        *("refusal-press-confirm", "refusal-press-send", "refusal-since-unread", "refusal-unknown-kind"),
        *("refusal-no-day-there", "refusal-flash-stage", "refusal-flash-profiles"),
        *("refusal-flash-title-long", "refusal-flash-text-long", "refusal-flash-day-unread"),
        *("refusal-flash-days-reversed", "refusal-flash-days-long", "refusal-flash-color"),
        *("refusal-flash-alerts", "refusal-flash-confirm", "refusal-flash-gone"),
        *("refusal-flash-not-changed",),
    }
)
#: what a pupil is told by the other nouns, apart from refusals: anyone may type a command
_PUPILS = frozenset({"notice-code_received", "notice-mailed", "notice-judged"})
#: said to pupils only, so that `fr` has it with *tu* already
_ONLY_PUPILS = frozenset(
    {
        *("family-whom", "family-fear", "notice-linked_waits"),
        *("notice-accounts_waits", "notice-family_waits", "notice-family_given", "refusal-consent-first"),
        "notice-help_early",
    }
)
#: said in a group
_SEVERAL = frozenset({"refusal-private-only"})


def parsed(code: str) -> Iterator[tuple[str, ast.Message]]:
    """Each sentence of that folder, with the noun of its file."""
    for file in sorted(FOLDER.joinpath(code).iterdir()):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                yield file.stem, entry


class Words(Visitor):
    """Collects the words of a sentence, and the facts and sentences that it uses."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.used: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 -- as fluent names it
        self.text.append(re.sub(r"/\w+", "", node.value))

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.used.add(f"${node.id.name}")


def words(entry: ast.Message) -> Words:
    """The words and facts of a sentence."""
    found = Words()
    found.visit(entry)
    return found


def said(entry: ast.Message) -> str:
    """The words of a sentence as one text, without commands."""
    return " ".join(words(entry).text)


FRENCH = {entry.id.name: (noun, entry) for noun, entry in parsed("fr")}
OTHERWISE = {entry.id.name: (noun, entry) for noun, entry in parsed("fr-tu")}
TOLD_PUPILS = sorted(
    key
    for key, (noun, _) in FRENCH.items()
    if key not in _ADULTS and (noun in _PUPILS_NOUNS or key in _PUPILS or key.startswith("refusal-"))
)


def test_there_is_a_folder_for_each_language_and_register_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir() if any(path.glob("*.ftl"))} == {*LANGUAGES, *REGISTERS}


@pytest.mark.parametrize("key", sorted(OTHERWISE))
def test_what_is_said_otherwise_is_a_sentence_of_the_language_with_the_same_facts(key: str) -> None:
    noun, entry = FRENCH[key]
    here, ours = OTHERWISE[key]
    assert here == noun
    assert said(ours) != said(entry)
    assert words(ours).used <= words(entry).used


@pytest.mark.parametrize("key", TOLD_PUPILS)
def test_nothing_that_a_pupil_can_be_told_says_vous(key: str) -> None:
    """A sentence that fails here needs its form with *tu* in `fr-tu`, or has a place in `_ADULTS` above."""
    _, entry = OTHERWISE.get(key, FRENCH[key])
    if key not in _SEVERAL or key in OTHERWISE:
        assert not VOUS.search(said(entry))


@pytest.mark.parametrize("key", sorted(FRENCH.keys() - _ONLY_PUPILS))
def test_nothing_that_an_adult_is_told_says_tu(key: str) -> None:
    assert not TU.search(said(FRENCH[key][1]))


@pytest.mark.parametrize("key", sorted({*_ADULTS, *_PUPILS, *_ONLY_PUPILS, *_SEVERAL}))
def test_every_exception_is_a_sentence(key: str) -> None:
    assert key in FRENCH


def test_whoever_is_not_known_yet_is_addressed_as_neither() -> None:
    for reason in {*talk.FOR_STRANGERS, "later", "old-button", "ent-unreachable", "ent-garbled"}:
        sentence = said(FRENCH[f"refusal-{reason}"][1])
        assert not VOUS.search(sentence), reason
        assert not TU.search(sentence), reason


@pytest.mark.parametrize("key", sorted(key for key in FRENCH if key.startswith(("button-", "command-", "stranger-"))))
def test_buttons_and_commands_have_words_and_address_nobody(key: str) -> None:
    sentence = said(FRENCH[key][1])
    assert re.search(r"[^\W\d_]{3,}", sentence)  # no emoji is needed to understand it
    assert not VOUS.search(sentence)
    assert not TU.search(sentence)
    assert key not in OTHERWISE


def test_a_register_has_every_sentence_of_its_language() -> None:
    tu, vous = Language("fr-tu"), Language("fr")
    assert tu.names() == vous.names()
    assert tu.say("notice-erased") == vous.say("notice-erased")
    assert (tu.say("mine-title"), vous.say("mine-title")) == ("<b>Tes demandes</b>", "<b>Vos demandes</b>")
    assert tu.typeset("Où ?") == vous.typeset("Où ?") == "Où\u00a0?"
    assert language("fr-tu").say("refusal-unsupported").startswith("Je ne sais pas lire ce genre de message\u00a0:")


def test_the_words_within_a_notice_and_its_menu_follow_the_register() -> None:
    text = texts.word(Notice("taken", facts.plain(own=True)), "fr-tu").text
    assert "s’occupe de ta demande" in text
    card = texts.word(Notice("card", facts.plain(exchange=[facts.message(own=True)])), "fr-tu").text
    assert "<b>Toi</b>" in card
    assert texts.commands(["aide"], "fr-tu") == texts.commands(["aide"], "fr")


@pytest.mark.parametrize(
    ("profile", "chosen", "tongue"),
    [
        (Profile.STUDENT, "fr", "fr-tu"),
        (Profile.STUDENT, "en", "en"),
        *((profile, "fr", "fr") for profile in Profile if profile is not Profile.STUDENT),
    ],
)
def test_a_pupil_who_reads_french_is_spoken_to_with_tu(profile: Profile, chosen: str, tongue: str) -> None:
    assert person(profile, language=chosen).tongue == tongue


def test_no_code_words_something_in_the_language_alone_of_somebody() -> None:
    """Only a person's `tongue` says *tu* to a pupil: `language` is what they chose, and what articles are kept by."""
    allowed = {"bot/terms/people.py", "bot/workflows/advising.py", "bot/workflows/people/charters.py"}
    allowed.add("bot/workflows/year/checklist.py")  # an operator writes what a month asks for, as articles
    allowed.add("bot/workflows/people/exporting.py")  # it hands out what they chose
    using = re.compile(r"\b(?:me|person|agent|pupil|reader|requester|chosen|who|somebody)\.language\b")
    assert {str(path) for path in modules("bot") if using.search(path.read_text("utf-8"))} <= allowed
