"""Time what twenty presentational Vue components add to a build: cold, and when all of them were drawn before.

    python benchmarks/components.py --runs 7

All decks have the same 20 slides. In one each slide holds a component of its own, with input, a slot, utilities and scoped
styles; "written" is the deck in which the same HTML and CSS stand in the slides. "Cold" starts from a cache that has the
npm packages and nothing else. Prints wall and CPU seconds of whole processes, least and median, and what each takes more
than the deck without.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

COUNT = 20
COMPONENT = """<script setup lang="ts">
withDefaults(defineProps<{{ title: string, tone?: string, items?: string[] }}>(), {{
  tone: 'teal', items: () => ['a', 'b']
}})
</script>

<template>
  <section class="card-{n} rounded p-{p} border border-main" :class="`tone-${{tone}}`">
    <h3 class="text-xl font-bold mb-2">{{{{ title }}}} {n}</h3>
    <ul class="flex gap-2">
      <li v-for="(item, at) in items" :key="item" class="opacity-80">{{{{ at + 1 }}}}. {{{{ item }}}}</li>
    </ul>
    <slot />
  </section>
</template>

<style scoped>
.card-{n} {{ box-shadow: 0 0 {n}px #0003; }}
.card-{n} h3 {{ letter-spacing: 0.0{n}em; }}
</style>
"""
WRITTEN = """
<section class="card-{n} rounded p-{p} border border-main tone-teal mt-4">
  <h3 class="text-xl font-bold mb-2">Card {n}</h3>
  <ul class="flex gap-2"><li class="opacity-80">1. x</li><li class="opacity-80">2. y</li></ul>

Some *more*

</section>

<style>
.card-{n} {{ box-shadow: 0 0 {n}px #0003; }}
.card-{n} h3 {{ letter-spacing: 0.0{n}em; }}
</style>
"""
DRAWN = ("vue-html", "vue-islands", "vue-modules", "vue-decks")
"""What a first build leaves in the cache beside the packages."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished build."""

    wall_s: float
    cpu_s: float


def build(deck: Path, cache: Path, out: Path) -> Run:
    """Build a deck in a process of its own; exit where that fails."""
    command = [sys.executable, "-m", "deckc", "build", str(deck), "-o", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=os.environ | {"DECKC_CACHE": str(cache)}, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return Run(wall_s, usage.ru_utime + usage.ru_stime)


def write_decks(folder: Path) -> tuple[Path, Path, Path]:
    """Write the deck without components, the one with their HTML and the one with them."""
    bare, written, full = folder / "bare", folder / "written", folder / "full"
    (full / "components").mkdir(parents=True)
    bare.mkdir()
    written.mkdir()
    slides = [f"# Slide {n}\n\nWords of slide {n} in **bold**.\n\n- one\n- two\n" for n in range(COUNT)]
    (bare / "slides.md").write_text("\n---\n\n".join(slides), encoding="utf-8")
    pages = [slide + WRITTEN.format(n=n, p=n % 6 + 1) for n, slide in enumerate(slides)]
    (written / "slides.md").write_text("\n---\n\n".join(pages), encoding="utf-8")
    for n in range(COUNT):
        text = COMPONENT.format(n=n, p=n % 6 + 1)
        (full / "components" / f"Card{n}.vue").write_text(text, encoding="utf-8")
        slides[n] += (
            f'\n<Card{n} title="Card" :items="[\'x\', \'y\']" class="mt-4">\n\nSome *more*\n\n</Card{n}>\n'
        )
    (full / "slides.md").write_text("\n---\n\n".join(slides), encoding="utf-8")
    return bare / "slides.md", written / "slides.md", full / "slides.md"


def forget_drawn(cache: Path) -> None:
    """Remove what builds have drawn."""
    for name in DRAWN:
        shutil.rmtree(cache / name, ignore_errors=True)


def report(name: str, runs: list[Run], base: list[Run]) -> None:
    """Print one row; `base` is what it is compared with."""
    walls, cpus = [run.wall_s for run in runs], [run.cpu_s for run in runs]
    more_wall = min(walls) - min(run.wall_s for run in base)
    more_cpu = min(cpus) - min(run.cpu_s for run in base)
    print(
        f"{name:8} wall min {min(walls):6.3f} s  median {statistics.median(walls):6.3f} s   "
        f"CPU min {min(cpus):6.3f} s  median {statistics.median(cpus):6.3f} s   "
        f"more: wall {more_wall * 1000:4.0f} ms  CPU {more_cpu * 1000:4.0f} ms"
    )


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        cache, out = folder / "cache", folder / "out"
        bare, written, full = write_decks(folder)
        build(full, cache, out)  # fetches the packages, and fills the cache of bytecode
        build(bare, cache, out)
        build(written, cache, out)
        without, html, cold, kept = [], [], [], []
        for _ in range(asked.runs):
            without.append(build(bare, cache, out))
            html.append(build(written, cache, out))
            forget_drawn(cache)
            cold.append(build(full, cache, out))
            kept.append(build(full, cache, out))
    report("without", without, without)
    report("written", html, without)
    report("cold", cold, without)
    report("kept", kept, without)


if __name__ == "__main__":
    main()
