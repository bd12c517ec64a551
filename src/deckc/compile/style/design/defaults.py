"""What every deck starts from: Slidev's fonts, shortcuts and safelist, and the names of Iconify's sets."""

from __future__ import annotations

FONTS = {
    "sans": (
        '"Avenir Next","Nunito Sans",ui-sans-serif,system-ui,-apple-system,BlinkMacSystemFont,"Segoe '
        'UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif,"Apple Color Emoji","Segoe UI '
        'Emoji","Segoe UI Symbol","Noto Color Emoji"'
    ),
    "serif": ('ui-serif,Georgia,Cambria,"Times New Roman",Times,serif'),
    "mono": (
        '"Fira Code",ui-monospace,SFMono-Regular,Menlo,Monaco,Consolas,"Liberation Mono","Courier '
        'New",monospace'
    ),
}

SHORTCUTS = {
    "bg-main": "bg-white dark:bg-[#121212]",
    "bg-active": "bg-gray-400/10",
    "border-main": "border-gray/20",
    "text-main": "text-[#181818] dark:text-[#ddd]",
    "text-primary": "color-$slidev-theme-primary",
    "bg-primary": "bg-$slidev-theme-primary",
    "border-primary": "border-$slidev-theme-primary",
    "abs-tl": "absolute top-0 left-0",
    "abs-tr": "absolute top-0 right-0",
    "abs-b": "absolute bottom-0 left-0 right-0",
    "abs-bl": "absolute bottom-0 left-0",
    "abs-br": "absolute bottom-0 right-0",
    "z-drawing": "z-10",
    "z-camera": "z-15",
    "z-dragging": "z-18",
    "z-menu": "z-20",
    "z-label": "z-40",
    "z-nav": "z-50",
    "z-context-menu": "z-60",
    "z-modal": "z-70",
    "z-focus-indicator": "z-200",
    "slidev-glass-effect": "shadow-xl backdrop-blur-8 border border-main bg-main bg-opacity-75!",
}

SAFELIST = ("!opacity-0", "prose", "grid-rows-[1fr_max-content]", "grid-cols-[1fr_max-content]")

COLLECTIONS = frozenset(
    """
        academicons akar-icons ant-design arcticons basil bi bitcoin-icons boxicons bpmn brandico bubbles bx
        bxl bxs bytesize carbon catppuccin cbi charm ci cib cif cil circle-flags circum clarity codex
        codicon covid cryptocurrency-color cryptocurrency cuida dashicons devicon-line devicon-original
        devicon-plain devicon dinkie-icons duo-icons ei el emblemicons emojione-monotone emojione-v1
        emojione entypo-social entypo eos-icons ep et eva f7 fa-brands fa-regular fa-solid fa fa6-brands
        fa6-regular fa6-solid fa7-brands fa7-regular fa7-solid fad famicons fe feather file-icons flag
        flagpack flat-color-icons flat-ui flowbite fluent-color fluent-emoji-flat fluent-emoji-high-contrast
        fluent-emoji fluent-mdl2 fluent fontelico fontisto formkit foundation fxemoji gala game-icons garden
        gcp geo gg gis glyphs-poly glyphs gravity-ui gridicons grommet-icons guidance healthicons
        heroicons-outline heroicons-solid heroicons hugeicons humbleicons ic icomoon-free icon-park-outline
        icon-park-solid icon-park-twotone icon-park iconamoon iconoir icons8 il ion iwwa ix jam la
        lets-icons line-md lineicons logos ls lsicon lucide-lab lucide mage majesticons maki map marketeq
        material-icon-theme material-symbols-light material-symbols mdi-light mdi medical-icon memory
        meteocons meteor-icons mi mingcute mono-icons mynaui nimbus nonicons noto-v1 noto nrk octicon oi
        ooui openmoji oui pajamas pepicons-pencil pepicons-pop pepicons-print pepicons ph picon pixel
        pixelarticons prime proicons ps qlementine-icons quill radix-icons raphael ri rivet-icons roentgen
        si-glyph si sidekickicons simple-icons simple-line-icons skill-icons solar stash streamline-block
        streamline-color streamline-cyber-color streamline-cyber streamline-emojis streamline-flex-color
        streamline-flex streamline-freehand-color streamline-freehand streamline-guidance
        streamline-kameleon-color streamline-logos streamline-pixel streamline-plump-color streamline-plump
        streamline-sharp-color streamline-sharp streamline-stickies-color streamline-ultimate-color
        streamline-ultimate streamline subway svg-spinners system-uicons tabler tdesign teenyicons temaki
        token-branded token topcoat twemoji typcn uil uim uis uit uiw unjs vaadin vs vscode-icons websymbol
        weui whh wi wordpress wpf zmdi zondicons
        slidev
    """.split()
)
