"""Where a request comes from, as far as limits need to know."""

from __future__ import annotations

import ipaddress
import re

from django.conf import settings
from django.http import HttpRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
WITH_PORT = re.compile(r"\[([^\[\]]+)\](?::\d*)?|([\d.]+):\d*")  # as some proxies write it


def address_of(request: HttpRequest) -> Address | None:
    """Who asks; where that cannot be read, the nearest to them of what our proxies say stands on the way.

    Each proxy adds at the end of X-Forwarded-For whom it heard from, so the entry of the outermost of PROXIES is the
    client. Nothing further left is ever looked at, since whoever asks may write there what they like. Where there are
    fewer entries than proxies, one has added nothing, and only the last entry is surely from a proxy: all who come
    through it may then be counted together, which makes a limit narrower, never wider. The same goes for an entry that
    is no address, and for the other end of our own connection, the last resort.
    """
    said = request.headers.get("X-Forwarded-For", "").split(",") if settings.PROXIES else []
    ours = said[-settings.PROXIES :] if len(said) >= settings.PROXIES else said[-1:]
    found = map(_address, (*ours, request.META.get("REMOTE_ADDR", "")))
    return next((each for each in found if each), None)


def network_of(request: HttpRequest) -> str:
    """The range an address belongs to: 256 neighbours, or the /56 that a household gets."""
    address = address_of(request)
    if address is None:
        return ""
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 56), strict=False))


def _address(text: str) -> Address | None:
    """An address as it is kept: without port, brackets and the name of a network card; IPv4 as such."""
    text = text.strip()
    wrapped = WITH_PORT.fullmatch(text)
    try:
        found = ipaddress.ip_address((wrapped[1] or wrapped[2]) if wrapped else text)
    except ValueError:
        return None
    if found.version == 4:
        return found
    return found.ipv4_mapped or ipaddress.IPv6Address(int(found))
