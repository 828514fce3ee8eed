from __future__ import annotations

from consultation.matching import Text
from consultation.matching.glossary import Glossary
from consultation.matching.shared import Shared, shared

PIPES = "We call on national governments to repair leaking water pipes in all cities by 2030."
PIPES_AGAIN = "By 2030, leaking water-pipes in every city should be repaired by national governments and regions."
PIPES_FR = "Nous demandons aux gouvernements nationaux de réparer d'ici 2030 les conduites d'eau qui fuient."


def compared(*texts: str, language: str = "") -> tuple[Shared, list[list[list[str]]], list[list[str]]]:
    """Return the answer, the words of each idea by text, and the words that each text has alone."""
    found = shared([Text(number, words, language) for number, words in enumerate(texts)], Glossary.ours())
    ideas = [
        [[texts[at][start:end] for start, end in spans] for at, spans in enumerate(idea.spans)] for idea in found.ideas
    ]
    return found, ideas, [[texts[at][start:end] for start, end in spans] for at, spans in enumerate(found.alone)]


def test_ideas_are_numbered_in_the_order_of_the_first_text_and_found_in_every_language():
    found, ideas, _ = compared(PIPES, PIPES_AGAIN, PIPES_FR)
    assert [idea.number for idea in found.ideas] == list(range(1, len(found.ideas) + 1))
    assert ideas[0] == [["national governments"], ["national governments"], ["gouvernements nationaux"]]
    assert [["repair"], ["repaired"], ["réparer"]] in ideas
    assert [["2030"], ["2030"], ["2030"]] in ideas


def test_only_what_no_other_text_has_stands_alone():
    _, _, alone = compared(PIPES, PIPES_AGAIN, PIPES_FR)
    assert alone == [[], ["regions"], []]


def test_places_are_those_of_the_text_as_it_was_written():
    _, ideas, alone = compared("Straße ½ Gärten für alle Pflegekräfte", "Gärten der Pflegekräfte", language="de")
    assert [["Pflegekräfte"], ["Pflegekräfte"]] in ideas
    assert any("Straße" in word for word in alone[0])


def test_what_stands_side_by_side_in_every_text_is_one_idea():
    _, ideas, _ = compared("Reopen the velodrome cafeteria", "The velodrome cafeteria needs paint")
    assert [["velodrome cafeteria"], ["velodrome cafeteria"]] in ideas


def test_chinese_texts_share_runs_of_characters():
    _, ideas, alone = compared("禁止在湿地保护区内建设房地产项目。", "湿地保护区内，房地产项目的规划应予禁止。")
    assert any("湿地" in idea[0][0] and "湿地" in idea[1][0] for idea in ideas)
    assert any("规划" in word for word in alone[1])


def test_one_text_shares_nothing():
    found, _, alone = compared(PIPES)
    assert found.ideas == ()
    assert "pipes" in " ".join(alone[0])
