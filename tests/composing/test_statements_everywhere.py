"""What every document must say stands in every format in which a document is published, in its language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from consultation.composing import declaration
from consultation.language import translator
from consultation.publishing import FORMATS, publish
from consultation.store import Store
from tests.builders import identity

SAID = {"en": "Write to the secretariat in Ulm.", "fr": "Écrivez au secrétariat à Ulm."}


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", sorted(FORMATS))
@pytest.mark.parametrize("language", sorted(SAID))
def test_what_every_document_must_say_is_in_it(folder: Path, drafted_sample: Store, ending: str, language: str) -> None:
    shutil.copyfile(drafted_sample.path, folder / "a.consult")
    t = translator(language)
    with Store.open(folder / "a.consult", identity("Amira")) as store:
        about = store.consultation
        contact = {"kind": "contact", "text": SAID, "organisation": ""}
        store.change(about, statements=[*about.statements, contact])
        publish(declaration(store, t), folder / f"a{ending}", translator=t)
        wanted = [statement["text"][language] for statement in store.consultation.statements]
    text = text_of(folder / f"a{ending}")
    assert len(wanted) == 3
    for words in wanted:
        assert "".join(words.split()) in "".join(text.replace("\\", "").split())
