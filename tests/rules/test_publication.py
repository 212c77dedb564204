"""A publication is shown as plain text, whatever its markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workflows.rules.reports.publication import cleaned


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Bonjour</p><p>à tous</p>", "Bonjour\nà tous"),
        ("Une ligne<br>une autre<br/>et encore", "Une ligne\nune autre\net encore"),
        ("<ul><li>un</li><li>deux</li></ul>", "un\ndeux"),
        ("L&rsquo;&eacute;cole &amp; moi &lt;3 &#128512;", "L’école & moi <3 😀"),
        ("<a href='https://exemple.fr'>un <b>lien</b></a>", "un lien"),
        ("<script>alert(1)</script>vu<style>p{}</style>", "vu"),
        ("<img src='x'> <video></video>", "🖼️ 🎬"),
        ("sans   \n balise\t ici", "sans balise ici"),
        ("<p>mal <b>fermé", "mal fermé"),
        ("1 < 2 et 3 > 2", "1 < 2 et 3 > 2"),
        ("", ""),
        ("<svg><text>dit <tspan>là</tspan></text></svg> et <math><mi>x</mi></math>", "dit là et x"),
        ("<svg><foreignObject><p>caché</p></foreignObject></svg>", "caché"),
        ("<svg><text><![CDATA[caché]]></text></svg>", "caché"),
        ("<!-- remarque -->vu<![CDATA[x]]>", "vu"),
        (f"<p><img src='data:image/png;base64,{'A' * 60_000}'></p><p>après la photo</p>", "🖼️\naprès la photo"),
        ("moitié \ud800 et \0 rien", "moitié et rien"),
        (
            "<div ng-if='a > b'><p>&nbsp;Cher&nbsp;journal,</p><ol><li>lundi</li><li>mardi</li></ol></div>",
            "Cher journal,\nlundi\nmardi",
        ),
        (f"{'<div>' * 3000}au fond", "au fond"),
        ("avant<iframe src='https://exemple.fr/film'></iframe><p>après", "avant 🎬\naprès"),
        ("&amp;lt;b&amp;gt; n’est pas une balise", "&lt;b&gt; n’est pas une balise"),
    ],
)
def test_markup_is_read_and_left_out(html: str, text: str) -> None:
    assert cleaned(html) == text


@given(st.text(alphabet="<>/!-&;# abp\"'\n=", max_size=300))
def test_broken_markup_breaks_nothing(html: str) -> None:
    assert "\n\n" not in cleaned(html)


def test_a_publication_without_end_is_cut() -> None:
    assert len(cleaned("<p>mot </p>" * 100_000)) <= 4000


def test_what_stands_in_a_frame_is_text_whatever_it_looks_like() -> None:
    assert cleaned('<iframe src="x"></ifxame><script>a</script>') == "🎬 </span><script>a</script>"
