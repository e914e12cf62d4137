-- The first schema. Released: never edited again.

CREATE TABLE "plans" (
  "plan" TEXT NOT NULL CHECK ("plan" = "id"),
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "now" TEXT CHECK ("now" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "leaving" TEXT,
  "week" TEXT,
  PRIMARY KEY ("plan", "id"),
  UNIQUE ("id")
) STRICT;

CREATE TABLE "goals" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('graduate-school', 'job', 'vesting', 'sabbatical', 'certificate', 'finance', 'habit', 'custom')),
  "importance" INTEGER NOT NULL,
  "why" TEXT,
  "note" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "routes" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "goal" TEXT NOT NULL,
  "closed" INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  "note" TEXT,
  PRIMARY KEY ("plan", "id"),
  FOREIGN KEY ("plan", "goal") REFERENCES "goals" ("plan", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "steps" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "goal" TEXT,
  "route" TEXT,
  "type" TEXT NOT NULL CHECK ("type" IN ('work', 'wait', 'milestone', 'practice')),
  "effort" TEXT,
  "days" TEXT,
  "max_per_day" INTEGER NOT NULL,
  "min_per_day" INTEGER NOT NULL,
  "weekdays" INTEGER NOT NULL CHECK ("weekdays" BETWEEN 0 AND 127),
  "contiguous" INTEGER NOT NULL CHECK ("contiguous" IN (0, 1)),
  "load" TEXT,
  "needs" TEXT,
  "leave" TEXT NOT NULL CHECK ("leave" IN ('none', 'paid', 'unpaid')),
  "gate" INTEGER NOT NULL CHECK ("gate" IN (0, 1)),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('none', 'passed', 'failed', 'missed')),
  "target" TEXT CHECK ("target" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "importance" INTEGER,
  "status" TEXT NOT NULL CHECK ("status" IN ('todo', 'doing', 'done', 'dropped')),
  "spent" INTEGER NOT NULL,
  "started_on" TEXT CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "done_on" TEXT CHECK ("done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "note" TEXT,
  PRIMARY KEY ("plan", "id"),
  FOREIGN KEY ("plan", "goal") REFERENCES "goals" ("plan", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("plan", "route") REFERENCES "routes" ("plan", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "rules" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "relation" TEXT NOT NULL CHECK ("relation" IN ('not-before', 'not-after', 'on', 'after')),
  "point" TEXT NOT NULL,
  "other" TEXT,
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "min" INTEGER NOT NULL,
  "max" INTEGER,
  "enabled" INTEGER NOT NULL CHECK ("enabled" IN (0, 1)),
  "text" TEXT,
  "label" TEXT,
  "source" TEXT,
  "certainty" TEXT NOT NULL CHECK ("certainty" IN ('confirmed', 'assumed', 'hearsay')),
  "checked_on" TEXT CHECK ("checked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "route" TEXT,
  "by_hand" INTEGER NOT NULL CHECK ("by_hand" IN (0, 1)),
  PRIMARY KEY ("plan", "id"),
  FOREIGN KEY ("plan", "route") REFERENCES "routes" ("plan", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "periods" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "until" TEXT NOT NULL CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "label" TEXT,
  "week" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "days_off" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "label" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "pools" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "unit" TEXT,
  "per_day" INTEGER NOT NULL,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "exclusive" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "of" TEXT NOT NULL,
  "text" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "grants" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('option', 'share')),
  "units" INTEGER NOT NULL,
  "granted_on" TEXT CHECK ("granted_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "vest_from" TEXT CHECK ("vest_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "tranches" TEXT,
  "cliff_months" INTEGER NOT NULL,
  "every_months" INTEGER NOT NULL,
  "total_months" INTEGER NOT NULL,
  "strike" TEXT,
  "value" TEXT,
  "currency" TEXT,
  "leave_counts" INTEGER NOT NULL CHECK ("leave_counts" IN (0, 1)),
  "exercise_point" TEXT,
  "exercise_from" TEXT CHECK ("exercise_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "exercise_until" TEXT CHECK ("exercise_until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "exercise_after_leaving_days" INTEGER,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "journal" (
  "plan" TEXT NOT NULL REFERENCES "plans" ("id") DEFERRABLE INITIALLY DEFERRED,
  "id" TEXT NOT NULL,
  "rank" REAL NOT NULL,
  "extra" TEXT,
  "on" TEXT NOT NULL CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "about" TEXT,
  "for" TEXT,
  "against" TEXT,
  "decided" TEXT,
  PRIMARY KEY ("plan", "id")
) STRICT, WITHOUT ROWID;
