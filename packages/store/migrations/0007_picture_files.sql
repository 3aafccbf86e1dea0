CREATE TABLE `picture_files` (
	`name` text PRIMARY KEY NOT NULL,
	`written_at` integer NOT NULL,
	`bytes` blob NOT NULL
);
