"""The reading view of a file with pages: the page as a picture, its duties outlined, uncertain words marked."""

import re
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from haidang.apps.directives.models import Directive, Duty
from tests.factories.cast import Cast
from tests.factories.scans import scanned_plan

OFFICER, STRANGER = "standing", "stranger"


def registered(cast: Cast) -> tuple[Client, Directive]:
    client = cast.client(OFFICER)
    file = SimpleUploadedFile("quet.pdf", scanned_plan(), "application/pdf")
    answer = client.post(reverse("office:directive-register"), {"file": file, "form_key": str(uuid4())})
    assert answer.status_code == 302
    return client, Directive.objects.get()


def test_each_duty_is_outlined_on_the_picture_of_its_page_and_leads_to_its_card(cast: Cast) -> None:
    client, directive = registered(cast)
    page = client.get(reverse("office:directive", kwargs={"uuid": directive.uuid})).content.decode()
    picture = reverse("office:directive-page", kwargs={"uuid": directive.uuid, "page": 1})
    assert f'<image href="{picture}"' in page
    for duty in Duty.objects.all():
        outline = re.search(rf'<a class="outline doubt" href="#d-{duty.uuid}".*?</a>', page, re.DOTALL)
        assert outline
        boxes = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', outline[0])
        assert len(boxes) >= 2
        assert all(float(x) + float(w) < 600 and float(y) + float(h) < 850 for x, y, w, h in boxes)
        assert f'id="d-{duty.uuid}"' in page


def test_the_picture_is_not_stored_and_not_there_for_a_stranger(cast: Cast) -> None:
    client, directive = registered(cast)
    picture = reverse("office:directive-page", kwargs={"uuid": directive.uuid, "page": 1})
    answer = client.get(picture)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert "no-store" in answer["Cache-Control"]
    assert cast.client(STRANGER).get(picture).status_code == 404
    assert client.get(picture.replace("/trang/1/", "/trang/2/")).status_code == 404


def test_words_of_little_confidence_are_marked_in_the_text_and_on_the_page(cast: Cast) -> None:
    client, directive = registered(cast)
    layout = directive.layout
    place = layout.places[len(layout.places) // 2]
    place[7] = 40
    layout.save()
    page = client.get(reverse("office:directive", kwargs={"uuid": directive.uuid})).content.decode()
    assert f'<span class="unsure">{directive.text[place[0] : place[1]]}</span>' in page
    assert 'class="unsure-box"' in page


def test_confirming_before_comparing_says_how_many_are_left_and_keeps_the_page(cast: Cast) -> None:
    client, directive = registered(cast)
    address = reverse("office:directive-confirm", kwargs={"uuid": directive.uuid})
    answer = client.post(address, {"revision": "0", "accept_doubts": "on", "form_key": str(uuid4())})
    assert answer.status_code == 200
    assert "Còn 3 nội dung giao đọc từ bản quét" in answer.content.decode()
    assert Directive.objects.get().state == Directive.State.READ
