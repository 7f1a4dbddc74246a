"""What the benches make of an account: forged records are caught, those that stand are not."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def bench(name: str) -> ModuleType:
    """A script of the folder `bench`."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", ROOT / "bench" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module


def test_forged_records_are_caught() -> None:
    account = json.loads((ROOT / "tests" / "golden" / "strait.json").read_text(encoding="utf-8"))
    caught = list(bench("faith").records(account))
    assert len({kind for kind, _ in caught}) == len(bench("faith").RECORDS)
    assert all(is_caught for _, is_caught in caught)
