"""The rules, one per file: a module here with a `check` function and a table of the same name in `data` is a rule."""
