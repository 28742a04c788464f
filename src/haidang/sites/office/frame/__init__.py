"""The frame round every staff page: who looks, open rooms, sign-in, errors in words; must not know any subject."""
