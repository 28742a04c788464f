"""Settings, url roots and entry points; knows everything below and holds no rule of the programme."""
