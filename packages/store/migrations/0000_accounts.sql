CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text,
	`username_key` text,
	`nickname` text,
	`gender` text,
	`birthday` integer,
	`signature` text,
	`picture` text,
	`phone` text,
	`phone_claim` text,
	`email` text,
	`email_key` text,
	`email_claim` text,
	`email_claim_key` text,
	`password_hash` text,
	`role` text NOT NULL,
	`level` integer NOT NULL,
	`locked_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "accounts_username_has_key" CHECK(("accounts"."username" is null) = ("accounts"."username_key" is null)),
	CONSTRAINT "accounts_email_has_key" CHECK(("accounts"."email" is null) = ("accounts"."email_key" is null)),
	CONSTRAINT "accounts_email_claim_has_key" CHECK(("accounts"."email_claim" is null) = ("accounts"."email_claim_key" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username_key` ON `accounts` (`username_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_key` ON `accounts` (`email_key`);--> statement-breakpoint
CREATE INDEX `accounts_phone_claim` ON `accounts` (`phone_claim`);--> statement-breakpoint
CREATE INDEX `accounts_email_claim_key` ON `accounts` (`email_claim_key`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`to` text NOT NULL,
	`scope` text,
	`code` text,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to`,`id`);--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);--> statement-breakpoint
CREATE TABLE `password_tries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `password_tries_subject` ON `password_tries` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `password_tries_at` ON `password_tries` (`at`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`name` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pictures_account_id` ON `pictures` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_one_profile_code` ON `pictures` (`account_id`) WHERE kind = 'profileCode';--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`token_hash` blob NOT NULL,
	`started_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_account_id` ON `sessions` (`account_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `sessions_ends_at` ON `sessions` (`ends_at`);