"""Schemes that the Sociale Verzekeringsbank (SVB) pays."""
