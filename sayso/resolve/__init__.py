"""Mentions of one article and of many -> who is who."""
