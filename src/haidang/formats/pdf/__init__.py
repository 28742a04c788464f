"""PDF files in: text with its places, pages without text through `formats.scan`, and pages as pictures."""
