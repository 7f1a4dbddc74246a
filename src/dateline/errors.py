"""Everything Dateline raises, as one tree.

DatelineError
├── InputError          an input cannot be used; says which, why and what to do
│   ├── Unreadable      one file, line or record: the rest is processed
│   └── NothingToRead   no input held a report at all
├── Overrun             work on one report took more than its budget
├── EngineError         what is to run the work is absent, unreachable or lost
├── BadCite             a cite does not read back from its report
├── Unguarded           a line says something that its cites do not hold
├── ModelError          a packaged model is missing or is not the one that was checked
├── LexiconError        a shipped word list or code book is missing or malformed
└── DeskError           a desk file is missing, locked, or not a desk
"""


class DatelineError(Exception):
    """Base of everything that Dateline raises on purpose."""


class InputError(DatelineError):
    """An input cannot be used."""


class Unreadable(InputError):
    """One input could not be read; the others are.

    `where` names it (a path, `path:line`, an address), `why` is one line and says what to do about it.
    """

    def __init__(self, where: str, why: str) -> None:
        why = " ".join(why.split())  # a parser may complain in several lines
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class NothingToRead(InputError):
    """None of the inputs held a report."""


class Overrun(DatelineError):
    """Work on one report took more than its budget."""


class EngineError(DatelineError):
    """What is to run the work is not installed, does not answer, or loses its workers."""


class BadCite(DatelineError):
    """A cite's words are not the words that stand at its place in the report."""


class Unguarded(DatelineError):
    """A line holds a name, number, date or quotation that its cites do not."""


class ModelError(DatelineError):
    """A packaged model cannot be loaded, or its files are not those that were checked."""


class LexiconError(DatelineError):
    """A shipped word list or code book cannot be used."""


class DeskError(DatelineError):
    """A desk file cannot be used."""
