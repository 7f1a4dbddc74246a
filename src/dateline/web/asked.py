"""What may be asked of the API: the parameters of its lists, of its search, and a decision."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.store.rows import Filter
from dateline.store.search import Search

MANY = 500  # rows of a page
FAR = 2**53  # rows that may lie before a page

Text = Annotated[str | None, Field(max_length=500)]
Day = Annotated[str | None, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="An ISO day.")]


class PageQuery(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")
    offset: Annotated[int, Field(ge=0, le=FAR, description="Rows before the page.")] = 0
    limit: Annotated[int, Field(ge=1, le=MANY, description="Rows of the page.")] = 50


class StoryQuery(PageQuery):
    """Which stories."""

    order: Literal["new", "latest", "largest", "disputed"] = "new"
    status: Annotated[Literal["disputed", "planned", "open"] | None, Field(description="What there is in it.")] = None
    outlet: Text = None
    person: Text = None
    since: Day = None
    until: Day = None
    fresh: Annotated[bool, Field(description="Only where something is new since an edition was seen.")] = False

    def filter(self) -> Filter:
        """The same for the shelf."""
        return Filter(
            outlet=self.outlet, person=self.person, since=self.since, until=self.until, fresh=self.fresh, status=self.status
        )  # fmt: skip


class ItemQuery(PageQuery):
    """Which findings, reports or people."""

    story: Text = None
    report: Text = None
    person: Annotated[Text, Field(description="The id of somebody who takes part.")] = None
    speaker: Text = None
    outlet: Text = None
    status: Text = None
    since: Day = None
    until: Day = None
    fresh: bool = False
    latest: Annotated[bool, Field(description="The latest first, not as they lie in their stories.")] = False

    def filter(self, kind: str) -> Filter:
        """The same for the shelf."""
        return Filter(
            kind, self.story, self.report, self.person, self.speaker, self.outlet, self.status, self.since, self.until,
            self.fresh,
        )  # fmt: skip


class SearchQuery(PageQuery):
    """What is searched for."""

    limit: Annotated[int, Field(ge=1, le=100, description="Rows of the page.")] = 20
    q: Annotated[str, Field(max_length=500, description='Words, "words in a row", beginnings (word*), -not.')] = ""
    kind: Text = None
    story: Text = None
    outlet: Text = None
    day: Annotated[str | None, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")] = None
    speaker: Text = None
    status: Text = None
    report: Text = None
    person: Text = None
    newest: bool = False

    def search(self) -> Search:
        """The same for the shelf."""
        names = ("kind", "story", "outlet", "day", "speaker", "status", "report", "person")
        by = {name: value for name in names if (value := getattr(self, name))}
        return Search(self.q, by, self.newest)


class Decision(BaseModel):
    """A decision: its kind, and its two parts: ids of reports, names of people, a finding's id and a report's that it rests on,
    or a report's id and an ISO day; with `words`, what an event, a plan or a story is called.
    """

    kind: Literal[
        "same-story", "not-same-story", "copy-of", "not-copy-of", "same-person", "not-same-person",
        "no-statement", "no-plan", "no-conflict", "called", "when",
    ]  # fmt: skip
    a: Annotated[str, Field(min_length=1, max_length=500)]
    b: Annotated[str, Field(min_length=1, max_length=500)]
    words: Annotated[str | None, Field(max_length=500)] = None
