"""English amounts: `about 2,000ft`, `four and a half months`, `at least $30 million`, `more than 60 people`, `32-year-old`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import numbers
from dateline.language.english.words import common_words, function_words
from dateline.language.measures import Measure
from dateline.records.findings import Bound

_FAR = 1000.0  # metres in a unit by which it is told how far off a place is
_YEARS = range(1500, 2101)
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("min", r"at least|more than|over|upwards? of|in excess of|no fewer than|no less than|exceeding|above"),
    ("max", r"at most|less than|fewer than|under|up to|as (?:many|much|high) as|no more than|below"),
    ("about", r"about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|or so"),
)
# Participles and nouns that count people by what became of them, and nouns for people in general, or for those who serve
# together; others are roles.
_PEOPLE = frozenset(
    """
    people person man men woman women child children killed dead died death injured wounded hurt missing arrested detained
    rescued casualty fatality victim other crew personnel staff troop police guest villager twin shopper commuter fan
    spectator marcher protester civilian bystander worshipper customer climber baby teenager diner boy girl adult infant
    toddler voter builder motorist onlooker reveller
    """.split()  # noqa: SIM905 (as a list it would take a page)
)
# What became of people who are counted: `How many were …?`
_FATES = frozenset(
    """
    killed dead injured wounded hurt missing arrested detained rescued saved evacuated displaced trapped infected charged
    convicted sentenced freed released expelled dismissed hospitalised hospitalized treated
    """.split()  # noqa: SIM905 (as a list it would take a page)
)
# These, and those who are called by their fate, are people that one counts.
_ANYBODY = frozenset(("person", "casualtie", "fatalitie", "victim"))
_ASKED = {
    "length": "How far was it", "depth": "How deep was it",
    "duration": "How long was it", "date": "When was it", "cause": "Why was it",
    "strength": "How strong was it", "weight": "How much was it", "area": "How much was it", "speed": "How fast was it",
    "%": "How much was it", "$": "How much was it", "£": "How much was it", "€": "How much was it",
    "place": "Where was it", "actor": "Who was it",
}  # fmt: skip
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}  # of sums of money: `€2m`, `11m euros`
_NO_NOUN = frozenset(
    """
    percent per cent am pm oclock times time year-old and or to of in on at by for from with the a an its his her than
    more less other others them us those is are was were has have had point points hundred thousand million billion
    trillion january february march april may june july august september october november december
    """.split()  # noqa: SIM905 (as a list it would take a page)
)
# How a toll stands, how it comes to be so, and who says it.
_RISES = (
    "rose|rises|risen|rising|climbed|climbs|climbing|jumped|increased|mounted|grew|grown|went up|gone up|stood|stands|standing"
    "|put|revised|raised|lowered|fell|dropped"
)
_PUTS = "put|puts|putting|raised|raises|revised|lowered"
_NEXT = re.compile(r"[\s-]([a-zA-Z]+)\b")  # the word behind
_FAR_HEAD = 32  # code points from the first word behind a number to the noun that it counts
_HEADED = re.compile(r"(?:[\s-][a-zA-Z’']+)+")  # the rest of a phrase behind the first noun of what is counted
_FARTHEST = 48  # code points between an age and the name of whose it is


def measures(text: str, within: Span) -> Iterator[Measure]:
    """By digits or number words, then a unit of the table, a currency, `per cent`, or a noun; or what a toll or a scale is."""
    return iter(_measures(text, within))


@lru_cache(maxsize=2**12)  # of a sentence they are asked for its events and for its claims
def _measures(text: str, within: Span) -> tuple[Measure, ...]:
    named = [*_tolls(text, within), *_strengths(text, within)]
    amounts = (one for one in _amounts(text, within) if not any(one.span.overlaps(other.span) for other in named))
    return (*amounts, *named)


def _strengths(text: str, within: Span) -> Iterator[Measure]:
    """`a magnitude of 5.9`, `5.9 on the Richter scale`: a number without a unit, by the scale that it is read off."""
    for match in _strength().finditer(text, within.start, within.end):
        low, high = _number(match["number"] or match["behind"]), _number(match["to"]) if match["to"] else None
        if low is not None:
            top = max(low, high or low)
            yield Measure(low, top, _bound(match["bound"]), "strength", "magnitude", False, Span(*match.span()))


def _tolls(text: str, within: Span) -> Iterator[Measure]:
    """`the death toll rose to 61`: people, whatever verb tells of them, and whether `people` stands there or not."""
    for match in _toll().finditer(text, within.start, within.end):
        number = _number(match["number"])
        if number is not None:
            bound = _bound(match["bound"]) or ("min" if match["above"] else None)
            yield Measure(
                number, number, bound, "people", "people", True, Span(*match.span("all")), Span(*match.span("toll"))
            )


def _amounts(text: str, within: Span) -> Iterator[Measure]:
    for match in _pattern().finditer(text, within.start, within.end):
        low, high = _number(match["number"]), _number(match["to"]) if match["to"] else None
        head = _head(text, within, match)
        found = _of(match, head.of(text) if head else "")
        if low is None or found is None:
            continue
        of, unit, factor = found
        exact = unit == of and of != "%"
        if of == "length" and (_whither().match(text, match.end("all")) or (factor >= _FAR and _whence(text, match))):
            continue  # where something is, not how far it went
        if of == "duration" and _reckons().match(text, match.end("all")):
            continue  # when it was, not how long
        scale = _scale(match["to"]) if high is not None else 1.0
        low *= factor * (scale if low < scale else 1.0)
        top = high * factor if high is not None else low
        if exact and not match["sign"] and (low <= 1 or (low in _YEARS and "," not in match["number"])):
            continue
        last = next(group for group in ("to", "short", "number") if match[group])
        end = match.end(last) if match["sign"] else max(match.end("all"), head.end if head else 0)
        span = Span(match.start("all"), end)
        fate = head if of in _FATES else None
        of = "people" if fate or of in _ANYBODY else "depth" if of == "length" and _is_depth(text, span) else of
        yield Measure(low, max(low, top), _bound(match["bound"]), of, unit, exact, span, fate)


def counted(text: str, measure: Measure, phrase: Span) -> Measure:
    """English phrases end with their head; what a toll counts, and people (`five hurt men`, `ten crew members`), stay so."""
    more = text[measure.span.end : phrase.end]
    if (
        not measure.exact
        or not measure.of.isalpha()
        or measure.toll
        or is_people(measure.of)
        or not phrase.holds(measure.span)
        or not _HEADED.fullmatch(more)
    ):
        return measure
    noun = more.split()[-1].casefold().removesuffix("s")
    if len(noun) < len("man") or noun in _NO_NOUN:
        return measure
    of = "people" if noun in _ANYBODY else noun
    return replace(measure, of=of, unit=of, span=Span(measure.span.start, phrase.end))


def _scale(words: str) -> float:
    """What the million of `5-6 million` makes of the five."""
    return numbers.scales().get(re.split(r"[\s-]+", words.casefold())[-1], 1.0)


def bare(text: str, within: Span) -> Iterator[float]:
    """Every number of the pattern, by itself."""
    for match in _pattern().finditer(text, within.start, within.end):
        for words in (match["number"], match["to"]):
            value = _number(words) if words else None
            if value is not None:
                yield value


def befallen(text: str, part: Span, lemma: str) -> Measure | None:
    """`80`, `the 80`, `at least 50`, `other 70`, `600 others`; more of them (`another 20`) are no number of all."""
    match = _alone().match(text, part.start) if lemma in _fates() else None
    number = _number(match["number"]) if match else None
    if match is None or number is None or match.end() < part.end:  # `around 1, 400`: the phrase may end too early
        return None
    return Measure(number, number, _bound(match["bound"]), "people", "people", True, Span(*match.span()))


def ages(text: str, within: Span) -> Iterator[tuple[Measure, Span]]:
    """`Rob Holm, 32,`, `the 32-year-old climber Rob Holm`, `Rob Holm, aged 32`."""
    for match in _age().finditer(text, within.start, within.end):
        given = next(group for group in ("before", "words", "after", "aged") if match[group])
        years = float(match[given]) if match[given].isdigit() else _number(match[given])
        span = Span(*match.span(given))
        if years is None:
            continue
        if given in ("before", "words"):
            beside = Span(match.end(), min(within.end, match.end() + _FARTHEST))
        else:
            beside = Span(max(within.start, match.start() - _FARTHEST), match.start())
        yield Measure(years, years, None, "age", "year", True, span), beside


def is_people(of: str) -> bool:
    """By what became of them, or by a role (`passenger`); `of` has lost its `s`."""
    word = of[:-2] + "y" if of.endswith("ie") else of
    return word in _PEOPLE or word in tables.words("roles") or word.endswith(("men", "women"))


def is_once(kind: str) -> bool:
    """To be born and to die."""
    return kind in ("bear", "born", "die")


def asks(of: str, about: str, answers: Sequence[str]) -> str:
    """`How many were rescued: fourteen, or seventeen?`; where no verb is sure to fit, what it is about in brackets."""
    first, *rest = map(numbers.inside, answers)
    which = f"{first}{''.join(f', or {text}' for text in rest)}"
    if of == "status":
        return f"Did it happen ({about})?"
    if of == "name":
        return f"Which spelling is right: {which}?"
    if of in ("words", "speaker"):
        return f"Which words of {about} are right: {which}?" if of == "words" else f"Who said “{about}”: {which}?"
    *before, last = about.split(", ")
    last = "killed" if last.casefold() in ("death", "deaths", "death toll", "toll") else last
    if of == "age":
        return f"How old is {about}: {which}?"
    if of not in _ASKED and last.casefold() in _FATES:
        who = ", ".join(words for words in before if words.casefold() != of)
        return f"How many were {last.casefold()}{f' ({who})' if who else ''}: {which}?"
    return f"{_ASKED.get(of.rstrip('/'), 'How many were there')} ({about}): {which}?"


def _head(text: str, within: Span, match: re.Match[str]) -> Span | None:
    """The noun that is counted: of several words the first plural (`235,000 public comments`); none where a name follows."""
    if not match["noun"]:
        return None
    noun = Span(*match.span("noun"))
    word = match["noun"].casefold()
    if match["sign"] or match["share"] or word in _units() or word.removesuffix("s") in _units():
        return noun
    if word in function_words():
        return None
    titled = _is_titled(text, within)
    end, named = noun.start - 1, False
    while (more := _NEXT.match(text, end, within.end)) and not _ends(more[1].casefold()):
        is_name = more[1][0].isupper() and not titled
        end, named = more.end(), named or is_name
        if _is_many(more[1].casefold()) and not is_name and not text.startswith("-", end):
            return Span(*more.span(1)) if more.start(1) - noun.start <= _FAR_HEAD else None
    return None if named or word in common_words() else noun


def _ends(word: str) -> bool:
    """Whether a phrase with a number in it goes no further than to this word."""
    return word in function_words() or word in numbers.cardinals()


def _is_many(noun: str) -> bool:
    """Whether it is a plural, or counts people as it stands."""
    return noun in _PEOPLE or noun in _FATES or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


@lru_cache(maxsize=2**10)
def _is_titled(text: str, within: Span) -> bool:
    """Whether a sentence is written as headlines are, in which every word has a capital."""
    words = [match[0] for match in re.finditer(r"[A-Za-z]{4,}", text[within.start : within.end])]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _of(match: re.Match[str], noun: str) -> tuple[str, str, float] | None:
    """The dimension or what is counted, the unit, and the factor."""
    scale = _SHORT.get((match["short"] or "").strip().casefold(), 1.0)
    if match["sign"]:
        sign = match["sign"] + ("/" if match["rate"] is not None else "")  # so much a year is no price
        return sign, sign, scale
    if match["share"]:
        return "%", "%", 1.0
    word = noun.casefold()
    for form in (word, word.removesuffix("s")):
        if form in _units():
            of, factor = _units()[form]
            unit = form if of.isalpha() else of  # a currency is its own
            return None if match["old"] else (of, unit, factor * scale)
    if len(word) < 3 or word in _NO_NOUN or word.endswith("ing"):
        return None
    noun = word.removesuffix("s")
    return noun, noun, 1.0


def _bound(words: str | None) -> Bound | None:
    said = " ".join((words or "").casefold().split())
    return next((bound for bound, pattern in _BOUNDS if said and re.fullmatch(pattern, said)), None)


def _number(words: str) -> float | None:
    """A number in figures, words or both, with `and a half`, `1/2` or `½`."""
    plain = re.sub(r"(?<=\d),\s?(?=\d{3})|(?<=\d\.)\s(?=\d)", "", words.casefold())
    halved = re.sub(r"\s+and\s+a\s+half\b|(?<=\d)[\s-]?(?:1/2|½)$", "", plain)
    value = numbers.value(re.sub(r"^an?\s+", "", halved).strip())
    return None if value is None else value + (0.5 if halved != plain else 0.0)


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    return {row["word"]: (row["of"], float(row["factor"])) for row in tables.table("measure_units")}


@cache
def _words() -> str:
    return "|".join(sorted((*numbers.cardinals(), *numbers.scales()), key=lambda word: (-len(word), word)))


@cache
def _figure() -> str:
    """A number in figures or words, as a pattern."""
    figure, words = r"\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d{1,3}\.\s\d{1,2}(?!\d)|\d+(?:\.\d+)?", _words()
    one = rf"(?:{figure}|\b(?:{words})\b)"
    more = rf"(?:(?:\s?-\s?|\s|\sand\s)(?:{words})\b)*"
    return rf"(?:\ba\s+(?=dozen|hundred|thousand|million))?{one}{more}(?:\s+and\s+a\s+half\b|[\s-]?(?:1/2|½)(?!\d))?"


@cache
def _fates() -> frozenset[str]:
    """The verbs of what becomes of people."""
    return frozenset(
        form for word in (*_FATES, "die") for form in (word, word.removesuffix("d"), word.removesuffix("ed"))
    )


@cache
def _alone() -> re.Pattern[str]:
    """A number that is all of a phrase."""
    bounds = "|".join(pattern for _, pattern in _BOUNDS)
    return re.compile(
        rf"(?:the |other |all )?(?:(?P<bound>{bounds})\s)?(?P<number>{_figure()})(?:\sothers)?", re.IGNORECASE
    )


@cache
def _toll() -> re.Pattern[str]:
    bounds = "|".join(pattern for _, pattern in _BOUNDS)
    by = r"(?:\s+(?:again|further|sharply|overnight|up|down|by\s+\S+|from\s+\S+)){0,2}"
    return re.compile(
        rf"(?:\b(?P<put>{_PUTS})\b[^.,;:!?]{{0,20}})?\b(?P<toll>death toll)\b[^.,;:!?]{{0,80}}?"
        rf"(?:\b(?:{_RISES}){by}\s+(?:to|at|(?P<above>above|past|beyond))|\b(?:was|is|reached|hit|of|passed)"
        r"|(?(put)\b(?:at|to)|(?!)))\s+(?:now\s+)?"
        rf"(?P<all>(?:(?P<bound>{bounds})\s+)?(?P<number>{_figure()})(?:\s(?:people|dead|killed))?)"
        r"(?![\w:]|\s?(?:%|per ?cent))",
        re.IGNORECASE,
    )


@cache
def _whither() -> re.Pattern[str]:
    """What stands behind `930 miles` where they say how far off a place is."""
    return re.compile(
        r"\)?\s?(?:\([^)]{0,40}\)\s)?(?:to the |due )?(?:north|south|east|west|away\b|outside\b|inland\b)",
        re.IGNORECASE,
    )


@cache
def _reckons() -> re.Pattern[str]:
    """What stands behind `nine days` where they say how long before or after something else."""
    return re.compile(r"\s+(?:before|after|ago|earlier|later|prior|from now|hence|since)\b", re.IGNORECASE)


def _whence(text: str, match: re.Match[str]) -> bool:
    """`70 kilometres from the town`, said of what is there."""
    return re.match(r"\s+from\s+(?:the\b|[A-Z])", text[match.end("all") :]) is not None


def _is_depth(text: str, span: Span) -> bool:
    """`a depth of 14 kilometres`, `14 kilometres deep`, `two metres below the surface`."""
    before, behind = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 24]
    depth = re.search(r"\bdepth\s+(?:of|was|at)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
    return bool(depth or re.match(r"\s+(?:deep|below|beneath|underground|underwater)\b", behind))


@cache
def _strength() -> re.Pattern[str]:
    bounds = "|".join(pattern for _, pattern in _BOUNDS)
    figure = r"\d{1,2}(?:\.\s?\d{1,2})?(?![\d:]|,\d)"
    return re.compile(
        rf"\bmagnitude(?:\s?-\s?|\s(?:of\s|at\s|was\s)?)(?P<bound>(?:{bounds})\s)?(?P<number>{figure})"
        rf"(?:\s?(?:-|–|to)\s?(?P<to>{figure}))?"
        rf"|(?<![\w.])(?P<behind>{figure})(?:(?:\s?-\s?|\s)(?:degree|point)s?)?\son\sthe\s(?:open-ended\s)?(?:Richter|moment)\b",
        re.IGNORECASE,
    )


@cache
def _pattern() -> re.Pattern[str]:
    words, number = _words(), _figure()
    bounds = "|".join(pattern for _, pattern in _BOUNDS)
    short = "|".join(_SHORT)
    of = r"(?:\sof(?:\s(?:her|his|its|the|their|our))?)?"
    return re.compile(
        rf"(?<![\w.$£€,:/-])(?P<all>(?:(?P<bound>{bounds})\s+)?(?P<sign>[$£€])?\s?(?P<number>{number})(?![\d:])"
        rf"(?P<short>\s?(?:{short})\b(?(sign)|(?=\s(?:euro|dollar|pound)s?\b)))?"
        rf"(?P<rate>(?=\s(?:per|an?|each|average)\s(?!{words})\w))?"
        rf"(?:\s?(?:-|–|to|or)\s?(?P<to>{number}))?"
        rf"(?:(?P<share>\s?%|[ -]per ?cent\b)|"
        rf"{of}[\s-]?(?!(?:{words})\b)(?P<noun>(?<=\d)[a-z]{{1,3}}\b|(?<=[\s-])[a-z]+\b)(?P<old>[\s-]old\b)?)?)",
        re.IGNORECASE,
    )


@cache
def _age() -> re.Pattern[str]:
    words = "|".join(sorted(numbers.cardinals(), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}})|(?P<words>(?:{words})(?:[\s-](?:{words}))?))[\s-]year[\s-]old\b"
        r"|(?<=[a-z.]),\s(?:aged?\s)?(?P<after>\d{1,2})(?=,|\.\s|\.$|;|\)|\swas\b)"
        r"|(?<=[a-z])\s\(aged?\s(?P<aged>\d{1,2})(?=\))",
        re.IGNORECASE,
    )
