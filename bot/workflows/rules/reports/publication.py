"""The text of a publication without its markup, so that a moderator can read it on a phone.

Anybody with an account may publish, and the markup comes as it was sent. So what is read is bounded first, and nh3
makes a tree of it as browsers do; its time is bounded by that size, whatever the markup is.
"""

from __future__ import annotations

import re
from html import unescape

import nh3

from bot.cutting import beginning

SENT = 2_000_000  #: characters of HTML that are looked at; the rest is left out
READ = 20_000  #: characters of HTML that are read, once the files in it are left out
KEPT = 4_000  #: UTF-16 units of text that are kept
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
_UNREAD = {"script", "style", "template", "title", "noscript"}
_SEEN = {"img": "🖼️", "video": "🎬", "iframe": "🎬", "audio": "🔊"}  # a sign, so that they do not go unseen
_FOREIGN = re.compile("<(?:svg|math)", re.IGNORECASE)
_READ_AS_SENT = {*_BLOCKS, *_SEEN, *_UNREAD, "textarea"}
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/<>]*)")
_FILE = re.compile(r"data:[\w/+.-]{0,100};base64,[\w/+=%-]*")  # a file within an address
_TAG = re.compile(r"<(/?)([a-z0-9]+)>")
_CLEANER = nh3.Cleaner(tags={*_BLOCKS, *_SEEN}, clean_content_tags=_UNREAD, attributes={}, link_rel=None)


def cleaned(html: str) -> str:
    """The text of some HTML: each block on a line of its own, a sign for each picture, film and sound.

    Takes up to a tenth of a second: not for the loop, nor for a transaction.
    """
    read = _NAME.sub(_plain, _FILE.sub("data:", html[:SENT])[:READ])
    if _FOREIGN.search(html, 0, SENT):  # only there, browsers show what stands in these brackets
        read = read.replace("<![CDATA[", "").replace("]]>", "")
    whole = read.encode("utf-8", "ignore").decode()  # without halves of surrogates
    marked = _TAG.sub(_said, _CLEANER.clean(whole).replace("\n", " "))  # tags without attributes, and escaped text
    lines = (" ".join(line.split()) for line in unescape(marked).split("\n"))
    return beginning("\n".join(line for line in lines if line), KEPT)


def _plain(tag: re.Match[str]) -> str:
    """The beginning of a tag; `span` for every other one, since nh3 leaves out words within drawings and formulas."""
    return tag[0] if tag[2].lower() in _READ_AS_SENT else f"<{tag[1]}span"


def _said(tag: re.Match[str]) -> str:
    """What stands in the text for a tag: a line break for a block, a sign for what is seen or heard.

    Any other is no tag: nh3 leaves what stands in a frame as it was written.
    """
    if tag[2] in _BLOCKS:
        return "\n"
    if tag[2] not in _SEEN:
        return tag[0]
    return "" if tag[1] else f" {_SEEN[tag[2]]} "
