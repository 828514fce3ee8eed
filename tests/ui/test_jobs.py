"""Long work: off the GUI thread, told apart by how it ends."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

from PySide6.QtWidgets import QProgressBar

from consultation.errors import Cancelled, SourceRefused
from ui.jobs import Jobs


def test_a_job_runs_in_another_thread_and_answers_in_this_one(qtbot) -> None:
    jobs, answered, heard = Jobs(), [], Event()

    def work(progress) -> bool:
        heard.wait(10)
        return current_thread() is main_thread()

    job = jobs.run("Counting", work)
    job.done.connect(lambda answer: answered.append((answer, current_thread() is main_thread())))
    with qtbot.waitSignal(job.ended):
        heard.set()
    assert answered == [(False, True)]
    assert jobs.running == []


def test_progress_arrives(qtbot) -> None:
    jobs, told, heard = Jobs(), [], Event()

    def work(progress) -> None:
        heard.wait(10)
        for done in range(4):
            progress(done, 3)

    job = jobs.run("Counting", work)
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.ended):
        heard.set()
    assert told[-1] == (3, 3)


def test_words_without_numbers_take_nothing_back_and_do_not_fill_the_queue(qtbot) -> None:
    jobs, told, heard = Jobs(), [], Event()

    def work(progress) -> None:
        heard.wait(10)
        progress()
        progress(3, 100)
        for _ in range(1000):
            progress()
        progress(100, 100)

    job = jobs.run("Counting", work)
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.ended):
        heard.set()
    assert told == [(3, 100), (100, 100)]


def test_the_bar_of_the_strip_stays_where_it_was(window, workspace, qtbot) -> None:
    go_on = Event()

    def work(progress) -> None:
        progress(3, 100)
        for _ in range(10):
            progress()
        go_on.wait(5)

    job = workspace.jobs.run("Counting", work)
    bar = window.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.maximum() == 100)
    assert bar.value() == 3
    go_on.set()
    qtbot.waitSignal(job.ended).wait()


def test_a_cancelled_job_stops_at_its_next_word(qtbot) -> None:
    jobs, begun = Jobs(), Event()

    def work(progress) -> None:
        begun.set()
        while True:
            progress(1, 2)

    job = jobs.run("Endless", work)
    begun.wait(5)
    with qtbot.waitSignal(job.failed) as failed:
        job.cancel()
    assert isinstance(failed.args[0], Cancelled)


def test_a_refusal_is_an_error_and_a_bug_is_a_bug(qtbot) -> None:
    jobs = Jobs()

    def refuse(progress) -> None:
        raise SourceRefused("No.")

    def crash(progress) -> None:
        raise ZeroDivisionError("one by nothing")

    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.run("Refused", refuse)
    assert isinstance(failed.args[0], SourceRefused)
    with qtbot.waitSignal(jobs.broken) as broken:
        jobs.run("Crash", crash)
    assert "ZeroDivisionError: one by nothing" in broken.args[0]


def test_a_bug_in_a_job_is_said_with_its_details(bare, qtbot) -> None:
    def crash(progress) -> None:
        raise ZeroDivisionError("one by nothing")

    with qtbot.waitSignal(bare.messages.said) as said:
        bare.jobs.run("Crash", crash)
    assert said.args[0].action == "Details"
    assert "one by nothing" in (bare.settings.folder / "problems.log").read_text("utf-8")
