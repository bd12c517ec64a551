"""Which class a piece of code has."""

import pytest
from pygments.lexers import get_lexer_by_name

from deckc.compile.render.code_colours import colour_tokens
from deckc.compile.render.code_languages import known_languages, lexer_name
from deckc.compile.render.code_theme import code_stylesheet
from deckc.compile.render.token_rules.python import _Reader, colour_python
from deckc.model.config import CodeThemes


def colours(lexer: str, code: str) -> dict[str, str]:
    tokens = get_lexer_by_name(lexer, stripnl=False, ensurenl=False).get_tokens(code)
    return {
        text.strip(): letter
        for letter, text in colour_tokens(lexer, [(str(k)[6:], t) for k, t in tokens])
        if text.strip()
    }


def test_the_words_of_a_command_differ() -> None:
    assert colours("bash", "npm install --save-dev vue | cat # why") == {
        "npm": "f",
        "install": "s",
        "--save-dev": "d",
        "vue": "s",
        "|": "o",
        "cat": "f",
        "#": "c",
        "why": "c",
    }


def test_a_command_goes_on_in_the_next_line() -> None:
    found = colours("bash", "run \\\n  --fast \\\n  all\nnext")

    assert (found["run"], found["--fast"], found["all"], found["next"]) == ("f", "d", "s", "f")


def test_what_belongs_to_an_assignment_has_its_colour() -> None:
    found = colours("bash", "NAME=here run KEY=value echo")

    assert (found["NAME"], found["here"], found["run"], found["KEY"], found["echo"]) == (
        "v",
        "s",
        "f",
        "s",
        "s",
    )


def test_an_option_is_one_with_its_value() -> None:
    assert set(colours("bash", "run --depth=1").values()) == {"f", "d"}


def test_loops_tests_and_variables_of_a_shell() -> None:
    found = colours("bash", 'for n in *.txt; do cat "$n"; done\n[ -f $x ] && stop > log')

    assert (found["n"], found["*.txt"], found["cat"], found["$n"]) == ("v", "s", "f", "s")
    assert (found["["], found["-f"], found["$x"], found["&&"], found["stop"], found[">"]) == tuple("povpfo")


@pytest.mark.parametrize(
    ("lexer", "code", "expected"),
    [
        ("python", "greet(who=a, to=list)", {"who": "v", "to": "v", "list": "r"}),
        ("python", "def go(self, n=1) -> int: ...", {"self": "", "n": "", "=": "o", "->": "p", "...": "d"}),
        ("python", "class Cat(Pet, metaclass=M): pass", {"Pet": "f", "metaclass": "r", "M": "f"}),
        ("python", "@app.get('/')\ndef f(): return not x", {"@": "p", "get": "f", "not": "o"}),
        ("python", "f'{x!r:>4}'", {"!r:": "o", ">4": "o"}),
        ("rust", "use std::io;\nlet a = p.x + p.len();", {"std": "f", "x": "", "len": "f"}),
        ("rust", "Some(n) => Shape::Square(n),", {"Some": "t", "=>": "o", "Shape": "t", "Square": "f"}),
        ("rust", "/// doc\nconst MAX: u8 = 1;", {"/// doc": "c", "const": "o", "MAX": "d"}),
        ("rust", "Self { ok: true, w: self.w }", {"Self": "d", "true": "k", "self": "d"}),
        (
            "go",
            "func (s *Server) Run(c http.Conn, n int) T {",
            {"Server": "t", "Run": "f", "http": "t", "Conn": "t"},
        ),
        ("go", 'import "net/http"\nx := fmt.Sprintf("%d", n)', {"net/http": "f", ":=": "p", "%d": "d"}),
        ("java", "List<Cat> cats = home.find();", {"Cat": "o", "cats": "v", "home": "v", "find": "f"}),
        ("java", "class Cat extends Pet implements Furry {", {"Pet": "f", "Furry": "f"}),
        (
            "csharp",
            "List<Cat> cats = home.Find();",
            {"List": "t", "Cat": "t", "cats": "f", "home": "v", "Find": "f"},
        ),
        ("csharp", "[Own] class Cat : Pet {", {"[": "p", "Own": "t", "Cat": "t", "Pet": "t"}),
        ("csharp", 'var s = $"{a.B}!";', {"s": "f", "{": "p", "a": "s", "!": "s"}),
        ("kotlin", "val ok = true", {"val": "k", "true": "k"}),
        ("c", "int add(int a) { return p->x == 2; }", {"a": "v", "p": "v", "->": "p", "==": "o"}),
        ("c", "#define MAX 10", {"#": "p", "define": "k", "MAX": "f", "10": "n"}),
        ("cpp", "std::cout << this->x;", {"std": "f", "this": "d", "<": "o"}),
        ("sql", "SELECT u.id FROM users WHERE u.n >= 2", {"u": "d", "id": "d", "users": "", ">=": "o"}),
        ("yaml", "on: [1, yes, x]", {"1": "n", "yes": "k", "x": "s"}),
        ("dockerfile", "FROM node AS build", {"FROM": "k", "node": "", "build": ""}),
    ],
)
def test_names_are_told_apart_by_where_they_stand(lexer: str, code: str, expected: dict[str, str]) -> None:
    found = colours(lexer, code)

    assert {name: found[name] for name in expected} == expected


def test_quotation_marks_are_paler_than_what_they_enclose() -> None:
    assert colours("javascript", "f('x')") == {"f": "f", "(": "p", "'": "q", "x": "s", ")": "p"}


def test_flow_and_declarations_differ_in_python() -> None:
    found = colours("python", "def go(): return LIMIT")

    assert (found["def"], found["go"], found["return"], found["LIMIT"]) == ("o", "f", "k", "d")


@pytest.mark.parametrize(
    "lexer", ["bash", "python", "typescript", "html", "css", "rust", "go", "java", "sql"]
)
@pytest.mark.parametrize(
    "code", ["", "\n\n", "'", "a \"b' `c` ${d}\n# x\n\t<e>", "ünï = '’'", "a<b>.c)(]} : \\", "@\n#[", '"%']
)
def test_no_character_is_lost(lexer: str, code: str) -> None:
    tokens = get_lexer_by_name(lexer, stripnl=False, ensurenl=False).get_tokens(code)
    pieces = colour_tokens(lexer, [(str(k)[6:], t) for k, t in tokens])

    assert "".join(text for _, text in pieces) == code


def test_a_run_of_brackets_looks_back_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    beside = _Reader._beside

    def counted(reader: _Reader, at: int, step: int) -> str:
        asked.append(at)
        return beside(reader, at, step)

    monkeypatch.setattr(_Reader, "_beside", counted)
    colour_python([("Text", "\n")] * 300 + [("Punctuation", "(" * 300)])

    assert len(asked) == 1


@pytest.mark.parametrize("language", ["go", "c"])
def test_a_verb_may_have_many_flags(language: str) -> None:
    flags = "0" * 200_000

    assert colours(language, f'f("%{flags}")')[f"%{flags}"] == "s"
    assert colours(language, f'f("%{flags}d")')[f"%{flags}d"] == "d"


def test_every_language_has_a_lexer() -> None:
    for language in known_languages():
        name = lexer_name(language)

        assert name is not None
        assert name == "text" or get_lexer_by_name(name)


@pytest.mark.parametrize(
    ("language", "lexer"), [("ts", "ts"), ("vue", "html"), ("TSX", "tsx"), ("", "text"), ("klingon", None)]
)
def test_shiki_s_names_find_their_lexer(language: str, lexer: str | None) -> None:
    assert lexer_name(language) == lexer


def test_the_sheet_colours_both_schemes() -> None:
    assert ".shiki .tk-k{--shiki-light:#1e754f;--shiki-dark:#4d9375}" in code_stylesheet(CodeThemes())


def test_no_token_is_bold_or_slanted() -> None:
    assert "font-" not in code_stylesheet(CodeThemes())
    assert "text-decoration" not in code_stylesheet(CodeThemes(dark="nord"))


def test_another_theme_gives_its_own_colours_in_its_scheme_alone() -> None:
    css = code_stylesheet(CodeThemes(dark="nord"))

    assert ".shiki{--shiki-light:#393a34;--shiki-dark:#d8dee9}" in css
    assert ".shiki .tk-k{--shiki-light:#1e754f;--shiki-dark:#81a1c1}" in css


def test_who_asks_for_more_contrast_gets_clearer_colours_of_deckc_s_own() -> None:
    assert "@media (prefers-contrast:more){.shiki .tk-s{--shiki-light:#a65a4a}" in code_stylesheet(
        CodeThemes()
    )
    assert ".tk-p{--shiki-dark:#848484}" not in code_stylesheet(CodeThemes(dark="nord"))
    assert "prefers-contrast" not in code_stylesheet(CodeThemes(light="nord", dark="nord"))


def test_keywords_and_calls_of_clojure() -> None:
    found = colours("clj", "(println ?x :movie/year)")

    assert (found["println"], found["?x"], found[":movie/year"]) == ("f", "", "d")
