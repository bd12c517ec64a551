"""Write a slide's transition by the nearest that PowerPoint has.

transition_of("slide-left")     <p:transition><p:push dir="l"/></p:transition>
"""

from __future__ import annotations

from deckc.export.pptx.markup import P_NAMESPACE

_NEAREST = {
    "fade": "<p:fade/>",
    "fade-out": '<p:fade thruBlk="1"/>',
    "slide-left": '<p:push dir="l"/>',
    "slide-right": '<p:push dir="r"/>',
    "slide-up": '<p:push dir="u"/>',
    "slide-down": '<p:push dir="d"/>',
}
_MORPH = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f"{P_NAMESPACE}>"
    '<mc:Choice xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" Requires="p159">'
    '<p:transition spd="med"><p159:morph option="byObject"/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
)


def transition_of(name: str | None) -> str:
    """Return how a slide comes in; empty where it is just there. A name of the author's own becomes a fade."""
    if not name or name == "none":
        return ""
    if name == "view-transition":
        return _MORPH
    return f'<p:transition {P_NAMESPACE} spd="med">{_NEAREST.get(name, _NEAREST["fade"])}</p:transition>'
