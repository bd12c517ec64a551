"""`deckc export`: a browser prints the built page."""

from deckc.export.browser import find_browser
from deckc.export.pdf import ExportError, PdfOptions, export_pdf

__all__ = ["ExportError", "PdfOptions", "export_pdf", "find_browser"]
