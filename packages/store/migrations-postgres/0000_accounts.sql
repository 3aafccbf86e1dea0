CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"username" text,
	"username_key" text collate "C",
	"nickname" text,
	"gender" text,
	"birthday" bigint,
	"signature" text,
	"picture" text collate "C",
	"phone" text collate "C",
	"phone_claim" text collate "C",
	"email" text,
	"email_key" text collate "C",
	"email_claim" text,
	"email_claim_key" text collate "C",
	"password_hash" text collate "C",
	"role" text NOT NULL,
	"level" bigint NOT NULL,
	"shows_phone" boolean DEFAULT false NOT NULL,
	"shows_email" boolean DEFAULT false NOT NULL,
	"shows_birthday" boolean DEFAULT false NOT NULL,
	"shows_follows" boolean DEFAULT false NOT NULL,
	"locked_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "accounts_username_has_key" CHECK (("accounts"."username" is null) = ("accounts"."username_key" is null)),
	CONSTRAINT "accounts_email_has_key" CHECK (("accounts"."email" is null) = ("accounts"."email_key" is null)),
	CONSTRAINT "accounts_email_claim_has_key" CHECK (("accounts"."email_claim" is null) = ("accounts"."email_claim_key" is null))
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"address" text collate "C" NOT NULL,
	"scope" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"expires_at" bigint NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "codes_address_scope_pk" PRIMARY KEY("address","scope")
);
--> statement-breakpoint
CREATE TABLE "follow_groups" (
	"account_id" bigint NOT NULL,
	"name" text collate "C" NOT NULL,
	"made" integer NOT NULL,
	CONSTRAINT "follow_groups_account_id_name_pk" PRIMARY KEY("account_id","name")
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"follower_id" bigint NOT NULL,
	"followee_id" bigint NOT NULL,
	"group_name" text collate "C" NOT NULL,
	"placed" bigint NOT NULL,
	"came" bigint NOT NULL,
	"shown" boolean NOT NULL,
	CONSTRAINT "follows_follower_id_followee_id_pk" PRIMARY KEY("follower_id","followee_id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"app_id" text collate "C" NOT NULL,
	"openid" text collate "C" NOT NULL,
	"union_id" text,
	"account_id" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "identities_provider_app_id_openid_pk" PRIMARY KEY("provider","app_id","openid")
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"source" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "lookups_source_subject_pk" PRIMARY KEY("source","subject")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigint PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"to" text NOT NULL,
	"to_key" text collate "C" NOT NULL,
	"purpose" text NOT NULL,
	"scope" text,
	"sealed" "bytea",
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"came" bigint DEFAULT (extract(epoch from clock_timestamp()) * 1000000)::bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_tries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phone_changes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reset_tickets" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retired_ids" (
	"id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sendings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"source" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"started_at" bigint NOT NULL,
	"last_used_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"session_id" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"name" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unsettled_follows" (
	"account_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wrong_codes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"subject" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follow_groups" ADD CONSTRAINT "follow_groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reset_tickets" ADD CONSTRAINT "reset_tickets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username_key" ON "accounts" USING btree ("username_key");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone" ON "accounts" USING btree ("phone");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "accounts_phone_claim" ON "accounts" USING btree ("phone_claim");--> statement-breakpoint
CREATE INDEX "accounts_email_claim_key" ON "accounts" USING btree ("email_claim_key");--> statement-breakpoint
CREATE INDEX "codes_expires_at" ON "codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "follows_group" ON "follows" USING btree ("follower_id","group_name","placed");--> statement-breakpoint
CREATE INDEX "follows_placed" ON "follows" USING btree ("follower_id","placed");--> statement-breakpoint
CREATE INDEX "follows_fans" ON "follows" USING btree ("followee_id","came","follower_id");--> statement-breakpoint
CREATE INDEX "follows_shown_fans" ON "follows" USING btree ("followee_id","came","follower_id") WHERE shown;--> statement-breakpoint
CREATE INDEX "identities_account_id" ON "identities" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "lookups_source" ON "lookups" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "lookups_at" ON "lookups" USING btree ("at");--> statement-breakpoint
CREATE INDEX "messages_to" ON "messages" USING btree ("to_key","came");--> statement-breakpoint
CREATE INDEX "messages_at" ON "messages" USING btree ("at");--> statement-breakpoint
CREATE INDEX "messages_inbox" ON "messages" USING btree ("came") WHERE state = 'inbox';--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("channel","due_at","came") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "messages_pending" ON "messages" USING btree ("expires_at") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "password_tries_subject" ON "password_tries" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "password_tries_at" ON "password_tries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "phone_changes_account_id" ON "phone_changes" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "phone_changes_at" ON "phone_changes" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_one_of_a_kind" ON "pictures" USING btree ("account_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "reset_tickets_token_hash" ON "reset_tickets" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "reset_tickets_expires_at" ON "reset_tickets" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sendings_subject" ON "sendings" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "sendings_source" ON "sendings" USING btree ("source","at");--> statement-breakpoint
CREATE INDEX "sendings_at" ON "sendings" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account_id" ON "sessions" USING btree ("account_id","ends_at");--> statement-breakpoint
CREATE INDEX "sessions_ends_at" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "tokens_session_id" ON "tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "tokens_expires_at" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "wrong_codes_subject" ON "wrong_codes" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "wrong_codes_at" ON "wrong_codes" USING btree ("at");