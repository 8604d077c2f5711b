"""Stages, the ordered plan, and the engines that spread it."""
