"""Given a viewer, an action and a relation, allowed or refused; must not know rows or pages."""
