"""What grouping keeps of each report and seldom reads: in memory while it is little, beyond that in a temporary file.

A million reports have gigabytes of words; of most of them none is asked for again.
"""

from __future__ import annotations

import weakref
from array import array
from tempfile import SpooledTemporaryFile, gettempdir

IN_MEMORY = 256 << 20  # bytes of a shelf; with more, it stands in a file


class Shelf:
    """Pieces of bytes by number, in the order in which they were put there.

    Raises OSError, with the folder, where no file can be written.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # it is as long as the shelf
        self._ends = array("q", [0])
        weakref.finalize(self, self._file.close)

    def append(self, piece: bytes) -> None:
        """Put a piece behind the others."""
        try:
            self._file.seek(self._ends[-1])
            self._file.write(piece)
        except OSError as error:  # a file without a name: its folder is what can be looked after
            raise OSError(error.errno, error.strerror, gettempdir()) from error
        self._ends.append(self._ends[-1] + len(piece))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < len(self):
            raise IndexError(number)
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])
