"""What the name of a file says: the name as people read it, and whether the file is a program. Pure functions."""

from __future__ import annotations

import unicodedata

#: what nobody sees in a name: control characters, changes of direction, private use, breaks of lines and paragraphs
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  #: letters of some scripts, and the parts of an emoji, are joined by these
#: endings of files that a computer or a telephone runs, installs or opens as a page, when somebody touches them
_RUN = frozenset(
    {
        *("exe", "com", "scr", "pif", "msi", "msp", "msix", "appx", "cpl", "dll", "sys", "gadget", "application"),
        *("bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "wsh", "hta", "reg", "inf", "scf"),
        *("sh", "bash", "command", "py", "pyw", "pl", "rb", "php", "jar", "jnlp", "class", "app", "dmg", "pkg"),
        *("apk", "apks", "xapk", "aab", "ipa", "deb", "rpm", "appimage", "run", "bin", "desktop", "lnk", "url"),
        *("iso", "img", "vhd", "vhdx", "html", "htm", "xhtml", "mht", "mhtml", "svg", "chm", "website", "search-ms"),
        *("docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm", "sldm", "one", "xll", "library-ms"),
    }
)


def plain(name: str) -> str:
    """The name without characters that nobody sees, such as those that turn the direction of writing."""
    return "".join(c for c in name if c in _JOINERS or unicodedata.category(c) not in _UNSEEN).strip()


def is_program(name: str) -> bool:
    """Whether a file of that name runs something on the device of whoever opens it; False for one without a name.

    Dots and spaces at the end do not count: Windows leaves them out.
    """
    _, dot, ending = plain(name).rstrip(". ").rpartition(".")
    return bool(dot) and ending.casefold().strip() in _RUN
