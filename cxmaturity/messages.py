"""Where messages for the next page are kept: in a cookie, or in the session where they are too long for one."""

from __future__ import annotations

from typing import Any

from django.contrib.messages.storage.base import BaseStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.utils.functional import cached_property


class LazyStorage(FallbackStorage):
    """Django’s own, which makes both for each request; most requests, such as a saved answer, ask for neither."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        BaseStorage.__init__(self, request, *args, **kwargs)
        self._used_storages: set[BaseStorage] = set()

    @cached_property
    def storages(self) -> list[BaseStorage]:
        return [each(self.request) for each in self.storage_classes]
