"""Tags that are never components (spec 5.10, rules 8 and 11): HTML, SVG and MathML as Vue knows them."""

from __future__ import annotations

_HTML = """
    a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite
    code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
    legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param
    picture pre progress q rp rt ruby s samp script section select small source span strong style sub
    summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr
"""
_SVG = """
    animate animateMotion animateTransform circle clipPath color-profile defs desc discard ellipse feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    filter foreignObject g hatch hatchpath image line linearGradient marker mask mesh meshgradient
    meshpatch meshrow metadata mpath path pattern polygon polyline radialGradient rect set solidcolor stop
    svg switch symbol text textPath tspan unknown use view
"""
_MATH = """
    annotation annotation-xml maction math menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv
    mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline
    mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
    semantics
"""
NATIVE_TAGS = frozenset([*_HTML.split(), *_SVG.split(), *_MATH.split()])
