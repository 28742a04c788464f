"""Nothing is called from here but the hosts that the operator listed; every other is refused at the socket.

Stands on Python's audit events (PEP 578), so it holds for libraries too. Drivers that open their sockets in C (that of
PostgreSQL) do not pass here: they go where the settings say.
"""

import sys
from collections.abc import Iterable

_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"})


def close_outbound(listed: Iterable[str]) -> None:
    """Refuse every connection, datagram and look-up of a name from now on, but to `listed` (`host` or `host:port`).

    Cannot be undone in this process. The refused call raises PermissionError.
    """
    allowed = frozenset(listed)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _EVENTS:
            return
        if event in ("socket.connect", "socket.sendto"):
            target = arguments[1]
            if not isinstance(target, tuple):
                return  # a socket of this very machine
            host, port = str(target[0]), str(target[1])
        else:
            host, port = str(arguments[0]), str(arguments[1] if len(arguments) > 1 else "")
        if host not in allowed and f"{host}:{port}" not in allowed:
            raise PermissionError("outbound call to a host that HAIDANG_OUTBOUND does not list")

    sys.addaudithook(look)
