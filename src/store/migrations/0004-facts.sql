-- Until when a rule is known to hold. Released: never edited again.

ALTER TABLE "rules" ADD COLUMN "expires_on" TEXT CHECK ("expires_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
