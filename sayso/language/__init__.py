"""One language at a time: language id, sentences, tokens, syntax where there is a parser, tagging."""
