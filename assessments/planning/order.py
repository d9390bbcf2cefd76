"""The order in which steps can be done."""

from __future__ import annotations

from collections.abc import Iterable

from .room import Room, Rooms


def in_order(rooms: Rooms, keys: Iterable[str]) -> list[str]:
    """Practices in the framework's order, but each after its prerequisites."""
    chosen = set(keys)
    order: dict[str, None] = {}

    def place(room: Room) -> None:
        for need in room.needs:
            if need in rooms:  # what nobody answered cannot be lifted, and so has no place
                place(rooms[need])
        order.setdefault(room.id)

    for key, room in rooms.items():
        if key in chosen:
            place(room)
    return [key for key in order if key in chosen]
