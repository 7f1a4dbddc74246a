"""The parse is what spaCy's own way gives, sentence by sentence."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from dateline import language
from dateline.language.english import model
from dateline.mark import embedded, pipeline

SENTENCES = [
    "The ferry Anna sank off Rask on 3 March, said Tom Ellin of the harbour board.",
    "“We can’t pay for 300 crossings,” he said; “let's see what they're gonna do.”",
    "I told her that it was not us, and you've got to believe me.",
    "She's been there since 2019 – y'all know that – and hasn't left.",
    "Ain't nothin' doin', c'mon!",
    "There are 1,200 people at Vael General Hospital, which was built in the 1970s.",
    "Doing it once, the board had done what boards do.",
    "He  sold   it to Norrland Shipping Co. for $4.5 million last Tuesday.",
    "Rask",
    "Who did?, asked the minister's aide, but that was all but over.",
]


def made(docs: list[Doc]) -> list[list[tuple[object, ...]]]:
    """All that is asked of a parse."""
    return [
        [(w.text, w.tag_, w.pos_, str(w.morph), w.lemma_, w.dep_, w.head.i, w.ent_type_, w.ent_iob_) for w in doc]
        for doc in docs
    ]


@pytest.mark.parametrize("times", [1, 2])
def test_a_parse_is_that_of_the_pipeline_itself_also_where_rules_are_remembered(times: int) -> None:
    load = language.of("en").pipeline
    assert load is not None
    parser = load()
    docs = [parser.make_doc(text) for text in SENTENCES * times]
    pipeline.run(parser, docs)
    plain = list(model.english.__wrapped__().pipe(SENTENCES * times))  # one that remembers nothing
    assert made(docs) == made(plain)
    assert all(np.array_equal(doc.tensor, other.tensor) for doc, other in zip(docs, plain, strict=True))


def test_words_that_are_forgotten_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = model.english.__wrapped__()
    whole, one_by_one = ([parser.make_doc(text) for text in SENTENCES] for _ in range(2))
    pipeline.run(parser, whole)
    monkeypatch.setattr(embedded, "MOST", 5)
    monkeypatch.setattr(pipeline, "MOST", 5)
    for doc in one_by_one:
        pipeline.run(parser, [doc])
    assert made(one_by_one) == made(whole)
    assert all(np.array_equal(doc.tensor, other.tensor) for doc, other in zip(one_by_one, whole, strict=True))


def test_a_lemma_is_asked_for_once_for_each_word_and_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = model.english.__wrapped__()
    asked: list[str] = []
    lemmatizer = parser.get_pipe("lemmatizer")
    real = lemmatizer.lemmatize
    monkeypatch.setattr(lemmatizer, "lemmatize", lambda word: asked.append(word.text) or real(word))
    for _ in range(2):
        pipeline.run(parser, [parser.make_doc("Ida Marsh sold the Falk, and Olm sold the Sund.")])
    assert asked and asked.count("sold") == 1 and asked.count("Marsh") == 1


def test_nothing_is_no_sentence() -> None:
    load = language.of("en").pipeline
    assert load is not None
    parser = load()
    pipeline.run(parser, [parser.make_doc("")])
    pipeline.run(parser, [])


def test_documents_are_parsed_together_by_number_and_by_words() -> None:
    words = [10] * 40 + [1_000] * 9 + [9_000]
    parts = list(pipeline._together([range(length) for length in words]))  # type: ignore[misc]  # whatever has a length
    assert all(len(part) <= pipeline.TOGETHER for part in parts)
    assert all(len(part) == 1 or len(part) * max(map(len, part)) <= pipeline.WORDS for part in parts)
    assert [len(doc) for part in parts for doc in part] == words
