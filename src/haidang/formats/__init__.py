"""Bytes to lines and blocks to bytes; third-party file libraries stop here; must not know the programme."""
