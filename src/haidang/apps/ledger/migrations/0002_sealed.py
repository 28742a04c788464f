"""Heads, the day of the last entry, triggers; and for chains of before: an entry that seals all that came first."""

from django.db import migrations, models
from django.utils import timezone

from haidang.apps.ledger import guards


def seal(apps, schema_editor):
    """One sealed entry behind the old ones: from here on nobody without the key can write any of them anew."""
    import json

    from django.conf import settings

    from haidang.apps.ledger.chain import Ring

    Chain, Entry = apps.get_model("ledger", "Chain"), apps.get_model("ledger", "Entry")
    ring, now = Ring(settings.LEDGER_KEYS), timezone.now()
    operator = "00000000-0000-0000-0000-000000000000"
    for chain in Chain.objects.filter(length__gt=0):
        said = {
            "province": chain.province_id, "number": chain.length + 1, "at": now.isoformat(), "actor": operator,
            "agency": None, "act": "ledger.sealed", "kind": "ledger", "object": None, "detail": {}, "key": None,
            "seal": ring.current,
        }
        body = json.dumps(said, sort_keys=True)
        digest = ring.sealed(chain.digest, body)
        Entry.objects.create(
            province_id=chain.province_id, number=chain.length + 1, at=now, actor_uuid=operator,
            act="ledger.sealed", object_kind="ledger", body=body, digest=digest,
        )
        Chain.objects.filter(pk=chain.pk).update(length=chain.length + 1, digest=digest, day=timezone.localdate(now))


def guard(apps, schema_editor):
    guards.install(schema_editor.connection)


def unguard(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(model_name="chain", name="day", field=models.DateField(null=True)),
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
