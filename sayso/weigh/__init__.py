"""Claims of many articles -> same, contradicts, supersedes; origins; standing."""
