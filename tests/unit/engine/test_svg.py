from __future__ import annotations

import pytest

from deckc.engine.svg import clean_svg


@pytest.mark.parametrize(
    "svg",
    [
        '<svg viewBox="0 0 8 8"><path d="M0 0" marker-end="url(#my-svg_point)"></path></svg>',
        "<svg><style>#my-svg .node{fill:#eee;}#my-svg>p{margin:0;}</style></svg>",
        '<svg><foreignObject width="8"><div style="line-height: 1.5;"><p>a &lt; b</p></div></foreignObject></svg>',
        '<svg><a xlink:href="https://deckc.example/page"><text>link</text></a></svg>',
        '<svg><image href="data:image/png;base64,AAAA"></image></svg>',
    ],
)
def test_what_draws_stays_as_it_is(svg: str) -> None:
    assert clean_svg(svg) == svg


@pytest.mark.parametrize(
    ("svg", "cleaned"),
    [
        ("<svg><script>go()</script><g></g></svg>", "<svg><g></g></svg>"),
        ("<svg><script><script>go()</script></script><g></g></svg>", "<svg><g></g></svg>"),
        ("<svg><SCRIPT>go()</SCRIPT></svg>", "<svg></svg>"),
        ("<svg><script>never closed", "<svg>"),
        ('<svg onload="go()"></svg>', "<svg></svg>"),
        ("<svg><g oNclick='go()' id=\"a\"></g></svg>", '<svg><g id="a"></g></svg>'),
        ('<svg><a href="javascript:go()">x</a></svg>', "<svg><a>x</a></svg>"),
        ('<svg><a href=" java&#10;script:go()">x</a></svg>', "<svg><a>x</a></svg>"),
        ('<svg><image href="https://a.example/x.png"/></svg>', "<svg><image></image></svg>"),
        ('<svg><use href="other.svg#x"/></svg>', "<svg><use></use></svg>"),
        ('<svg><iframe src="https://a.example"></iframe></svg>', "<svg></svg>"),
        ("<svg><unknown-tag>kept text</unknown-tag></svg>", "<svg>kept text</svg>"),
        ("<svg><!-- <script> --><g></g></svg>", "<svg><g></g></svg>"),
        (
            "<svg><style>@import 'https://a.example/x.css';a{b:c}</style></svg>",
            "<svg><style>a{b:c}</style></svg>",
        ),
        (
            '<svg><g style="fill: url(https://a.example/x)"></g></svg>',
            '<svg><g style="fill: none"></g></svg>',
        ),
        ('<svg><g style="fill: \\75rl(//a.example/x)"></g></svg>', '<svg><g style=""></g></svg>'),
        ('<svg><g style="fill: u\\rl(//a.example/x)"></g></svg>', '<svg><g style=""></g></svg>'),
        (
            "<svg><g style=\"fill: image-set('//a.example/x' 1x)\"></g></svg>",
            '<svg><g style="fill: none"></g></svg>',
        ),
        (
            "<div><style><p title='</style><img src=x>'></style></div>",
            '<div><style><p title="&lt;/style>&lt;img src=x>"></style></div>',
        ),
        ('<svg><animate attributeName="href" to="x"/></svg>', '<svg><animate to="x"></animate></svg>'),
    ],
)
def test_what_runs_or_loads_goes(svg: str, cleaned: str) -> None:
    assert clean_svg(svg) == cleaned


def test_an_empty_element_is_closed_for_a_parser_of_html() -> None:
    assert clean_svg("<svg><div/><br/><path/></svg>") == "<svg><div></div><br><path></path></svg>"
