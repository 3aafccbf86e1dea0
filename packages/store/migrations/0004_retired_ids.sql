CREATE TABLE `retired_ids` (
	`id` integer PRIMARY KEY NOT NULL
);
