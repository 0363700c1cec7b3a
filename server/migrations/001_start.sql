-- Truth: what was received and what the province itself wrote. Nothing here is ever changed by a rebuild.

CREATE TABLE province (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id text NOT NULL,
  name text NOT NULL,
  public_key bytea NOT NULL,
  sealed_secret bytea NOT NULL,
  recipient text NOT NULL,
  sealed_identity bytea NOT NULL,
  created_at bigint NOT NULL
);

CREATE TABLE office (
  id text PRIMARY KEY,
  name text NOT NULL,
  parent_name text NOT NULL,
  level text NOT NULL,
  admin_code text NOT NULL,
  doc_symbol text NOT NULL,
  place_name text NOT NULL,
  profile text NOT NULL,
  plan text NOT NULL,
  has_app boolean NOT NULL DEFAULT true,
  own_device text NOT NULL UNIQUE,
  own_seq bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);

CREATE TABLE catalogue_entry (
  code text PRIMARY KEY,
  register text NOT NULL,
  name text NOT NULL,
  owner text NOT NULL
);

CREATE TABLE pack (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office text NOT NULL REFERENCES office (id),
  token_hash bytea NOT NULL UNIQUE,
  bytes bytea NOT NULL,
  issued_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_by text
);

CREATE TABLE device (
  id text PRIMARY KEY,
  office text NOT NULL REFERENCES office (id),
  public_key bytea NOT NULL,
  recipient text NOT NULL,
  name text NOT NULL,
  person text NOT NULL,
  code text NOT NULL,
  pack bigint NOT NULL REFERENCES pack (id),
  status text NOT NULL CHECK (status IN ('pending', 'approved', 'refused', 'revoked')),
  revoked_after bigint,
  requested_at bigint NOT NULL,
  decided_at bigint,
  decided_by text,
  last_number bigint NOT NULL DEFAULT 0,
  last_hash bytea,
  last_seq bigint NOT NULL DEFAULT 0,
  reply_number bigint NOT NULL DEFAULT 0,
  reply_hash bytea,
  have_reply bigint NOT NULL DEFAULT 0,
  last_heard_at bigint
);
CREATE INDEX device_office ON device (office);

CREATE TABLE bundle (
  device text NOT NULL REFERENCES device (id),
  number bigint NOT NULL,
  office text NOT NULL REFERENCES office (id),
  hash bytea NOT NULL UNIQUE,
  bytes bytea NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  seen_reply bigint NOT NULL,
  way text NOT NULL CHECK (way IN ('line', 'file')),
  changes integer NOT NULL,
  applied integer NOT NULL,
  held integer NOT NULL,
  refused integer NOT NULL,
  receipt_code text NOT NULL,
  received_at bigint NOT NULL,
  reply_number bigint NOT NULL,
  intake_order bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (device, number),
  CHECK (changes = applied + held + refused)
);

-- The province's own chain, one per office, so that an office learns nothing of what was written to another.
CREATE TABLE own_change (
  office text NOT NULL REFERENCES office (id),
  seq bigint NOT NULL,
  device text NOT NULL,
  register text NOT NULL,
  record_device text NOT NULL,
  record_seq bigint NOT NULL,
  record_id text NOT NULL,
  set_fields json NOT NULL,
  base json NOT NULL,
  actor text NOT NULL,
  at bigint NOT NULL,
  nonce text,
  PRIMARY KEY (office, seq)
);

CREATE TABLE reply (
  device text NOT NULL REFERENCES device (id),
  number bigint NOT NULL,
  bytes bytea NOT NULL,
  hash bytea NOT NULL,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  -- Highest sequence of every other device that this device holds once it has applied this reply.
  knows json NOT NULL,
  PRIMARY KEY (device, number)
);

CREATE TABLE held_message (
  hash bytea PRIMARY KEY,
  kind text NOT NULL,
  office text NOT NULL REFERENCES office (id),
  device text NOT NULL,
  number bigint,
  bytes bytea NOT NULL,
  reason text NOT NULL,
  received_at bigint NOT NULL,
  settled_at bigint,
  settled_by text,
  settlement text
);
CREATE INDEX held_device ON held_message (device) WHERE settled_at IS NULL;

CREATE TABLE hello_nonce (
  device text NOT NULL REFERENCES device (id),
  nonce bytea NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (device, nonce)
);

-- People of the province.

CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login text NOT NULL UNIQUE,
  full_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'reviewer', 'viewer')),
  password text NOT NULL,
  must_change boolean NOT NULL,
  disabled_at bigint,
  failed integer NOT NULL DEFAULT 0,
  locked_until bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  account bigint NOT NULL REFERENCES account (id),
  created_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  address text NOT NULL
);

CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  account bigint,
  actor text NOT NULL,
  act text NOT NULL,
  office text,
  subject text NOT NULL,
  detail json NOT NULL,
  address text NOT NULL
);
CREATE INDEX audit_office ON audit (office, id);

-- Projections: everything below can be dropped and made again from the tables above.

CREATE TABLE change (
  device text NOT NULL,
  seq bigint NOT NULL,
  office text NOT NULL,
  register text NOT NULL,
  record_device text NOT NULL,
  record_seq bigint NOT NULL,
  record_id text NOT NULL,
  set_fields json NOT NULL,
  base json NOT NULL,
  actor text NOT NULL,
  at bigint NOT NULL,
  seen bigint NOT NULL,
  nonce text,
  bundle_number bigint NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('applied', 'held', 'refused')),
  reason text NOT NULL,
  PRIMARY KEY (device, seq)
);
CREATE INDEX change_record ON change (office, record_id);
CREATE INDEX change_register ON change (office, register);

CREATE TABLE person (
  office text NOT NULL,
  device text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (office, device, id)
);

CREATE TABLE merged_record (
  office text NOT NULL,
  id text NOT NULL,
  register text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  fields json NOT NULL,
  heads json NOT NULL,
  conflicts json NOT NULL,
  deleted boolean NOT NULL,
  PRIMARY KEY (office, id)
);
CREATE INDEX merged_record_register ON merged_record (office, register);

-- What province staff may read: only what was handed in, as it stood when it was handed in.

CREATE TABLE handin (
  office text NOT NULL,
  id text NOT NULL,
  device text NOT NULL,
  seq bigint NOT NULL,
  register text NOT NULL,
  period text NOT NULL,
  nil boolean NOT NULL,
  count integer NOT NULL,
  content_hash text NOT NULL,
  made_by text NOT NULL,
  made_at bigint NOT NULL,
  received_at bigint NOT NULL,
  note text NOT NULL,
  by_province boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  decided_at bigint,
  decided_by text,
  PRIMARY KEY (office, id)
);
CREATE INDEX handin_register ON handin (register, period);

CREATE TABLE frozen_record (
  office text NOT NULL,
  handin text NOT NULL,
  record_id text NOT NULL,
  register text NOT NULL,
  name text NOT NULL,
  fields json NOT NULL,
  fields_hash bytea NOT NULL,
  decision text CHECK (decision IN ('accept', 'return')),
  position integer NOT NULL,
  PRIMARY KEY (office, handin, record_id)
);
CREATE INDEX frozen_record_id ON frozen_record (office, record_id);

CREATE TABLE remark (
  office text NOT NULL,
  id text NOT NULL,
  handin text NOT NULL,
  record_id text NOT NULL,
  register text NOT NULL,
  field text,
  text text NOT NULL,
  by text NOT NULL,
  at bigint NOT NULL,
  answer text NOT NULL DEFAULT '',
  resolved boolean NOT NULL DEFAULT false,
  PRIMARY KEY (office, id)
);
CREATE INDEX remark_handin ON remark (office, handin);

-- Append-only: not even our own code may change what was received, answered, written or recorded.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END;
$$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER own_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON own_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reply
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bundle_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bundle
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
