"""Property tests look for new cases on a developer's machine and repeat the same ones under CI."""

import os

from hypothesis import settings

settings.register_profile("repeated", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeated")
