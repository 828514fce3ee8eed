"""A declaration with every block there is, to look at: ``python tests/publishing/demonstration.py FILE.pdf``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from consultation.document import (
    Block,
    Cover,
    Document,
    Emblem,
    Fact,
    Hands,
    Heading,
    Item,
    NumberedParagraph,
    OnAPage,
    Paragraph,
    Recital,
    Role,
    Run,
    Runs,
    Signature,
    Signatures,
    Style,
    SummaryPart,
    SummaryRow,
    plain,
)

TITLE = "Kütahya Declaration of Intermediary Cities"
DRAFT = "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2"
ADOPTED = "Adopted on 8 October 2021 · edition 1 · 7f3a-91c2"
FACTS = (
    Fact(351, "participants"),
    Fact(7, "regions of the world"),
    Fact(8, "sessions"),
    Fact(80, "recommendations"),
    Fact(30, "reservations"),
)
MORE = "Fifteen further recommendations to them are in Annex A."
PROPOSED = plain("Proposed by the secretariat until adopted.")


def sources(*marks: str) -> Runs:
    """Make linked marks of sources, with commas between them."""
    runs: list[Run] = []
    for mark in marks:
        runs += [Run(", ", Style.REFERENCE)] if runs else []
        runs.append(Run(mark, Style.REFERENCE, f"source-{mark.rstrip('†')}"))
    return tuple(runs)


def awaiting(language: str, words: str, code: str, before: Runs = ()) -> Runs:
    """Put words that are to be translated in brackets, behind the label that says so."""
    return (
        *before,
        Run("[", Style.BRACKET),
        Run(f"to be translated from {language}: ", Style.AWAITING),
        Run(words, Style.EMPHASIS, language=code),
        Run("]", Style.BRACKET),
        Run(";"),
    )


def lettered(number: str, strand: str, lead: str, *items: Item, notes: tuple[Runs, ...] = ()) -> NumberedParagraph:
    """Make a numbered paragraph, its items lettered from a on."""
    named = tuple(
        Item(item.runs, chr(ord("a") + place), f"{number}{place}", item.sources, item.notes, item.count)
        for place, item in enumerate(items)
    )
    words = (Run(f"{strand}. ", Style.EMPHASIS), Run(lead)) if strand else (Run(lead),)
    return NumberedParagraph(number, words, f"p{number}", named, notes=notes)


def cover(*, final: bool = False) -> Cover:
    """Make the cover."""
    note = (
        Run("Not adopted. What stands in "),
        Run("[", Style.BRACKET),
        Run("square brackets"),
        Run("]", Style.BRACKET),
        Run(" is not agreed or not yet translated."),
    )
    return Cover(
        TITLE,
        "UCLG Forum of Intermediary Cities",
        "Declaration" if final else "Draft declaration",
        () if final else note,
        (
            ("Who", "Representatives of local and regional governments and of their networks and partners"),
            ("Where", "Kütahya, Turkey, and online, at the invitation of the Municipality of Kütahya"),
            ("When", "5 to 8 October 2021, on the occasion of the UCLG World Forum of Intermediary Cities"),
        ),
        FACTS,
        "People listed by name are counted once; people counted by head, once in each session. Hands: Annex D.",
        tuple(
            Emblem(name)
            for name in (
                "Municipality of Kütahya",
                "United Cities and Local Governments",
                "UCLG Forum of Intermediary Cities",
                "OECD Development Centre",
                "Cities Alliance",
            )
        ),
        (
            "The UCLG World Forum of Intermediary Cities is held with the financial support of the European Union. The "
            "contents of this document are the sole responsibility of its authors and do not necessarily reflect the "
            "views of the European Union.",
        ),
        "English text. Also in French and Spanish, with the same numbers and letters.",
    )


def on_a_page() -> OnAPage:
    """Make the summary."""
    count = SummaryRow(
        "People",
        plain(
            "count unpaid care work in municipal accounts and publish the figure beside every annual budget, by "
            "neighbourhood and by gender."
        ),
        (Run("2 (a)", Style.REFERENCE, "20"),),
    )
    display = SummaryRow(
        "Planet",
        plain(
            "display every week, in the square and on local radio, the level of the aquifer and of the reserves, in "
            "words that everyone understands (with universities)."
        ),
        (Run("3 (a)", Style.REFERENCE, "30"),),
    )
    contracts = SummaryRow(
        "Government",
        awaiting(
            "Spanish",
            "Publicar íntegros los contratos de basura, agua y transporte, con el peso y el precio de cada tonelada, "
            "en un tablón y en internet",
            "es",
        ),
        (Run("4 (a)", Style.REFERENCE, "40"),),
    )
    differing = plain(
        "among them a local climate clause for large investments, the transfer of closed railway lines, a delegation "
        "to the finance ministers’ track of the G20, and a halt to new industrial boreholes. Each is quoted with its "
        "count."
    )
    return OnAPage(
        "The declaration on a page",
        (
            SummaryPart("We undertake to", (count, display, contracts)),
            SummaryPart("We ask national governments to", (count, display, contracts)),
            SummaryPart("We ask the international community to", (display, count)),
            SummaryPart(
                "We do not agree on ten points",
                (SummaryRow("", differing, (Run("10", Style.REFERENCE, "p10"),)),),
                open=True,
            ),
        ),
        FACTS,
        plain(
            "There is no lasting equality on an exhausted territory. We hold the ecological transformation of our "
            "cities, and the care of the water, soils and living systems they depend on, to be the condition of "
            "everything that follows."
        ),
        plain(
            "This page gives the first item of each paragraph. Text: paragraphs 1 to 12. Every recommendation, adopted "
            "or not: Annex A. What people object to: Annex B. Sessions: Annex C. How this was made: Annex D."
        ),
    )


def preamble() -> tuple[Block, ...]:
    """Make the preamble and the common ground."""
    key = (
        Run("20, 69†", Style.STRONG),
        Run(" recommendations this comes from, in Annex A; † at least one of them has a reservation, in Annex B. "),
        Run("[ ]", Style.STRONG),
        Run(" not agreed or not yet translated: a final text cannot be made while one remains."),
    )
    return (
        Heading(1, "Preamble", "preamble"),
        Paragraph(
            (
                Run("We", Style.STRONG),
                Run(
                    ", the representatives of local and regional governments and of their networks and partners, "
                    "gathered in Kütahya (Turkey) and online from 5 to 8 October 2021, at the invitation of the "
                    "Municipality of Kütahya, on the occasion of the UCLG World Forum of Intermediary Cities,"
                ),
            ),
            Role.LEAD,
        ),
        Recital(
            (
                Run("Recalling", Style.EMPHASIS),
                Run(
                    " the first World Forum of Intermediary Cities, held in Chefchaouen in July 2018, and the "
                    "declaration in which our cities first spoke to the world with one voice,"
                ),
            )
        ),
        Recital(
            (
                Run("Building", Style.EMPHASIS),
                Run(
                    " on the five capitals of resilience – human, social, economic, cultural and environmental – by "
                    "which we weigh our projects and our local agendas,"
                ),
            )
        ),
        Paragraph(plain("Declare the following:"), Role.DECLARE),
        Heading(1, "Our common ground", "common"),
        NumberedParagraph(
            "1",
            plain(
                "Whatever they ask of citizens or of public policy, our recommendations stand on the same ground: "
                "there is no lasting equality on an exhausted territory. We therefore hold the ecological "
                "transformation of our cities, and the care of the water, soils and living systems they depend on, to "
                "be the condition of everything that follows."
            ),
            "p1",
            proposed=plain(
                "Proposed by the secretariat until adopted; 36 of the 76 recommendations not set aside bear on it."
            ),
        ),
        Paragraph(key, Role.KEY),
    )


def undertakings() -> tuple[Block, ...]:
    """Make paragraphs with items, marks, brackets and notes."""
    items = (
        Item(
            plain(
                "count unpaid care work in municipal accounts and publish the figure beside every annual budget, by "
                "neighbourhood and by gender;"
            ),
            sources=sources("53", "57†"),
        ),
        Item(
            plain(
                "guarantee every household a free vital volume of water, paid for by a rising tariff on the largest "
                "consumers (with national governments);"
            ),
            sources=sources("29†", "33"),
        ),
        Item(
            awaiting(
                "French",
                "Reconnaître les années consacrées à soigner un proche comme une expérience professionnelle, attestée "
                "par la commune et valable pour tout emploi public local",
                "fr",
            ),
            sources=sources("55", "74", "81", "92", "93†", "94"),
        ),
        Item(
            (
                Run("keep "),
                Run("[", Style.BRACKET),
                Run("a voluntary register of those who feed, clean and care for the city, closed to the police,"),
                Run("]", Style.BRACKET),
                Run(" "),
                Run("[", Style.BRACKET),
                Run("a public register of those who feed, clean and care for the city,"),
                Run("]", Style.BRACKET),
                Run(" and consult them before any emergency plan is adopted."),
            ),
            sources=sources("77"),
            notes=(plain(MORE),),
        ),
    )
    lead = "We, local and regional governments, undertake to:"
    run_in = Item(
        plain(
            "allocate one third of international climate funds directly to intermediary cities, under public rules and "
            "without a compulsory state guarantee."
        ),
        sources=sources("1†", "19"),
    )
    call = (
        Run("Planet. ", Style.EMPHASIS),
        Run("We call on international institutions, development banks and the members of the G20 to"),
    )
    return (
        Heading(1, "What we undertake", "undertake"),
        lettered("2", "People", lead, *items),
        lettered("3", "Planet", lead, *items[:3]),
        lettered("4", "Government", lead, *items),
        Heading(1, "What we ask of the international community", "ask"),
        NumberedParagraph("8", call, "p8", (run_in,)),
    )


def differences() -> tuple[Block, ...]:
    """Make what is not agreed, with its counts."""

    def said(words: str, language: str, code: str, *counts: int | None) -> Item:
        favour, against, abstaining = counts
        told = [f"{'–' if count is None else count}" for count in counts]
        runs = (Run(words, language=code), *((Run(f"\u00a0{language}", Style.REMARK),) if language else ()))
        words_of_count = plain(f"{told[0]} for, {told[1]} against, {told[2]} abstaining")
        return Item(runs, sources=sources("10"), count=Hands(favour, against, abstaining, words_of_count))

    climate = "« Soumettre tout grand investissement public à une clause climatique locale, avec un avis conforme »"
    delegation = (
        "“Invite a delegation of intermediary cities to the finance ministers’ track of the G20 each year, with the "
        "right to table one proposal”"
    )
    return (
        Heading(1, "Where we do not agree", "differ"),
        lettered(
            "10",
            "",
            "We record, in the words of the rooms, what was put forward and not concluded:",
            said(climate, "French", "fr", 14, 9, 12),
            said(delegation, "", "", 44, 6, 31),
            said("«Abrir pasantías pagadas entre ciudades intermedias»", "Spanish", "es", 11, 0, 4),
            said("“Let the mayors sit on the board”", "", "", None, None, None),
        ),
    )


def follow_up() -> tuple[Block, ...]:
    """Make the end of the text and the annex of the method."""
    report = (
        "We will report on every commitment and on every answer received, in public and in each language of this "
        "declaration, at the latest one year after its adoption."
    )
    statement = (
        Run("Who convened.", Style.STRONG),
        Run(
            " The Municipality of Kütahya and UCLG, with the kit handed out on 20 September 2021. Eight sessions were "
            "recorded, each by a facilitator of its own, in the language people spoke."
        ),
    )
    return (
        Heading(1, "Follow-up", "follow"),
        NumberedParagraph("12", plain(report), "p12", proposed=PROPOSED),
        Signatures(
            "Adoption",
            plain(
                "Left open until the text is adopted: place and date, in whose name, and in which languages the text "
                "is equally authentic."
            ),
            (
                Signature("Place and date"),
                Signature("For the host"),
                Signature("For United Cities and Local Governments"),
                Signature("For the UCLG Forum of Intermediary Cities", "Kütahya, 8 October 2021"),
            ),
        ),
        Heading(0, "Method and figures", "annex-d", label="Annex D"),
        Paragraph(
            plain("How the text was made, what was counted, and what the reader may check or object to."),
            Role.INTRODUCTION,
        ),
        Paragraph(statement, Role.METHOD),
        Paragraph(statement, Role.METHOD),
        Heading(2, "Strands and sets: each recommendation once", "figures"),
        Paragraph(plain("80 recommendations, by the strand or strands they bear on and by set."), Role.CAPTION),
    )


def demonstration(*, final: bool = False) -> Document:
    """Make the whole of it."""
    return Document(
        "en",
        cover(final=final),
        (on_a_page(), *preamble(), *undertakings(), *differences(), *follow_up()),
        "UCLG",
        final,
        status="Adopted on 8 October 2021 · edition 1 · 7f3a-91c2"
        if final
        else "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2",
        changed_at=datetime(2021, 10, 8, 18, 40, tzinfo=UTC),
        digest="7f3a-91c2",
        keywords=("intermediary cities", "declaration"),
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from consultation.publishing import publish

    publish(demonstration(), Path(sys.argv[1]))
