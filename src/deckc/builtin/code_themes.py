"""The colours of code that a deck may choose: name of a theme of Shiki's -> the colour of each class of tokens.

Foreground first, then the classes in the order of CLASSES, each the colour that Shiki gives to most of what deckc puts
into that class (measured over thirteen languages with Shiki 3.23).
"""

from __future__ import annotations

from collections.abc import Mapping

CLASSES = "ksqcfntvpordxaihwgul"
"""Class of a token, as compile/render/code_theme.py lists them."""
CODE_THEMES: Mapping[str, str] = {
    "andromeeda": (
        "d5ced9 c74ded 96e072 96e072 a0a1a7cc ffe66d f39c12 ffe66d 00e8c6 d5ced9 c74ded "
        "c74ded 00e8c6 ee5d43 ee5d43 96e072 ff00aa 96e072 a0a1a7cc c74ded d5ced9"
    ),
    "aurora-x": (
        "bbbbbb 89ddff c3e88d 89ddff 546e7a 82aaff f78c6c ffcb6b eeffff 89ddff c792ea "
        "b2ccd6 ff5370 89ddff ff5370 c3e88d ffcb6b eeffff eeffff f78c6c 65737e"
    ),
    "ayu-dark": (
        "bfbdb6 ff8f40 aad94c aad94c 5a6673 ffb454 d2a6ff 59c2ff bfbdb6 bfbdb6 ff8f40 "
        "39bae6 39bae6 95e6cb f26d78 70bf56 aad94c f29668 95e6cb 39bae6 5a6673"
    ),
    "ayu-light": (
        "5c6166 fa8532 86b300 86b300 adaeb1 eba400 a37acc 22a4e6 5c6166 5c6166 fa8532 "
        "55b4d4 55b4d4 4cbf99 ff7383 6cbf43 86b300 f2a191 4cbf99 55b4d4 adaeb1"
    ),
    "ayu-mirage": (
        "cccac2 ffa659 d5ff80 d5ff80 6e7c8f ffcd66 dfbfff 73d0ff cccac2 cccac2 ffa659 "
        "5ccfe6 5ccfe6 95e6cb f27983 87d96c d5ff80 f29e74 95e6cb 5ccfe6 6e7c8f"
    ),
    "catppuccin-frappe": (
        "c6d0f5 ca9ee6 a6d189 a6d189 949cbb 8caaee ef9f76 ca9ee6 c6d0f5 949cbb ca9ee6 "
        "8caaee e78284 c6d0f5 e78284 a6d189 e78284 a6d189 f4b8e4 8caaee 81c8be"
    ),
    "catppuccin-latte": (
        "4c4f69 8839ef 40a02b 40a02b 7c7f93 1e66f5 fe640b 8839ef 4c4f69 7c7f93 8839ef "
        "1e66f5 d20f39 4c4f69 d20f39 40a02b d20f39 40a02b ea76cb 1e66f5 179299"
    ),
    "catppuccin-macchiato": (
        "cad3f5 c6a0f6 a6da95 a6da95 939ab7 8aadf4 f5a97f c6a0f6 cad3f5 939ab7 c6a0f6 "
        "8aadf4 ed8796 cad3f5 ed8796 a6da95 ed8796 a6da95 f5bde6 8aadf4 8bd5ca"
    ),
    "catppuccin-mocha": (
        "cdd6f4 cba6f7 a6e3a1 a6e3a1 9399b2 89b4fa fab387 cba6f7 cdd6f4 9399b2 cba6f7 "
        "89b4fa f38ba8 cdd6f4 f38ba8 a6e3a1 f38ba8 a6e3a1 f5c2e7 89b4fa 94e2d5"
    ),
    "dark-plus": (
        "d4d4d4 569cd6 ce9178 ce9178 6a9955 dcdcaa b5cea8 4ec9b0 9cdcfe d4d4d4 569cd6 "
        "9cdcfe 569cd6 d16969 ce9178 b5cea8 569cd6 ce9178 d4d4d4 d4d4d4 d4d4d4"
    ),
    "dracula": (
        "f8f8f2 ff79c6 f1fa8c e9f284 6272a4 50fa7b bd93f9 8be9fd f8f8f2 f8f8f2 ff79c6 "
        "8be9fd bd93f9 f1fa8c ff5555 50fa7b bd93f9 50fa7b f1fa8c 8be9fd 6272a4"
    ),
    "dracula-soft": (
        "f6f6f4 f286c4 e7ee98 dee492 7b7f8b 62e884 bf9eee 97e1f1 f6f6f4 f6f6f4 f286c4 "
        "97e1f1 bf9eee e7ee98 ee6666 62e884 bf9eee 62e884 e7ee98 97e1f1 7b7f8b"
    ),
    "everforest-dark": (
        "d3c6aa e67e80 dbbc7f dbbc7f 859289 a7c080 d699b6 7fbbb3 d3c6aa d3c6aa e69875 "
        "83c092 d699b6 dbbc7f e67e80 a7c080 e67e80 a7c080 d3c6aa a7c080 859289"
    ),
    "everforest-light": (
        "5c6a72 f85552 dfa000 dfa000 939f91 8da101 df69ba 3a94c5 5c6a72 5c6a72 f57d26 "
        "35a77c df69ba dfa000 f85552 8da101 f85552 8da101 5c6a72 8da101 939f91"
    ),
    "github-dark": (
        "e1e4e8 f97583 9ecbff 9ecbff 6a737d b392f0 79b8ff b392f0 e1e4e8 e1e4e8 f97583 "
        "79b8ff 79b8ff dbedff fdaeb7 85e89d 79b8ff 79b8ff 85e89d e1e4e8 79b8ff"
    ),
    "github-dark-default": (
        "e6edf3 ff7b72 a5d6ff a5d6ff 8b949e d2a8ff 79c0ff ffa657 79c0ff e6edf3 ff7b72 "
        "79c0ff 79c0ff a5d6ff ffa198 7ee787 79c0ff 79c0ff 7ee787 e6edf3 79c0ff"
    ),
    "github-dark-dimmed": (
        "adbac7 f47067 96d0ff 96d0ff 768390 dcbdfb 6cb6ff f69d50 6cb6ff adbac7 f47067 "
        "6cb6ff 6cb6ff 96d0ff ff938a 8ddb8c 6cb6ff 6cb6ff 8ddb8c adbac7 6cb6ff"
    ),
    "github-dark-high-contrast": (
        "f0f3f6 ff9492 addcff addcff bdc4cc dbb7ff 91cbff ffb757 91cbff f0f3f6 ff9492 "
        "91cbff 91cbff addcff ffb1af 72f088 91cbff 91cbff 72f088 f0f3f6 91cbff"
    ),
    "github-light": (
        "24292e d73a49 032f62 032f62 6a737d 6f42c1 005cc5 6f42c1 24292e 24292e d73a49 "
        "005cc5 005cc5 032f62 b31d28 22863a 005cc5 005cc5 22863a 24292e 005cc5"
    ),
    "github-light-default": (
        "1f2328 cf222e 0a3069 0a3069 6e7781 8250df 0550ae 953800 0550ae 1f2328 cf222e "
        "0550ae 0550ae 0a3069 82071e 116329 0550ae 0550ae 116329 1f2328 0550ae"
    ),
    "github-light-high-contrast": (
        "0e1116 a0111f 032563 032563 66707b 622cbc 023b95 702c00 023b95 0e1116 a0111f "
        "023b95 023b95 032563 6e011a 024c1a 023b95 023b95 024c1a 0e1116 023b95"
    ),
    "gruvbox-dark-hard": (
        "ebdbb2 fb4934 b8bb26 a89984 928374 fabd2f d3869b fabd2f 83a598 a89984 fe8019 "
        "fe8019 83a598 fe8019 d65d0e b8bb26 fb4934 8ec07c ebdbb2 d3869b ebdbb2"
    ),
    "gruvbox-dark-medium": (
        "ebdbb2 fb4934 b8bb26 a89984 928374 fabd2f d3869b fabd2f 83a598 a89984 fe8019 "
        "fe8019 83a598 fe8019 d65d0e b8bb26 fb4934 8ec07c ebdbb2 d3869b ebdbb2"
    ),
    "gruvbox-dark-soft": (
        "ebdbb2 fb4934 b8bb26 a89984 928374 fabd2f d3869b fabd2f 83a598 a89984 fe8019 "
        "fe8019 83a598 fe8019 d65d0e b8bb26 fb4934 8ec07c ebdbb2 d3869b ebdbb2"
    ),
    "gruvbox-light-hard": (
        "3c3836 9d0006 79740e 7c6f64 928374 b57614 8f3f71 b57614 076678 7c6f64 af3a03 "
        "af3a03 076678 af3a03 d65d0e 79740e 9d0006 427b58 3c3836 8f3f71 3c3836"
    ),
    "gruvbox-light-medium": (
        "3c3836 9d0006 79740e 7c6f64 928374 b57614 8f3f71 b57614 076678 7c6f64 af3a03 "
        "af3a03 076678 af3a03 d65d0e 79740e 9d0006 427b58 3c3836 8f3f71 3c3836"
    ),
    "gruvbox-light-soft": (
        "3c3836 9d0006 79740e 7c6f64 928374 b57614 8f3f71 b57614 076678 7c6f64 af3a03 "
        "af3a03 076678 af3a03 d65d0e 79740e 9d0006 427b58 3c3836 8f3f71 3c3836"
    ),
    "horizon": (
        "bbbbbb b877dbe6 fab795e6 fab795e6 bbbbbb4d 25b0bce6 f09483e6 fac29ae6 e95678e6 bbbbbb b877dbe6 "
        "bbbbbb fac29ae6 f09483e6 bbbbbb bbbbbb e95678e6 f09483e6 fab795b3 fab795e6 bbbbbb"
    ),
    "horizon-bright": (
        "bbbbbb 8a31b9 f6661e f6661e 33333380 1d8991 dc3318 f77d26 da103f bbbbbb 8a31b9 "
        "333333 f77d26 dc3318 bbbbbb bbbbbb da103f dc3318 f6661eb3 f6661e bbbbbb"
    ),
    "houston": (
        "eef0f9 54b9ff ffd493 ffd493 eef0f98f 00daef ffd493 acafff 4bf3c8 eef0f9 54b9ff "
        "eef0f9 acafff ffd493 4bf3c8 ffd493 4bf3c8 ffd493 eef0f98f 54b9ff eef0f9"
    ),
    "kanagawa-dragon": (
        "c5c9c5 8992a7 8a9a7b 8a9a7b 737c73 8ba4b0 a292a3 8ea4a2 c5c9c5 9e9b93 8992a7 "
        "8ea4a2 c4746e b98d7b c34043 76946a 8ba4b0 8a9a7b c5c9c5 949fb5 9e9b93"
    ),
    "kanagawa-lotus": (
        "545464 624c83 6f894e 6f894e 716e61 4d699b b35b79 597b75 545464 4e8ca2 624c83 "
        "597b75 d9a594 836f4a d7474b 6e915f 4d699b 6f894e 545464 6693bf 4e8ca2"
    ),
    "kanagawa-wave": (
        "dcd7ba 957fb8 98bb6c 98bb6c 727169 7e9cd8 d27e99 7aa89f dcd7ba 9cabca 957fb8 "
        "7aa89f ff5d62 c0a36e c34043 76946a 7e9cd8 98bb6c dcd7ba 7fb4ca 9cabca"
    ),
    "laserwave": (
        "ffffff 40b4c4 b4dce7 7b6995 91889b eb64b9 b381c5 a96bc0 ffffff 7b6995 a96bc0 "
        "40b4c4 ffffff b4dce7 eb64b9 74dfc4 40b4c4 ffffff ffffff ffffff ffffff"
    ),
    "light-plus": (
        "000000 af00db a31515 a31515 008000 795e26 098658 267f99 001080 000000 0000ff "
        "e50000 0000ff 811f3f a31515 098658 800000 800000 000000 000000 000000"
    ),
    "material-theme": (
        "eeffff 89ddff c3e88d 89ddff 546e7a 82aaff f78c6c ffcb6b eeffff 89ddff c792ea "
        "b2ccd6 eeffff c3e88d f07178 c3e88d ffcb6b c3e88d 89ddff f07178 eeffff"
    ),
    "material-theme-darker": (
        "eeffff 89ddff c3e88d 89ddff 545454 82aaff f78c6c ffcb6b eeffff 89ddff c792ea "
        "b2ccd6 eeffff c3e88d f07178 c3e88d ffcb6b c3e88d 89ddff f07178 eeffff"
    ),
    "material-theme-lighter": (
        "90a4ae 39adb5 91b859 39adb5 90a4ae 6182b8 f76d47 e2931d 90a4ae 39adb5 9c3eda "
        "8796b0 90a4ae 91b859 e53935 91b859 e2931d 91b859 39adb5 e53935 90a4ae"
    ),
    "material-theme-ocean": (
        "babed8 89ddff c3e88d 89ddff 464b5d 82aaff f78c6c ffcb6b babed8 89ddff c792ea "
        "b2ccd6 babed8 c3e88d f07178 c3e88d ffcb6b c3e88d 89ddff f07178 babed8"
    ),
    "material-theme-palenight": (
        "babed8 89ddff c3e88d 89ddff 676e95 82aaff f78c6c ffcb6b babed8 89ddff c792ea "
        "b2ccd6 babed8 c3e88d f07178 c3e88d ffcb6b c3e88d 89ddff f07178 babed8"
    ),
    "min-dark": (
        "b392f0 f97583 ffab70 ffab70 6b737c b392f0 f8f8f8 b392f0 b392f0 b392f0 f97583 "
        "79b8ff b392f0 ffab70 b392f0 b392f0 ff7a84 9db1c5 b392f0 ffab70 b392f0"
    ),
    "min-light": (
        "24292e d32f2f 22863a 22863a c2c3c5 6f42c1 1976d2 6f42c1 24292e 24292e d32f2f "
        "1976d2 1976d2 22863a 24292e 24292e 6f42c1 2b5581 24292e 22863a 24292e"
    ),
    "monokai": (
        "f8f8f2 f92672 e6db74 e6db74 88846f a6e22e ae81ff a6e22e f8f8f2 f8f8f2 66d9ef "
        "66d9ef fd971f e6db74 f92672 a6e22e a6e22e fd971f 75715e e6db74 f8f8f2"
    ),
    "night-owl": (
        "d6deeb c792ea ecc48d d9f5dd 637777 82aaff f78c6c c5e478 d6deeb d6deeb c792ea "
        "80cbc4 7fdbca 5ca7e4 ef535090 c5e478 82b1ff c5e478 697098 ff869a d6deeb"
    ),
    "night-owl-light": (
        "403f53 994cc3 c96765 111111 989fb1 4876d6 aa0982 4876d6 4876d6 403f53 994cc3 "
        "0c969b 0c969b 5ca7e4 ef535090 4876d6 4876d6 4876d6 697098 ff869a 403f53"
    ),
    "nord": (
        "d8dee9 81a1c1 a3be8c eceff4 616e88 88c0d0 b48ead 8fbcbb d8dee9 eceff4 81a1c1 "
        "d8dee9 81a1c1 ebcb8b bf616a a3be8c 88c0d0 8fbcbb 616e88 d8dee9 d8dee9"
    ),
    "one-dark-pro": (
        "abb2bf c678dd 98c379 98c379 7f848e 61afef d19a66 e5c07b e06c75 abb2bf c678dd "
        "abb2bf e5c07b d19a66 e06c75 98c379 e06c75 98c379 5c6370 c678dd abb2bf"
    ),
    "one-light": (
        "383a42 a626a4 50a14f 50a14f a0a1a7 4078f2 986801 0184bc 986801 383a42 a626a4 "
        "383a42 e45649 0184bc e45649 50a14f e45649 383a42 a0a1a7 a626a4 383a42"
    ),
    "plastic": (
        "a9b2c3 e06c75 98c379 a9b2c3 5f6672 b57edc 56b6c2 e5c07b c6ccd7 a9b2c3 61afef "
        "c6ccd7 e06c75 98c379 e06c75 98c379 e5c07b 98c379 a9b2c3 a9b2c3 a9b2c3"
    ),
    "poimandres": (
        "a6accd 5de4c7 5de4c7 a6accd 767c9db0 add7ff 5de4c7 a6accdc0 e4f0fb a6accd 91b4d5 "
        "add7ff add7ff 5fb3a1 506477 add7ff e4f0fb 7390aa e4f0fbd0 5de4c7 767c9d"
    ),
    "red": (
        "f8f8f8 f12727 cd8d8d cd8d8d e7c0c0 fec758 994646 fec758 fb9a4b f8f8f8 ff6262 "
        "96dd3b fb9a4b ffb454 ec9799 41a83e fec758 cd8d8d f12727 f8f8f8 f8f8f8"
    ),
    "rose-pine": (
        "e0def4 31748f f6c177 f6c177 6e6a86 ebbcba ebbcba 9ccfd8 e0def4 908caa 31748f "
        "9ccfd8 e0def4 f6c177 eb6f92 9ccfd8 9ccfd8 e0def4 e0def4 e0def4 e0def4"
    ),
    "rose-pine-dawn": (
        "575279 286983 ea9d34 ea9d34 9893a5 d7827e d7827e 56949f 575279 797593 286983 "
        "56949f 575279 ea9d34 b4637a 56949f 56949f 575279 575279 575279 575279"
    ),
    "rose-pine-moon": (
        "e0def4 3e8fb0 f6c177 f6c177 6e6a86 ea9a97 ea9a97 9ccfd8 e0def4 908caa 3e8fb0 "
        "9ccfd8 e0def4 f6c177 eb6f92 9ccfd8 9ccfd8 e0def4 e0def4 e0def4 e0def4"
    ),
    "slack-dark": (
        "e6e6e6 569cd6 ce9178 ce9178 6a9955 dcdcaa b5cea8 4ec9b0 9cdcfe e6e6e6 569cd6 "
        "9cdcfe 569cd6 d16969 ce9178 b5cea8 569cd6 ce9178 e6e6e6 e6e6e6 e6e6e6"
    ),
    "slack-ochin": (
        "002339 7b30d0 a44185 a44185 357b42 7eb233 174781 0444ac 2f86d2 002339 0991b6 "
        "dc3eb7 2f86d2 a44185 002339 002339 034c7c 0460b1 110000 924205 002339"
    ),
    "snazzy-light": (
        "565869 f767bb cf9c00 adb1c2 adb1c2 09a1ed ff5c57 2dae58 565869 adb1c2 f767bb "
        "565869 2dae58 00a39f ff5c56 2dae58 2dae58 f767bb 777985 cf9c00 09a1ed"
    ),
    "solarized-dark": (
        "839496 859900 2aa198 2aa198 586e75 268bd2 d33682 cb4b16 268bd2 839496 93a1a1 "
        "859900 268bd2 dc322f dc322f 859900 268bd2 2aa198 859900 839496 839496"
    ),
    "solarized-light": (
        "657b83 859900 2aa198 2aa198 93a1a1 268bd2 d33682 cb4b16 268bd2 657b83 586e75 "
        "859900 268bd2 dc322f dc322f 859900 268bd2 2aa198 859900 657b83 657b83"
    ),
    "synthwave-84": (
        "bbbbbb fede5d ff8b39 ff8b39 848bbd 36f9f6 f97e72 fe4450 ff7edb bbbbbb fede5d "
        "72f1b8 fe4450 f97e72 bbbbbb bbbbbb ff7edb 72f1b8 72f1b8 72f1b8 ffffffee"
    ),
    "tokyo-night": (
        "a9b1d6 bb9af7 9ece6a 89ddff 51597d 7aa2f7 ff9e64 c0caf5 c0caf5 89ddff bb9af7 "
        "7aa2f7 f7768e b4f9f8 914c54 449dab 89ddff 89ddff 9aa5ce 73daca 51597d"
    ),
    "vesper": (
        "ffffff a0a0a0 99ffe4 99ffe4 8b8b8b94 ffc799 ffc799 ffc799 ffffff ffffff a0a0a0 "
        "ffffff a0a0a0 a0a0a0 ff8080 99ffe4 ffc799 ffffff ffffff ffc799 65737e"
    ),
    "vitesse-black": (
        "dbd7cacc 4d9375 c98a7d c98a7d77 758575dd 80a665 4c9a91 5da994 bd976a 444444 cb7676 "
        "b8a965 c99076 c4704f fdaeb7 85e89d 4d9375 4d9375 5d99a9 dedcd590 79b8ff"
    ),
    "vitesse-dark": (
        "dbd7caee 4d9375 c98a7d c98a7d77 758575dd 80a665 4c9a91 5da994 bd976a 666666 cb7676 "
        "b8a965 c99076 c4704f fdaeb7 85e89d 4d9375 4d9375 5d99a9 dedcd590 79b8ff"
    ),
    "vitesse-light": (
        "393a34 1e754f b56959 b5695977 a0ada0 59873a 2f798a 2e8f82 b07d48 999999 ab5959 "
        "998418 a65e2b ab5e3f b31d28 22863a 1c6b48 1c6b48 2e808f 393a3490 005cc5"
    ),
}

_BACKGROUNDS = (
    "andromeeda:23262e aurora-x:07090f ayu-dark:10141c ayu-light:fcfcfc ayu-mirage:242936 "
    "catppuccin-frappe:303446 catppuccin-latte:eff1f5 catppuccin-macchiato:24273a catppuccin-mocha:1e1e2e "
    "dark-plus:1e1e1e dracula:282a36 dracula-soft:282a36 everforest-dark:2d353b everforest-light:fdf6e3 "
    "github-dark:24292e github-dark-default:0d1117 github-dark-dimmed:22272e "
    "github-dark-high-contrast:0a0c10 github-light:fff github-light-default:ffffff "
    "github-light-high-contrast:ffffff gruvbox-dark-hard:1d2021 gruvbox-dark-medium:282828 "
    "gruvbox-dark-soft:32302f gruvbox-light-hard:f9f5d7 gruvbox-light-medium:fbf1c7 "
    "gruvbox-light-soft:f2e5bc horizon:1c1e26 horizon-bright:fdf0ed houston:17191e kanagawa-dragon:181616 "
    "kanagawa-lotus:f2ecbc kanagawa-wave:1f1f28 laserwave:27212e light-plus:ffffff material-theme:263238 "
    "material-theme-darker:212121 material-theme-lighter:fafafa material-theme-ocean:0f111a "
    "material-theme-palenight:292d3e min-dark:1f1f1f min-light:ffffff monokai:272822 night-owl:011627 "
    "night-owl-light:fbfbfb nord:2e3440 one-dark-pro:282c34 one-light:fafafa plastic:21252b "
    "poimandres:1b1e28 red:390000 rose-pine:191724 rose-pine-dawn:faf4ed rose-pine-moon:232136 "
    "slack-dark:222222 slack-ochin:fff snazzy-light:fafbfc solarized-dark:002b36 solarized-light:fdf6e3 "
    "synthwave-84:262335 tokyo-night:1a1b26 vesper:101010 vitesse-black:000 vitesse-dark:121212 "
    "vitesse-light:ffffff"
)
CODE_BACKGROUNDS: Mapping[str, str] = {
    name: colour for name, _, colour in (pair.partition(":") for pair in _BACKGROUNDS.split())
}
"""Name of a theme -> the colour behind its code, which Shiki writes on a block where one theme is for both schemes."""
