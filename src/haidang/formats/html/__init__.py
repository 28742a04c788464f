"""Pages saved from the web or from a word processor, in: text, lists, tables; nothing is fetched or run."""
