"""Times: dates, times of day, durations and sets with their values, by a grammar of our own."""

from dateline.mark.times.marker import VERSION, times

__all__ = ["VERSION", "times"]
