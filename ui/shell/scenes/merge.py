"""Scenes of merging for the gallery."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from consultation.deciding.alike import Alike
from consultation.deciding.desk import Part
from consultation.deciding.saying import PARTS
from consultation.kits import read_kit
from consultation.matching import Band, Pair, PairKind
from consultation.model import Decision, Person, Recommendation, RecommendationSet, Session
from consultation.preparing import new_consultation
from consultation.sample import KIT, Sample, make_sample
from consultation.store import Store
from ui.merge.place import MergePlace
from ui.shell.stage import Stage

PAGE = 4096
IN_FOUR_LANGUAGES = {
    "en": "Open one welcome desk per city for migrants, in their own languages, for health care or school, in a year.",
    "fr": "Ouvrir dans chaque ville un guichet unique pour les migrants, dans leurs langues, pour la santé et l’école.",
    "ar": "فتح مكتب واحد في كل مدينة لاستقبال المهاجرين بلغاتهم من أجل الصحة والمدرسة.",
    "zh": "在每个城市为移民设立一个多语言服务窗口，办理医疗和入学事务。",
}


def _rooms(stage: Stage) -> tuple[MergePlace, Sample]:
    """Open what was handed out, and show the place."""
    folder = stage.folder / "rooms"
    folder.mkdir(exist_ok=True)
    sample = make_sample(folder)
    stage.workspace.open_now(sample.prepared)
    return stage.place(MergePlace), sample


def _damaged(room: Path) -> Path:
    """Make a file of which half is missing."""
    damaged = room.with_name("room-2-usb-stick.consult")
    damaged.write_bytes(room.read_bytes()[:20_000])
    return damaged


def _harmed(room: Path) -> Path:
    """Make a file of which some pages were overwritten, as when a stick is pulled out."""
    harmed = room.with_name("room-2-stick.consult")
    data = bytearray(room.read_bytes())
    for page in (len(data) // PAGE * part // 100 for part in (52, 53, 83, 91)):
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    harmed.write_bytes(data)
    return harmed


def empty(stage: Stage) -> None:
    """No file is chosen yet."""
    _rooms(stage)


def preview(stage: Stage) -> None:
    """Two files that can be taken, and a damaged one."""
    place, sample = _rooms(stage)
    place.files.batch.add([*sample.rooms[:2], _damaged(sample.rooms[2])])


def refused(stage: Stage) -> None:
    """A damaged file, one of another consultation, and one that brings nothing."""
    place, sample = _rooms(stage)
    other = stage.folder / "colloquium-of-spring.consult"
    new_consultation(other, read_kit(KIT), stage.workspace.identity).close()
    nothing = stage.folder / "handed-out-copy.consult"
    shutil.copyfile(sample.prepared, nothing)
    place.files.batch.add([_damaged(sample.rooms[0]), other, nothing])


def result(stage: Stage) -> None:
    """Three files, merged."""
    place, sample = _rooms(stage)
    place.files.batch.add(sample.rooms)
    stage.settle()
    place.files.merge()
    stage.settle()


def conflict(stage: Stage) -> None:
    """Two wordings side by side."""
    stage.open_sample()
    place = stage.place(MergePlace)
    place.show_decisions()
    _choose(place, "text")


def another_wording(stage: Stage) -> None:
    """A third wording being written."""
    conflict(stage)
    stage.settle()
    stage.place(MergePlace).decisions.page.write_wording()


def several_languages(stage: Stage) -> None:
    """A title that differs in two languages."""
    stage.open_sample()
    place = stage.place(MergePlace)
    place.show_decisions()
    _choose(place, "title")


def same(stage: Stage) -> None:
    """Two that are likely the same, side by side."""
    _open_part(stage, Part.SURE)


def perhaps(stage: Stage) -> None:
    """Two that are perhaps the same."""
    _open_part(stage, Part.PERHAPS)


def contradict(stage: Stage) -> None:
    """Two that may contradict each other."""
    stage.open_sample()
    wording = "{} the price of drinking water for large users."
    _ask_for(stage, {"en": wording.format("Raise"), "": wording.format("Lower")})
    _show_part(stage, Part.CONTRADICT)


def _ask_for(stage: Stage, texts: dict[str, str]) -> list[UUID]:
    """Have rooms ask for these, by language."""
    store, ids = stage.workspace.store, []
    for (language, text), session in zip(texts.items(), store.all(Session), strict=False):
        made = Recommendation(
            id=store.new_id(), session=session.id, set=RecommendationSet.CITIZENSHIP, text=text, language=language
        )
        stage.workspace.save(made)
        ids.append(made.id)
    stage.settle()
    return ids


def several_scripts(stage: Stage) -> None:
    """What four rooms ask for in four languages, two of them written otherwise, put together and looked at again."""
    place = _open_part(stage, Part.PERHAPS)
    ids = _ask_for(stage, IN_FOUR_LANGUAGES)
    t = stage.workspace.t
    said = t("{part} {number} of {all}").format(part=t(PARTS[Part.PERHAPS]), number=1, all=1)
    place.decisions.alike.show_alike(_alike(ids), said, 0)
    stage.settle()


def group(stage: Stage) -> None:
    """A group looked at again, with how it came together."""
    place = _open_part(stage, Part.SURE)
    place.decisions.say(Decision.SAME)
    place.show_view("decided")
    stage.settle()
    place.decided.setFocus()


def _alike(ids: list[UUID]) -> Alike:
    pairs = [Pair(ids[0], other, 0.91, Band.SURE, PairKind.SAME, ()) for other in ids[1:]]
    return Alike(tuple(ids), tuple(pairs))


def incomplete(stage: Stage) -> None:
    """What a recommendation lacks, and what completes it."""
    _open_part(stage, Part.INCOMPLETE)


def _open_part(stage: Stage, part: Part) -> MergePlace:
    stage.open_sample()
    return _show_part(stage, part)


def _show_part(stage: Stage, part: Part) -> MergePlace:
    place = stage.place(MergePlace)
    place.show_decisions()
    stage.settle()
    place.decisions.open_part(part)
    place.decisions.setFocus()
    return place


def decided(stage: Stage) -> None:
    """Nothing is left to decide."""
    stage.open_sample()
    place = stage.place(MergePlace)
    place.show_decisions()
    while place.decisions.question is not None:
        place.decisions.page.choose(0)


def taken_back(stage: Stage) -> None:
    """Two decisions, the second at hand, and what else there was."""
    stage.open_sample()
    place = stage.place(MergePlace)
    place.show_decisions()
    for number in (0, 1):
        place.decisions.page.choose(number)
    place.show_view("decided")
    place.decided.list.choose(1)


def merges(stage: Stage) -> None:
    """The merges into the file."""
    result(stage)
    stage.place(MergePlace).show_view("merges")


def look_first(stage: Stage) -> None:
    """The peek of a file that deletes, changes consent, and writes for others."""
    place, sample = _rooms(stage)
    place.files.batch.add([*sample.rooms, stranger(stage, sample.prepared), _damaged(sample.rooms[2])])
    stage.settle()
    place.files.table.choose(3)
    place.files.table.row_asked.emit(3)
    place.files.table.setFocus()


def stranger(stage: Stage, handed_out: Path) -> Path:
    """Make the file of somebody who deletes, agrees for another and writes in the name of the secretariat."""
    path = handed_out.with_name("d2-water.consult")
    shutil.copyfile(handed_out, path)
    with Store.open(path, stage.workspace.identity) as store:
        named = store.all(Person)[0]
        store.delete(store.all(Recommendation)[0])
        store.change(named, consent=not named.consent)
        author = store.history(named)[0].author
    with Store.open(path, replace(stage.workspace.identity, author=author)) as store:
        store.change(store.all(Recommendation)[0], rationale="Asked for three times.")
    return path


def salvage(stage: Stage) -> None:
    """What can be saved of a damaged file."""
    place, sample = _rooms(stage)
    harmed = _harmed(sample.rooms[2])
    place.files.batch.add([*sample.rooms[:2], harmed])
    stage.settle()
    place.show_salvage(harmed)


def savable(stage: Stage) -> None:
    """A damaged file in the list, of which most can be saved."""
    place, sample = _rooms(stage)
    place.files.batch.add([*sample.rooms[:2], _harmed(sample.rooms[2])])
    stage.settle()
    place.files.table.choose(2)
    place.files.table.row_asked.emit(2)
    place.files.table.setFocus()


def _choose(place: MergePlace, name: str) -> None:
    names = [waiting.name for waiting in place.decisions.desk.conflicts]
    place.decisions.open_part(Part.CONFLICTS)
    place.decisions.list.choose(names.index(name))
    place.decisions.list.setFocus()


SCENES = {
    "merge-empty": empty,
    "merge-preview": preview,
    "merge-look-first": look_first,
    "merge-refused": refused,
    "merge-savable": savable,
    "merge-salvage": salvage,
    "merge-result": result,
    "merge-conflict": conflict,
    "merge-another-wording": another_wording,
    "merge-several-languages": several_languages,
    "merge-same": same,
    "merge-perhaps": perhaps,
    "merge-several-scripts": several_scripts,
    "merge-contradict": contradict,
    "merge-group": group,
    "merge-incomplete": incomplete,
    "merge-decided": decided,
    "merge-taken-back": taken_back,
    "merge-merges": merges,
}
