"""Binds PDF documents that typst made into one, keeping what a screen reader needs.

Each document is written out as it comes, its objects numbered anew, so that only one lies in memory at a time: the
libraries that join any PDF hold all of it, and lose the tags. This reads what typst writes and no other PDF; where
something is not as typst writes it, that is a `ValueError`.
"""

from __future__ import annotations

import hashlib
from array import array
from typing import BinaryIO

import regex

_CATALOGUE, _PAGES, _TAGS, _METADATA = 1, 2, 3, 4  #: numbers of the objects that all documents of a book share
_SHARED = 4
_HEADER = b"%PDF-1.7\n%\x80\x80\x80\x80\n"

_TEXT = rb"(?<text>\((?:\\.|[^\\()]++|(?&text))*+\)|<[0-9A-Fa-f]*>)"
#: what gets other numbers: references, and the places of pages and links among the tags; texts are passed over
_NUMBERED = regex.compile(_TEXT + rb"|(?<object>\d++) 0 R\b|(?<=/StructParents? )(?<place>\d++)", regex.DOTALL)
_START = regex.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
_ENTRY = regex.compile(rb"(\d{10}) 00000 n")
_TRAILER = regex.compile(rb"trailer\n<</Size \d+/Root (?<catalogue>\d+) 0 R/Info (?<information>\d+) 0 R")
_OBJECT = regex.compile(rb"(\d+) 0 obj\n(.*?)(\nstream\n.*)?\nendobj\n", regex.DOTALL)
_PARTS = regex.compile(
    rb"/Pages (?<pages>\d+) 0 R/Metadata (?<metadata>\d+) 0 R(?<more>.*?)/StructTreeRoot (?<tags>\d+) 0 R"
)
_SHARED_PARTS = rb"/Pages %d 0 R/Metadata %d 0 R\g<more>/StructTreeRoot %d 0 R" % (_PAGES, _METADATA, _TAGS)
_COUNT = regex.compile(rb"<</Type/Pages/Count (\d+)")
_TREE = regex.compile(
    rb"<</Type/StructTreeRoot(?<roles>.*?)/K\[(?<tops>[^]]*)\]"
    rb"/ParentTree<</Nums\[(?<leaf>.*)\]>>/ParentTreeNextKey (?<next>\d+)>>",
    regex.DOTALL,
)
_PLACE = regex.compile(rb"(?<!\S)(\d++)(?= \d++ 0 R)")
_ALL_PAGES = regex.compile(rb"(?<=<xmpTPg:NPages>)\d+")
_IDENTITY = regex.compile(rb"(?<=<xmpMM:(?:Instance|Document)ID>)[^<]*")
_STREAM = regex.compile(rb"\nstream\n(.*)\nendstream", regex.DOTALL)


class Book:
    """A PDF that grows by whole documents, of which the first gives it title and language; complete once closed."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.sha256()
        self._written = 0
        self._starts = array("Q", [0] * (_SHARED + 1))  #: where each object begins, by its number; or 0
        self._chapters: list[int] = []  #: for each document the object that lists its pages
        self._tops: list[bytes] = []  #: for each document the tags that are within no other
        self._leaves: list[int] = []  #: for each document the object that says which tags stand at its places
        self._pages = 0
        self._places = 0  #: how many pages and links have a place among the tags
        self._information = 0  #: the object with the title
        self._ends = (b"", b"", b"")  #: the first document's catalogue, metadata and roles of tags
        self._write(_HEADER)

    def add(self, document: bytes) -> None:
        """Writes the pages of a document after those written so far."""
        trailer = _found(_TRAILER, document)
        objects = _objects(document)
        catalogue = objects.pop(int(trailer["catalogue"]))[0]
        named = _found(_PARTS, catalogue)
        parts = {kind: int(named[kind]) for kind in ("pages", "metadata", "tags")}
        base, metadata = len(self._starts) - 1, objects.pop(parts["metadata"])[1]
        tree = _found(_TREE, self._renumbered(objects.pop(parts["tags"])[0], base, 0))
        self._starts.extend([0] * max(*objects, *parts.values(), int(trailer["catalogue"])))
        if not self._chapters:
            self._ends = (catalogue, metadata, tree["roles"])
            self._information = base + int(trailer["information"])
        for number, (body, stream) in objects.items():
            renumbered = self._renumbered(body, base, parts["tags"])
            if number == parts["pages"]:
                self._pages += int(_found(_COUNT, body)[1])
                renumbered = renumbered.replace(b"<<", b"<</Parent %d 0 R" % _PAGES, 1)
            self._put(base + number, renumbered + stream)
        self._chapters.append(base + parts["pages"])
        self._add_leaf(base + parts["tags"], tree)

    def _add_leaf(self, number: int, tree: regex.Match[bytes]) -> None:
        """Writes which tags stand at the places of a document, and counts these places."""
        first, last = self._places, self._places + int(tree["next"]) - 1
        nums = _PLACE.sub(lambda place: b"%d" % (first + int(place[1])), tree["leaf"])
        self._put(number, b"<</Limits[%d %d]/Nums[%s]>>" % (first, last, nums))
        self._leaves.append(number)
        self._tops.append(tree["tops"])
        self._places = last + 1

    def close(self) -> None:
        """Writes what holds the documents together; `ValueError` where there are none."""
        if not self._chapters:
            raise ValueError("a book without pages")
        catalogue, metadata, roles = self._ends
        identity = self._hash.hexdigest()[:32].encode()
        about = _IDENTITY.sub(identity, _ALL_PAGES.sub(b"%d" % self._pages, _found(_STREAM, metadata)[1]))
        kids, leaves = (b" ".join(b"%d 0 R" % number for number in all_) for all_ in (self._chapters, self._leaves))
        shared = {
            _CATALOGUE: _PARTS.sub(_SHARED_PARTS, catalogue),
            _PAGES: b"<</Type/Pages/Count %d/Kids[%s]>>" % (self._pages, kids),
            _TAGS: b"<</Type/StructTreeRoot%s/K[%s]/ParentTree<</Kids[%s]>>/ParentTreeNextKey %d>>"
            % (roles, b" ".join(self._tops), leaves, self._places),
            _METADATA: b"<</Length %d/Type/Metadata/Subtype/XML>>\nstream\n%s\nendstream" % (len(about), about),
        }
        for number, body in shared.items():
            self._put(number, body)
        self._write_places(identity)

    def _write_places(self, identity: bytes) -> None:
        """Writes where each object begins, and the end of the document."""
        start = self._written
        self._write(b"xref\n0 %d\n" % len(self._starts))
        for place in self._starts:
            self._write(b"%010d 00000 n \n" % place if place else b"0000000000 65535 f \n")
        self._write(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (len(self._starts), _CATALOGUE, self._information, identity, identity, start)
        )

    def _renumbered(self, body: bytes, base: int, tags: int) -> bytes:
        """The body with the numbers that its references and places have in the book; `tags` is the tree's own."""

        def number(found: regex.Match[bytes]) -> bytes:
            if found["object"]:
                old = int(found["object"])
                return b"%d 0 R" % (_TAGS if old == tags else base + old)
            return b"%d" % (self._places + int(found["place"])) if found["place"] else found[0]

        return _NUMBERED.sub(number, body)

    def _put(self, number: int, body: bytes) -> None:
        self._starts[number] = self._written
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._written += len(data)


def _objects(document: bytes) -> dict[int, tuple[bytes, bytes]]:
    """The body of each object by its number, and the data that follows it where it is a stream."""
    table = int(_found(_START, document[-64:])[1])
    starts = sorted(int(place) for place in _ENTRY.findall(document, table))
    found = {}
    for start, end in zip(starts, [*starts[1:], table], strict=True):
        whole = _OBJECT.match(document, start, end)
        if whole is None:
            raise ValueError(f"no object begins at {start}")
        found[int(whole[1])] = (whole[2], whole[3] or b"")
    return found


def _found(what: regex.Pattern[bytes], where: bytes) -> regex.Match[bytes]:
    """The first match; `ValueError` where there is none."""
    match = what.search(where)
    if match is None:
        raise ValueError(f"typst wrote another document than expected: {what.pattern!r} is not in it")
    return match
