"""Administrative units and agencies, and which one a written name means; must not know documents or accounts."""
