"""Files that belong to plans and tasks: given only to those who may see what they belong to."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from haidang.apps.files import services as files
from haidang.apps.files.models import StoredFile
from haidang.apps.plans import scope
from haidang.apps.plans.models import PlanVersion
from haidang.apps.plans.rows import Download
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


def evidence(viewer: Viewer, uuid: UUID) -> Download:
    """A file on a progress entry, or the signed scan of a plan in view; refused as `not_found` to anyone else."""
    in_view = scope.tasks(viewer).filter(progress__evidence__file=OuterRef("pk"))
    scans = PlanVersion.objects.filter(signed_scan=OuterRef("pk"), plan__in=scope.plans(viewer))
    held = StoredFile.objects.filter(province_id=viewer.province_id, uuid=uuid)
    file = held.filter(Exists(in_view) | Exists(scans)).first()
    if file is None:
        raise Refusal("not_found")
    return Download(file.label, file.media_type, files.content(file.uuid))


def issued_document(viewer: Viewer, version_uuid: UUID) -> Download:
    """The document of an issued version, as it was issued."""
    version = (
        PlanVersion.objects.filter(province_id=viewer.province_id, uuid=version_uuid, document__isnull=False)
        .filter(plan__in=scope.plans(viewer))
        .select_related("document")
        .first()
    )
    if version is None or version.document is None:
        raise Refusal("not_found")
    return Download(version.document.label, version.document.media_type, files.content(version.document.uuid))
