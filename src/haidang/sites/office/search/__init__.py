"""Search over documents and tasks, with and without marks; must not know how words are indexed."""
