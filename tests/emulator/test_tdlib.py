"""The emulator makes of a formatted text what TDLib makes of it, which is Telegram's own code."""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.entities import formatted, from_entities
from bot.emulator.errors import BotApiError
from bot.emulator.words import read_words
from tests import tdlib
from tests.tdlib import Entity, Json

_OPENINGS = (
    *("<b>", "<i>", "<u>", "<s>", "<tg-spoiler>", "<code>", "<pre>", "<blockquote>", "<blockquote expandable>"),
    *(
        "<a href='https://ent.example.fr/x'>",
        '<span class="tg-spoiler">',
        "<strong >",
        "<EM>",
        "<code class=language-c>",
    ),
)
_WORDS = (
    "a",
    "é",
    "👍",
    " ",
    "\n",
    "\r",
    "\t",
    "\u202e",
    "\u030a",
    "\u200f\u200f",
    "&lt;",
    "&amp",
    "&nbsp;",
    "&#65;",
    "&#x1f44d;",
)
_BROKEN = ("</b>", "</>", "<x>", "<b", "<", "</ b>", "<a href=é>", "<span>", "<b =>")
_TOLD = (
    "https://ent.example.fr/aide?x=1",
    "ecole.fr",
    "aide@ecole.fr",
    "@directrice",
    "/demande",
    "/file@palier_bot",
    "#urgent",
)
_OTHERS = (
    "bonjour",
    "et/ou",
    "1/2",
    "n°12",
    "12",
    "#12",
    "@zo",
    "//",
    "8:30",
    "$EUR",
    "merci",
    "👍",
    "l’école",
    "«\u00a0oui\u00a0»",
)


@st.composite
def html(draw: st.DrawFn) -> str:
    """HTML that nests anyhow, well or badly closed."""
    pieces, closing = list[str](), list[str]()
    for _ in range(draw(st.integers(1, 14))):
        match draw(
            st.sampled_from(("open", "close", "say", "say", "break") if len(pieces) > 8 else ("open", "close", "say"))
        ):
            case "open":
                pieces.append(draw(st.sampled_from(_OPENINGS)))
                closing.append(f"</{pieces[-1][1:-1].split()[0]}>")
            case "close" if closing:
                pieces.append(closing.pop())
            case "break":
                pieces.append(draw(st.sampled_from(_BROKEN)))
            case _:
                pieces.append(draw(st.sampled_from(_WORDS)))
    return "".join([*pieces, *reversed(closing)])


def _ours(text: str, mode: str | None, entities: list[Json] | None = None) -> tuple[str, list[Entity]] | str:
    """What the emulator keeps of a text; its refusal if it takes none."""
    try:
        body, kept = read_words(f"{text}.", mode, entities)  # the full stop: white space is not cut
    except BotApiError as error:
        return error.description.removeprefix("Bad Request: ").lower()
    return body, [(one["type"], one["offset"], one["length"]) for one in kept]


@given(html())
def test_html_is_kept_as_tdlib_keeps_it(source: str) -> None:
    source = f".{source}"
    try:
        theirs: object = tdlib.kept(f"{source}.")
    except tdlib.Refused as refusal:
        theirs = str(refusal).lower()
    assert _ours(source, "HTML") == theirs


_STYLES = {
    "bold": "Bold",
    "italic": "Italic",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "blockquote": "BlockQuote",
}


@given(st.lists(st.tuples(st.sampled_from(sorted(_STYLES)), st.integers(0, 12), st.integers(0, 8)), max_size=6))
def test_entities_given_are_kept_as_tdlib_keeps_them(given_ones: list[Entity]) -> None:
    text = ".aé 👍\n bc\rde fg"
    as_td = [
        {"offset": offset, "length": length, "type": {"@type": f"textEntityType{_STYLES[kind]}"}}
        for kind, offset, length in given_ones
    ]
    try:
        body, kept = tdlib.fixed(f"{text}.", as_td)
        theirs: object = (body, tdlib.simple(kept))
    except tdlib.Refused as refusal:
        theirs = str(refusal).lower()[:6]  # which of several, and where, TDLib says in its own order
    ours = _ours(text, None, [{"type": k, "offset": o, "length": n} for k, o, n in given_ones])
    assert (ours[:6] if isinstance(ours, str) else ours) == theirs


@given(
    st.lists(st.sampled_from((*_TOLD, *_OTHERS)), min_size=1, max_size=6), st.sampled_from((" ", "\n", ", ", " : "))
)
def test_links_commands_and_the_like_are_found_as_tdlib_finds_them(words: list[str], between: str) -> None:
    text = between.join(words)
    assert [(one["type"], one["offset"], one["length"]) for one in formatted(text, [])[1]] == tdlib.found(text)


@given(st.text(alphabet="ab👍 \n", max_size=8))
def test_white_space_at_the_ends_is_cut_but_where_an_entity_begins(words: str) -> None:
    body = words.strip(" \n")
    assert formatted(words, [])[0] == body
    if body:
        assert read_words(f" <b>{escape(words)}</b> ", "HTML", None)[0] == words.rstrip(" \n")


def test_an_empty_entity_is_left_out() -> None:
    assert from_entities("a", [{"type": "bold", "offset": 0, "length": 0}]) == []
