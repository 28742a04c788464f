"""Posts and accounts: opened, taken over with a code, given, ended, lent, closed; with refusals and entries."""

from datetime import timedelta
from uuid import UUID

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.people import queries
from haidang.apps.people.models import Holding, Invitation, Post, User
from haidang.domain.access.viewer import Role
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_post import add_post
from haidang.flows.close_post import close_post
from haidang.flows.end_post import end_post
from haidang.flows.give_post import give_post
from haidang.flows.issue_code import issue_code
from haidang.flows.lend_post import lend_post
from haidang.flows.open_account import Invited, Person, open_account
from haidang.flows.suspend_account import restore_account, suspend_account
from haidang.flows.take_over_account import take_over_account
from tests.factories.cast import NOW, TODAY, Cast

PASSWORD = "bốn con tàu cập bến"
AN = Person("tran.van-an", "Trần Văn An", "Trung úy")


def refused(code: str, act) -> Refusal:
    with pytest.raises(Refusal) as caught:
        act()
    assert caught.value.code == code
    return caught.value


def post_of(cast: Cast, who: str) -> Post:
    return Post.objects.get(uuid=cast[who].post_uuid)


def opened(cast: Cast, person: Person = AN, who: str = "focal", key: str | None = None) -> Invited:
    return open_account(actor=cast["admin"], at=NOW, person=person, post_uuid=cast[who].post_uuid, since=TODAY, key=key)


def taken(made: Invited, *, code: str = "", password: str = PASSWORD, name: str = AN.username, at=NOW) -> None:
    take_over_account(username=name, code=code or made.code, password=password, at=at, today=TODAY)


def test_an_account_is_opened_with_a_post_and_taken_over_with_its_code(cast: Cast) -> None:
    made = opened(cast)
    user = User.objects.get(username=AN.username)
    assert not user.has_usable_password()
    taken(made)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    viewer = queries.viewer_for(user, TODAY)
    assert viewer is not None
    assert viewer.roles == {Role.FOCAL}
    assert list(Entry.objects.values_list("act", flat=True)) == ["account.open", "account.take_over"]
    assert AN.full_name not in Entry.objects.latest("id").body


def test_the_code_lies_nowhere_and_is_taken_with_or_without_hyphens(cast: Cast) -> None:
    made = opened(cast)
    assert made.code not in Invitation.objects.get().digest
    assert not any(made.code in body for body in Entry.objects.values_list("body", flat=True))
    taken(made, code=made.code.replace("-", " ").lower())


def test_a_code_is_good_once_for_its_account_and_for_three_days(cast: Cast) -> None:
    made = opened(cast)
    refused("code.wrong", lambda: taken(made, name="standing"))
    refused("code.wrong", lambda: taken(made, code="AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"))
    refused("code.wrong", lambda: taken(made, name="khong-co"))
    refused("code.wrong", lambda: taken(made, at=NOW + timedelta(hours=73)))
    taken(made)
    refused("code.wrong", lambda: taken(made))
    assert Entry.objects.filter(act="account.sign_in_failed").count() == 5


def test_a_weak_password_does_not_spend_the_code(cast: Cast) -> None:
    made = opened(cast)
    refused("password.short", lambda: taken(made, password="ngan"))
    taken(made)


def test_a_new_code_ends_the_one_before_and_using_it_ends_all_sessions(cast: Cast) -> None:
    first = opened(cast)
    second = issue_code(actor=cast["admin"], at=NOW, account_uuid=first.account_uuid)
    refused("code.wrong", lambda: taken(first))
    before = User.objects.get(username=AN.username).get_session_auth_hash()
    taken(second)
    assert User.objects.get(username=AN.username).get_session_auth_hash() != before


def test_the_same_form_sent_twice_opens_one_account_and_shows_the_code_once(cast: Cast) -> None:
    first, second = opened(cast, key="k"), opened(cast, key="k")
    assert first.account_uuid == second.account_uuid
    assert (bool(first.code), second.code) == (True, "")


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (Person("Trần An", "x", ""), "account.name"),
        (Person("ab", "x", ""), "account.name"),
        (Person("a..b", "x", ""), "account.name"),
        (Person("standing", "x", ""), "account.taken"),
        (Person("an.binh", "  ", ""), "account.person"),
    ],
)
def test_what_no_account_can_be_called(cast: Cast, person: Person, code: str) -> None:
    refused(code, lambda: opened(cast, person))


@pytest.mark.parametrize("who", ["standing", "leader", "clerk", "inspector", "commune"])
def test_nobody_but_an_administrator_sets_up_anything(cast: Cast, who: str) -> None:
    made = opened(cast)
    actor, post = cast[who], cast["focal"].post_uuid
    acts = (
        lambda: open_account(actor=actor, at=NOW, person=Person("x.y.z", "x", ""), post_uuid=post, since=TODAY),
        lambda: issue_code(actor=actor, at=NOW, account_uuid=made.account_uuid),
        lambda: give_post(actor=actor, at=NOW, account_uuid=made.account_uuid, post_uuid=post, since=TODAY),
        lambda: end_post(actor=actor, at=NOW, account_uuid=made.account_uuid, post_uuid=post, last_day=TODAY),
        lambda: suspend_account(actor=actor, at=NOW, account_uuid=made.account_uuid),
        lambda: restore_account(actor=actor, at=NOW, account_uuid=made.account_uuid),
        lambda: close_post(actor=actor, at=NOW, today=TODAY, post_uuid=post),
    )
    for act in acts:
        refused("not_allowed", act)


def test_an_administrator_reaches_the_own_unit_and_below_and_no_other_province(cast: Cast) -> None:
    roles = {"title": "Cán bộ", "roles": [Role.FOCAL], "signs_as": []}
    commune = cast.agencies["UBND xã Bãi Ngang"].uuid
    assert add_post(actor=cast["admin"], at=NOW, agency_uuid=commune, **roles)
    far = cast["stranger"]
    refused("not_found", lambda: add_post(actor=cast["admin"], at=NOW, agency_uuid=far.agency_uuid, **roles))
    refused("not_found", lambda: suspend_account(actor=cast["admin"], at=NOW, account_uuid=far.user_uuid))
    refused("not_found", lambda: close_post(actor=cast["admin"], at=NOW, today=TODAY, post_uuid=far.post_uuid))


def test_an_inspector_s_post_stands_at_the_top_of_the_province_only(cast: Cast) -> None:
    roles = {"title": "Thanh tra viên", "roles": [Role.INSPECTOR], "signs_as": []}
    commune, own = cast.agencies["UBND xã Bãi Ngang"].uuid, cast.agencies["Thanh tra tỉnh"].uuid
    refused("post.inspector", lambda: add_post(actor=cast["admin"], at=NOW, agency_uuid=commune, **roles))
    assert add_post(actor=cast["admin"], at=NOW, agency_uuid=own, **roles)


def test_a_commune_s_administrator_does_not_reach_the_province(cast: Cast) -> None:
    post = Post.objects.create(agency=cast.agencies["UBND xã Bãi Ngang"], title="QT", roles=["admin"], signs_as=[])
    Holding.objects.update(until=None)
    user = cast.users["commune"]
    Holding.objects.filter(user=user).delete()
    Holding.objects.create(user=user, post=post, since=TODAY)
    actor = queries.viewer_for(user, TODAY)
    assert actor is not None
    refused("not_found", lambda: suspend_account(actor=actor, at=NOW, account_uuid=cast.users["focal"].uuid))
    refused(
        "not_found",
        lambda: open_account(actor=actor, at=NOW, person=AN, post_uuid=cast["focal"].post_uuid, since=TODAY),
    )


def test_nobody_gives_a_right_to_the_own_account_or_closes_it(cast: Cast) -> None:
    admin = cast["admin"]
    leader = post_of(cast, "leader").uuid
    refused("post.own", lambda: give_post(
        actor=admin, at=NOW, account_uuid=admin.user_uuid, post_uuid=leader, since=TODAY))  # fmt: skip
    refused("post.own", lambda: end_post(
        actor=admin, at=NOW, account_uuid=cast.users["leader"].uuid, post_uuid=leader, last_day=TODAY,
        successor_uuid=admin.user_uuid))  # fmt: skip
    refused("account.own", lambda: suspend_account(actor=admin, at=NOW, account_uuid=admin.user_uuid))


def test_a_post_ends_on_a_day_and_who_comes_after_holds_it_from_the_next(cast: Cast) -> None:
    made, post = opened(cast, who="support"), post_of(cast, "focal")
    end_post(
        actor=cast["admin"], at=NOW, account_uuid=cast.users["focal"].uuid, post_uuid=post.uuid, last_day=TODAY,
        successor_uuid=made.account_uuid,
    )  # fmt: skip
    tomorrow = TODAY + timedelta(days=1)
    assert queries.viewer_for(cast.users["focal"], TODAY) is not None
    assert queries.viewer_for(cast.users["focal"], tomorrow) is None
    assert Holding.objects.filter(post=post, user__uuid=made.account_uuid, since=tomorrow).exists()


def test_a_closed_account_opens_nothing_and_keeps_its_posts_for_the_day_it_is_opened_again(cast: Cast) -> None:
    uuid = cast.users["focal"].uuid
    suspend_account(actor=cast["admin"], at=NOW, account_uuid=uuid)
    assert queries.viewer_for(User.objects.get(uuid=uuid), TODAY) is None
    refused("account.suspended", lambda: suspend_account(actor=cast["admin"], at=NOW, account_uuid=uuid))
    refused("account.suspended", lambda: issue_code(actor=cast["admin"], at=NOW, account_uuid=uuid))
    restore_account(actor=cast["admin"], at=NOW, account_uuid=uuid)
    assert queries.viewer_for(User.objects.get(uuid=uuid), TODAY) is not None
    refused("account.open", lambda: restore_account(actor=cast["admin"], at=NOW, account_uuid=uuid))


def test_a_post_is_closed_when_nobody_holds_it_and_cannot_be_given_any_more(cast: Cast) -> None:
    post = post_of(cast, "focal")
    refused("post.held", lambda: close_post(actor=cast["admin"], at=NOW, today=TODAY, post_uuid=post.uuid))
    Holding.objects.filter(post=post).delete()
    close_post(actor=cast["admin"], at=NOW, today=TODAY, post_uuid=post.uuid)
    refused("post.closed", lambda: opened(cast))


def lent(cast: Cast, who: str, to: UUID, first: int = 0, last: int = 10) -> UUID:
    return lend_post(
        actor=cast[who], at=NOW, today=TODAY, post_uuid=cast[who].post_uuid, to_uuid=to,
        since=TODAY + timedelta(days=first), until=TODAY + timedelta(days=last),
    )  # fmt: skip


def test_during_leave_a_colleague_holds_the_post_too_and_no_longer(cast: Cast) -> None:
    made = open_account(actor=cast["admin"], at=NOW, person=AN, post_uuid=cast["police_leader"].post_uuid, since=TODAY)
    lent(cast, "standing", made.account_uuid)
    user = User.objects.get(uuid=made.account_uuid)
    during, after = (queries.viewer_for(user, TODAY + timedelta(days=days)) for days in (5, 11))
    assert during is not None
    assert Role.STANDING in during.roles
    assert after is not None
    assert Role.STANDING not in after.roles
    entry = Entry.objects.get(act="post.lend")
    assert entry.actor_uuid == cast.users["standing"].uuid


def test_what_is_not_lent_and_to_whom(cast: Cast) -> None:
    made = opened(cast)
    refused("lend.leader", lambda: lent(cast, "police_leader", cast.users["standing"].uuid))
    refused("not_found", lambda: lent(cast, "focal", cast.users["other_focal"].uuid))
    for first, last in ((-1, 5), (5, 4), (0, 91)):
        refused("lend.days", lambda first=first, last=last: lent(cast, "focal", made.account_uuid, first, last))


def test_a_lent_post_ends_with_the_post_of_who_lent_it(cast: Cast) -> None:
    made = open_account(actor=cast["admin"], at=NOW, person=AN, post_uuid=cast["police_leader"].post_uuid, since=TODAY)
    lent(cast, "standing", made.account_uuid)
    end_post(
        actor=cast["admin"], at=NOW, account_uuid=cast.users["standing"].uuid,
        post_uuid=cast["standing"].post_uuid, last_day=TODAY,
    )  # fmt: skip
    viewer = queries.viewer_for(User.objects.get(uuid=made.account_uuid), TODAY + timedelta(days=1))
    assert viewer is not None
    assert Role.STANDING not in viewer.roles
