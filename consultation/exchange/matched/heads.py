"""How people call the columns that several tables have, in plain small letters without accents, in three languages."""

from __future__ import annotations

NAME = (
    "name; full name; name and surname; first and last name; participant; participant name; person; speaker; delegate; "
    "nom; nom complet; nom et prenom; prenom et nom; nom prenom; personne; intervenant; "
    "nombre; nombre completo; nombre y apellido; nombre y apellidos; apellidos y nombre; persona; ponente"
)
GIVEN_NAME = "first name; given name; forename; firstname; prenom; prenoms; nombre de pila; nombres; primer nombre"
SURNAME = "surname; last name; family name; lastname; nom de famille; apellido; apellidos"
ADDRESS = (
    "form of address; salutation; prefix; honorific; mr ms; mr mrs; address; civilite; m mme; titre de civilite; "
    "tratamiento; saludo; sr sra; formula de cortesia"
)
TITLE = (
    "title; function; position; job title; role; post; office; job; fonction; poste; titre; qualite; "
    "cargo; funcion; puesto; titulo"
)
ORGANISATION = (
    "organisation; organization; institution; company; affiliation; employer; entity; organisation name; "
    "name of organisation; name of the organisation; name of your organisation; name of organization; "
    "name of the organization; name of your organization; your organisation; institution name; "
    "organisme; structure; nom de l organisation; nom de votre organisation; nom de la structure; entreprise; "
    "organizacion; institucion; entidad; empresa; nombre de la organizacion; nombre de su organizacion; "
    "nombre de la institucion; organismo"
)
TERRITORY = (
    "territory; city; town; country; place; city country; municipality; location; "
    "territoire; ville; pays; commune; collectivite; lieu; ville pays; "
    "territorio; ciudad; pais; municipio; localidad; ciudad pais"
)
REGION = "region; world region; continent; region of the world; region du monde; region del mundo; continente"
ACTOR = (
    "actor; kind of actor; type of actor; category; stakeholder; stakeholder group; type of organisation; "
    "type of organization; constituency; acteur; type d acteur; categorie; type d organisation; categorie d acteur; "
    "actor social; tipo de actor; categoria; tipo de organizacion"
)
GENDER = "gender; sex; genre; sexe; genero; sexo"
LANGUAGES = (
    "languages; language; spoken languages; languages spoken; working language; langue; langues; langues parlees; "
    "langue de travail; idioma; idiomas; lengua; lenguas; idiomas hablados; idioma de trabajo"
)
MAIL = (
    "mail; e mail; email; email address; e mail address; mail address; your email; courriel; adresse mail; "
    "adresse e mail; adresse email; adresse electronique; adresse courriel; mel; "
    "correo; correo electronico; direccion de correo; direccion de correo electronico; direccion electronica"
)
TELEPHONE = (
    "telephone; phone; mobile; tel; phone number; telephone number; mobile number; cell phone; whatsapp; portable; "
    "numero de telephone; telephone portable; telefono; movil; numero de telefono; celular; telefono movil"
)
CONSENT = (
    "consent; may be named; agrees to be named; consent to be named; consentement; accepte d etre nomme; "
    "peut etre nomme; consentimiento; acepta ser nombrado; puede ser nombrado"
)
