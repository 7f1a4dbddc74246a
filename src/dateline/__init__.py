"""A pile of news reports in; each running story out as one dated, sourced, checkable account."""
