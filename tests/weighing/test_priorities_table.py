"""The list as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from consultation.weighing.table import COLUMNS, priorities_csv
from consultation.weighing.weighed import read_weighing
from tests.drafting.rooms import a_room, asked, grouped


def test_what_may_not_be_added_up_has_an_empty_cell_and_each_room_its_own_hands(tmp_path: Path):
    with a_room(tmp_path) as store:
        first = asked(store, "=A single desk.", room="D2-WATER", strands=("people",), hands=(58, 8, 15))
        grouped(store, first, asked(store, "One desk.", room="D1-CLIMATE", hands=(33, 2, 3)))
        asked(store, "Plant trees.", room="D2-WATER", hands=(9, 1, 0))
        weighing = read_weighing(store)
    data = priorities_csv(weighing.rows, weighing).decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(data))
    assert tuple(heading) == COLUMNS
    both, trees = (dict(zip(heading, row, strict=True)) for row in rows)
    assert both["text"] == "'=A single desk.", "no formula"
    assert (both["for"], both["support"]) == ("", "D1-CLIMATE 33:2:3; D2-WATER 58:8:15")
    assert (both["across_for"], both["mean_for"]) == ("0.6042", "0.7773")
    assert (trees["for"], trees["against"], trees["abstain"]) == ("9", "1", "0")
    assert trees["id"] == str(weighing.rows[1].key)
