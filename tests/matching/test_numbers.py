"""Two ways of writing one figure are one value, in every language."""

from __future__ import annotations

from datetime import date

import pytest

from consultation.matching.facts import read_facts
from consultation.matching.folding import fold
from consultation.matching.numbers import FigureKind
from consultation.matching.numerals import day_of, value_of_chinese, value_of_figures

PERCENT, DATE, FREQUENCY = FigureKind.PERCENT, FigureKind.DATE, FigureKind.FREQUENCY
DURATION, FIGURE = FigureKind.DURATION, FigureKind.FIGURE


def figures(text: str, language: str) -> set[tuple[FigureKind, float]]:
    return set(read_facts(fold(text), language, frozenset()).figures)


SAME = [
    (
        FREQUENCY,
        0.2,
        {
            "en": "every five years|once every five years|once in five years",
            "fr": "tous les cinq ans",
            "es": "cada cinco años|una vez cada cinco años",
            "pt": "a cada cinco anos",
            "ar": "كل خمس سنوات|مرة كل خمس سنوات",
            "tr": "beş yılda bir|her beş yılda bir",
            "ru": "каждые пять лет|раз в пять лет",
            "zh": "每五年|每五年一次|每5年",
        },
    ),
    (
        FREQUENCY,
        1,
        {
            "en": "every year|yearly|annual|once a year|each year",
            "fr": "chaque année|tous les ans|une fois par an|annuel",
            "es": "cada año|todos los años|una vez al año|anualmente",
            "pt": "todos os anos|uma vez por ano|anual",
            "ar": "كل عام|سنويا|مرة في السنة",
            "tr": "her yıl|yılda bir|yıllık|yılda bir kez",
            "ru": "каждый год|ежегодно|раз в год",
            "zh": "每年|每年一次|年度",
        },
    ),
    (
        FREQUENCY,
        2,
        {
            "en": "twice a year|every six months|two times a year|half-yearly",
            "fr": "deux fois par an|tous les six mois|semestriel",
            "es": "dos veces al año|cada seis meses|semestral",
            "pt": "duas vezes por ano|a cada seis meses",
            "ar": "مرتين في السنة|كل ستة أشهر",
            "tr": "yılda iki kez|altı ayda bir",
            "ru": "два раза в год|дважды в год|каждые шесть месяцев|раз в полгода",
            "zh": "每年两次|每半年",
        },
    ),
    (
        FREQUENCY,
        4,
        {
            "en": "quarterly|every three months|each quarter",
            "fr": "trimestriel|tous les trois mois|chaque trimestre",
            "es": "trimestral|cada tres meses",
            "pt": "trimestralmente|a cada três meses",
            "ar": "كل ثلاثة أشهر",
            "tr": "üç ayda bir",
            "ru": "ежеквартально|каждые три месяца",
            "zh": "每季度|每三个月",
        },
    ),
    (
        FREQUENCY,
        12,
        {
            "en": "monthly|every month",
            "fr": "mensuel|chaque mois",
            "es": "mensual|todos los meses",
            "pt": "mensal",
            "ar": "شهريا",
            "tr": "her ay|aylık",
            "ru": "ежемесячно",
            "zh": "每月",
        },
    ),
    (
        FREQUENCY,
        365,
        {
            "en": "daily|every day",
            "fr": "chaque jour",
            "es": "cada día",
            "pt": "todos os dias",
            "ar": "كل يوم",
            "tr": "her gün",
            "ru": "ежедневно",
            "zh": "每天",
        },
    ),
    (
        DURATION,
        30,
        {
            "en": "within a month|30 days|within one month|thirty days",
            "fr": "sous un mois|30 jours|trente jours",
            "es": "en un plazo de un mes|treinta días",
            "pt": "no prazo de um mês|30 dias",
            "ar": "في غضون شهر|30 يوما|ثلاثين يوما",
            "tr": "bir ay içinde|30 gün|otuz gün",
            "ru": "в течение месяца|30 дней|тридцать дней",
            "zh": "一个月内|30天|三十天",
        },
    ),
    (
        DURATION,
        14,
        {
            "en": "two weeks|14 days",
            "fr": "deux semaines|quatorze jours",
            "es": "dos semanas|14 días",
            "pt": "duas semanas",
            "ar": "أسبوعين|14 يوما",
            "tr": "iki hafta",
            "ru": "две недели",
            "zh": "两周|14天",
        },
    ),
    (
        DURATION,
        365,
        {
            "en": "one year|12 months|a one-year plan",
            "fr": "un an|12 mois",
            "es": "un año|doce meses",
            "pt": "um ano",
            "tr": "bir yıl",
            "ru": "12 месяцев",
            "zh": "一年|12个月",
        },
    ),
    (
        PERCENT,
        33,
        {
            "en": "a third|one third|33%",
            "fr": "un tiers|33 %",
            "es": "un tercio|la tercera parte",
            "pt": "um terço",
            "ar": "ثلث",
            "tr": "üçte biri",
            "ru": "треть|каждый третий",
            "zh": "三分之一",
        },
    ),
    (
        PERCENT,
        20,
        {
            "en": "one in five|1 in 5|one pupil in five|20 per cent|1/5",
            "fr": "un sur cinq|20 pour cent",
            "es": "uno de cada cinco|20 por ciento|un 20 %",
            "pt": "um em cada cinco|20 por cento",
            "ar": "واحد من كل خمسة|20 في المئة|٢٠٪",
            "tr": "beşte biri|yüzde 20|%20",
            "ru": "каждый пятый|20 процентов|одну пятую",
            "zh": "五分之一|百分之二十|两成|20%",
        },
    ),
    (
        PERCENT,
        50,
        {
            "en": "half|50%",
            "fr": "la moitié",
            "es": "la mitad",
            "pt": "metade",
            "ar": "نصف",
            "tr": "yarısı",
            "ru": "половину",
            "zh": "一半|50%",
        },
    ),
    (
        FIGURE,
        50_000,
        {
            "en": "50,000|50.000|50 000|fifty thousand",
            "fr": "50 000|cinquante mille",
            "es": "50.000|cincuenta mil|50 mil",
            "pt": "50.000|cinquenta mil",
            "ar": "٥٠٬٠٠٠|خمسين ألف|50 ألف",
            "tr": "50.000|elli bin|50 bin",
            "ru": "50 000|пятьдесят тысяч|50 тыс",
            "zh": "50,000|五万|5万",
        },
    ),
    (
        FIGURE,
        2_500_000,
        {
            "en": "2.5 million|2,500,000",
            "fr": "2,5 millions",
            "es": "2,5 millones",
            "pt": "2,5 milhões",
            "ar": "2.5 مليون",
            "tr": "2,5 milyon",
            "ru": "2,5 миллиона",
            "zh": "250万",
        },
    ),
    (
        FIGURE,
        35,
        {
            "en": "thirty-five",
            "fr": "trente-cinq",
            "es": "treinta y cinco",
            "pt": "trinta e cinco",
            "ar": "خمسة وثلاثين",
            "tr": "otuz beş",
            "ru": "тридцать пять",
            "zh": "三十五",
        },
    ),
    (
        FIGURE,
        250,
        {
            "en": "two hundred and fifty",
            "fr": "deux cent cinquante",
            "es": "doscientos cincuenta",
            "pt": "duzentos e cinquenta",
            "tr": "iki yüz elli",
            "ru": "двести пятьдесят",
            "zh": "二百五十",
        },
    ),
    (
        FIGURE,
        18,
        {
            "en": "under 18|the under-18s|under 18 years|18 years old",
            "fr": "moins de 18 ans|âgés de 18 ans",
            "es": "menores de 18 años|18 años de edad",
            "pt": "menores de 18 anos",
            "ar": "دون سن 18 عاما",
            "tr": "18 yaş altı|18 yaşından küçük",
            "ru": "младше 18 лет",
            "zh": "18岁|十八岁以下",
        },
    ),
    (
        FIGURE,
        22,
        {
            "en": "10 pm|10 p.m.|22:00",
            "fr": "à 22 heures|à 22 h",
            "es": "las 22 horas",
            "pt": "às 22 horas",
            "ru": "до 22 часов",
            "tr": "saat 22",
            "zh": "22点|晚上10点|22:00",
        },
    ),
    (
        DATE,
        2030,
        {
            "en": "by 2030",
            "fr": "d'ici à 2030",
            "es": "en 2030",
            "pt": "até 2030",
            "ar": "بحلول عام 2030|٢٠٣٠",
            "tr": "2030 yılına kadar",
            "ru": "к 2030 году",
            "zh": "到2030年|二〇三〇年",
        },
    ),
    (
        DATE,
        0.1231,
        {
            "en": "31 December|December 31",
            "fr": "31 décembre",
            "es": "31 de diciembre",
            "pt": "31 de dezembro",
            "ar": "31 ديسمبر",
            "tr": "31 Aralık",
            "ru": "31 декабря",
            "zh": "12月31日",
        },
    ),
]


@pytest.mark.parametrize(
    ("kind", "value", "language", "text"),
    [
        (kind, value, language, text)
        for kind, value, texts in SAME
        for language, several in texts.items()
        for text in several.split("|")
    ],
)
def test_one_figure_has_one_value(kind: FigureKind, value: float, language: str, text: str) -> None:
    assert figures(text, language) == {(kind, value)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "by the end of the decade"),
        ("en", "one nurse in a hospital"),
        ("en", "cities may march against daily life"),
        ("en", "third countries and double-decker buses"),
        ("en", "the 1990s"),
        ("fr", "des logements neufs dans un quartier neuf"),
        ("fr", "toutefois la vie quotidienne"),
        ("es", "en vez de un debate"),
        ("es", "la vida diaria de los mayores"),
        ("pt", "por vezes uma escola"),
        ("tr", "ön seçim ve yüzme"),
        ("ru", "в том числе повседневная жизнь"),
        ("zh", "统一标准，进一步改善二手市场"),
        ("ar", "الحياة اليومية"),
    ],
)
def test_words_that_only_look_like_figures_are_none(language: str, text: str) -> None:
    assert figures(text, language) == set()


def test_several_figures_stay_apart() -> None:
    text = "By 31 March 2031, 40% of 1,200 schools should meet twice a year for two weeks."
    assert figures(text, "en") == {
        (DATE, 0.0331),
        (DATE, 2031),
        (PERCENT, 40),
        (FIGURE, 1200),
        (FREQUENCY, 2),
        (DURATION, 14),
    }


def test_an_article_does_not_run_into_the_figure_behind_it() -> None:
    assert figures("aumentar en un 20 por ciento", "es") == {(PERCENT, 20)}


def test_a_figure_says_the_words_it_was_read_from() -> None:
    (said,) = read_facts(fold("Meet once every FIVE years"), "en", frozenset()).said
    assert said.words == "once every five years"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("50,000", 50_000),
        ("50.000", 50_000),
        ("1 000 000", 1_000_000),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("0.500", 0.5),
        ("22:30", 22.5),
    ],
)
def test_separators_of_any_language(written: str, value: float) -> None:
    assert value_of_figures(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("三百二十", 320), ("十五", 15), ("5万", 50_000), ("两亿", 200_000_000), ("二十五万", 250_000)],
)
def test_chinese_numbers(written: str, value: float) -> None:
    assert value_of_chinese(written) == value


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "by 31 December 2026", "by 31/12/2026"),
        ("fr", "dès le 1er janvier 2027", "dès le 01/01/2027"),
        ("es", "antes del 15 de marzo de 2027", "antes del 15-3-2027"),
        ("ru", "до 1 июля 2027 года", "до 01.07.2027"),
        ("tr", "9 Nisan 2027'ye kadar", "2027-04-09 tarihine kadar"),
        ("zh", "2027年3月1日", "二〇二七年三月一日"),
    ],
)
def test_a_day_is_one_value_in_words_and_in_figures(language: str, said: str, written: str):
    assert figures(said, language) == figures(written, language)
    assert len(figures(said, language)) == 2


def test_what_is_no_day_is_not_read_as_one():
    assert day_of("31/02/2026") is None
    assert day_of("45.45.2026") is None
    assert day_of("12/31/2026") == day_of("31/12/2026") == date(2026, 12, 31)
