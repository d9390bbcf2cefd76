"""A logo from a stranger: only its pixels are kept."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from assessments.files.logo import KEPT, LogoRefused, checked_logo
from assessments.reports.renderers.drawing_png import drawing_png

from .files import HOSTILE, PLAIN_DOCTYPE, picture, svg


def kept(content: bytes) -> Image.Image:
    return Image.open(BytesIO(checked_logo(content, drawing_png)))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_does_more_than_show_a_logo_is_refused_with_a_reason(name):
    with pytest.raises(LogoRefused) as refused:
        checked_logo(HOSTILE[name], drawing_png)
    assert len(str(refused.value)) > 30


@pytest.mark.parametrize(
    "content", [picture(), picture("JPEG"), picture(mode="RGBA"), picture(mode="P"), picture(mode="CMYK", kind="JPEG")]
)
def test_pictures_become_clean_png_files(content):
    made = kept(content)
    assert (made.format, made.mode, made.size) == ("PNG", "RGBA", (300, 100))


def test_a_large_picture_is_kept_small_and_its_secrets_are_left_out():
    buffer = BytesIO()
    Image.new("RGB", (4000, 1000), "#7A1F5C").save(buffer, "JPEG", exif=b"Exif\0\0II*\0secret", comment=b"secret")
    made = checked_logo(buffer.getvalue(), drawing_png)
    assert kept(buffer.getvalue()).size[0] == KEPT[0]
    assert b"secret" not in made


def test_empty_borders_go():
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((122, 31, 92, 255), (100, 150, 300, 250))
    buffer = BytesIO()
    image.save(buffer, "PNG")
    assert kept(buffer.getvalue()).size == (200, 100)


def test_a_white_logo_is_refused_because_documents_are_white():
    white = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    white.paste((255, 255, 255, 255), (20, 20, 380, 100))
    for image in (white, Image.new("RGB", (300, 100), "#FFFFF4")):
        buffer = BytesIO()
        image.save(buffer, "PNG")
        with pytest.raises(LogoRefused, match="white paper"):
            checked_logo(buffer.getvalue(), drawing_png)


@pytest.mark.parametrize("head", ["", PLAIN_DOCTYPE])
def test_a_drawing_becomes_a_picture_with_a_transparent_ground(head):
    made = kept(
        svg('<circle cx="10" cy="10" r="10" fill="#7A1F5C"/><rect x="30" width="30" height="20" fill="#000"/>', head)
    )
    assert made.size == (1200, 400)
    assert made.getpixel((0, 0))[3] == 0
    assert made.getpixel((200, 200)) == (0x7A, 0x1F, 0x5C, 255)


def test_a_drawing_that_claims_to_be_endless_is_drawn_as_large_as_any_other():
    made = kept(svg().replace(b'width="60" height="20" >', b'width="60000" height="20000" viewBox="0 0 60 20">'))
    assert made.size == (1200, 400)
