"""Writes a document as blocks in the official form; must not know any file format."""
