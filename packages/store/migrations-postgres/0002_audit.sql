CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"detail" text,
	"outcome" text NOT NULL,
	"account_id" bigint,
	"variant" text,
	"source" text collate "C",
	"times" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_account_id" ON "audit" USING btree ("account_id","at","id");