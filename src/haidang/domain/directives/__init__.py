"""Reads the text of an official document into outline, duties and dates, with spans and doubts; knows no owners."""
