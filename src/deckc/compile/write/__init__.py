"""Write: the rendered deck becomes a site, and the site becomes files."""

from deckc.compile.write.assemble import assemble_site
from deckc.compile.write.digests import Digests
from deckc.compile.write.folder import BESIDE, OccupiedError, check_target, replace_file, write_site
from deckc.compile.write.options import FontChoice, SiteOptions
from deckc.compile.write.runner import runner_script
from deckc.compile.write.shell import page_title

__all__ = [
    "BESIDE",
    "Digests",
    "FontChoice",
    "OccupiedError",
    "SiteOptions",
    "assemble_site",
    "check_target",
    "page_title",
    "replace_file",
    "runner_script",
    "write_site",
]
