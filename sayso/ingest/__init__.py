"""Bytes -> Document: one reader per format, chosen by auction."""
