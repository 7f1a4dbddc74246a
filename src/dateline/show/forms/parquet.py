"""Every table of an account as Parquet, a file each (needs pyarrow: the extra `dateline[parquet]`)."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.records.account import Account
from dateline.show import inert
from dateline.show.forms import tables

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def account(made: Account) -> dict[str, bytes]:
    """The bytes of each table by the name of its file."""
    return {f"{name}.parquet": _bytes(tables.table(made, name)) for name in tables.NAMES}


def _bytes(table: tables.Table) -> bytes:
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in table.columns.items()])
    columns = [
        pa.array([inert.whole(cell) if isinstance(cell, str) else cell for cell in table.column(name)], _TYPES[kind])
        for name, kind in table.columns.items()
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()
