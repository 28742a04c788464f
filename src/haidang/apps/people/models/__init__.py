"""Units, agencies, posts, accounts and who holds which post."""

from haidang.apps.people.models.accounts import Contact, Invitation, Opening, User, UserManager
from haidang.apps.people.models.bodies import Agency, Holding, Post
from haidang.apps.people.models.units import Unit

__all__ = ["Agency", "Contact", "Holding", "Invitation", "Opening", "Post", "Unit", "User", "UserManager"]
