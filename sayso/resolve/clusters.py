"""Which clusters do the links make, when some pairs must stay apart?"""


class Clusters:
    """Sets of ids that grow by union; each is called by its smallest id."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._barred: dict[str, set[str]] = {}

    def add(self, item: str) -> None:
        """Know an id, alone in its cluster."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]

    def __contains__(self, item: str) -> bool:
        return item in self._parent

    def name(self, item: str) -> str:
        """The smallest id of the item's cluster."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def members(self, item: str) -> list[str]:
        """The ids of the item's cluster, in no promised order."""
        return self._members[self.name(item)]

    def bar(self, a: str, b: str) -> None:
        """No union may bring these two together."""
        one, two = self.name(a), self.name(b)
        if one != two:
            self._barred.setdefault(one, set()).add(two)
            self._barred.setdefault(two, set()).add(one)

    def barred(self, a: str, b: str) -> bool:
        """Whether the clusters of the two are kept apart."""
        return self.name(b) in self._barred.get(self.name(a), ())

    def join(self, a: str, b: str) -> bool:
        """Bring the two together unless they are barred; whether they are together now."""
        one, two = sorted((self.name(a), self.name(b)))
        if one == two:
            return True
        if self.barred(one, two):
            return False
        self._parent[two] = one
        self._members[one].extend(self._members.pop(two))
        for other in self._barred.pop(two, ()):
            self._barred[other].discard(two)
            self._barred[other].add(one)
            self._barred.setdefault(one, set()).add(other)
        return True

    def sets(self) -> dict[str, list[str]]:
        """Cluster name -> its ids, both sorted."""
        return {name: sorted(self._members[name]) for name in sorted(self._members)}
