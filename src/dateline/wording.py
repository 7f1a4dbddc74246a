"""Reasons in words: the one place where what grouping found is said in a sentence, for JSON, page and terminal alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dateline.records.reasons import Argument, Reason, ReasonKind

NAMED = 8  # outlets in a sentence, where there are more than one further
# What a text is that no reporter wrote, with its article.
PAPERS = {
    "court-paper": "a court paper",
    "press-statement": "a press statement",
    "transcript": "an interview or transcript",
}


def sentence(reason: Reason) -> str:
    """A reason as one sentence."""
    words = _SENTENCES[reason.kind]
    return words.format(*reason.args) if isinstance(words, str) else words(*reason.args)


def sentences(reasons: Iterable[Reason]) -> str:
    """Reasons as running text.

    >>> sentences((Reason("later-take"),))
    'The first is a later take of the same outlet.'
    """
    return " ".join(map(sentence, reasons))


def _listed(several: Argument) -> str:
    return ", ".join(several) if isinstance(several, tuple) else str(several)


def _of(several: Argument) -> int:
    return len(several) if isinstance(several, tuple) else 1


def _aligned(pairs: Argument, here: Argument, there: Argument, names: Argument) -> str:
    return (
        f"{pairs} sentences of the one follow, in the same order, sentences of the other ({here} and {there} in all) "
        f"in other words, with the same numbers and names: {_listed(names)}."
    )


def _judged_copy(otherwise: Argument) -> str:
    """`otherwise` is the kind of the edge that there would be, empty for none."""
    said = {"": "nothing", "copy": "a copy"}.get(str(otherwise), otherwise)
    return f"A person judged that the first is a copy of the second; by their words they would be {said}."


def _all_credit(reports: Argument, agency: Argument) -> str:
    return f"{'Both' if reports == 2 else f'All {reports}'} reports credit their words to {agency}."


def _hide(outlets: Argument) -> str:
    names = tuple(dict.fromkeys(outlets)) if isinstance(outlets, tuple) else (str(outlets),)
    rest = len(names) - NAMED
    named = f"{_listed(names[:NAMED])} and {rest} others" if rest > 1 else _listed(names)
    return f"{named} {'does' if len(names) == 1 else 'do'} not name it; the words are those of reports that do."


def _begins_after(days: Argument) -> str:
    return f"It begins {days} day{'' if days == 1 else 's'} after the other’s last report."


def _shared(names: Argument, words: Argument) -> str:
    shared = [
        f"{what}{'s' if _of(several) > 1 else ''} {_listed(several)}"
        for what, several in (("name", names), ("word", words))
        if _of(several)
    ]
    return f"Both have the {' and the '.join(shared)}."


# The sentence of each kind, its arguments by number; where it bends with them, a function of them.
_SENTENCES: Mapping[ReasonKind, str | Callable[..., str]] = {
    "same-quotation": "Both quote the same {0} words in a row; what they tell themselves differs.",
    "common-sentences": (
        "Of the sentences of the first {0} of {1} stand in the second, of the second {2} of {3} in the first; "
        "the longest common passage has {4} words."
    ),
    "aligned-sentences": _aligned,
    "judged-copy": _judged_copy,
    "direction-unknown": "Nothing in them says which took it from which.",
    "credits": "The first credits {0}, which published the second.",
    "address-at": "The first gives as its own address a page of {0}, which published the second: {1}.",
    "address-of": "The first gives the second's address as its own: {0}.",
    "links-to": "The first links to the second.",
    "gives-address": "The first gives the second's address: {0}.",
    "names-as-source": "The first names {0}, which published the second, as its source: “{1}”.",
    "named-beside": "The first names {0} beside the common words, and the second is theirs.",
    "later-take": "The first is a later take of the same outlet.",
    "damaged": "The first bears the damage of machine rewriting, the second none.",
    "names-transcript": "The first names {0}, and the second is its transcript.",
    "own-transcript": "The second is the same outlet's transcript of what the first quotes.",
    "has-grown": "Both are of one outlet; the first has all that the second tells, and more.",
    "published-later": "The first was published {0} hours after the second, and neither credits an agency.",
    "is-dispatch": "The second is the dispatch of {0} itself.",
    "agency-report": "The report of {0} itself.",
    "credits-agency": "It credits its words to {0}.",
    "all-credit-agency": _all_credit,
    "some-credit-agency": "{0} of {1} reports credit their words to {2}.",
    "hide-agency": _hide,
    "paper": lambda paper: f"Its text is {PAPERS[paper]}.",
    "own-reporting": "The reporting of {0} itself.",
    "contributed-to": "It names no outlet; {0} only contributed to it.",
    "names-nobody": "It names neither an outlet nor an agency.",
    "shared-text": "Its {0} reports share their text, and none says whose it is.",
    "begins-after": _begins_after,
    "begins-within": lambda names: f"It begins while the other still runs, with names of its own: {_listed(names)}.",
    "no-shared-name": "No particular name is shared.",
    "roles-swapped": "The same names have each other’s parts in the two headlines.",
    "shared-names-and-words": _shared,
    "left": "Since the last run {0} of its reports left {1}, which goes on without them.",
    "merged": "Since the last run {0} was merged into it: new reports, or a decision, tie the two.",
    "judged-one-story": "A person judged that {0} and {1} are one story; by their words they would be two.",
    "judged-two-stories": "A person judged that {0} and {1} are two stories; by their words they would be one.",
    "judged-one-person": "A person judged that {0} and {1} are one person; by their names they would be two.",
    "judged-two-people": "A person judged that {0} and {1} are two people; by their names they would be one.",
    "worded": "{0}",
}
