// Frozen. Files kept beside the records (scans of signed documents): named by the SHA-256 of what they hold, cut into
// chunks named the same way, so that a file given twice is kept once and can travel a chunk at a time.
export const migration002 = {
  number: 2,
  name: 'attachments',
  sql: `
CREATE TABLE attachment (
  no INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attachment_chunk (
  no INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE attachment_part (
  no INTEGER PRIMARY KEY,
  attachment_no INTEGER NOT NULL REFERENCES attachment (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  chunk_no INTEGER NOT NULL REFERENCES attachment_chunk (no),
  UNIQUE (attachment_no, position)
) STRICT;

CREATE TRIGGER attachment_frozen BEFORE UPDATE ON attachment
  BEGIN SELECT RAISE(ABORT, 'a kept file never changes'); END;
CREATE TRIGGER attachment_chunk_frozen BEFORE UPDATE ON attachment_chunk
  BEGIN SELECT RAISE(ABORT, 'a chunk never changes'); END;
`,
} as const
