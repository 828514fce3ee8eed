"""Emblems from elsewhere: what is taken is small and our own, and what would do harm is refused with a sentence."""

from __future__ import annotations

import base64
import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from consultation.emblems import SIDE, WEIGHT, picture_of, read_emblem
from consultation.errors import ConsultationError
from consultation.language import translator


def written(folder: Path, data: bytes, name: str = "emblem.png") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def png(size: tuple[int, int] = (60, 30), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG", **options)
    return out.getvalue()


def opened(emblem: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(emblem.partition(",")[2])))


def header_of(width: int, height: int) -> bytes:
    """The beginning of a PNG that says it is so large; it would take gigabytes to decode."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = b"IDAT" + zlib.compress(b"\0" * 1000)
    parts = [struct.pack(">I", len(p) - 4) + p + struct.pack(">I", zlib.crc32(p)) for p in (chunk, packed, b"IEND")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_large_photograph_becomes_a_small_png_of_its_own(folder: Path) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at the mayor's house"
    Image.effect_noise((1600, 800), 90).convert("RGB").save(out, "JPEG", exif=exif, comment=b"secret")
    emblem = read_emblem(written(folder, out.getvalue(), "photo.jpg"))
    picture = opened(emblem)
    assert (picture.format, max(picture.size) <= SIDE, picture.width == 2 * picture.height) == ("PNG", True, True)
    assert len(picture_of(emblem)) <= WEIGHT


def test_nothing_but_the_pixels_is_kept(folder: Path) -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "somebody who wants no name")
    kept = picture_of(read_emblem(written(folder, png(pnginfo=said, icc_profile=b"a profile " * 9))))
    picture = Image.open(io.BytesIO(kept))
    picture.load()
    assert (b"somebody" in kept, picture.info) == (False, {})


def test_what_is_seen_through_stays_so(folder: Path) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (9, 9), (255, 0, 0, 0)).save(out, "PNG")
    assert opened(read_emblem(written(folder, out.getvalue()))).getpixel((4, 4))[3] == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a picture", "cannot be read as a picture"),
        (b"", "cannot be read as a picture"),
        (png((400, 400))[:200], "cannot be read as a picture"),
        (b"GIF89a" + b"\0" * 40, "cannot be read as a picture"),
        (header_of(30_000, 30_000), "too many pixels"),
        (header_of(9_000, 9_000), "too many pixels"),
        (header_of(10_000, 10_000), "too many pixels"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"<svg onload='alert(1)'/>", "SVG"),
    ],
    ids=["text", "empty", "cut", "gif", "30000", "9000", "10000", "xml-svg", "svg"],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(folder: Path, data: bytes, said: str) -> None:
    with pytest.raises(ConsultationError) as refused:
        read_emblem(written(folder, data))
    sentence = translator("en").error(refused.value)
    assert said in sentence
    assert "emblem.png" in sentence


def test_a_file_of_fifty_megabytes_is_refused_unread(folder: Path) -> None:
    path = written(folder, b"\x89PNG\r\n\x1a\n")
    with open(path, "r+b") as file:
        file.truncate(50 << 20)
    with pytest.raises(ConsultationError) as refused:
        read_emblem(path)
    assert "too large" in translator("en").error(refused.value)


@pytest.mark.parametrize(
    "emblem",
    [
        "",
        "nonsense",
        "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode(),
        "data:image/png;base64," + base64.b64encode(b"<svg/>").decode(),
        "data:image/png;base64,***",
        "data:image/png;base64," + base64.b64encode(png()[:40]).decode(),
        "data:image/png;base64," + base64.b64encode(header_of(30_000, 30_000)).decode(),
        "https://example.org/emblem.png",
    ],
)
def test_what_a_merged_file_brings_is_drawn_only_where_it_is_a_picture(emblem: str) -> None:
    assert picture_of(emblem) == b""


def saved(folder: Path, image: Image.Image, name: str, **options: object) -> Path:
    image.save(folder / name, **options)
    return folder / name


def test_the_pixels_say_what_a_picture_is_and_not_its_ending(folder: Path) -> None:
    photo = saved(folder, Image.new("RGB", (60, 30), "teal"), "emblem.jpg").rename(folder / "emblem.png")
    assert picture_of(read_emblem(photo)).startswith(b"\x89PNG")


def test_of_a_moving_picture_the_first_is_kept(folder: Path) -> None:
    others = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    path = saved(folder, Image.new("RGB", (60, 60), "teal"), "emblem.png", save_all=True, append_images=others)
    kept = opened(read_emblem(path))
    assert (getattr(kept, "n_frames", 1), kept.getpixel((5, 5))) == (1, (0, 128, 128))


def test_inks_become_colours(folder: Path) -> None:
    path = saved(folder, Image.new("CMYK", (60, 60), (255, 0, 0, 0)), "emblem.jpg")
    red, green, blue = opened(read_emblem(path)).convert("RGB").getpixel((5, 5))
    assert red < 60 < green
    assert blue > 200


def test_a_grey_of_sixteen_bits_is_not_bleached(folder: Path) -> None:
    path = saved(folder, Image.new("I;16", (60, 60), 40_000), "emblem.png")
    assert opened(read_emblem(path)).convert("L").getpixel((5, 5)) == 40_000 // 256


def test_a_photograph_lies_as_it_was_held(folder: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = saved(folder, Image.new("RGB", (1600, 800), "teal"), "emblem.jpg", exif=exif)
    assert opened(read_emblem(path)).size == (SIDE // 2, SIDE)


def test_what_a_merged_file_brings_is_not_decoded_where_it_is_larger_than_any_emblem() -> None:
    large = "data:image/png;base64," + base64.b64encode(png((2000, 2000))).decode()
    assert picture_of(large) == b""


LARGEST_TAKEN = """
import resource, sys
from pathlib import Path
from consultation.emblems import read_emblem
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_emblem(Path(sys.argv[1]))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_the_largest_that_is_taken_needs_little_memory(folder: Path) -> None:
    path = saved(folder, Image.new("RGB", (4096, 4096), "teal"), "emblem.png")
    done = subprocess.run(
        [sys.executable, "-c", LARGEST_TAKEN, path], capture_output=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert int(done.stdout) < 160  # megabytes: the picture itself has 64
