"""How often right and wrong duties carry a doubt: `python -m tests.domain.directives.doubts [FOLDER GOLD]…`.

Of our own texts as they are and flattened to one paragraph, and of further folders of texts with their annotations.
A duty is right when the annotation has it with its leads; its doubts are the reader's own, no directory asked.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.directives.scoring import compare

from .scoring import TEXTS, flattened


def counted(text: str, gold: dict[str, object]) -> Counter[tuple[str, bool]]:
    """(right or wrong, doubted) → how many duties."""
    found = to_json(read(text))
    wrong = [
        miss.found for miss in compare(gold, found).misses if miss.field == "assignments" and miss.expected is None
    ]
    return Counter(("wrong" if duty in wrong else "right", bool(duty["doubts"])) for duty in found["assignments"])


def main(folders: list[str]) -> None:
    """Print the table."""
    pairs = [(TEXTS, TEXTS), *((Path(a), Path(b)) for a, b in zip(folders[::2], folders[1::2], strict=True))]
    total: Counter[tuple[str, bool]] = Counter()
    for texts, golds in pairs:
        for path in sorted(texts.glob("*.txt")):
            annotation = golds / f"{path.stem}.json"
            if annotation.exists():
                text, gold = path.read_text(encoding="utf-8"), json.loads(annotation.read_text(encoding="utf-8"))
                total += counted(text, gold) + counted(flattened(text), gold)
    for kind in ("right", "wrong"):
        doubted, certain = total[kind, True], total[kind, False]
        share = doubted / max(1, doubted + certain)
        sys.stdout.write(f"{kind}: {doubted} of {doubted + certain} carry a doubt ({share:.3f})\n")


if __name__ == "__main__":
    main(sys.argv[1:])
