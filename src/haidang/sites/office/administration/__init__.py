"""Posts and accounts, for administrators of a unit; must not show anything of the agencies' work."""
