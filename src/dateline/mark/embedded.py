"""What a parser's networks make of a word before they look at those beside it: found once for each word, not for each place.

spaCy's networks begin with the same steps for every word (its form, its first letter, its ending, its shape, looked up and
mixed), a third of their work; nine words in ten of a pile have been met before. What comes out is the same, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MOST = 1 << 15  # words that are kept, at some 400 bytes; with more it is begun anew

Array = Any  # numpy's arrays, their shapes said where they are made


def remember(pipeline: Pipeline) -> None:
    """Let each network of a pipeline keep what it makes of a word by itself."""
    for _, component in pipeline.pipeline:
        model: Any = getattr(component, "model", None)  # spaCy's and thinc's types lack half of a model
        for part in list(model.walk()) if model is not None else ():
            if part.layers and part.layers[0].name == "extract_features":
                part._func = _Words(part.layers)


class _Words:
    """The first layers of a network, called as thinc calls them; `made` are words by what is made of each."""

    def __init__(self, layers: Sequence[Any]) -> None:
        self._asked: list[int | str] = layers[0].attrs["columns"]
        self._layers = layers[1:]
        self._rows: dict[bytes, int] = {}  # by all that is asked of a word: its row in `made`
        self._made: Array = np.zeros(
            (0, layers[-2].get_dim("nO")), np.float32
        )  # more rows than there are words, so that it seldom grows

    def __call__(
        self, _model: Any, docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Array], Callable[[Any], list[Any]]]:
        if is_train:
            raise NotImplementedError("a packaged model is not trained here")
        asked = [doc.to_array(self._asked).astype(np.uint64) for doc in docs]
        words: list[bytes] = [word for some in asked for word in some.view(f"V{some.shape[1] * 8}").ravel().tolist()]
        self._meet(words)
        rows = self._made[[self._rows[word] for word in words]]
        return np.split(rows, np.cumsum([len(some) for some in asked[:-1]])), lambda _: []

    def _meet(self, words: Sequence[bytes]) -> None:
        """Have a row for each of some words."""
        if len(self._rows) > MOST:
            self._rows.clear()
        fresh = list(dict.fromkeys(word for word in words if word not in self._rows))
        if not fresh:
            return
        made: Any = [np.frombuffer(b"".join(fresh), np.uint64).reshape(len(fresh), -1)]
        for layer in self._layers:
            made = layer.predict(made)
        held, needed = len(self._rows), len(self._rows) + len(fresh)
        if needed > len(self._made):
            more = np.zeros((max(needed, 2 * len(self._made)), self._made.shape[1]), np.float32)
            more[:held] = self._made[:held]
            self._made = more
        self._made[held:needed] = made[0]
        self._rows.update((word, number) for number, word in enumerate(fresh, held))
