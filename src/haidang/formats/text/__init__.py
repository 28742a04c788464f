"""Plain text files in any of the encodings that offices have used."""
