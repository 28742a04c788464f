"""Columns that hold envelopes and their tokens, for every register; can neither seal nor open (that is for flows)."""
