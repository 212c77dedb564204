"""What one cell says, strictly: names, dates, INE, phones. Raises `Wrong` with a reason, never guesses."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import regex

from bot.feed.reasons import Wrong
from bot.folding import fold
from bot.terms import mail

MOST_LETTERS = 200  #: of a cell
_OLDEST, _YOUNGEST = 15, 2  #: years of a pupil of the first degree
_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ´`′＇", "'"), **dict.fromkeys("‐‑‒–—−", "-")})
_USUAL = re.compile("[ -~\xa0-¬®-ÿŒœŸ’]*")  # nothing in it is invisible or needs composing
_NAME = regex.compile(r"['\p{L}(][\p{L}\p{M} '’.,()/-]*")
_LETTER = regex.compile(r"\p{L}")
_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
_FRENCH = re.compile(r"(?P<d>[0-9]{2})/(?P<m>[0-9]{2})/(?P<y>[0-9]{4})")
_SPREADSHEET = re.compile(  # a serial number, a date cut short or with a time, a month's name, a column too narrow
    r"[0-9]{4,6}([.,][0-9]+)?|[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}( .*|T.*)?"
    r"|.*[0-9].*[^\W\d_]{3}.*|.*[^\W\d_]{3}.*[0-9].*|#+"
)
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}-(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[.]?")
_INE = re.compile(r"[0-9]{9}[A-Z]{2}|[0-9]{10}[A-Z]")
_DIGITS_INE = re.compile(r"[0-9]{11}")  # its last letter, or two, is gone
_SHORT_INE = re.compile(r"(?=.{9,10}$)[0-9]{7,10}[A-Z]{0,2}")  # without one or two leading zeros
_SCIENTIFIC = re.compile(r"[0-9]+([.,][0-9]+)?[Ee][+-]?[0-9]+")
_TYPED_AS_TEXT = re.compile(r"'(.*)|=\"(.*)\"")  # how spreadsheets are told not to calculate
#: what they leave of a wrong formula
_FAULTS = re.compile(r"#(N/?A|REF!|VALEUR!|VALUE!|NOM\?|NAME\?|DIV/0!|NULL?!|NOMBRE!|NUM!|#+)")
_DITTO = ("idem", "id.", "ditto", "//")
_PHONE = re.compile(r"\+[1-9][0-9]{5,14}|0[1-9][0-9]{8}|[1-9][0-9]{5,7}")
_POSTCODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{2,8}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:@$/-]{0,99}")


def clean(text: str) -> str:
    """The cell on one line, without outer, doubled and invisible spaces; composed letters as one character.

    Raises `Wrong` where it has a control character, a letter that was lost, or no end.
    """
    if len(text) > 20 * MOST_LETTERS:
        raise Wrong("cell-long")
    text = " ".join(text.split()) if _USUAL.fullmatch(text) else _plain(text)
    if len(text) > MOST_LETTERS:
        raise Wrong("cell-long")
    return text


def _plain(text: str) -> str:
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        category = unicodedata.category(letter)
        if letter in "\t\n\r" or category.startswith("Z"):
            kept.append(" ")
        elif letter == "\ufffd":
            raise Wrong("garbled")
        elif category in ("Cc", "Cs", "Co", "Cn"):
            raise Wrong("control")
        elif category != "Cf":
            kept.append(letter)
    return " ".join("".join(kept).split())


def name(text: str) -> str:
    """A family name or first name; empty where there is none. Raises `Wrong` for what no name has."""
    found = clean(text).translate(_SIGNS)
    if not found:
        return ""
    if fold(found) in _DITTO:
        raise Wrong("ditto")
    if _NAME.fullmatch(found) is None or len(found) > MOST_LETTERS // 2:
        raise Wrong("name-odd")
    return found if _LETTER.search(found) else ""


def words(text: str) -> str:
    """Free text, such as the name of a class; raises `Wrong` for markup and for a formula."""
    found = clean(text)
    if is_odd(found):
        raise Wrong("text-odd")
    return found


def label(text: str) -> str:
    """The name of a class; raises `Wrong` for a date, which a spreadsheet makes of « 1-2 », and as `words` does."""
    found = words(text)
    if fold(found) in _DITTO:
        raise Wrong("ditto")
    if _FRENCH.fullmatch(found) or _DAY_OF_MONTH.fullmatch(fold(found)):
        raise Wrong("date-excel")
    return found


def is_odd(text: str) -> bool:
    """Whether a text is a formula, as a spreadsheet takes it, what one leaves of a wrong formula, or markup."""
    formula = text.startswith(("=", "+", "@", "＝", "＋", "＠")) or (text[:1] == "-" and text[1:2].isdigit())
    return formula or "<" in text or ">" in text or _FAULTS.fullmatch(text) is not None


def day(text: str) -> date | None:
    """A date as ONDE (`2018-03-04`) or a person in France (`04/03/2018`) writes it; None for an empty cell.

    Raises `Wrong` for what a spreadsheet made of a date, and for one that no calendar has.
    """
    found = clean(text)
    if not found:
        return None
    parts = _ISO.fullmatch(found) or _FRENCH.fullmatch(found)
    if parts is None:
        raise Wrong("date-excel" if _SPREADSHEET.fullmatch(found) else "date-odd")
    try:
        made = date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    except ValueError as error:
        raise Wrong("date-impossible") from error
    if not 1900 <= made.year < 2100:
        raise Wrong("date-impossible")
    return made


def check_age(birth: date, today: date) -> None:
    """Raises `Wrong` for a birth date that no pupil of the first degree has on that day."""
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    if not _YOUNGEST <= age <= _OLDEST:
        raise Wrong("birth-age")


def ine(text: str) -> str:
    """An INE in capitals, without spaces; empty where there is none. Raises `Wrong` for anything else."""
    found = "".join(clean(text).split()).upper()
    if typed := _TYPED_AS_TEXT.fullmatch(found):
        found = typed[1] or typed[2] or ""
    if not found or _INE.fullmatch(found):
        return found
    if _SCIENTIFIC.fullmatch(found):
        raise Wrong("ine-excel")
    if _DIGITS_INE.fullmatch(found):
        raise Wrong("ine-digits")
    raise Wrong("ine-short" if _SHORT_INE.fullmatch(found) else "ine-odd")


def gender(text: str) -> str:
    """F, M, or nothing for an empty cell; raises `Wrong` for anything else."""
    found = fold(clean(text))
    if found in ("", "f", "fille", "feminin"):
        return found[:1].upper()
    if found in ("m", "h", "g", "masculin", "homme", "garcon"):
        return "M"
    raise Wrong("gender-odd")


def title(text: str) -> str:
    """`M.` or `Mme`, or nothing for an empty cell; raises `Wrong` for anything else."""
    found = fold(clean(text)).rstrip(".")
    if found in ("m", "mr", "monsieur"):
        return "M."
    if found in ("mme", "madame", "mlle", "melle", "mademoiselle"):
        return "Mme"
    if found:
        raise Wrong("title-odd")
    return ""


def phone(text: str) -> str:
    """A phone number: digits, with a leading + where it is given; raises `Wrong` for one that lost a part."""
    found = re.sub(r"[\s./()-]+", "", clean(text))
    found = "+" + found[2:] if found.startswith("00") else found.replace("+330", "+33")
    if found and not _PHONE.fullmatch(found):
        raise Wrong("phone-odd")
    return found


def email(text: str) -> str:
    """A mail address, its domain in lower case; raises `Wrong` for what is none."""
    said = clean(text)
    found = mail.address(said)
    if said and said != "mailto:" and not found:
        raise Wrong("email-odd")
    return found


def postcode(text: str) -> str:
    """A postcode of four to nine letters and digits; raises `Wrong` for anything else."""
    found = clean(text)
    if found and not _POSTCODE.fullmatch(found):
        raise Wrong("postcode-odd")
    return found


def identifier(text: str) -> str:
    """An identifier that a file gives; raises `Wrong` for what no system gives."""
    found = clean(text)
    if found and not _ID.fullmatch(found):
        raise Wrong("id-odd")
    return found


def yes(text: str) -> bool:
    """Whether a cell says yes, as people do in French."""
    return fold(clean(text)) in ("oui", "o", "x", "1", "vrai", "true", "yes")
