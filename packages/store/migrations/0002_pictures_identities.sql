CREATE TABLE `identities` (
	`provider` text NOT NULL,
	`app_id` text NOT NULL,
	`openid` text NOT NULL,
	`union_id` text,
	`account_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `app_id`, `openid`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identities_account_id` ON `identities` (`account_id`);--> statement-breakpoint
DROP INDEX `pictures_account_id`;--> statement-breakpoint
DROP INDEX `pictures_one_profile_code`;--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_one_of_a_kind` ON `pictures` (`account_id`,`kind`);