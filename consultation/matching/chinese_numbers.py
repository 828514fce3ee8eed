"""The figures of a Chinese text: no spaces part its words, so that patterns find them, the longest kinds first.

What a pattern has taken is blanked out before the next one looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from consultation.matching.numbers import YEAR, Figure, FigureKind, days_of, times_a_year
from consultation.matching.numerals import value_of_chinese

_N = r"(?:\d+(?:[.,]\d+)*[万亿百千]*|[零一二两三四五六七八九十百千万亿]+)"
_DAYS = {
    "分钟": 1 / 1440, "小时": 1 / 24, "天": 1.0, "日": 1.0, "周": 7.0, "星期": 7.0, "个月": 30.0, "月": 30.0,
    "季度": YEAR / 4, "个季度": YEAR / 4, "年": YEAR, "半年": YEAR / 2,
}  # fmt: skip
_UNIT = "分钟|小时|天|周|星期|个月|个季度|季度|半年|年|月|日"
_ADVERBS = {
    "年度": 1.0,
    "按年": 1.0,
    "逐年": 1.0,
    "半年一次": 2.0,
    "按季": 4.0,
    "季度": 4.0,
    "月度": 12.0,
    "按月": 12.0,
    "逐月": 12.0,
}
_SHARES = {
    "一半": 50.0,
    "半数": 50.0,
    "减半": 50.0,
    "翻一番": 100.0,
    "翻番": 100.0,
    "翻倍": 100.0,
    "加倍": 100.0,
    "一倍": 100.0,
    "两倍": 200.0,
}

_TRIGGER = re.compile(r"[\d零一二两三四五六七八九十百千万亿半倍番每按逐]|[年季月]度")
_NO_NUMBER = re.compile(
    "一些|一般|一切|一定|一样|一起|一致|一体|统一|万一|百姓|千万不|一旦|唯一|一直|一次性|一线|一流|一站式|一方面|十分|三农|四季|五金|百货|两性|万物"
    "|同一|(?<!分)之一|进一步|一带|一步|单一|任一|千家万户|一氧化碳|二氧化碳|二手|二维码|三角|两岸|半岛|半导体|一律|一刀切|一卡通|一手|百分点"
    "|第[一二三四五六七八九十两]+(?:方|产业|世界|代|者|次|季度)?"
)

Value = Callable[[re.Match[str]], float | None]


def _often(found: re.Match[str]) -> float | None:
    many = value_of_chinese(found["many"]) if found["many"] else 1.0
    times = value_of_chinese(found["times"]) if found["times"] else 1.0
    return times_a_year(times, many * _DAYS[found["unit"]]) if many else None


def _share(found: re.Match[str]) -> float:
    if found["part"]:
        return round(100 * value_of_chinese(found["part"]) / (value_of_chinese(found["whole"]) or 1))
    if found["tenths"]:
        return 10 * value_of_chinese(found["tenths"])
    return value_of_chinese(found["hundredths"] or found["per"])


def _date(found: re.Match[str]) -> float:
    return float(
        "".join(
            str("零一二三四五六七八九".find(sign.replace("〇", "零"))) if not sign.isdigit() else sign
            for sign in found["year"]
        )
    )


def _day(found: re.Match[str]) -> float:
    day = value_of_chinese(found["day"]) if found["day"] else 0.0
    return value_of_chinese(found["month"]) / 100 + day / 10_000


def _clock(found: re.Match[str]) -> float:
    if found["minutes"]:
        return int(found["hours"]) + int(found["minutes"]) / 60
    hour = value_of_chinese(found["hour"])
    return hour + 12 if found["late"] and hour < 12 else hour


def _lasting(found: re.Match[str]) -> float:
    if found["halved"]:
        return _DAYS[found["halved"]]
    count = value_of_chinese(found["many"]) + (0.5 if found["half"] else 0)
    return days_of(count, _DAYS[found["unit"]])


def _number(found: re.Match[str]) -> float | None:
    value = value_of_chinese(found["number"])
    return None if value in (0, 1) else value


_STEPS: tuple[tuple[FigureKind, re.Pattern[str], Value], ...] = (
    (
        FigureKind.DATE,
        re.compile(r"(?P<year>(?:19|20|21)\d\d|[一二][零〇九一][零〇一二三四五六七八九]{2})年(?!内|间|来)"),
        _date,
    ),
    (
        FigureKind.DATE,
        re.compile(r"(?<!个)(?P<month>1?\d|[一二三四五六七八九十]{1,2})月(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?"),
        _day,
    ),
    (FigureKind.DATE, re.compile(r"(?<![\d.,])(?P<year>(?:19|20|21)\d[1-9])(?![\d.,万亿%人个名元所米条家座])"), _date),
    (
        FigureKind.PERCENT,
        re.compile(rf"百分之(?P<hundredths>{_N})|(?P<per>{_N})%|(?P<tenths>{_N})成|(?P<whole>{_N})分之(?P<part>{_N})"),
        _share,
    ),
    (FigureKind.PERCENT, re.compile("|".join(_SHARES)), lambda found: _SHARES[found.group()]),
    (
        FigureKind.FREQUENCY,
        re.compile(
            rf"(?:每隔?(?P<many>{_N})?个?(?P<unit>天|周|星期|个月|个季度|季度|半年|年|月|日))(?:[^,。;\d]{{0,6}}?(?P<times>{_N})(?:次|回|遍))?"
        ),
        _often,
    ),
    (FigureKind.FREQUENCY, re.compile(rf"(?P<many>{_N})?(?P<unit>{_UNIT})(?P<times>{_N})(?:次|回|遍)"), _often),
    (FigureKind.FREQUENCY, re.compile("|".join(_ADVERBS)), lambda found: _ADVERBS[found.group()]),
    (FigureKind.FIGURE, re.compile(rf"(?P<number>{_N})周?岁"), _number),
    (
        FigureKind.FIGURE,
        re.compile(rf"(?P<late>晚上?|下午|傍晚|夜间)?(?P<hour>{_N})点|(?P<hours>\d{{1,2}}):(?P<minutes>\d\d)"),
        _clock,
    ),
    (
        FigureKind.DURATION,
        re.compile(
            rf"(?P<many>{_N})个?工?作?(?P<half>半)?(?P<unit>分钟|小时|天|日|周|星期|个月|月|个季度|年)(?!级|代|龄|度|制义)"
            r"|(?P<halved>半年)"
        ),
        _lasting,
    ),
    (FigureKind.FIGURE, re.compile(rf"(?P<number>{_N})"), _number),
)  # fmt: skip


def _blank(found: re.Match[str]) -> str:
    return "。" * len(found.group())


def read_chinese_figures(folded: str) -> list[Figure]:
    """Return the figures of a folded Chinese text."""
    figures: list[Figure] = []
    if not _TRIGGER.search(folded):
        return figures
    text = _NO_NUMBER.sub(_blank, folded)
    for kind, pattern, value_of in _STEPS:

        def said(found: re.Match[str], kind: FigureKind = kind, value_of: Value = value_of) -> str:
            value = value_of(found)
            if value is not None:
                figures.append(Figure(kind, round(value, 4), found.group()))
            return _blank(found)

        text = pattern.sub(said, text)
    return figures
