"""Parts of a language that are loaded with the first question to them: who only reads waits for no grammar."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec, module_from_spec
from pkgutil import iter_modules
from threading import RLock
from types import ModuleType
from typing import Any

_lock = RLock()
_running: set[str] = set()


class _Later(ModuleType):
    """A module that is run when something of it is first asked for: in one thread, and whole before another sees it."""

    def __getattribute__(self, name: str) -> Any:
        # Importing asks for the rest. A package is run before its modules are, as it is without this: they count on it.
        if name.startswith("__") and name != "__path__":
            return ModuleType.__getattribute__(self, name)
        with _lock:
            whole = self.__name__
            if type(self) is _Later and whole not in _running:
                _running.add(whole)
                try:
                    assert self.__spec__ is not None and self.__spec__.loader is not None  # found by `parts`
                    self.__spec__.loader.exec_module(self)
                    self.__class__ = ModuleType  # type: ignore[assignment]  # from now on a module like any other
                finally:
                    _running.discard(whole)
        return ModuleType.__getattribute__(self, name)


def parts(folder: str, path: Iterable[str]) -> None:
    """Let each module of a package be run later; to be called before they are imported by their names."""
    for found in iter_modules(path):
        whole = f"{folder}.{found.name}"
        spec = find_spec(whole) if whole not in sys.modules else None
        if spec is not None:
            module = module_from_spec(spec)
            module.__class__ = _Later
            sys.modules[whole] = module
            setattr(sys.modules[folder], found.name, module)
