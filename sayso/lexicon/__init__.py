"""Word lists as data files, one folder a language, and the one function that loads them."""
