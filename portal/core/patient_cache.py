"""Redis that may be away: then the cache is empty, and the site goes on without it."""

import logging
import time
from collections.abc import Callable
from typing import Any, ClassVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


class PatientRedisCache(RedisCache):
    """Django's, but a server that fails answers as an empty one would, and is left alone for some seconds.

    Give it short timeouts in OPTIONS: a server that hangs costs each of its users one of them, once in `PAUSE` seconds.
    What was to be forgotten while it was away is kept until its own time is over.
    """

    PAUSE = 5
    # One for the process: Django makes a cache for each thread, and all of them ask the same server.
    _away_until: ClassVar[float] = 0.0

    def _asked(self, question: Callable[..., Any], otherwise: Any, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < PatientRedisCache._away_until:
            return otherwise
        try:
            return question(*args, **kwargs)
        except RedisError as error:
            PatientRedisCache._away_until = time.monotonic() + self.PAUSE
            log.warning("Redis is away, going on without it: %s", error)
            return otherwise

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().add, True, *args, **kwargs)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._asked(super().get, default, key, default, version=version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._asked(super().set, None, *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().touch, False, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().delete, False, *args, **kwargs)

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().has_key, False, *args, **kwargs)

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return self._asked(super().get_many, {}, *args, **kwargs)

    def set_many(self, *args: Any, **kwargs: Any) -> list[Any]:
        return self._asked(super().set_many, [], *args, **kwargs)

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        self._asked(super().delete_many, None, *args, **kwargs)

    def clear(self) -> None:
        self._asked(super().clear, None)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up; ValueError when the key is not there, which is so while Redis is away."""
        counted = self._asked(super().incr, None, key, delta, version=version)
        if counted is None:
            raise ValueError(f"Key {key!r} not found")
        return counted
