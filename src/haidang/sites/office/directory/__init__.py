"""The agencies of the province and who answers for them; must not know accounts."""
