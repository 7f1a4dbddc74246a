"""Quotes: who said what, as source, cue and content, with the speaker, the polarity and the channel."""

from dateline.mark.quotes.marker import VERSION, quotes

__all__ = ["VERSION", "quotes"]
