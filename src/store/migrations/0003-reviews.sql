-- Reviews and what they decide, check-ins, obstacles, decisions. Released: never edited again.

ALTER TABLE "plans" ADD COLUMN "review_rhythm" TEXT NOT NULL DEFAULT 'weekly' CHECK ("review_rhythm" IN ('weekly', 'two-weeks', 'monthly', 'never'));
ALTER TABLE "plans" ADD COLUMN "slack_days" INTEGER NOT NULL DEFAULT 7;

CREATE TABLE "reviews" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "begun" TEXT NOT NULL CHECK ("begun" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "finished" TEXT CHECK ("finished" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "asked" INTEGER NOT NULL,
  "baseline" TEXT,
  "note" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "answers" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "review" TEXT NOT NULL,
  "cause" TEXT NOT NULL CHECK ("cause" IN ('gate', 'late', 'due', 'reachable', 'at-risk', 'obstacle', 'reason-ended', 'rule')),
  "verdict" TEXT NOT NULL CHECK ("verdict" IN ('kept', 'done', 'moved', 'dropped', 'noted', 'passed', 'failed', 'missed', 'checked', 'cleared', 'reopened')),
  "about" TEXT,
  "title" TEXT,
  "on" TEXT CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "why" TEXT,
  "evidence" TEXT,
  "effect" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "check_ins" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "on" TEXT NOT NULL CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "did" TEXT,
  "next" TEXT,
  "obstacle" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "obstacles" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "text" TEXT NOT NULL,
  "about" TEXT,
  "since" TEXT NOT NULL CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "cleared_on" TEXT CHECK ("cleared_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "decisions" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "question" TEXT NOT NULL,
  "about" TEXT,
  "options" TEXT,
  "decided" TEXT,
  "decided_on" TEXT CHECK ("decided_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "reasons" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "decision" TEXT NOT NULL,
  "side" TEXT NOT NULL CHECK ("side" IN ('for', 'against')),
  "text" TEXT NOT NULL,
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "event" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;
