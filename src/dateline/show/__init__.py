"""Accounts in, bytes out: one file an output form."""
