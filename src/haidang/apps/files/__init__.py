"""Stored files by content hash; must not know what they are evidence of."""
