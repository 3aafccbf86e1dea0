CREATE TABLE "jobs" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"began_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_counts" (
	"source" text collate "C" NOT NULL,
	"minute" bigint NOT NULL,
	"requests" bigint NOT NULL,
	CONSTRAINT "request_counts_source_minute_pk" PRIMARY KEY("source","minute")
);
--> statement-breakpoint
CREATE INDEX "request_counts_minute" ON "request_counts" USING btree ("minute");