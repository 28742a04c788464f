"""The law and the language as plain values; no Django, no input or output, no clock."""
