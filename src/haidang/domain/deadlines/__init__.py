"""Turns a printed day or a rhythm into a clock and a clock into a state as of a day; must not know rows or today."""
