"""Forms of posts and accounts; whether something may be is asked below."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.apps.people.queries import OpenPost
from haidang.domain.access.viewer import Role
from haidang.sites.office.directory.words import KINDS, ROLES
from haidang.sites.office.frame.acting import KeyedForm
from haidang.sites.office.plans.fields import DayField


def _choices(posts: Iterable[OpenPost]) -> list[tuple[str, str]]:
    return [("", "—"), *((str(post.uuid), f"{post.agency_name}: {post.title}") for post in posts)]


class AccountForm(KeyedForm):
    """Whose account, and the first post."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    rank = forms.CharField(label=_("Rank or title before the name"), max_length=60, required=False)
    username = forms.CharField(
        label=_("Account name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
        help_text=_("Small letters and digits, with dots or hyphens between: nguyen.van-an."),
    )
    post = forms.ChoiceField(label=_("Post"))
    since = DayField(label=_("From"))

    def __init__(self, posts: Iterable[OpenPost], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = _choices(posts)


class GivePostForm(KeyedForm):
    """Another post for a person."""

    post = forms.ChoiceField(label=_("Post"))
    since = DayField(label=_("From"))

    def __init__(self, posts: Iterable[OpenPost], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = _choices(posts)


class EndPostForm(KeyedForm):
    """The last day, and who comes after."""

    last_day = DayField(label=_("Last day in the post"))
    successor = forms.ChoiceField(
        label=_("Who takes the post over the day after"),
        required=False,
        help_text=_("What waits for this post (to approve, to sign, to number) then waits for that person."),
    )

    def __init__(self, people: Iterable[tuple[str, str]], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [("", "—"), *people]


class PostForm(KeyedForm):
    """A new post."""

    title = forms.CharField(label=_("Title of the post"), max_length=200)
    roles = forms.MultipleChoiceField(
        label=_("What whoever holds it may do"),
        choices=[(role.value, ROLES[role]) for role in Role],
        widget=forms.CheckboxSelectMultiple,
    )
    signs_as = forms.CharField(
        label=_("Authority above the signature, one line each"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As it is printed: KT. GIÁM ĐỐC, then PHÓ GIÁM ĐỐC. Empty for posts that do not sign."),
    )


class AgencyForm(KeyedForm):
    """A new agency of a unit."""

    unit = forms.ChoiceField(label=_("Unit"))
    name = forms.CharField(label=_("Name of the agency"), max_length=200)
    aliases = forms.CharField(
        label=_("Other names it is written under, one line each"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kind = forms.ChoiceField(label=_("Kind of body"), choices=[("", "—"), *KINDS.items()])
    symbol = forms.CharField(
        label=_("Abbreviation in document numbers"),
        required=False,
        max_length=40,
        help_text=_("CAT in 15/BC-CAT."),
    )
    standing = forms.BooleanField(label=_("It is the standing agency of Committee 138"), required=False)
    courtesy = forms.BooleanField(label=_("It is asked, not told (court, procuracy, Front, military)"), required=False)
    on_paper = forms.BooleanField(
        label=_("It does not use the system: what it does is entered from paper"), required=False
    )

    def __init__(self, units: Iterable[tuple[str, str]], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = list(units)
