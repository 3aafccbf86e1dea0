CREATE TABLE `codes` (
	`address` text NOT NULL,
	`scope` text NOT NULL,
	`code_hash` blob NOT NULL,
	`expires_at` integer NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`address`, `scope`)
);
--> statement-breakpoint
CREATE INDEX `codes_expires_at` ON `codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `lookups` (
	`source` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`source`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `lookups_source` ON `lookups` (`source`,`at`);--> statement-breakpoint
CREATE INDEX `lookups_at` ON `lookups` (`at`);--> statement-breakpoint
CREATE TABLE `sendings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sendings_subject` ON `sendings` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `sendings_source` ON `sendings` (`source`,`at`);--> statement-breakpoint
CREATE INDEX `sendings_at` ON `sendings` (`at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`token_hash` blob PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`session_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tokens_session_id` ON `tokens` (`session_id`);--> statement-breakpoint
CREATE INDEX `tokens_expires_at` ON `tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `wrong_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wrong_codes_subject` ON `wrong_codes` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `wrong_codes_at` ON `wrong_codes` (`at`);--> statement-breakpoint
-- Made anew: the notices kept so far are plain text that nothing delivers, and nobody can seal them here.
DROP TABLE `messages`;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`to` text NOT NULL,
	`to_key` text NOT NULL,
	`purpose` text NOT NULL,
	`scope` text,
	`sealed` blob,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`channel`,`due_at`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `messages_pending` ON `messages` (`expires_at`) WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to_key`,`id`);