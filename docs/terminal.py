#!/usr/bin/env python3
"""Draws a command's coloured output as an SVG picture of a terminal:  docs/terminal.py OUT.svg COMMAND [ARG ...]"""
import html
import re
import subprocess
import sys
import unicodedata

WIDTH, LINE, CELL, LEFT, TOP = 100, 19, 8.4, 16, 44
COLOURS = {"1": "#e8e8e8", "91": "#ff6b68", "31": "#ff6b68", "93": "#ffd75f", "33": "#ffd75f", "94": "#6cb6ff", "34": "#6cb6ff", "96": "#56d4dd", "36": "#56d4dd", "92": "#7ee787", "32": "#7ee787"}


def cells(c):
    return 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1


def main():
    out, *command = sys.argv[1:]
    text = subprocess.run(command, capture_output=True, text=True).stdout.rstrip("\n")
    lines = ["$ mtlint " + " ".join(a for a in command[1:] if a not in ("--color", "always")), "", *text.split("\n")]
    body = []
    for n, line in enumerate(lines):
        y, column, colour, bold = TOP + n * LINE, 0, "#d0d0d0", False
        for part in re.split(r"(\x1b\[[0-9;]*m)", line):
            if m := re.fullmatch(r"\x1b\[([0-9;]*)m", part):
                codes = m.group(1).split(";")
                if "0" in codes or codes == [""]:
                    colour, bold = "#d0d0d0", False
                bold |= "1" in codes
                colour = next((COLOURS[c] for c in codes if c in COLOURS and c != "1"), colour)
                continue
            # A run of narrow characters is one text; every wide one is put into its own two cells.
            for run in re.findall(r"[\u2E80-\uFFEF]|[^\u2E80-\uFFEF]+", part):
                width = sum(map(cells, run))
                if run.strip():
                    weight = ' font-weight="bold"' if bold else ""
                    body.append(f'<text x="{LEFT + column * CELL:.1f}" y="{y}" fill="{colour}"{weight} textLength="{width * CELL:.1f}" xml:space="preserve">{html.escape(run, quote=False)}</text>')
                column += width
    height = TOP + len(lines) * LINE
    width = int(LEFT * 2 + WIDTH * CELL)
    dots = "".join(f'<circle cx="{18 + 18 * i}" cy="18" r="6" fill="{c}"/>' for i, c in enumerate(("#ff5f56", "#ffbd2e", "#27c93f")))
    open(out, "w", encoding="utf-8").write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="ui-monospace, \'DejaVu Sans Mono\', \'Noto Sans Mono CJK SC\', \'Noto Sans CJK SC\', monospace" font-size="14">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#161b22"/>{dots}\n' + "\n".join(body) + "\n</svg>\n"
    )


main()
