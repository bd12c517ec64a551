"""Templates of strangers reach nothing outside, and end."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError
from jinja2.sandbox import SecurityError

from deckc.compile.realize import template_limits
from deckc.compile.realize.template_limits import LimitedEnvironment, TemplateLimitError


def run(text: str, **names: object) -> str:
    environment = LimitedEnvironment()
    return environment.run(environment.from_string(text), names)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in 'x' * 99999 %}{{ b }}{% endfor %}{% endfor %}",
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(40) }}",
        "{% for a in [[]] recursive %}{{ loop([a, a]) }}{% endfor %}",
        "{{ 'x' * 10 ** 10 }}",
        "{{ 10000000000 * 'x' }}",
        "{{ [1] * 10000000000 }}",
        "{{ 9 ** (9 ** 9) }}",
        "{% set n = namespace(a='xx') %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
        "{% set n = namespace(a='xx') %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}",
        "{% set n = namespace(a='xx') %}{% for i in range(99) %}{% set n.a = n.a.replace('x', n.a) %}{% endfor %}",
        "{% set n = namespace(a='xx') %}{% for i in range(99) %}{% set n.a = n.a|replace('x', n.a) %}{% endfor %}",
        "{{ 'x'.ljust(10000000000) }}",
        "{{ 'x'|center(10000000000) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '%9999999999d'|format(1) }}",
        "{{ '{:>9999999999}'.format(1) }}",
        "{{ range(99999)|join('x' * 99999) }}",
        "{% for a in range(9999) %}{{ 'x' * 9999 }}{% endfor %}",
        "{{ [1]|batch(999999999, 0)|list }}",
        "{{ [1]|slice(999999999)|list }}",
        "{{ {'a': [1, 2]}|tojson(indent=999999999) }}",
        "{{ ('\\n' * 99999)|indent(99999) }}",
        "{{ ('\\t' * 99999).expandtabs(99999) }}",
        "{{ '%*d' % (999999999, 1) }}",
        "{{ '{:>{a[0]}}'.format(1, a=[999999999]) }}",
        "{{ ('a' * 99999).translate({97: 'x' * 99999}) }}",
        "{{ 1.5|round(99999999, 'ceil') }}",
        "{% set l = [1] %}{% for i in range(99) %}{% set _ = l.extend(l) %}{% endfor %}",
        "{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}",
        "{% set a = [0] * 99999 %}{{ [a] * 99999 }}",
        "{% set a = [0] * 99999 %}{{ ([a] * 99)|sum(start=[]) }}",
        "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = [n.a, n.a] %}{% endfor %}",
        "{% set n = namespace(a=1) %}{% for i in range(99) %}{% set n.a = namespace(a=(n.a, n.a)) %}{% endfor %}",
        "{% set n = namespace(a=7) %}{% for i in range(99) %}{% set n.a = n.a * n.a %}{% endfor %}",
        "{{ ([{'a': 'x' * 99999}] * 99999)|join(attribute='a') }}",
        "{{ ''.join(([0] * 99999)|map(attribute='a', default='x' * 99999)) }}",
        "{% macro a() %}{% for i in range(9999) %}{{ 'x' * 9999 }}{% endfor %}{% endmacro %}{{ a()|length }}",
        "{% set a %}{% for i in range(99999) %}" + "x" * 999 + "{% endfor %}{% endset %}{{ a|length }}",
        "{% macro a() %}" + "x" * 9999 + "{% endmacro %}{{ range(99999)|map('string')|map('length')|list }}"
        "{% set b %}{% for i in range(9999) %}{{ a() }}{% endfor %}{% endset %}",
    ],
)
def test_a_template_that_takes_too_much_is_ended(text: str) -> None:
    with pytest.raises((TemplateLimitError, RecursionError)):
        run(text)


def test_a_template_that_works_for_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_limits, "_MAX_SECONDS", 0.05)

    with pytest.raises(TemplateLimitError, match="takes too long"):
        run("{% set x = 'x' * 1999990 %}{% for i in range(90000) %}{% set y = x|upper %}{% endfor %}")


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ f.__globals__ }}",
        "{{ ''.format.__self__.__class__ }}",
        "{{ '{0.__class__}'.format('') }}",
    ],
)
def test_nothing_leads_out_of_the_sandbox(text: str) -> None:
    try:
        written = run(text, f=run)
    except SecurityError:
        written = ""

    assert written == ""


@pytest.mark.parametrize(
    "text", ["{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'a' %}"]
)
def test_no_file_is_read(text: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        run(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{% for a in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/3 2/3 3/3 "),
        ("{% for a in xs if a > 1 %}{{ a }}{% else %}none{% endfor %}", "23"),
        ("{% for k, v in {'a': 1}.items() %}{{ k ~ v ~ '<' }}{% endfor %}", "a1&lt;"),
        ("{{ xs|join(', ') }} {{ 'a-b'|replace('-', '<') }} {{ 'a'|center(3) }}", "1, 2, 3 a&lt;b  a "),
        ("{{ '%s %d'|format('x', 3) }} {{ '%.2f' % 1.5 }} {{ '{:>4}'.format(1) }}", "x 3 1.50    1"),
        ("{{ 2 ** 10 }} {{ 'ab' * 2 }} {{ xs + [4] }} {{ 7 % 4 }}", "1024 abab 1,2,3,4 3"),
        ("{{ [{'n': 'a'}, {'n': 'b'}]|join('+', attribute='n') }}", "a+b"),
        ("{{ nothing ~ 'x' ~ true }}", "xtrue"),
        ("{% set l = [] %}{% for x in xs %}{% set _ = l.append(x * 2) %}{% endfor %}{{ l }}", "2,4,6"),
        (
            "{{ xs|batch(2, 0)|list }} {{ xs|slice(2)|list }} {{ xs|map('string')|select|join }}",
            "1,2,3,0 1,2,3 123",
        ),
        (
            "{{ [{'a': 1}]|groupby('a')|length }} {{ xs|sum }} {{ range(2, 5)|last }} {{ 5000000|string }}",
            "1 6 4 5000000",
        ),
        ("{{ '%s: %s, %s'|format('a' * 300, 5000000, 'b' * 300)|length }}", "611"),
        (
            "{{ {'a': [1]}|tojson(indent=2)|length }} {{ ('word ' * 5000)|wordwrap(79)|length > 9 }}",
            "22 true",
        ),
    ],
)
def test_others_write_what_jinja_writes(text: str, written: str) -> None:
    assert run(text, xs=[1, 2, 3]) == written
