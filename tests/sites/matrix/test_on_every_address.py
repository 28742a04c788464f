"""What holds for every answer at every address, whoever asks: headers, and no form without its token."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.factories.noted import done
from tests.sites.matrix.asking import FORM, Clients, address, every_name
from tests.sites.matrix.policy import policy
from tests.sites.matrix.test_matrix import world
from tests.sites.matrix.world import World

__all__ = ["world"]


def everywhere(world: World) -> Iterator[tuple[str, str]]:
    """Name and address of every line of the policy, about the province's own things."""
    for line in policy().lines:
        thing = world.things["province"][line.thing] if line.thing else None
        yield line.name, address(line.name, every_name()[line.name], thing)


@pytest.mark.once
def test_every_page_says_that_it_is_not_to_be_stored_nor_framed_nor_guessed_at(world: World) -> None:
    standing = Clients().of(next(one for one in world.people if one.name == "standing of police"))
    for name, where in everywhere(world):
        answer = standing.get(where)
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", name
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert "camera=()" in answer.headers["Permissions-Policy"], name
        assert "no-store" in answer.headers["Cache-Control"], name
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], name
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name
        assert answer.headers["X-Frame-Options"] == "DENY", name


@pytest.mark.once
def test_every_form_without_its_token_is_refused(world: World) -> None:
    client, before = Client(enforce_csrf_checks=True), done().count()
    client.force_login(next(one.user for one in world.people if one.name == "standing of police"))
    for name, where in everywhere(world):
        assert client.post(where, FORM).status_code == 403, name
    assert done().count() == before
