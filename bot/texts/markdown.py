"""Articles that an operator writes in Markdown, as the lines of one message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKS = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>"}
_BULLET = "•"
_PARSER = MarkdownIt("commonmark", {"html": False})


@lru_cache(maxsize=512)
def lines(text: str) -> str:
    """The Markdown as plain lines with <b> and <i>: a line for each item of a list, a blank one between paragraphs.

    A heading is a line in bold, a link its words and its address, code its words. Nothing is escaped.
    """
    blocks: list[str] = []
    listed: list[str] = []  # what stands before an item, for each list that is open
    first, tight = True, False
    for token in _PARSER.parse(text):
        if token.type.endswith("list_open"):
            listed.append("" if token.type == "ordered_list_open" else _BULLET)
            first = True
        elif token.type.endswith("list_close"):
            listed.pop()
            tight = False
        elif token.type == "list_item_open" and listed:
            listed[-1] = f"{token.info}." if token.info else _BULLET
        elif token.type == "inline":
            said = "".join(_inline(token.children or ()))
            if token.level and listed:
                said = f"{listed[-1]} {said}"
            if tight and blocks and listed and not first:
                blocks[-1] += f"\n{said}"
            else:
                blocks.append(said)
            first, tight = False, bool(listed)
        elif token.type == "heading_close":
            blocks[-1] = f"<b>{blocks[-1]}</b>"
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip())
    return "\n\n".join(blocks)


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            yield f" ({address})" if address else ""
        elif token.type in _MARKS:
            yield _MARKS[token.type]
        elif token.type == "hardbreak":
            yield "\n"
        else:
            yield " " if token.type == "softbreak" else token.content
