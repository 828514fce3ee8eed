"""The cover of a declaration and the page it is summed up on: only what the file can prove."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from PIL import Image

from consultation import document as doc
from consultation.composing import declaration
from consultation.language import translator
from consultation.model import Attendance, Organisation, OrganisationPart
from consultation.store import Store
from tests.drafting.rooms import a_room, adopted, asked, draft


def composed(store: Store, language: str = "en") -> doc.Document:
    """Draft, then compose."""
    draft(store, language)
    return declaration(store, translator(language))


def summary(document: doc.Document) -> doc.OnAPage:
    """The page on which the declaration is summed up."""
    (found,) = [block for block in document.blocks if isinstance(block, doc.OnAPage)]
    return found


def test_the_cover_counts_only_what_somebody_counted(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", room="D2-WATER")
        cover = composed(store).cover
        assert cover is not None
        assert [(fact.value, fact.label) for fact in cover.facts] == [(1, "session"), (1, "recommendation")]
        assert cover.facts_note == ""
        store.save(Attendance(id=store.new_id(), session=store.session("D2-WATER").id, heads=30))
        asked(store, "Mend the roads.", room="D2-WATER", reserved="Not ours.")
        assert [(fact.value, fact.label) for fact in composed(store).cover.facts] == [
            (30, "participants"),
            (1, "session"),
            (2, "recommendations"),
            (1, "reservation"),
        ]


def test_the_cover_says_who_where_and_when_and_that_it_is_a_draft(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        document = composed(store)
        assert document.cover is not None
        assert [label for label, _ in document.cover.columns] == ["Who", "Where", "When"]
        assert dict(document.cover.columns)["When"] == "5–8 October 2021"
        assert doc.text_of(document.cover.note) == "Not adopted."
        assert [words for words in document.cover.statements if "European Union" in words]
        assert not document.final
        adopted(store, "Ouvrir les puits.", language="fr")
        cover = composed(store).cover
        assert cover is not None
        assert "square brackets" in doc.text_of(cover.note)


def test_an_emblem_is_shown_where_there_is_a_picture_and_the_name_where_there_is_none(folder: Path) -> None:
    picture = _a_picture()
    address = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    no_picture = f"data:image/png;base64,{base64.b64encode(picture[:40]).decode()}"
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        for name, emblem in (
            ("City of Ulm", address),
            ("Port of Ulm", ""),
            ("Fair of Ulm", "data:image/svg+xml,<svg/>"),
            ("School of Ulm", no_picture),
        ):
            store.save(
                Organisation(
                    id=store.new_id(), name={"en": name}, emblem=emblem, parts=[OrganisationPart.HOST], rank=-1
                )
            )
        cover = composed(store).cover
        assert cover is not None
        found = {emblem.name: emblem.picture for emblem in cover.emblems}
        others = [found[name] for name in ("Port of Ulm", "Fair of Ulm", "School of Ulm")]
        assert (found["City of Ulm"], others) == (picture, [b"", b"", b""])


def _a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(out, "PNG")
    return out.getvalue()


def test_the_page_gives_the_first_item_of_each_paragraph_and_leads_to_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("local_governments",), strands=("planet",), hands=(30, 0, 0))
        adopted(store, "Mend the roads.", addressees=("local_governments",), strands=("planet",), hands=(3, 0, 0))
        adopted(store, "Fund schools.", addressees=("national_governments",), strands=("people",))
        document = composed(store)
        page = summary(document)
        assert [
            (part.title, [(row.name, doc.text_of(row.runs), doc.text_of(row.reference)) for row in part.rows])
            for part in page.parts
        ] == [
            ("We undertake to", [("Planet", "open the wells.", "1\u00a0(a)")]),
            ("We ask national governments to", [("People", "fund schools.", "2")]),
        ]
        anchors = {anchor for block in document.blocks for anchor in doc.anchors_of(block)}
        assert {row.reference[0].target for part in page.parts for row in part.rows} <= anchors


def test_the_page_says_on_how_many_points_nothing_was_agreed(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", hands=(30, 0, 0))
        adopted(store, "Sell the roads.", hands=(10, 9, 0))
        asked(store, "Close the schools.", reserved="Never.")
        *_, last = summary(composed(store)).parts
        assert (last.title, last.open) == ("We do not agree on two points", True)
        assert doc.text_of(last.rows[0].runs) == "“Sell the roads”"


def test_a_list_from_elsewhere_claims_nothing_that_nobody_said(folder: Path) -> None:
    path = folder / "bare.consult"
    with a_room(folder) as store:
        store.change(store.consultation, opening={}, starts=None, ends=None, host={}, place={}, recitals=[])
        asked(store, "Open the wells.")
        document = composed(store)
    assert document.cover is not None
    assert [label for label, _ in document.cover.columns] == ["Who"]
    said = " ".join(doc.text_of(block.runs) for block in document.blocks if isinstance(block, doc.Recital))
    assert "consulted" not in said
    assert not path.exists()
