-- Plans that are what-if copies of another, and frozen dates. Released: never edited again.

ALTER TABLE "plans" ADD COLUMN "parent" TEXT;

CREATE TABLE "baselines" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "taken_on" TEXT NOT NULL CHECK ("taken_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "dates" TEXT NOT NULL,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;
