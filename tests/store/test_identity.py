"""The card of the person who writes, kept beside the settings."""

from __future__ import annotations

import pytest

from consultation.errors import FileUnreachable
from consultation.store import Identity, settings_folder
from tests.builders import identity


def test_the_first_time_a_card_is_made_and_kept(tmp_path):
    made = Identity.load(tmp_path / "settings")
    assert made.replica != made.author
    assert Identity.load(tmp_path / "settings") == made


def test_a_name_is_kept(tmp_path):
    Identity.load(tmp_path).named("  Zoë Ångström ").save(tmp_path)
    assert Identity.load(tmp_path).name == "Zoë Ångström"
    assert [file.name for file in tmp_path.iterdir()] == ["identity.json"]


@pytest.mark.parametrize(
    "kept",
    [b"{", b"[]", b"null", b'{"replica": 3, "author": 4}', b'{"replica": "x", "author": "y"}', b"\xff\xfe\x00"],
)
def test_a_damaged_card_is_named_and_left_as_it_is(tmp_path, kept):
    file = tmp_path / "identity.json"
    file.write_bytes(kept)
    with pytest.raises(FileUnreachable, match=r"identity\.json"):
        Identity.load(tmp_path)
    assert file.read_bytes() == kept


@pytest.mark.parametrize("left", [b"", b"\0" * 120])
def test_a_card_that_a_power_cut_left_without_words_is_made_anew(tmp_path, left):
    (tmp_path / "identity.json").write_bytes(left)
    made = Identity.load(tmp_path)
    assert Identity.load(tmp_path) == made


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileUnreachable, match="settings"):
        identity().save(tmp_path / "file" / "settings")


def test_the_settings_can_be_kept_elsewhere(tmp_path):
    assert settings_folder({"CONSULTATION_HOME": str(tmp_path)}) == tmp_path
    assert settings_folder({}).name == "consultation"
