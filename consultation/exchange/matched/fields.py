"""What the columns of somebody's own table can hold, and how such columns are called in English, French and Spanish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from consultation.exchange.matched import heads
from consultation.language import N_, NC_
from consultation.words.marked import Marked


class Listing(StrEnum):
    """What a table lists, one row each."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PROGRAMME = "programme"
    INTERESTS = "interests"
    TERMS = "terms"


@dataclass(frozen=True)
class Field:
    """What a column can hold."""

    name: str
    label: Marked
    heads: tuple[str, ...]
    """What such columns are called, in plain small letters without accents."""
    is_per_language: bool = False
    """Several columns can hold it, each in a language of its own."""
    is_strict: bool = False
    """A head that only has such a word in it may mean something else."""
    is_called_by_language: bool = False
    """Its columns may have no other head than their language: "fr", "Français"."""


def _field(name: str, label: Marked, heads: str, is_per_language: bool = False, is_strict: bool = False) -> Field:
    listed = tuple(" ".join(head.split()) for head in heads.split(";"))
    return Field(name, label, listed, is_per_language, is_strict)


PEOPLE = (
    _field("name", N_("Name"), heads.NAME),
    _field("given_name", N_("First name"), heads.GIVEN_NAME),
    _field("surname", N_("Surname"), heads.SURNAME),
    _field("address", N_("Form of address"), heads.ADDRESS),
    _field("title", N_("Position or title"), heads.TITLE),
    _field("organisation", N_("Organisation"), heads.ORGANISATION),
    _field("territory", N_("Territory"), heads.TERRITORY),
    _field("region", N_("Region"), heads.REGION),
    _field("actor", N_("Kind of actor"), heads.ACTOR),
    _field("gender", N_("Gender"), heads.GENDER),
    _field("languages", N_("Languages"), heads.LANGUAGES),
    _field("mail", N_("E-mail"), heads.MAIL),
    _field("telephone", N_("Telephone"), heads.TELEPHONE),
    _field("consent", N_("Agrees to be named"), heads.CONSENT, is_strict=True),
)

ORGANISATIONS = (
    _field(
        "name", N_("Name"), f"name; full name; nom; nom complet; nombre; nombre completo; {heads.ORGANISATION}", True
    ),
    _field(
        "short_name",
        N_("Short name"),
        "short name; abbreviation; acronym; initials; nom court; sigle; acronyme; abreviation; "
        "nombre corto; sigla; siglas; acronimo; abreviatura",
        True,
    ),
    _field("territory", N_("Territory"), heads.TERRITORY),
    _field("region", N_("Region"), heads.REGION),
    _field("actor", N_("Kind of actor"), f"{heads.ACTOR}; type; kind; tipo"),
    _field(
        "parts",
        N_("Part in the consultation"),
        "parts; part; role; part in the consultation; roles; role dans la consultation; papel; papel en la consulta; "
        "funcion en la consulta",
    ),
    _field(
        "member",
        N_("Member of the network"),
        "member; membership; member of the network; membre; adherent; membre du reseau; miembro; socio; "
        "miembro de la red",
    ),
)

PROGRAMME = (
    _field("code", N_("Code"), "code; session code; number; no; nr; id; ref; numero; reference; codigo; referencia"),
    _field(
        "title",
        N_("Title"),
        "title; session; session title; name; activity; event; titre; titre de la session; intitule; seance; activite; "
        "titulo; sesion; titulo de la sesion; nombre; actividad; evento",
        True,
    ),
    _field(
        "purpose",
        N_("Purpose"),
        "purpose; what it is for; description; aim; objective; abstract; summary; content; "
        "objet; objectif; resume; contenu; proposito; descripcion; objetivo; resumen; contenido",
        True,
    ),
    _field("day", N_("Day"), "day; date; jour; dia; fecha"),
    _field(
        "hours",
        N_("Hours, from and to"),
        "hours; time; times; hour; schedule; time slot; slot; heure; heures; horaire; horaires; creneau; "
        "hora; horas; horario; franja horaria",
    ),
    _field(
        "starts",
        NC_("field", "Start"),
        "starts; start; begin; begins; from; start time; starting time; start date; debut; heure de debut; de; "
        "commence; inicio; hora de inicio; comienzo; desde; empieza",
    ),
    _field(
        "ends",
        NC_("field", "End"),
        "ends; end; to; until; end time; finish; end date; fin; heure de fin; jusqu a; hora de fin; "
        "final; hasta; termina",
    ),
    _field(
        "kind_term",
        N_("Kind of session"),
        "kind; type; kind of session; session type; type of session; type de session; genre; tipo; "
        "tipo de sesion; clase",
    ),
    _field(
        "format",
        N_("Format"),
        "format; mode; modality; in person or online; modalite; formato; modalidad",
    ),
    _field("room", N_("Room"), "room; venue; place; location; hall; salle; lieu; sala; lugar; salon"),
    _field(
        "channel",
        N_("Channel"),
        "channel; link; online link; zoom; video link; url; canal; lien; lien de connexion; enlace; vinculo",
    ),
    _field("track", N_("Track"), "track; stream; thread; strand; parcours; fil; filiere; itinerario; linea; eje"),
    _field(
        "organisations",
        N_("Organisations"),
        "organisations; organisation; organizations; organization; organisers; organiser; organizers; organizer; "
        "held by; led by; host; organisateur; organisateurs; organise par; porte par; organizador; organizadores; "
        "organizado por; organizacion; organizaciones",
    ),
    _field(
        "moderator",
        N_("Moderators"),
        "moderator; moderators; moderated by; moderation; chair; facilitator; facilitators; moderateur; moderatrice; "
        "moderateurs; modere par; animateur; animatrice; animation; moderador; moderadora; moderadores; moderado por",
        is_strict=True,
    ),
    _field(
        "keynote_witness",
        N_("Keynote witnesses"),
        "keynote; keynotes; keynote witness; keynote speaker; keynote speakers; grand temoin; grands temoins; "
        "temoin; testigo; testigos; testigo principal",
        is_strict=True,
    ),
    _field(
        "speaker",
        N_("Speakers"),
        "speaker; speakers; panellists; panelists; panel; with; intervenant; intervenante; intervenants; "
        "intervenantes; orateurs; ponente; ponentes; oradores; panelistas",
        is_strict=True,
    ),
    _field(
        "participant",
        N_("Participants"),
        "participant; participants; participants by name; participante; participantes",
        is_strict=True,
    ),
    _field(
        "rapporteur",
        N_("Rapporteurs"),
        "rapporteur; rapporteurs; note taker; note takers; rapporteure; rapporteuse; relator; relatora; relatores; "
        "relatoras",
        is_strict=True,
    ),
    _field(
        "observer",
        N_("Observers"),
        "observer; observers; observateur; observatrice; observateurs; observador; observadora; observadores",
        is_strict=True,
    ),
    _field("languages", N_("Languages"), f"{heads.LANGUAGES}; interpretation; interpretation into; interpretacion"),
    _field(
        "places",
        N_("Places to sign up for"),
        "places; seats; capacity; places available; capacite; jauge; plazas; aforo; cupo",
    ),
)

INTERESTS = (
    _field(
        "title",
        N_("Title"),
        "title; session title; proposed title; title of the session; title of your session; session; proposal; "
        "name of the session; topic; titre; titre de la session; titre propose; intitule; intitule de la session; "
        "proposition; sujet; titulo; titulo de la sesion; titulo propuesto; propuesta; tema; nombre de la sesion",
    ),
    _field(
        "text",
        N_("What would be done in it"),
        "text; description; abstract; summary; proposal text; what would be done in it; short description; "
        "description of the session; resume; descriptif; description de la session; contenu; "
        "descripcion; resumen; descripcion de la sesion; contenido",
    ),
    _field(
        "who",
        N_("Who asks"),
        f"{heads.NAME}; contact person; your name; applicant; who; proposed by; personne a contacter; "
        "votre nom; propose par; persona de contacto; su nombre; solicitante; propuesto por",
    ),
    _field("organisation", N_("Organisation"), heads.ORGANISATION),
    _field("mail", N_("E-mail"), heads.MAIL),
    _field("telephone", N_("Telephone"), heads.TELEPHONE),
    _field("contact", N_("How to reach them"), "contact; contact details; coordonnees; datos de contacto; contacto"),
    _field(
        "language",
        N_("Language"),
        f"{heads.LANGUAGES}; language of the session; langue de la session; idioma de la sesion",
    ),
    _field(
        "received",
        N_("Received on"),
        "received; timestamp; received on; date; submitted; submitted on; submission date; completion time; "
        "horodateur; recu le; date de reception; date de soumission; "
        "marca temporal; fecha; recibido; recibido el; fecha de recepcion; fecha de envio",
    ),
)

_PHRASES = (
    ("heading", N_("Heading")),
    ("brief", N_("Heading on a page")),
    ("to_do", N_("How it opens before what is to be done")),
    ("following", N_("How it opens before measures")),
)
_TERM_NAME = "name; label; term; word; wording; nom; libelle; terme; mot; nombre; etiqueta; termino; palabra"

TERMS = (
    _field("key", N_("Code"), "code; key; short name; id; cle; nom court; identifiant; codigo; clave; nombre corto"),
    _field("vocabulary", N_("Vocabulary"), "vocabulary; vocabulaire; vocabulario", is_strict=True),
    _field("parent", N_("Stands under"), "parent; under; stands under; broader; sous; se place sous; bajo; padre"),
    Field("label", N_("Name"), tuple(_TERM_NAME.split("; ")), is_per_language=True, is_called_by_language=True),
    _field(
        "description",
        N_("Description"),
        "description; definition; meaning; what it means; note; definicion; descripcion; significado",
        True,
    ),
    _field(
        "retired", N_("No longer offered"), "retired; no longer offered; retire; retirado; retirada", is_strict=True
    ),
    _field("joined", N_("Stands for it now"), "joined; joined into; replaced by; remplace par; sustituido por"),
    _field("family", N_("Family of addressees"), "family; famille; familia", is_strict=True),
    _field("voice", N_("Who speaks of them"), "voice; voix; voz", is_strict=True),
    _field("decides_on", N_("Decides on"), "decides on; decide le; decide el", is_strict=True),
    *(_field(name, label, name, True, True) for name, label in _PHRASES),
)

FIELDS: Mapping[Listing, tuple[Field, ...]] = {
    Listing.PEOPLE: PEOPLE,
    Listing.ORGANISATIONS: ORGANISATIONS,
    Listing.PROGRAMME: PROGRAMME,
    Listing.INTERESTS: INTERESTS,
    Listing.TERMS: TERMS,
}
"""The fields of each listing, in the order in which they are offered."""

NEEDED: Mapping[Listing, tuple[tuple[str, ...], ...]] = {
    Listing.PEOPLE: (("name", "surname", "given_name"),),
    Listing.ORGANISATIONS: (("name",),),
    Listing.PROGRAMME: (("title", "code"),),
    Listing.INTERESTS: (("title",),),
    Listing.TERMS: (("label", "key"), ("vocabulary",)),
}
"""Of each group one has to be among the columns, else there is nothing to take in; the first is what is asked for."""


def field_of(listing: Listing, name: str) -> Field:
    """Return a field of a listing by its name; KeyError where there is none."""
    return _BY_NAME[listing][name]


_BY_NAME = {listing: {field.name: field for field in fields} for listing, fields in FIELDS.items()}
