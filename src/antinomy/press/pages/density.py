"""The own voice: the container dense in running text is the article.

In the manner of readability and GNE, but characters are counted, by their width, where
others count words between spaces: Chinese has none.
"""

from collections.abc import Iterator

from antinomy.press.pages.containers import Containers
from antinomy.press.pages.markup import Markup


def dense_blocks(markup: Markup, containers: Containers) -> frozenset[int]:
    """Give the numbers of the blocks, from 0, that the own voice takes for article."""
    scores = _scores(markup, containers)
    if not scores:
        return frozenset()
    best = max(scores, key=lambda node: (scores[node], -node))
    top = _widened(best, containers)
    return _kept(markup, containers, best=best, top=top)


def _scores(markup: Markup, containers: Containers) -> dict[int, float]:
    """Score the containers around running text by what stands in them."""
    scores: dict[int, float] = {}
    parents, apart = containers.parents, containers.apart
    words = containers.words
    blocks = containers.summed([1.0] * len(markup.blocks))
    for block, weight in zip(markup.blocks, containers.weights, strict=True):
        node = block.node
        if not weight or apart[node]:
            continue
        while blocks[node] == 1 and parents[node] > 0:
            node = parents[node]  # a paragraph by another name
        for share in words.gravity:
            if node < 0:
                break
            scores[node] = scores.get(node, 0.0) + weight * share
            node = parents[node]
    for node in scores:
        scores[node] *= 1 - containers.link_share(node)
        if containers.is_body(node):
            scores[node] *= words.body
        elif containers.speaks_for(node):
            scores[node] *= words.named
    return scores


def _widened(best: int, containers: Containers) -> int:
    """Climb from the best container while what is added is running text."""
    words, parents = containers.words, containers.parents
    weight, width, linked = containers.weight, containers.width, containers.linked
    top, node = best, parents[best]
    while node > 0 and not containers.is_body(top):
        added = weight[node] - weight[top]
        links = linked[node] - linked[top]
        if added > words.gain * weight[top] and links < words.join * (
            width[node] - width[top]
        ):
            top = node
        node = parents[node]
    return top


def _kept(
    markup: Markup, containers: Containers, *, best: int, top: int
) -> frozenset[int]:
    """Keep the blocks inside the top container, less what is no article in it."""
    parents, words, tags = containers.parents, containers.words, containers.tags
    inside = [False] * len(parents)
    node = best
    while node != parents[top]:
        inside[node] = True
        node = parents[node]
    for node in range(1, len(parents)):
        if inside[parents[node]] and not inside[node]:
            inside[node] = not _is_cut(containers, node, top)
    never = tags.captions | tags.titles
    kept = [
        number
        for number, (_, _, tag, node, linked) in enumerate(markup.blocks)
        if inside[node] and linked <= words.linked and tag not in never
    ]
    running = [i for i, number in enumerate(kept) if containers.weights[number] >= 1]
    if not running:
        return frozenset()
    lead = _lead(markup, containers, kept[running[0]])
    return frozenset([*lead, *_trimmed(markup, kept, running)])


def _trimmed(markup: Markup, kept: list[int], running: list[int]) -> Iterator[int]:
    """Leave out what lies before and behind all running text.

    Unless it shares a container with some, as a short heading does.
    """
    nodes = {markup.blocks[kept[place]].node for place in running}
    for place, number in enumerate(kept):
        within = running[0] <= place <= running[-1]
        if within or markup.blocks[number].node in nodes:
            yield number


def _lead(markup: Markup, containers: Containers, first: int) -> Iterator[int]:
    """Give the whole sentences between the headline and the article: its lead.

    It often stands in a container of its own.
    """
    words = containers.words
    found: list[int] = []
    headed = False
    for number, block in enumerate(markup.blocks[:first]):
        if block.tag in containers.tags.headlines:
            headed = True
            found.clear()
        elif headed and containers.weights[number] >= 1:
            text = block.woven.text
            whole = text[-1] in words.closes and len(text.encode()) >= words.short
            if whole and not containers.apart[block.node]:
                found.append(number)
    yield from found


def _is_cut(containers: Containers, node: int, top: int) -> bool:
    words, weight = containers.words, containers.weight
    if containers.apart[node] or containers.link_share(node) > words.links:
        return True
    return weight[node] < words.most * weight[top] and containers.speaks_against(node)
