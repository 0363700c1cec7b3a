// Frozen. The core tables: what a release has written must open for ever, so later migrations only add.
export const migration001 = {
  number: 1,
  name: 'core',
  sql: `
CREATE TABLE device (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  mine INTEGER NOT NULL DEFAULT 0 CHECK (mine IN (0, 1)),
  signing_secret BLOB,
  signing_public BLOB,
  age_identity TEXT,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE record (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  register TEXT NOT NULL,
  device_no INTEGER NOT NULL REFERENCES device (no),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  UNIQUE (device_no, seq)
) STRICT;

CREATE TABLE undo_group (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  label TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'fixed')),
  undone_by INTEGER REFERENCES undo_group (id)
) STRICT;
CREATE INDEX undo_group_state ON undo_group (state, id);

CREATE TABLE change_log (
  id INTEGER PRIMARY KEY,
  device_no INTEGER NOT NULL REFERENCES device (no),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  record_no INTEGER NOT NULL REFERENCES record (no),
  sets TEXT NOT NULL,
  bases TEXT,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  nonce TEXT,
  origin TEXT NOT NULL,
  group_id INTEGER REFERENCES undo_group (id),
  UNIQUE (device_no, seq)
) STRICT;
CREATE INDEX change_log_record ON change_log (record_no);
CREATE INDEX change_log_group ON change_log (group_id) WHERE group_id IS NOT NULL;
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log
  BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log
  BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record
  BEGIN SELECT RAISE(ABORT, 'record is append-only'); END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record
  BEGIN SELECT RAISE(ABORT, 'record is append-only'); END;

CREATE TABLE held_change (
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  digest TEXT NOT NULL,
  reason TEXT NOT NULL,
  change TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (device, seq, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  number INTEGER PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  receipt_code TEXT,
  receipt_at INTEGER,
  receipt_reply INTEGER
) STRICT;
CREATE TRIGGER outbox_frozen BEFORE UPDATE OF number, first_seq, last_seq, bytes, hash, made_at ON outbox
  BEGIN SELECT RAISE(ABORT, 'a bundle never changes'); END;
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox
  BEGIN SELECT RAISE(ABORT, 'a bundle is never dropped'); END;

CREATE TABLE reply (
  number INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL,
  hash BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parked_row (
  id INTEGER PRIMARY KEY,
  import_id TEXT NOT NULL,
  -- The undo step that parked the row; it is there only while that step stands. NULL: no step.
  group_id INTEGER REFERENCES undo_group (id),
  -- The undo step that took the mended row in; while it stands the row waits no more.
  taken_by INTEGER REFERENCES undo_group (id),
  register TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  row INTEGER NOT NULL,
  row_values TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
CREATE INDEX parked_row_register ON parked_row (register, id);

CREATE TABLE import_mapping (
  register TEXT NOT NULL,
  header TEXT NOT NULL,
  field TEXT,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (register, header)
) STRICT, WITHOUT ROWID;

CREATE TABLE projection (
  register TEXT PRIMARY KEY,
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const
