"""Decision lists: rules in an order, each with an example for its name; the first that holds decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

Answer = TypeVar("Answer", covariant=True)
Case = TypeVar("Case")
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case, Said]):
    """One rule: words it is there for, when it holds of a case, and what it makes of it."""

    example: str
    when: Callable[[Case], object]
    then: Callable[[Case], Said]


def decide(rules: Sequence[Rule[Case, Said]], case: Case) -> Said:
    """What the first rule that holds makes of a case; the last rule of a list holds of every case."""
    for rule in rules[:-1]:
        if rule.when(case):
            return rule.then(case)
    return rules[-1].then(case)


class asked_once(Generic[Answer]):  # noqa: N801 - a decorator
    """A property that is worked out when first asked for; functools' takes a lock for that, which here costs as much."""

    def __init__(self, question: Callable[[Any], Answer]) -> None:
        self._question = question
        self._name = question.__name__
        self.__doc__ = question.__doc__

    @overload
    def __get__(self, case: None, owner: type) -> asked_once[Answer]: ...
    @overload
    def __get__(self, case: object, owner: type) -> Answer: ...
    def __get__(self, case: object | None, owner: type) -> asked_once[Answer] | Answer:
        if case is None:
            return self
        answer = case.__dict__[self._name] = self._question(case)
        return answer


def always(_: object) -> bool:
    """Of every case: when the last rule holds."""
    return True


def nothing(_: object) -> None:
    """Nothing is said."""
