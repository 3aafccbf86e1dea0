CREATE TABLE "picture_files" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"written_at" bigint NOT NULL,
	"bytes" "bytea" NOT NULL
);
