"""Stories that tell the same under several addresses, on Neo4j: found, reported, and counted as one."""

from collections.abc import Collection, Iterator, Mapping

from briefgraph.graph.decisions import Decisions, pair_of
from briefgraph.graph.events import Told, recounted
from briefgraph.graph.neo4j.running import Running


async def settle_events(running: Running, decisions: Decisions, stories: Collection[str], known: Collection[str]) -> list[str]:
    """Find the stories' twins anew, and the event of every story that has to do with them.

    Gives the claims that stories state whose event is another than before.

    Args:
        known: stories that were twins of these before.
    """
    found = {pair_of(a, b) for a, b in await running.all("find-twins", stories)} - decisions.distinct
    await running.all("add-twins", [{"a": a, "b": b} for a, b in sorted(found)])
    twins = await _twins(running, {*known, *(story for pair in found for story in pair)})
    told = {story: (Told(story, key), event) for story, key, event in await running.all("events-of", twins)}
    rows = [
        {
            "id": one.story,
            "event": one.event,
            "problem": one.problem and one.problem.id,
            "message": one.problem and one.problem.message,
            "isClosed": one.problem is not None and one.problem.id in decisions.closed,
        }
        for component in _components(twins)
        for one in recounted({story: told[story] for story in component if story in told})
    ]
    return await running.ids("put-events", rows)


async def _twins(running: Running, stories: set[str]) -> Mapping[str, set[str]]:
    """The twins of stories, and of these twins, and so on."""
    found: dict[str, set[str]] = {story: set() for story in stories}
    edge = stories
    while edge:
        reached = set()
        for story, other in await running.all("twins-of-stories", sorted(edge)):
            found[story].add(other)
            reached.add(other)
        edge = reached - found.keys()
        found |= {story: set() for story in edge}
    return found


def _components(twins: Mapping[str, set[str]]) -> Iterator[set[str]]:
    left = set(twins)
    while left:
        component: set[str] = set()
        edge = {left.pop()}
        while edge:
            component |= edge
            edge = {other for story in edge for other in twins[story]} - component
        left -= component
        yield component
