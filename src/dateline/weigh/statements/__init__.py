"""Who said what: one statement a quote, which of them are one across reports, and what a denial answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.records.findings import Saying, Statement
from dateline.records.report import Report
from dateline.weigh.index import Index
from dateline.weigh.statements.denials import answers
from dateline.weigh.statements.sayings import same_as, sayings
from dateline.weigh.statements.voices import clusters, voices

__all__ = ["statements"]


def statements(index: Index, reports: Iterable[Report]) -> tuple[tuple[Statement, ...], tuple[Saying, ...]]:
    """The statements of a story's reports, in order of report and place; and as sayings, each statement in one of them.

    `reports` are the story's with those that are copies to the letter, whose statements are told once. What a statement
    is the same as follows from the saying that it is in.
    """
    heard = voices(index)
    put_together = sayings(([voice.statement for voice in cluster] for cluster in clusters(heard)), reports)
    saying_of = {version.statement: saying for saying in put_together for version in saying.versions}
    denied = answers(heard)
    said = (voice.statement for voice in heard)
    every = (replace(one, same_as=same_as(saying_of[one.id], one), denies=denied.get(one.id, ())) for one in said)
    return tuple(every), put_together
