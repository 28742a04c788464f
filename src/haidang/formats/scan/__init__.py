"""Pictures of pages in: made upright, recognised by Tesseract as a process of its own, words with their doubt."""
