"""Settle by running what cannot be read of a UnoCSS configuration.

    safelist: sizes.map((size) => `text-${size}`)      safelist: ["text-sm", "text-lg"]

What running does not settle either (variants, rules that work out more than a template) stays told where it stands.
"""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.load.uno_config import read_uno_config
from deckc.compile.load.uno_imports import RunConfig, foreign_imports, tool_imports
from deckc.diagnostics import Report
from deckc.model.source import SourceText
from deckc.model.utilities import UtilitySettings

_READ = "export default { ...deckcConfig, presets: [] }"
_PRESETS = "the preset "


def settle_by_running(
    source: SourceText, read: UtilitySettings, report: Report, run: RunConfig
) -> tuple[UtilitySettings, Report]:
    """Return the settings that a configuration has when run, and what is still to be told; else what was read."""
    if all(diagnostic.message.startswith(_PRESETS) for diagnostic in report.diagnostics):
        return read, report
    script = run(source.path, tuple(foreign_imports(source.text)), tool_imports(source.text))
    if not script:
        return read, report
    left = Report()
    settings = read_uno_config(replace(source, text=f"{script}\n{_READ}\n"), left)
    unsettled = {diagnostic.message for diagnostic in left.diagnostics}
    if not unsettled <= {diagnostic.message for diagnostic in report.diagnostics}:
        return read, report
    still = Report()
    for diagnostic in report.diagnostics:
        if diagnostic.message in unsettled or diagnostic.message.startswith(_PRESETS):
            still.add(diagnostic)
    fonts = {"fontFamily": read.theme["fontFamily"]} if "fontFamily" in read.theme else {}
    return settings.over(UtilitySettings(theme=fonts)), still
