CREATE TABLE `follow_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_groups_name` ON `follow_groups` (`account_id`,`name`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`follower_id` integer NOT NULL,
	`followee_id` integer NOT NULL,
	`group_name` text NOT NULL,
	`placed` integer NOT NULL,
	`shown` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_pair` ON `follows` (`follower_id`,`followee_id`);--> statement-breakpoint
CREATE INDEX `follows_group` ON `follows` (`follower_id`,`group_name`,`placed`);--> statement-breakpoint
CREATE INDEX `follows_placed` ON `follows` (`follower_id`,`placed`);--> statement-breakpoint
CREATE INDEX `follows_fans` ON `follows` (`followee_id`,`id`);--> statement-breakpoint
CREATE INDEX `follows_shown_fans` ON `follows` (`followee_id`,`id`) WHERE shown = 1;--> statement-breakpoint
CREATE TABLE `phone_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `phone_changes_account_id` ON `phone_changes` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `phone_changes_at` ON `phone_changes` (`at`);--> statement-breakpoint
CREATE TABLE `reset_tickets` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`token_hash` blob NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reset_tickets_token_hash` ON `reset_tickets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `reset_tickets_expires_at` ON `reset_tickets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `unsettled_follows` (
	`account_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `shows_phone` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `shows_email` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `shows_birthday` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `shows_follows` integer DEFAULT false NOT NULL;