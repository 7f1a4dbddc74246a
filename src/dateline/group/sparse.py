"""The one door to scipy's sparse matrices: loaded without numpy's tools for Fortran, a fortieth of a start.

scipy takes every name that numpy has, and those tools are one of them. Whoever wants them loads them still.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np

_TOOLS = "numpy.f2py"


def _loaded() -> Any:
    """The module. scipy's matrices carry no types."""
    if _TOOLS in sys.modules or "scipy.sparse" in sys.modules:
        return import_module("scipy.sparse")
    sys.modules[_TOOLS] = np.f2py = ModuleType(_TOOLS)  # found there while scipy looks
    try:
        return import_module("scipy.sparse")
    finally:
        del sys.modules[_TOOLS], np.f2py


sparse = _loaded()
