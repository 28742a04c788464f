"""Units, agencies, posts, accounts and who holds which post."""

from haidang.apps.people.models.accounts import Contact, Opening, User, UserManager
from haidang.apps.people.models.bodies import Agency, Holding, Post
from haidang.apps.people.models.units import Unit

__all__ = ["Agency", "Contact", "Holding", "Opening", "Post", "Unit", "User", "UserManager"]
