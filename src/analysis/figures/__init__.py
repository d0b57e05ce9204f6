"""Frames become charts: style in one module, nothing about reading, no arithmetic when drawing."""
