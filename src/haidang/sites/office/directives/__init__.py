"""Pages of documents: register, taking in, reading view, correcting duties; must not decide what a duty is."""
