"""Finds links and e-mail addresses in a text as Telegram does: from each dot, backwards and forwards."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

from .nesting import Span
from .signs import is_linked, is_plain, is_word

TOP = frozenset(" ".join(json.loads(files(__package__).joinpath("domains.json").read_text("utf-8"))).split())
_BAD_ENDS = ".:;,('?!`"
_NO_PATH = '\n<>"«»'
_NO_USER = "\n/[]{}()'`<>\"@«»"
_OWN = re.compile(r"tg|ton|tonsite", re.IGNORECASE | re.ASCII)
_PROTOCOL = re.compile(r"(?:http|https|ftp|tonsite)://", re.IGNORECASE | re.ASCII)
_PORT = re.compile(r":0*([1-9][0-9]{0,4})(?![0-9])")
_EMAIL_USER = re.compile(r"(?:[A-Za-z0-9_-]{0,26}[.+]){0,10}[A-Za-z0-9_-]{1,35}")
_EMAIL_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,28}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,8}")


def links(text: str) -> Iterator[Span]:
    """Returns the links and e-mail addresses in a text; some may overlap."""
    yield from _own_links(text)
    for start, end in _candidates(text):
        url = text[start:end]
        if is_email(url):
            yield Span("email", start, end)
        elif url.startswith("mailto:") and is_email(url[7:]):
            yield Span("email", start + 7, end)
        elif size := _kept(url):
            yield Span("url", start, start + size)


def is_email(text: str) -> bool:
    """Tells whether Telegram takes a text for an e-mail address."""
    user, _, domain = text.partition("@")
    return bool(_EMAIL_USER.fullmatch(user) and _EMAIL_DOMAIN.fullmatch(domain))


def _own_links(text: str) -> Iterator[Span]:
    at = 0
    while (
        len(text[at : at + 6].encode()) > 5 and (at := text.find(":", at)) >= 0
    ):  # of five bytes Telegram finds none
        size = next((size for size in (2, 3, 7) if at >= size and _OWN.fullmatch(text, at - size, at)), 0)
        if not size or not text.startswith("://", at):
            at += 1
            continue
        end = at = at + 3
        while at < len(text) and at - end < 253 and (is_plain(text[at]) or text[at] == "-"):
            at += 1
        if at > end:
            at = _path_end(text, at)
            yield Span("url", end - 3 - min(size, 3), at)  # of `tonsite` Telegram takes three letters


def _path_end(text: str, at: int) -> int:
    """Returns where the path that begins at a place ends; the place itself where none begins."""
    if at >= len(text) or text[at] not in "/?#":
        return at
    end = at + 1
    while end < len(text) and text[end] not in _NO_PATH and is_linked(text[end]):
        end += 1
    while end > at + 1 and text[end - 1] in _BAD_ENDS:
        end -= 1
    return end if text[at] == "/" or end > at + 1 else at


def _in_domain(sign: str) -> bool:
    return sign in ".~-" or is_plain(sign) if sign < "\xc0" else is_linked(sign)


def _in_user(sign: str) -> bool:
    return sign not in _NO_USER and is_linked(sign)


def _in_protocol(sign: str) -> bool:
    return sign in "+-" or (sign != "_" and is_plain(sign)) if sign < "\x80" else unicodedata.category(sign)[0] != "Z"


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Returns where something that looks like a link begins and ends."""
    begin = 0
    while 0 <= (dot := text.find(".", begin)) < len(text) - 1:
        if text[dot + 1] == " ":
            begin = dot + 2
            continue
        start, end, good = _around(text, begin, dot)
        if good:
            if end > dot + 1:
                yield start, end
            while end < len(text) and text[end] == ".":
                end += 1
        else:
            end = text.rfind(".", 0, end) + 1
        begin = max(end, dot + 1)


def _around(text: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """Returns where the link around a dot begins and ends, and whether it can be one."""
    start, end, at_sign = dot, dot, False
    while start > begin and _in_domain(text[start - 1]):
        start -= 1
    while end < len(text) and (text[end] == "@" or _in_domain(text[end])):
        at_sign |= text[end] == "@"
        end += 1
    while at_sign and start > begin and _in_user(text[start - 1]):
        start -= 1
    if (port := _PORT.match(text, end)) and int(port[1]) <= 65535:
        end = port.end()
    end = _path_end(text, end)
    while end > dot + 1 and text[end - 1] == ".":
        end -= 1
    good = True
    if start > begin and text[start - 1] == "@":
        user = start - 1
        while user > begin and _in_user(text[user - 1]):
            user -= 1
        good = not at_sign and user < start - 1
        start = user
    start, allowed = _protocol(text, begin, start)
    return start, end, good and allowed


def _protocol(text: str, begin: int, start: int) -> tuple[int, bool]:
    """Returns where a link begins with its protocol, and whether what stands before it allows a link."""
    if start == begin:
        return start, True
    if not (text.startswith("://", start - 3) and start - 3 >= begin and len(text[begin:start][-7:].encode()) >= 6):
        sign = text[start - 1]
        return start, not (is_word(sign) or sign in "/#@")
    first = start - 3
    while first > begin and _in_protocol(text[first - 1]):
        first -= 1
    protocol = text[first : start - 3].lower() if text[first : start - 3].isascii() else text[first : start - 3]
    for name, others in (("http", ("shttp",)), ("https", ()), ("ftp", ("tftp", "sftp")), ("tonsite", ())):
        if protocol[-len(name) :].lower() == name and protocol not in others:
            return start - 3 - len(name), True
    return start, False


def _kept(url: str) -> int:
    """Returns how many signs of a candidate are a link; 0 where it is none."""
    protocol = _PROTOCOL.match(url)
    rest = url[protocol.end() :] if protocol else url
    cut = next((place for place, sign in enumerate(rest) if sign in "/?#"), len(rest))
    domain, path = rest[:cut], rest[cut:]
    domain = domain.partition("@")[2] if "@" in domain else domain
    domain = domain.rpartition(":")[0] if ":" in domain else domain
    size = len(url) - len(path) + _balanced(path)
    return size if _is_domain(domain, protocol is not None) else 0


def _balanced(path: str) -> int:
    """Returns where a path ends: before a bracket that closes what it did not open, without punctuation."""
    depth = dict.fromkeys(")]}", 0)
    end = len(path)
    for place, sign in enumerate(path):
        if sign in "([{":
            depth[")]}"["([{".index(sign)]] += 1
        elif sign in depth:
            depth[sign] -= 1
            if depth[sign] < 0:
                end = place
                break
    return len(path[:end].rstrip(_BAD_ENDS))


def _is_domain(domain: str, has_protocol: bool) -> bool:
    parts = domain.split(".")
    if domain.lower() == "teiegram.org" or any(not 0 < len(part.encode()) < 64 or part[-1] == "-" for part in parts):
        return False
    if len(parts) == 1:
        return False
    if len(parts) == 4 and all(_is_octet(part) for part in parts):
        return True
    top, second = parts[-1], parts[-2]
    if re.fullmatch(r"[0-9.]*", domain) or len(top) <= 1 or "_" in second:
        return False
    if top.startswith("xn--"):
        return len(top) > 5 and re.fullmatch(r"[A-Za-z0-9]+", top[4:]) is not None
    return not {"_", "-"} & set(top) and (has_protocol or _is_common(top))


def _is_octet(part: str) -> bool:
    return re.fullmatch(r"0|[1-9][0-9]{0,2}", part) is not None and int(part) <= 255


def _is_common(top: str) -> bool:
    lower = top.lower()
    return lower in TOP and (lower == top or lower[1:] != top[1:])
