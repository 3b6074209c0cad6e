"""The own voice: the container dense in running text is the article.

In the manner of readability and GNE, but characters are counted, by their width, where
others count words between spaces: Chinese has none.
"""

import re
from collections import Counter

from antinomy.press.markup import Markup
from antinomy.press.source_words import DensityWords, MarkupWords

_NAMED = re.compile(
    r"""\s(class|id|role|itemprop|data-testid)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_GONE = re.compile(r"""\shidden(?=[\s>/=])|\sstyle\s*=\s*["'][^"']*display:\s*none""", re.I)


def dense_blocks(
    markup: Markup, words: DensityWords, tags: MarkupWords
) -> frozenset[int]:
    """Give the numbers of the blocks, from 0, that the own voice takes for article."""
    return _Page(markup, words, tags).article()


class _Page:
    def __init__(self, markup: Markup, words: DensityWords, tags: MarkupWords) -> None:
        self.markup = markup
        self.words = words
        self.tags = tags
        self.text = markup.blanked.text
        self.widths = [len(block.woven.text.encode()) for block in markup.blocks]
        self.weights = list(map(self._weight, markup.blocks, self.widths))
        n = len(markup.names)
        self.spoken: dict[int, bool] = {}
        # subtree
        P = markup.parents
        self.mass = [0.0] * n
        for b, wt in zip(markup.blocks, self.weights):
            if wt: self.mass[b.node] += wt
        self._up(self.mass)
        total = self.mass[0]
        self.apart = [False]*n
        for i in range(1, n):
            if self.apart[P[i]]:
                self.apart[i] = True
            elif self.mass[i] < words.most * total and (markup.names[i] in tags.apart or (self.mass[i]>0 and self.speaks_against(i))):
                self.apart[i] = True
        self.own = [0.0] * n
        self.width = [0.0]*n
        self.linkw = [0.0]*n
        for b, wt, wd in zip(markup.blocks, self.weights, self.widths):
            self.width[b.node] += wd
            self.linkw[b.node] += wd*b.linked
            if wt and not self.apart[b.node]:
                self.own[b.node] += wt
        self.left = self.own[:]
        self._up(self.left); self._up(self.width); self._up(self.linkw)

    def _up(self, sums: list[float]) -> None:
        P = self.markup.parents
        for i in range(len(sums) - 1, 0, -1):
            if sums[i]:
                sums[P[i]] += sums[i]

    def _weight(self, block, width) -> float:
        if width < self.words.width or block.linked > self.words.linked or block.tag in self.tags.headings:
            return 0.0
        text = block.woven.text
        marks = sum(map(text.count, self.words.marks))
        if not marks and width < 80: return 0.3
        return (1 + marks + min(width / 100, 3)) * (1 - block.linked)

    def article(self) -> frozenset[int]:
        scores = self._scores()
        if not scores:
            return frozenset()
        best = max(scores, key=lambda node: (scores[node], -node))
        return self._kept(self._widened(best))

    def _scores(self) -> dict[int, float]:
        scores: dict[int, float] = {}
        P = self.markup.parents
        singles = self._singles()
        for block, weight in zip(self.markup.blocks, self.weights, strict=True):
            node = block.node
            if not weight or self.apart[node]:
                continue
            if node in singles:
                node = P[node]
            for share in (1.0, 0.5, 0.25):
                if node < 0:
                    break
                scores[node] = scores.get(node, 0.0) + weight * share
                node = P[node]
        for node in scores:
            scores[node] *= 1 - self.linkw[node] / max(self.width[node], 1)
            scores[node] *= 1.25 if self.speaks_for(node) else 1
        return scores

    def _singles(self) -> set[int]:
        counts = Counter(block.node for block in self.markup.blocks)
        around = set(self.markup.parents)
        return {node for node, n in counts.items() if n == 1 and node not in around}

    def _hints(self, node):
        start = self.markup.openings[node]
        end = self.text.find(">", start)
        tag = self.text[start : min(end + 1, start + 800)]
        return tag

    def names(self, node: int) -> list[str]:
        return [n for m in _NAMED.finditer(self._hints(node)) for n in (m[2] or m[3] or m[4] or '').split()]

    def speaks_against(self, node: int) -> bool:
        if node in self.spoken:
            return self.spoken[node]
        found = False
        if self.markup.names[node] not in ("html", "body", "article", "main"):
            for name in self.names(node):
                parts = {p.lower() for p in _WORD.findall(name)}
                if parts & self.words.against and not parts & self.words.neutral:
                    found = True
                    break
            found = found or bool(_GONE.search(self._hints(node)))
        self.spoken[node] = found
        return found

    def speaks_for(self, node: int) -> bool:
        if self.markup.names[node] in ("article", "main"):
            return True
        return any({p.lower() for p in _WORD.findall(name)} & self.words.favour for name in self.names(node))

    def _widened(self, best: int) -> int:
        """Climb while what is added is running text."""
        P = self.markup.parents
        top, node = best, P[best]
        while node > 0 and self.markup.names[node] not in ("html",):
            added = self.left[node] - self.left[top]
            more = self.width[node] - self.width[top]
            links = self.linkw[node] - self.linkw[top]
            if added > self.words.gain * self.left[top] and links < self.words.join * more:
                top = node
            node = P[node]
        self.path=set()
        node=best
        while node!=top:
            self.path.add(node); node=P[node]
        return top

    def _kept(self, top: int) -> frozenset[int]:
        P = self.markup.parents
        inside = {top: True, 0: False, -1: False}
        inside[top] = True
        kept = []
        for number, block in enumerate(self.markup.blocks):
            node, path = block.node, []
            while node not in inside:
                path.append(node)
                node = P[node]
            found = inside[node]
            for inner in reversed(path):
                found = found and not self._cut(inner, top)
                inside[inner] = found
            if found and block.linked <= self.words.linked:
                kept.append(number)
        return frozenset(self._trimmed(kept))

    def _cut(self, node: int, top: int) -> bool:
        if node in self.path: return False
        if self.apart[node]: return True
        name = self.markup.names[node]
        if name in ("ul", "ol", "dl", "table", "div", "section"):
            if self.width[node] and self.linkw[node] / self.width[node] > self.words.links:
                return True
        return self.left[node] < self.words.most * self.left[top] and self.speaks_against(node)

    def _trimmed(self, kept):
        w = self.weights
        bl=self.markup.blocks
        first = next((i for i, k in enumerate(kept) if w[k] >= 1), 0)
        last = next((i for i in range(len(kept) - 1, -1, -1) if w[kept[i]] >= 1), len(kept) - 1)
        return kept[first : last + 1]
