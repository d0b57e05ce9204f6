"""Every rule about lines and phrases finds its published example, and no rule comes too early."""

import pytest

from analysis.codebook.decorations import decoration_of, decorations
from analysis.codebook.furniture import furniture, furniture_of
from analysis.codebook.headings import headings, states_a_fact
from analysis.codebook.identity import identity
from analysis.codebook.signatures import signature_of, signatures
from analysis.codebook.titles import is_attached, table_title_match, title_match, titles


def words(line):
    return "".join(line.split())


@pytest.mark.parametrize("rule", furniture(), ids=lambda rule: rule.example)
def test_furniture(rule):
    assert furniture_of(rule.example) == rule


@pytest.mark.parametrize("rule", decorations(), ids=lambda rule: rule.label)
def test_decorations(rule):
    assert {decoration_of(name) for name in rule.examples} == {rule}


@pytest.mark.parametrize(
    "name",
    [
        "/module/download/W020180131.png", "微信图片_20180131.png", "依申请公开情况.jpg", "/file/2018/1.jpg",
        "规范性文件备案情况.jpg", "安徽省统计表.png", "/online/headline/photo.jpg", "MsoHeader", "image001.png",
    ],
)  # fmt: skip
def test_names_of_pictures_that_are_no_decoration(name):
    assert decoration_of(name) is None


@pytest.mark.parametrize("rule", signatures(), ids=lambda rule: rule.example)
def test_signatures(rule):
    assert signature_of(words(rule.example)) == rule.label


@pytest.mark.parametrize("name", headings().topics)
def test_topics(name):
    topic = headings().topics[name]
    assert any(word in topic.example for word in topic.words)
    assert topic.example.endswith(headings().endings)


@pytest.mark.parametrize("statement", headings().statements, ids=lambda s: s.example)
def test_statements(statement):
    assert statement.pattern.search(statement.example)


@pytest.mark.parametrize("phrase", identity().bearers + identity().period, ids=lambda p: p.example)
def test_phrases(phrase):
    assert phrase.pattern.search(words(phrase.example))


@pytest.mark.parametrize("title", titles().title.examples)
def test_titles(title):
    assert title_match(title)


@pytest.mark.parametrize("title", titles().table.examples)
def test_titles_of_tables(title):
    assert table_title_match(title) and not title_match(title)


@pytest.mark.parametrize("rest", titles().attached.examples)
def test_names_of_attachments(rest):
    assert is_attached(f"新乡2016{rest}", "新乡2016")


@pytest.mark.parametrize("piece", titles().piece.examples)
def test_pieces_of_titles(piece):
    assert titles().piece.pattern.search(piece)


@pytest.mark.parametrize("opening", titles().opening, ids=lambda o: o.example)
def test_openings(opening):
    assert opening.pattern.search(opening.example)


def test_headings_of_the_published_reports_state_nothing():
    assert not any(states_a_fact(topic.example) for topic in headings().topics.values())
