"""A person's own account; must not show anybody else's."""
