"""Templates that need no Jinja are written as Jinja writes them."""

from __future__ import annotations

import html

import pytest
from jinja2.sandbox import SandboxedEnvironment

from deckc.compile.realize.background import background
from deckc.compile.realize.plain_template import read_plain, shown

PROPS = {
    "image": 'a"b.png',
    "color": "#123",
    "none_given": None,
    "class": "p-4 <&>",
    "size": "contain",
    "background": "/ground.png",
    "items": "x",
    "yes": True,
    "zero": 0,
    "half": 0.5,
    "many": [1, None, "x"],
}


def by_jinja(text: str) -> str:
    template = SandboxedEnvironment(autoescape=True, finalize=shown).from_string(text)
    return template.render(PROPS, props=PROPS, slots=set(), frontmatter={}, background=background).strip()


@pytest.mark.parametrize(
    "text",
    [
        "{# props: image #}\n<div><slot /></div>\n",
        *(
            f"<i>{{{{ {name} }}}}</i>{{{{ props.{name} }}}}"
            for name in PROPS
            if name not in {"background", "items"}
        ),
        "{{ items }} {{ props.background }} {{ background(props.background) }}",
        "{{ background(image) }}|{{ background(props.color, dim=true) }}|{{ background(none_given, dim=false) }}",
        "{{ background(image, size=size) }}{{ background(image, dim=true, size=none_given) }}",
        '<p class="a{{ "" if props.image else " <b>" }}">{{ " \'c\' " if zero else " <d> " }}</p>',
        "}} %} #}",
    ],
)
def test_what_is_plain_is_written_alike(text: str) -> None:
    template = read_plain(text, PROPS)

    assert template is not None
    assert html.unescape(template.write(PROPS)) == html.unescape(by_jinja(text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}",
        "{{ props }}",
        "{{ background }}",
        "{{ props.items }}",
        "{{ background(background) }}",
        "{{ image.upper }}",
        "{{ image | upper }}",
        "{{image}}",
        "{{ image + color }}",
        "{% if image %}a{% endif %}",
        "{{ image -}} a",
        "{#- a -#} b",
        "{{ 'a' }}",
        "{{ background('x') }}",
        "{# open",
        "{{ image",
    ],
)
def test_the_rest_is_left_to_jinja(text: str) -> None:
    assert read_plain(text, PROPS) is None
