"""Whether an account holds: made again from its inputs and compared whole, or its words held against what they cite.

By this version an account is made anew from the reports, judgements and options that it names, and each difference is a
breach. What another version made cannot be made again: of such an account every field is checked as what it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline import contract, flow
from dateline.engines import HERE, Engine
from dateline.errors import InputError
from dateline.proof import again, shape, words
from dateline.proof.breach import Breach
from dateline.records.account import Account
from dateline.records.report import Failure, Report
from dateline.tell.faith import Checker

__all__ = ["Breach", "Checker", "Verified", "is_again", "verified", "verify"]

Json = contract.Json


@dataclasses.dataclass(frozen=True, slots=True)
class Verified:
    """What was found of an account: its breaches, and whether it was made again or its words alone were checked."""

    breaches: tuple[Breach, ...]
    again: bool


def verify(
    made: Account, *inputs: str | Path, only_words: bool = False, checker: Checker | None = None
) -> tuple[Breach, ...]:
    """Hold an account against its inputs: where it says what they do not hold, and why. Empty when it holds.

    With `only_words` it need not be the account that this version makes: each field is checked as what it is, and the words of
    every line. A `checker` (a model of entailment, say) is asked of each line too; Dateline ships none.
    """
    found, failed = flow.gather(inputs)
    held = verified(contract.account(made), found, failed, only_words=only_words)
    if held.breaches or checker is None:
        return held.breaches
    return tuple(words.unconvinced(made, checker))


def verified(
    value: Json,
    found: Sequence[Report],
    failed: Sequence[Failure] = (),
    engine: Engine = HERE,
    *,
    only_words: bool = False,
) -> Verified:
    """`verify` of an account's JSON value, with the inputs already read."""
    broken = tuple(shape.breaches(value))
    if broken:
        return Verified(broken, again=False)
    try:
        made = contract.load(Account, value)
    except InputError as error:
        return Verified((Breach("account", str(error)),), again=False)
    reports = again.under_their_ids(made, flow.dated(found, made.judgements))
    if changed := (*_inputs(made, reports), *words.cites(made, reports)):
        return Verified(changed, again=False)
    if is_again(made) and not only_words:
        return Verified(tuple(again.differences(value, made, reports, failed, engine)), again=True)
    return Verified(tuple(words.breaches(value, made, reports, failed, engine)), again=False)


def is_again(made: Account) -> bool:
    """Whether this version can make the account again."""
    return made.dateline == flow.VERSION


def _inputs(made: Account, reports: Sequence[Report]) -> Iterator[Breach]:
    """Inputs that are not given, are others than the account was made from, or are given and not in the account."""
    have = {report.id: report for report in reports}
    for source in made.inputs:
        if source.id not in have:
            yield Breach(f"inputs[{source.id}]", "is not among the inputs given")
        elif have[source.id].sha256 != source.sha256:
            yield Breach(f"inputs[{source.id}]", "is not what the account was made from (another SHA-256)")
    listed = {source.id for source in made.inputs}
    for kept in made.reports:
        if kept.id not in listed:
            yield Breach(f"reports[{kept.id}]", "no input vouches for it: its id is not in `inputs`")
    for report in again.known(made, reports):
        if report.id not in listed:
            yield Breach(f"inputs[{report.id}]", "is among the inputs given, and the account leaves it out")
