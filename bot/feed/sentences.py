"""What an operator reads of each reason for which something is not taken as it stands: one sentence each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_EXCEL = "open the file from ONDE again without a spreadsheet, or type the column as text"

SENTENCES: Mapping[str, str] = {
    # of a file as a whole
    "no-school": "nothing says which school this file is of: name one by --school, or in the name of its folder",
    "choice": "perhaps --school {code}: {name}",
    "two-schools": "this file would be of several schools ({schools}): leave one in its path and in --school",
    "left-out": "this lists nobody, and is left out",
    "empty-file": "the file is empty",
    "too-large": "the file is larger than 16 MB, which no school's is",
    "workbook": "this is a workbook, whatever it is called: save it as CSV, or give the file as ONDE wrote it",
    "web-page": "this is a web page or XML, not a file of ONDE: was the download cut off by a login page?",
    "pdf": "this is a PDF: export the list as CSV",
    "document": "this is a document of a word processor: export the list as CSV",
    "archive": "this is an archive of a kind that is not opened: unpack it, or make it a zip",
    "bad-archive": "this zip cannot be opened: it is damaged, or it needs a password",
    "archive-too-large": "this zip holds more than any school's files: unpack it and look at it",
    "climbing-path": "this path in a zip leads out of its folder: such a zip is not from ONDE",
    "utf-16": "this is a text in UTF-16 (« Texte Unicode »): take ONDE's own file, or save it as « CSV UTF-8 »",
    "binary": "this is not a text file",
    "mixed": "the file is partly UTF-8 and partly windows-1252, this line shows: export it again, in one piece",
    "unknown-encoding": "these letters are neither UTF-8 nor windows-1252: save the file as « CSV UTF-8 »",
    "garbled-file": "the accents of the header are lost: the file was saved in a wrong encoding, export it again",
    "separators": "the header has {header} between its columns, but the rows have {rows}: export the file again",
    "kind-unknown": "this header is not that of pupils, of responsible adults or of staff, or could be of several"
    "{perhaps}",
    "header-below": "the header stands on line {header} only: delete the lines above it",
    "unnamed-column": "column {number} has no name, though others after it have: the columns may have been shifted",
    "column-twice": "two columns say the same ({column}), and which one counts is not sure: delete one",
    "no-name-column": "there is no column for the {column}{perhaps}",
    "no-pupil-column": "there is no column for the {column} of the pupils, without which none gets an account: "
    "export the list again with it{perhaps}",
    "one-cell": "each line stands in quotation marks as one cell: take ONDE's own file, which no spreadsheet opened",
    "quoted-mail": "each line begins with a sign of a forwarded mail (>): take the file that was attached to it",
    "other-schools": "column {column} names another school ({schools}) than the one this file is given for: make one "
    "file for each school",
    "older-file": "this very file came on {day}, and another one since: an older export brings back names that were "
    "corrected, as accounts of their own; take the newest one, or export it again",
    "unknown-columns": "columns that are not read: {columns}{perhaps}",
    "host-organisations": "from this line on, the file lists host organisations: they are not people",
    # of a row
    "quote": "a quotation mark is not closed, or stands in the middle of a cell",
    "row-long": "the row has more cells than the header: a cell may hold a separator, and all after it be shifted",
    "header-again": "the header stands here again: were several files put together? delete this line",
    "total-line": "this is a total line, and nobody: delete it",
    "cut-off": "the file seems cut off in this line: the rest of it is missing, export it again",
    "garbled": "letters are lost or encoded twice (such as « MaÃ«lys » for « Maëlys »)",
    "control": "column {column} has a character that cannot be printed",
    "cell-long": "column {column} is longer than anything it could be",
    "no-name": "there is nothing in column {column}",
    "name-odd": "column {column} has signs that no name has",
    "ditto": "column {column} says « idem », and not what it is: write it out",
    "text-odd": "column {column} holds a formula or markup",
    "date-excel": f"column {{column}} holds a date as a spreadsheet changed it: {_EXCEL}",
    "date-odd": "column {column} holds no date (2018-03-04 or 04/03/2018)",
    "date-impossible": "column {column} holds a date that no calendar has",
    "birth-age": "column {column} would make them younger than 2 or older than 15",
    "ine-excel": f"column {{column}} holds an INE as a spreadsheet shortened it: {_EXCEL}",
    "ine-short": f"column {{column}} holds an INE of less than 11 signs, its leading zero lost: {_EXCEL}",
    "ine-digits": f"column {{column}} holds eleven digits, and an INE ends in one letter or two: {_EXCEL}",
    "ine-odd": "what stands in column {column} is no INE, and is not taken as one",
    "ine-twice": "the INE is also that of another child, at {other}",
    "ine-of-another": "the INE is that of another child in the ENT: names and birth date differ",
    "id-twice": "the identifier is also that of somebody else, at {other}",
    "id-odd": "column {column} holds no identifier: it is left out",
    "gender-odd": "column {column} is neither F nor M: it is left out",
    "title-odd": "column {column} is neither M. nor Mme: it is left out",
    "phone-odd": "column {column} holds no whole phone number: it is left out",
    "email-odd": "column {column} holds no mail address: it is left out",
    "postcode-odd": "column {column} holds no postcode: it is left out",
    "child-half": "a child has only half of a name: this link is left out",
    "two-classes": "two rows place this pupil in two classes: {first} is taken, {class} is not",
    "not-admitted": "not admitted for good: {state}",
    # of what the ENT knows
    "no-ine": "no INE yet: the account is made once a file has it (or --without-ine, where the layout has none)",
    "no-class": "no class yet: the account is made once a file has it",
    "no-birth-date": "no birth date: the account is made once a file has it",
    "class-ambiguous": "several classes may be meant: the pupil waits",
    "class-unknown": "no class, or more than one, is called {class} here: this link is left out",
    "class-labels": "several labels for class number {number} ({labels}): they are one class",
    "other-ine": "a pupil of the same names and birth date has another INE: they get an account of their own",
    "pupil-several": "several pupils have these names and this birth date: none of them is taken for this one",
    "birth-date-far": "the birth date is years from the one known for this INE, which stays: correct it in ONDE, or "
    "take it by --birth-dates",
    "pupil-by-hand": "an account made by hand has these names and this birth date: it is left as it is",
    "in-two-schools": "the files of two schools claim this pupil",
    "no-child": "none of the children named is known here: no account is made",
    "child-unknown": "the child {child} is unknown here",
    "child-refused": "the line of the child {child} is refused: the link is made once it is right",
    "child-other": "the child {child} may be another one than the pupil of that name here: the class differs, or a "
    "line of that name is refused; no link is made or ended",
    "child-held": "the child {child} has no account yet: the link is made once it has",
    "child-by-hand": "the account of the child {child} was made by hand: it is tied by hand only",
    "child-ambiguous": "several pupils are called {child}: nobody is linked",
    "adult-alike": "several rows of this name share something, but not all of it: they stay apart",
    "adult-same-child": "another row of this file has the same name and child, but is reached otherwise: two stay",
    "adult-several": "several accounts may be this adult's: a new one is made",
    "adult-namesake": "somebody of the same name is here already, with nothing else in common: another person",
    "adult-by-hand": "an account made by hand has this name: it is left as it is",
    "staff-renewed": "somebody of this name works here, with another mail, and has no other row: taken for them",
    "staff-function": "not in the complete file, but {function} by `palier grant`: they stay until `palier revoke`",
    "staff-several": "several accounts may be this person's: none is changed",
    "staff-namesake": "somebody of the same name works elsewhere, with nothing else in common: another person",
    "staff-detached": "was detached from here by hand: the account is not attached again",
    "staff-by-hand": "an account made by hand has this name: it is left as it is",
    "director": "the file calls them director: that right is given by `palier grant`",
    "renamed": "was called {before}: first name, mail and a part of the name are the same, and so is the account",
    "renamed-number": "was called {before}: first name and identifier are the same, and so is the account",
    "double-renamed": "maybe the same person as {other}, by {by}: the director decides by /doublons",
    "double-namesake": "another account of this name may be the same person's: the director decides by /doublons",
    "nobody-leaves": "what cannot be read here may name anybody: nobody leaves the school this time",
    # why nothing of a school is changed
    "unknown-place": "the ENT has no school or structure {place}: make it by `palier structures`",
    "wrong-letter": "{place} is no UAI: the letter of these digits is {letter}, so a digit or the letter is mistyped",
    "not-a-school": "{name} is no school: only staff can be brought in there",
    "empty": "a file of {kind} lists nobody: is it the right one?",
    "all-refused": "no row of the {kind} can be taken: {refused} are refused, each with its reason",
    "cut": "{file} seems cut off at line {line}: with --complete, whoever stands in the missing part would leave",
    "too-many-move": "{moved} of {known} pupils of {school} would move here: are these the files of this school? "
    "if so many do move, say it by --most-leaving PERCENT",
    "too-many-leave": "{leaving} of {known} {kind} would leave: if so many do, say it by --most-leaving PERCENT",
}

_UNSAID = {"other": "another line", "column": "a column"}


def sentence(reason: str, details: Mapping[str, str]) -> str:
    """The sentence of that reason, with what it names; and which login a new account got beside a namesake's."""
    facts = defaultdict(str, {**_UNSAID, **details})
    said = SENTENCES.get(reason, reason).format_map(facts)
    return f"{said} (the new account: {facts['login']})" if facts["login"] else said
