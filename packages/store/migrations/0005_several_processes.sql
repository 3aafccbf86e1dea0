CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`began_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request_counts` (
	`source` text NOT NULL,
	`minute` integer NOT NULL,
	`requests` integer NOT NULL,
	PRIMARY KEY(`source`, `minute`)
);
--> statement-breakpoint
CREATE INDEX `request_counts_minute` ON `request_counts` (`minute`);