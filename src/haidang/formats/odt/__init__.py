"""OpenDocument text, in: paragraphs, lists with their numbers, tables, frames, notes."""
