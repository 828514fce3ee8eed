-- Every statement that made a file of version 1, as it was. Never change it: files of that version are compared with it.
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
CREATE TABLE local (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL);
CREATE TABLE conflict (
 record BLOB NOT NULL,
 field TEXT NOT NULL,
 kind TEXT NOT NULL,
 PRIMARY KEY (record, field)
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
 "recitals" TEXT NOT NULL,
 "common_ground" TEXT NOT NULL,
 "common_ground_terms" TEXT NOT NULL,
 "kit" TEXT NOT NULL
);
CREATE TABLE "term" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "vocabulary" TEXT NOT NULL,
 "key" TEXT NOT NULL,
 "label" TEXT NOT NULL,
 "description" TEXT NOT NULL,
 "rank" INTEGER NOT NULL,
 "before" TEXT NOT NULL,
 "joiner" TEXT NOT NULL,
 "sets" TEXT NOT NULL
);
CREATE TABLE "session" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "code" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "kind_term" BLOB,
 "format" TEXT NOT NULL,
 "starts" TEXT,
 "ends" TEXT,
 "room" TEXT NOT NULL,
 "status" TEXT NOT NULL,
 "questions" TEXT NOT NULL,
 "partners" TEXT NOT NULL
);
CREATE TABLE "agendaitem" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "rank" INTEGER NOT NULL,
 "title" TEXT NOT NULL,
 "minutes" INTEGER
);
CREATE TABLE "person" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "name" TEXT NOT NULL,
 "title" TEXT NOT NULL,
 "organisation" TEXT NOT NULL,
 "territory" TEXT NOT NULL,
 "region" BLOB,
 "actor" BLOB,
 "gender" TEXT,
 "consent" INTEGER NOT NULL
);
CREATE TABLE "role" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "person" BLOB NOT NULL,
 "role" TEXT NOT NULL
);
CREATE TABLE "attendance" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "region" BLOB,
 "actor" BLOB,
 "gender" TEXT,
 "heads" INTEGER NOT NULL
);
CREATE TABLE "intervention" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB NOT NULL,
 "person" BLOB,
 "form" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "said_at" TEXT,
 "attributable" INTEGER NOT NULL
);
CREATE TABLE "recommendation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB,
 "set" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "strands" TEXT NOT NULL,
 "capitals" TEXT NOT NULL,
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
 "consensus" INTEGER
);
CREATE TABLE "reservation" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendation" BLOB NOT NULL,
 "person" BLOB,
 "who" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL
);
CREATE TABLE "practice" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB,
 "title" TEXT NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "territory" TEXT NOT NULL,
 "scores" TEXT NOT NULL,
 "did_not_work" TEXT NOT NULL
);
CREATE TABLE "lesson" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "session" BLOB,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "rank" INTEGER NOT NULL
);
CREATE TABLE "group" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "recommendations" TEXT NOT NULL,
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
CREATE TABLE "section" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "document" TEXT NOT NULL,
 "form" TEXT NOT NULL,
 "set" TEXT,
 "strand" BLOB,
 "rank" INTEGER NOT NULL
);
CREATE TABLE "clause" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "section" BLOB NOT NULL,
 "rank" INTEGER NOT NULL,
 "text" TEXT NOT NULL,
 "drafted" TEXT NOT NULL,
 "sources" TEXT NOT NULL,
 "left_out" INTEGER NOT NULL,
 "untranslated" TEXT NOT NULL
);
CREATE TABLE "edition" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "document" TEXT NOT NULL,
 "number" INTEGER NOT NULL,
 "frozen_at" TEXT,
 "language" TEXT NOT NULL,
 "final" INTEGER NOT NULL,
 "note" TEXT NOT NULL,
 "revisions" TEXT NOT NULL
);
CREATE TABLE "commitment" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "who" TEXT NOT NULL,
 "with_whom" TEXT NOT NULL,
 "by" TEXT,
 "state" TEXT NOT NULL,
 "clause" BLOB
);
CREATE TABLE "progressnote" (
 "id" BLOB PRIMARY KEY NOT NULL,
 "deleted" INTEGER NOT NULL,
 "commitment" BLOB NOT NULL,
 "text" TEXT NOT NULL,
 "language" TEXT NOT NULL,
 "on" TEXT,
 "state" TEXT NOT NULL
);
INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);
