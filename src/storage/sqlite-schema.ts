/**
 * The numbered migrations of the SQLite file: the first brings an empty file to version 1, and so on. One that was released is never changed.
 * All times are epoch milliseconds; keys are hashes.
 */
export const sqliteMigrations: readonly string[] = [
  `
  -- Each conversation's texts are encrypted under a secret of its own. SQLite leaves copies of rows behind when it moves them between pages, which
  -- secure_delete does not reach; but rows of this table are all of one size, only added at the end and overwritten in place, so that a secret
  -- stands in one place, and with it gone all copies of the texts are unreadable.
  CREATE TABLE secret (slot INTEGER PRIMARY KEY, bytes BLOB NOT NULL, is_free INTEGER NOT NULL) STRICT;
  CREATE INDEX secret_free ON secret (slot) WHERE is_free = 1;
  -- json is null where a conversation was deleted: the row is its tombstone.
  CREATE TABLE session (
    key TEXT PRIMARY KEY, json TEXT, etag TEXT NOT NULL, last_seq INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    slot INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_expires_at ON session (expires_at);
  -- message and last_seq are set for what a person wrote: the key of the message, and the place of the last reply to it.
  -- address is set while a reply waits in the outbox; address and json are wiped when it was sent.
  CREATE TABLE activity (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, message TEXT, last_seq INTEGER, json TEXT, address TEXT,
    PRIMARY KEY (conversation, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX activity_message ON activity (conversation, message) WHERE message IS NOT NULL;
  CREATE INDEX activity_outbox ON activity (conversation) WHERE address IS NOT NULL;
  CREATE TABLE outbox_claim (conversation TEXT PRIMARY KEY, until INTEGER NOT NULL, tries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE tally (day TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, name)) STRICT, WITHOUT ROWID;
  -- Under which data keys rows may stand.
  CREATE TABLE data_key (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
  `
  -- Numbers that asked for no more texts, as keyed hashes of their own: nothing ties them to a conversation. They stay until START.
  CREATE TABLE opt_out (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
];
