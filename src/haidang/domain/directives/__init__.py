"""Reads the text of an official document into outline, duties and dates with spans and doubts; must not know who owns what today."""
