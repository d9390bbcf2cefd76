"""A rectangle on a slide, in points: what everything is laid out with."""

from __future__ import annotations

from dataclasses import dataclass

EMU = 12_700  # in a point


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, width and height in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in the units of the file."""
        return emu(self.x), emu(self.y), emu(max(self.width, 0.0)), emu(max(self.height, 0.0))

    def below(self, points: float) -> Box:
        """What is left of it under its first `points`."""
        return Box(self.x, self.y + points, self.width, max(0.0, self.height - points))

    def top(self, points: float) -> Box:
        """Its first `points`."""
        return Box(self.x, self.y, self.width, min(points, self.height))

    def columns(self, *shares: float, gap: float = 24.0) -> list[Box]:
        """Boxes side by side, `gap` apart, whose widths stand to each other as `shares`."""
        room = self.width - gap * (len(shares) - 1)
        boxes, x = [], self.x
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(x, self.y, width, self.height))
            x += width + gap
        return boxes

    def rows(self, count: int, gap: float = 0.0, most: float = 1e6) -> list[Box]:
        """`count` boxes below each other, none taller than `most`."""
        height = min(most, (self.height - gap * (count - 1)) / max(count, 1))
        return [Box(self.x, self.y + place * (height + gap), self.width, height) for place in range(count)]


def emu(points: float) -> int:
    """Points in the units of the file."""
    return round(points * EMU)
