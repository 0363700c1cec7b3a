-- Rounds (đợt báo cáo) and what answers them. Truth: what is asked stands in each office's own chain (own_change); these
-- tables say which record of which office belongs to which round, and are no projections.

CREATE TABLE round (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  period text NOT NULL,
  letter_no text NOT NULL,
  letter_date text,
  due_text text NOT NULL,
  due_on text,
  late_by text NOT NULL CHECK (late_by IN ('letter', 'receipt')),
  note text NOT NULL,
  -- [{ register, columns, nilAllowed }]
  items json NOT NULL,
  -- Who was asked, as it was chosen: { by, levels, offices }.
  scope json NOT NULL,
  closed boolean NOT NULL DEFAULT false,
  made_at bigint NOT NULL,
  made_by text NOT NULL
);

CREATE TABLE round_office (
  round bigint NOT NULL REFERENCES round (id),
  office text NOT NULL REFERENCES office (id),
  -- The office's own record of the round: what its hand-ins name.
  record text NOT NULL,
  extended_to text,
  extension_reason text NOT NULL DEFAULT '',
  PRIMARY KEY (round, office),
  UNIQUE (office, record)
);

-- What was said on the phone: the province's own, never sent to the office.
CREATE TABLE phone_note (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office text NOT NULL REFERENCES office (id),
  round bigint REFERENCES round (id),
  at bigint NOT NULL,
  by text NOT NULL,
  text text NOT NULL
);
CREATE INDEX phone_note_office ON phone_note (office, id);
CREATE TRIGGER phone_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON phone_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- By line or by file: how a device was last heard of.
ALTER TABLE device ADD COLUMN last_way text CHECK (last_way IN ('line', 'file'));
UPDATE device SET last_way = (
  SELECT b.way FROM bundle b WHERE b.device = device.id ORDER BY b.number DESC LIMIT 1
);

CREATE INDEX own_change_record ON own_change (office, record_id);

-- Projections: a hand-in says what it answers and with which letter it came.

ALTER TABLE handin ADD COLUMN round text NOT NULL DEFAULT '';
ALTER TABLE handin ADD COLUMN submission text NOT NULL DEFAULT '';
ALTER TABLE handin ADD COLUMN reason text NOT NULL DEFAULT '';
CREATE INDEX handin_round ON handin (office, round);
CREATE INDEX handin_list ON handin (office, register, received_at);

-- A submission as it stood when the hand-in that names it was sent. One that was only locked is not here.
CREATE TABLE frozen_submission (
  office text NOT NULL,
  id text NOT NULL,
  round text NOT NULL,
  period text NOT NULL,
  kind text NOT NULL,
  content_hash text NOT NULL,
  number text NOT NULL,
  signed_on text,
  signer_lines text NOT NULL,
  signer_name text NOT NULL,
  scan_name text NOT NULL,
  scan_hash text NOT NULL,
  approved_by text NOT NULL,
  approved_at bigint,
  passed_over text NOT NULL,
  sent_way text NOT NULL,
  sent_at bigint,
  supersedes text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (office, id)
);

-- What the province sets for its offices (gói quy định), every saved one. The highest number holds.

CREATE TABLE rules_pack (
  number bigint PRIMARY KEY CHECK (number >= 1),
  settings json NOT NULL,
  -- The signed message, the same for every office.
  bytes bytea NOT NULL,
  made_at bigint NOT NULL,
  made_by text NOT NULL
);
CREATE TRIGGER rules_pack_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rules_pack
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The highest number that a reply to the device carried.
ALTER TABLE device ADD COLUMN rules_number bigint NOT NULL DEFAULT 0;
