"""Make the table of Vietnamese syllables and words that the spelling rule asks: `python scripts/syllables.py FOLDER`.

FOLDER holds Viet11K.txt, Viet22K.txt and Viet74K.txt of the package underthesea 9.5.0
(Apache-2.0; lists compiled by Hồ Ngọc Đức).
Written is what the rule needs and nothing else: which syllables stand side by side in a word, one line a first syllable
(`bảo<TAB>**đảm an hiểm`: `**` for words of the shortest list, `*` of the next). Meanings and order are not taken over.
"""

import re
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "haidang" / "domain" / "checks" / "lexicon" / "syllables.tsv"
HEAD = (
    "# Syllables that stand side by side in a Vietnamese word; ** marks the commonest words, * common ones.\n"
    "# Source: word lists in underthesea 9.5.0 (Apache-2.0), compiled by Hồ Ngọc Đức. Made by scripts/syllables.py.\n"
)
SYLLABLE = re.compile(r"[^\W\d_]+")
LONGEST = 7


def words(path: Path) -> set[tuple[str, ...]]:
    """The words of a list, each as its syllables."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        for word in unicodedata.normalize("NFC", line).lower().split(","):
            parts = tuple(SYLLABLE.findall(word))
            if parts and all(len(part) <= LONGEST for part in parts):
                found.add(parts)
    return found


def main(folder: Path) -> None:
    """Write the table."""
    lists = [words(folder / f"Viet{size}.txt") for size in ("74K", "22K", "11K")]
    after: dict[str, dict[str, int]] = {}
    for often, found in enumerate(lists):
        for word in found:
            for syllable in word:
                after.setdefault(syllable, {})
            for first, second in pairwise(word):
                after[first][second] = max(often, after[first].get(second, 0))
    lines = []
    for first in sorted(after):
        seconds = " ".join("*" * often + second for second, often in sorted(after[first].items()))
        lines.append(f"{first}\t{seconds}\n")
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
