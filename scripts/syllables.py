"""Make the table of syllables that the spelling rules ask: `python scripts/syllables.py`.

Nobody else's word list goes into it: which syllables stand side by side is counted in the Vietnamese that this project
itself has written (screens, guides, invented test texts), and `lexicon/office.txt` is chosen by hand. One line a first
syllable (`bảo<TAB>**đảm *hiểm vệ`): `**` for pairs of the hand list, `*` for pairs written often.
"""

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "src" / "haidang" / "domain" / "checks" / "lexicon"
HEAD = (
    "# Syllables that stand side by side in Vietnamese; ** marks words of office.txt, * pairs written often.\n"
    "# Counted in this project's own writing by scripts/syllables.py.\n"
)
# Texts with scanning slips on purpose teach nothing.
TEXTS = (
    "docs/user-guide.md", "GLOSSARY.md", "src/haidang/locale/vi/LC_MESSAGES/django.po",
    "src/haidang/conf/demonstration/**/*", "src/haidang/domain/units/data/*.toml",
    "src/haidang/domain/directives/data/*.toml", "tests/domain/checks/texts/*.txt",
    "tests/domain/directives/texts/[!b]*.txt", "tests/domain/directives/texts/blind-0*.txt",
    "tests/domain/directives/texts/blind2-*.txt", "tests/domain/drafting/*.py", "tests/factories/*.py",
)  # fmt: skip
RUN = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+)+")
QUOTED = re.compile(r"“[^”]{0,40}” → “[^”]{0,40}”")
LONGEST, OFTEN = 7, 4


def written() -> Counter[tuple[str, str]]:
    """How often each pair of syllables stands side by side."""
    found: Counter[tuple[str, str]] = Counter()
    for pattern in TEXTS:
        for path in sorted(ROOT.glob(pattern)):
            if path.suffix in {".md", ".po", ".py", ".toml", ".txt"}:
                text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
                text = QUOTED.sub(" | ", text).replace('"\n"', "")
                for run in RUN.findall(re.sub(r"(?<=\S)\n(?=\S)", " ", text)):
                    found.update(pairwise(run.lower().split()))
    return found


def main() -> None:
    """Write the table."""
    counted = written()
    chosen = (LEXICON / "office.txt").read_text(encoding="utf-8")
    by_hand = {tuple(word.split()) for line in chosen.splitlines() if line[:1] != "#" for word in line.split(";")}
    after: dict[str, dict[str, int]] = {}
    for first, second in sorted({*counted, *(pair for pair in by_hand if len(pair) == 2)}):
        if len(first) <= LONGEST and len(second) <= LONGEST:
            times = counted[first, second]
            often = 2 if (first, second) in by_hand else 1 if times >= OFTEN else 0
            after.setdefault(first, {})[second] = often
    lines = [
        first + "\t" + " ".join("*" * often + second for second, often in sorted(seconds.items())) + "\n"
        for first, seconds in sorted(after.items())
    ]
    (LEXICON / "syllables.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
