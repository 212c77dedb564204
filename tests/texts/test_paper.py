"""What is printed is said in each language of paper, and to a pupil as to a pupil."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.texts import paper
from bot.texts.languages import sources

FOLDER = Path(paper.__file__).parent
_DATED: dict[str, str | int] = {"dated": "yes", "until": "11/12", "from": "both", "age": 15}
FACTS: dict[str, str | int] = {"count": 2, "names": "A, B", "known": "yes", "contact": "Mme Petit", **_DATED}


@pytest.mark.parametrize("code", paper.LANGUAGES)
def test_each_language_says_all_that_french_says(code: str) -> None:
    assert sources(FOLDER / code).keys() == sources(FOLDER / "fr").keys()
    assert sources(FOLDER / f"{code}-tu").keys() <= sources(FOLDER / "fr").keys()
    for key in sources(FOLDER / "fr"):
        for pupil in (False, True):
            said = paper.language(code, pupil=pupil).say(key, FACTS)
            assert said
            assert "{" not in said


@pytest.mark.parametrize("code", [code for code in paper.LANGUAGES if code != "en"])
def test_what_speaks_to_somebody_speaks_otherwise_to_a_pupil(code: str) -> None:
    grown, pupil = (paper.language(code, pupil=young) for young in (False, True))
    alone = FACTS | {"known": "no"}
    speaking = [key for key in sources(FOLDER / "fr-tu") if "step-3" not in key and "step-2" not in key]
    assert not [key for key in speaking if grown.say(key, alone) == pupil.say(key, alone)]


def test_paper_has_no_other_folders() -> None:
    expected = {f"{code}{register}" for code in paper.LANGUAGES for register in ("", "-tu")}
    assert {path.name for path in FOLDER.iterdir() if any(path.glob("*.ftl"))} == expected
