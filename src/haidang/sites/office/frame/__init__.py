"""The frame round every staff page: who looks, which rooms are open, sign-in, errors in words; must not know any subject."""
