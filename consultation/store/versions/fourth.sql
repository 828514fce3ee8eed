-- The tables of version 2.2, to the letter. Never changed.
CREATE TABLE revision (
 seq INTEGER PRIMARY KEY,
 id BLOB NOT NULL UNIQUE,
 record BLOB NOT NULL,
 kind TEXT NOT NULL,
 parents BLOB NOT NULL,
 wall_ms INTEGER NOT NULL,
 counter INTEGER NOT NULL,
 replica BLOB NOT NULL,
 author BLOB NOT NULL,
 fields TEXT NOT NULL,
 "commitment" BLOB NOT NULL,
 salt BLOB,
 body BLOB
);
CREATE INDEX revision_by_record ON revision (record);
CREATE INDEX revision_without_words ON revision (id) WHERE body IS NULL;
CREATE TABLE "local" (
 "name" TEXT PRIMARY KEY NOT NULL,
 "value" BLOB NOT NULL
);
CREATE TABLE "merge" (
 "number" INTEGER PRIMARY KEY,
 "name" TEXT NOT NULL,
 "merged_ms" INTEGER NOT NULL,
 "author" BLOB NOT NULL,
 "first" INTEGER NOT NULL,
 "last" INTEGER NOT NULL,
 "back_first" INTEGER NOT NULL,
 "back_last" INTEGER NOT NULL
);
CREATE TABLE "erased" (
 "id" BLOB NOT NULL,
 "record" BLOB NOT NULL,
 PRIMARY KEY (id, record)
) WITHOUT ROWID;
CREATE TABLE "conflict" (
 "record" BLOB NOT NULL,
 "kind" TEXT NOT NULL,
 "field" TEXT NOT NULL,
 PRIMARY KEY (record, kind, field)
) WITHOUT ROWID;
CREATE TABLE "unread" (
 "record" BLOB NOT NULL,
 "kind" TEXT NOT NULL,
 PRIMARY KEY (record, kind)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
 kind UNINDEXED, record UNINDEXED, words,
 tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE "consultation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "title" TEXT NOT NULL,
 "host" TEXT NOT NULL,
 "organisers" TEXT NOT NULL,
 "partners" TEXT NOT NULL,
 "place" TEXT NOT NULL,
 "starts" TEXT,
 "ends" TEXT,
 "time_zone" TEXT NOT NULL,
 "languages" TEXT NOT NULL,
 "purpose" TEXT NOT NULL,
 "declaration_name" TEXT NOT NULL,
 "opening" TEXT NOT NULL,
 "recitals" TEXT NOT NULL,
 "declares" TEXT NOT NULL,
 "reporting" TEXT NOT NULL,
 "arranged_by" TEXT NOT NULL,
 "letters_at_most" INTEGER NOT NULL,
 "objections_until" TEXT,
 "common_ground" TEXT NOT NULL,
 "common_ground_terms" TEXT NOT NULL,
 "statements" TEXT NOT NULL,
 "follows" TEXT NOT NULL,
 "feeds" TEXT NOT NULL,
 "kit" TEXT NOT NULL
);
CREATE TABLE "vocabulary" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "key" TEXT NOT NULL,
 "label" TEXT NOT NULL,
 "description" TEXT NOT NULL,
 "kinds" TEXT NOT NULL,
 "several" INTEGER NOT NULL,
 "rank" INTEGER NOT NULL
);
CREATE TABLE "term" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "vocabulary" TEXT NOT NULL,
 "key" TEXT NOT NULL,
 "label" TEXT NOT NULL,
 "description" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "parent" BLOB,
 "family" BLOB,
 "voice" TEXT NOT NULL,
 "decides_on" TEXT,
 "heading" TEXT NOT NULL,
 "brief" TEXT NOT NULL,
 "to_do" TEXT NOT NULL,
 "following" TEXT NOT NULL
);
CREATE TABLE "organisation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "name" TEXT NOT NULL,
 "short_name" TEXT NOT NULL,
 "territory" TEXT NOT NULL,
 "region" BLOB,
 "actor" BLOB,
 "parts" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "emblem" TEXT NOT NULL,
 "mandates" TEXT NOT NULL,
 "member" INTEGER
);
CREATE TABLE "person" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "name" TEXT NOT NULL,
 "address" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "organisation" TEXT NOT NULL,
 "functions" TEXT NOT NULL,
 "territory" TEXT NOT NULL,
 "region" BLOB,
 "actor" BLOB,
 "gender" TEXT,
 "languages" TEXT NOT NULL,
 "consent" INTEGER NOT NULL
);
CREATE TABLE "day" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "on" TEXT,
 "title" TEXT NOT NULL,
 "format" TEXT NOT NULL
);
CREATE TABLE "track" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "title" TEXT NOT NULL,
 "description" TEXT NOT NULL,
 "rank" INTEGER NOT NULL
);
CREATE TABLE "session" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "code" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "purpose" TEXT NOT NULL,
 "kind_term" BLOB,
 "format" TEXT NOT NULL,
 "starts" TEXT,
 "ends" TEXT,
 "month" TEXT NOT NULL,
 "room" TEXT NOT NULL,
 "channel" TEXT NOT NULL,
 "track" BLOB,
 "status" TEXT NOT NULL,
 "questions" TEXT NOT NULL,
 "objectives" TEXT NOT NULL,
 "feeds" TEXT NOT NULL,
 "took_over" TEXT NOT NULL,
 "debate_recorded" INTEGER,
 "organisations" TEXT NOT NULL,
 "partners" TEXT NOT NULL
);
CREATE TABLE "interest" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "title" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "person" BLOB,
 "organisation" BLOB,
 "who" TEXT NOT NULL,
 "contact" TEXT NOT NULL,
 "received" TEXT,
 "state" TEXT NOT NULL,
 "reason" TEXT NOT NULL,
 "session" BLOB
);
CREATE TABLE "agendaitem" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "rank" INTEGER NOT NULL,
 "sort" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "minutes" INTEGER,
 "taken" INTEGER
);
CREATE TABLE "role" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "person" BLOB NOT NULL,
 "role" TEXT NOT NULL,
 "presence" TEXT NOT NULL,
 "replaced_by" BLOB
);
CREATE TABLE "attendance" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "region" BLOB,
 "actor" BLOB,
 "gender" TEXT,
 "channel" TEXT,
 "heads" INTEGER NOT NULL
);
CREATE TABLE "intervention" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "session" BLOB NOT NULL,
 "person" BLOB,
 "sort" TEXT NOT NULL,
 "answers" BLOB,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "said_at" TEXT,
 "attributable" INTEGER NOT NULL
);
CREATE TABLE "summary" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "person" BLOB,
 "who" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL
);
CREATE TABLE "point" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "session" BLOB,
 "sort" TEXT NOT NULL,
 "person" BLOB,
 "who" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "opposed" BLOB
);
CREATE TABLE "recommendation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "session" BLOB,
 "set" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "addressees" TEXT NOT NULL,
 "proposer" BLOB,
 "rationale" TEXT NOT NULL,
 "status" TEXT NOT NULL,
 "interventions" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "reference" TEXT NOT NULL
);
CREATE TABLE "support" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendation" BLOB NOT NULL,
 "group" TEXT NOT NULL,
 "in_favour" INTEGER,
 "against" INTEGER,
 "abstain" INTEGER,
 "consensus" INTEGER,
 "dots" INTEGER,
 "counted_on" TEXT NOT NULL,
 "counted_at" TEXT
);
CREATE TABLE "reservation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendation" BLOB NOT NULL,
 "person" BLOB,
 "who" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL
);
CREATE TABLE "practice" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "session" BLOB,
 "sort" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "organisations" TEXT NOT NULL,
 "territory" TEXT NOT NULL,
 "did_not_work" TEXT NOT NULL,
 "held_back" TEXT NOT NULL,
 "helped" TEXT NOT NULL
);
CREATE TABLE "score" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "practice" BLOB NOT NULL,
 "capital" BLOB NOT NULL,
 "value" INTEGER NOT NULL,
 "by" BLOB,
 "on" TEXT,
 "evidence" TEXT NOT NULL
);
CREATE TABLE "lesson" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "session" BLOB,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "practices" TEXT NOT NULL,
 "conditions" TEXT NOT NULL
);
CREATE TABLE "reference" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "sort" TEXT NOT NULL,
 "authors" TEXT NOT NULL,
 "year" INTEGER,
 "title" TEXT NOT NULL,
 "publisher" TEXT NOT NULL,
 "pages" TEXT NOT NULL,
 "link" TEXT NOT NULL,
 "language" TEXT NOT NULL
);
CREATE TABLE "evidence" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "reference" BLOB,
 "page" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "strength" TEXT,
 "about" TEXT NOT NULL
);
CREATE TABLE "objective" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "title" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "rank" INTEGER NOT NULL
);
CREATE TABLE "result" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "objective" BLOB,
 "text" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "state" TEXT NOT NULL,
 "shown_by" TEXT NOT NULL,
 "on" TEXT
);
CREATE TABLE "activity" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "axis" BLOB,
 "half_year" TEXT NOT NULL,
 "state" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "outcome" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "organisations" TEXT NOT NULL
);
CREATE TABLE "group" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendations" TEXT NOT NULL,
 "lead" BLOB,
 "wording" TEXT NOT NULL
);
CREATE TABLE "verdict" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "first" BLOB NOT NULL,
 "second" BLOB NOT NULL,
 "decision" TEXT NOT NULL,
 "reason" TEXT NOT NULL
);
CREATE TABLE "shortlist" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendations" TEXT NOT NULL,
 "proposed" TEXT NOT NULL,
 "size" INTEGER NOT NULL
);
CREATE TABLE "section" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "document" TEXT NOT NULL,
 "part" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "set" TEXT,
 "strand" BLOB,
 "family" BLOB,
 "criterion" BLOB,
 "rank" INTEGER NOT NULL,
 "drafted_rank" INTEGER
);
CREATE TABLE "paragraph" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "section" BLOB NOT NULL,
 "rank" INTEGER NOT NULL,
 "strand" BLOB,
 "drafted_section" BLOB,
 "drafted_rank" INTEGER,
 "lead_in" TEXT NOT NULL,
 "addressees" TEXT NOT NULL,
 "addressed" TEXT NOT NULL,
 "words" TEXT NOT NULL,
 "drafted" TEXT NOT NULL,
 "sources" TEXT NOT NULL,
 "untranslated" TEXT NOT NULL,
 "renderings" TEXT NOT NULL,
 "left_out" INTEGER NOT NULL,
 "left_out_in" TEXT NOT NULL,
 "pinned" INTEGER NOT NULL,
 "adopted" INTEGER NOT NULL
);
CREATE TABLE "item" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "paragraph" BLOB NOT NULL,
 "rank" INTEGER NOT NULL,
 "words" TEXT NOT NULL,
 "drafted" TEXT NOT NULL,
 "drafted_paragraph" BLOB,
 "drafted_rank" INTEGER,
 "co_addressees" TEXT NOT NULL,
 "sources" TEXT NOT NULL,
 "drafted_sources" TEXT NOT NULL,
 "commitment" BLOB,
 "untranslated" TEXT NOT NULL,
 "renderings" TEXT NOT NULL,
 "left_out" INTEGER NOT NULL,
 "left_out_in" TEXT NOT NULL,
 "pinned" INTEGER NOT NULL
);
CREATE TABLE "comment" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "about" BLOB NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "person" BLOB,
 "who" TEXT NOT NULL,
 "state" TEXT NOT NULL
);
CREATE TABLE "amendment" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "about" BLOB NOT NULL,
 "edition" BLOB,
 "person" BLOB,
 "organisation" BLOB,
 "who" TEXT NOT NULL,
 "words" TEXT NOT NULL,
 "reason" TEXT NOT NULL,
 "proposal" TEXT NOT NULL,
 "why" TEXT NOT NULL
);
CREATE TABLE "edition" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "document" TEXT NOT NULL,
 "number" INTEGER NOT NULL,
 "name" TEXT NOT NULL,
 "frozen_at" TEXT,
 "language" TEXT NOT NULL,
 "final" INTEGER NOT NULL,
 "note" TEXT NOT NULL,
 "revisions" TEXT NOT NULL,
 "texts" TEXT NOT NULL
);
CREATE TABLE "editiontext" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "language" TEXT NOT NULL,
 "packed" TEXT NOT NULL
);
CREATE TABLE "commitment" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "terms" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "organisations" TEXT NOT NULL,
 "who" TEXT NOT NULL,
 "with_whom" TEXT NOT NULL,
 "for_whom" TEXT NOT NULL,
 "by" TEXT,
 "seen_by" TEXT NOT NULL,
 "state" TEXT NOT NULL,
 "paragraph" BLOB
);
CREATE TABLE "progressnote" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "commitment" BLOB NOT NULL,
 "text" TEXT NOT NULL,
 "difficulty" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "on" TEXT,
 "by" BLOB,
 "state" TEXT NOT NULL
);
CREATE TABLE "handover" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "addressee" BLOB,
 "to_whom" TEXT NOT NULL,
 "what" TEXT NOT NULL,
 "edition" BLOB,
 "by" BLOB,
 "on" TEXT,
 "acknowledged" TEXT
);
CREATE TABLE "answer" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "handover" BLOB NOT NULL,
 "recommendation" BLOB,
 "outcome" TEXT NOT NULL,
 "reason" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "on" TEXT,
 "content" INTEGER
);
CREATE TABLE "inheritance" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "reference" BLOB,
 "number" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "translations" TEXT NOT NULL,
 "state" TEXT NOT NULL,
 "note" TEXT NOT NULL,
 "carried_by" TEXT NOT NULL
);
INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);
