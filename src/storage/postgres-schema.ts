/**
 * The numbered migrations of the PostgreSQL database: the first brings an empty one to version 1, and so on. One that was released is never
 * changed. The tables are those of the SQLite file, where they are explained; `slot` spreads a count that every replica raises over several rows.
 */
export const postgresMigrations: readonly string[] = [
  `
  CREATE TABLE session (
    key TEXT PRIMARY KEY, json TEXT, etag TEXT NOT NULL, last_seq INTEGER NOT NULL, expires_at BIGINT NOT NULL
  );
  CREATE INDEX session_expires_at ON session (expires_at);
  CREATE TABLE activity (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, message TEXT, last_seq INTEGER, json TEXT, address TEXT,
    PRIMARY KEY (conversation, seq)
  );
  CREATE UNIQUE INDEX activity_message ON activity (conversation, message) WHERE message IS NOT NULL;
  CREATE INDEX activity_outbox ON activity (conversation) WHERE address IS NOT NULL;
  CREATE TABLE outbox_claim (conversation TEXT PRIMARY KEY, until BIGINT NOT NULL, tries INTEGER NOT NULL);
  CREATE TABLE tally (day TEXT NOT NULL, name TEXT NOT NULL, slot INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, name, slot));
  CREATE TABLE data_key (id TEXT PRIMARY KEY);
  `,
  'CREATE TABLE opt_out (key TEXT PRIMARY KEY)',
];
