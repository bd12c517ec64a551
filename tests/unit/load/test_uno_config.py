from __future__ import annotations

from pathlib import Path

from deckc.compile.load.uno_config import read_uno_config
from deckc.compile.load.utility_settings import load_utility_settings
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.source import Frontmatter, SourceText
from deckc.model.theme import Root, Theme
from deckc.model.utilities import UtilityRule, UtilitySettings, UtilityShortcut


def read(text: str) -> tuple[UtilitySettings, list[str]]:
    report = Report()
    settings = read_uno_config(SourceText(Path("/deck/uno.config.ts"), "uno.config.ts", text), report)
    return settings, [f"{item.span}: {item.message}" for item in report.diagnostics]


def test_shortcuts_are_tables_and_pairs() -> None:
    settings, problems = read(
        "import { defineConfig } from 'unocss'\n"
        "export default defineConfig({ shortcuts: [['btn', 'px-4 py-2'], { big: ['btn', 'text-xl'] }] })\n"
    )

    assert settings.shortcuts == (UtilityShortcut("btn", "px-4 py-2"), UtilityShortcut("big", "btn text-xl"))
    assert problems == []


def test_shortcuts_of_patterns_use_groups() -> None:
    settings, problems = read(
        "export default { shortcuts: [\n"
        "  [/^btn-(.*)$/, ([, c]) => `px-4 bg-${c}-500`],\n"
        "  [/^(?:box|card)-(\\w+)/, ([, c]: string[]) => pick(c)],\n"
        "] }"
    )

    assert settings.shortcuts == (UtilityShortcut("btn-(.*)", "px-4 bg-{1}-500", is_pattern=True),)
    assert [problem.split(" of ")[0] for problem in problems] == [
        'uno.config.ts:3:48: the shortcut "/^(?:box|card)-(\\w+)/"'
    ]


def test_names_of_literals_are_followed() -> None:
    settings, problems = read(
        "const brand = '#123456' as const\n"
        "const shared: Record<string, string> = { a: 'm-1' }\n"
        "export default { theme: { colors: { brand, dark: { DEFAULT: `#000`, 500: '#111' } } }, shortcuts: { ...shared } }"
    )

    assert settings.theme == {"colors": {"brand": "#123456", "dark": {"DEFAULT": "#000", "500": "#111"}}}
    assert settings.shortcuts == (UtilityShortcut("a", "m-1"),)
    assert problems == []


def test_rules_have_literal_bodies_or_use_groups() -> None:
    settings, problems = read(
        "export default { rules: [\n"
        "  ['glow', { 'box-shadow': '0 0 1px red', opacity: 0.5 }],\n"
        "  [/^m-(\\d+)$/, ([, d]) => ({ margin: `${d}px`, 'padding-top': `${d / 4}rem` })],\n"
        "  [/^w-(?<size>.+)$/, ([, s]: string[]) => { return { width: s } }],\n"
        "] }"
    )

    assert settings.rules == (
        UtilityRule("glow", (("box-shadow", "0 0 1px red"), ("opacity", "0.5"))),
        UtilityRule("m-(\\d+)", (("margin", "{1}px"), ("padding-top", "{1/4}rem")), is_pattern=True),
        UtilityRule("w-(?P<size>.+)", (("width", "{1}"),), is_pattern=True),
    )
    assert problems == []


def test_what_has_to_run_is_named_by_its_line() -> None:
    settings, problems = read(
        "export default {\n"
        "  presets: [presetUno(), presetMine()],\n"
        "  variants: [(m) => m],\n"
        "  rules: [[/^x-(.+)$/, ([, d], { theme }) => ({ color: theme[d] })]],\n"
        "  shortcuts: { ok: 'm-1', bad: make() },\n"
        "  safelist: ['m-1 m-2', ...more],\n"
        "}\n"
    )

    assert settings.shortcuts == (UtilityShortcut("ok", "m-1"),)
    assert settings.safelist == ("m-1", "m-2")
    tail = "of the UnoCSS configuration cannot be read without running it"
    assert problems == [
        f'uno.config.ts:2:26: the preset "presetMine" {tail}',
        f'uno.config.ts:3:13: "variants" {tail}',
        f"uno.config.ts:4:11: a rule {tail}",
        f'uno.config.ts:5:32: the shortcut "bad" {tail}',
        f"uno.config.ts:6:25: a part of the safelist {tail}",
    ]


def test_texts_and_lists_may_be_put_together() -> None:
    settings, problems = read(
        "const colors = { brand: '#123', deep: { a: '#111' } }\n"
        "const names = ['m-1', 'm-2']\n"
        "const config = defineConfig({\n"
        "  safelist: [...names, ...'p-1 p-2'.split(' ')],\n"
        "  shortcuts: { a: 'm-3 ' + 'm-4', b: `bg-[${colors.brand}]` },\n"
        "  theme: { colors: { x: colors.deep, y: colors['brand'] }, fontFamily: { sans: ['A', 'b'].join(',') } },\n"
        "})\n"
        "export default config"
    )

    assert settings.safelist == ("m-1", "m-2", "p-1", "p-2")
    assert settings.shortcuts == (UtilityShortcut("a", "m-3 m-4"), UtilityShortcut("b", "bg-[#123]"))
    assert settings.theme == {
        "colors": {"x": {"a": "#111"}, "y": "#123"},
        "fontFamily": {"sans": "A,b"},
    }
    assert problems == []


def test_a_match_is_used_by_its_numbers() -> None:
    settings, problems = read(
        "export default {\n"
        "  rules: [[/^q-(\\d+)$/, (match: RegExpMatchArray) => ({ padding: `${Number(match[1]) / 4}rem` })]],\n"
        "  shortcuts: [[/^b-(.+)$/, m => 'bg-' + m[1] + ' p-1']],\n"
        "}"
    )

    assert settings.rules == (UtilityRule("q-(\\d+)", (("padding", "{1/4}rem"),), is_pattern=True),)
    assert settings.shortcuts == (UtilityShortcut("b-(.+)", "bg-{1} p-1", is_pattern=True),)
    assert problems == []


def test_a_rule_may_list_a_property_twice() -> None:
    settings, _ = read("export default { rules: [['tall', [['height', '100vh'], ['height', '100dvh']]]] }")

    assert settings.rules == (UtilityRule("tall", (("height", "100vh"), ("height", "100dvh"))),)


def test_shortcuts_and_rules_may_have_a_layer_of_their_own() -> None:
    settings, problems = read(
        "export default {\n"
        "  shortcuts: [['a', 'm-1', { layer: 'parts' }], [/^b-(.+)$/, ([, c]) => `m-${c}`, { layer: 'parts' }]],\n"
        "  rules: [['c', { color: 'red' }, { layer: 'parts' }], ['d', { color: 'red' }, { autocomplete: 'd' }]],\n"
        "}"
    )

    assert [own.layer for own in (*settings.shortcuts, *settings.rules)] == ["parts", "parts", "parts", ""]
    assert problems == []


def test_an_end_belongs_to_its_choice() -> None:
    settings, _ = read("export default { rules: [[/^a$|b$/, () => ({ color: 'red' })]] }")

    assert settings.rules[0].matcher == ".*?(?:^a$|b$).*"


def test_a_file_that_exports_nothing_is_named() -> None:
    _, problems = read("module.exports = { safelist: ['m-1'] }")

    assert [problem.split(":")[0:3] for problem in problems] == [["uno.config.ts", "1", "1"]]


def test_a_setup_function_returns_the_settings() -> None:
    for body in ("({ safelist: ['m-1'] })", "{ const one = 'm-1'; return { safelist: [one] } }"):
        settings, problems = read(f"export default defineUnoSetup(() => {body})")

        assert settings.safelist == ("m-1",)
        assert problems == []


def test_broken_text_is_no_error() -> None:
    for text in (
        "",
        "export default",
        "export default {",
        "export default {a:",
        "}{",
        "export default defineConfig()",
    ):
        read(text)


def test_the_deck_wins_over_its_theme() -> None:
    files = MemoryFiles(
        {
            "/theme/uno.config.ts": "export default { theme: { colors: { a: '#000', b: '#111' } } }",
            "/deck/setup/unocss.ts": "export default { theme: { colors: { b: '#222' } }, safelist: ['m-1'] }",
        }
    )
    roots = (Root("theme", "t", Path("/theme")), Root("deck", "", Path("/deck")))

    settings = load_utility_settings(Frontmatter(), Theme("t", roots), files, Report())

    assert settings.theme == {"colors": {"a": "#000", "b": "#222"}}
    assert settings.safelist == ("m-1",)


def test_web_fonts_are_families_of_utilities() -> None:
    settings, problems = read(
        "const fonts = { big: ['Gilroy', 'Inter:400,700'], hand: { name: 'Kalam', provider: 'none' }, sans: 'Inter' }\n"
        "export default { presets: [presetWebFonts({ provider: 'google', fonts })] }"
    )

    assert settings.theme == {"fontFamily": {"big": '"Gilroy","Inter"', "hand": '"Kalam"'}}
    assert problems == []
    _, problems = read("export default { presets: [presetWebFonts(load())] }")
    assert len(problems) == 1
