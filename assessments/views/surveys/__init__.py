"""Surveys of customers: those who run them, and those who answer."""
