"""Which Vietnamese syllables there are and which stand side by side in a word; must not know documents or rules."""
