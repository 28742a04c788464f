"""Fields about people as sealed envelopes, and keyed tokens to find them by; must not know any register or key file."""
