import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** A row of the log as it is read. */
export interface LogRow {
  readonly seq: number;
  readonly json: string;
  /** The conversation's secret. */
  readonly bytes: Uint8Array;
}

/** All statements that are run on a SQLite file. What has expired is out of sight in every read. */
export function prepareStatements(database: DatabaseSyncInstance) {
  const sql = (text: string) => database.prepare(text);
  return {
    load: sql('SELECT json, etag, bytes FROM session JOIN secret USING (slot) WHERE key = ? AND expires_at > ?'),
    inbound: sql('SELECT seq, last_seq FROM activity WHERE conversation = ? AND message = ?'),
    replies: sql('SELECT seq, json FROM activity WHERE conversation = ? AND seq > ? AND seq <= ? AND json IS NOT NULL ORDER BY seq'),
    activities: sql(`
      SELECT seq, activity.json AS json, bytes FROM activity JOIN session ON session.key = conversation JOIN secret USING (slot)
      WHERE conversation = ? AND session.expires_at > ? AND seq > ? AND activity.json IS NOT NULL ORDER BY seq LIMIT ?`),

    current: sql('SELECT last_seq, slot, bytes FROM session JOIN secret USING (slot) WHERE key = ? AND etag = ? AND expires_at > ?'),
    expiry: sql('SELECT expires_at FROM session WHERE key = ?'),
    save: sql('INSERT OR REPLACE INTO session (key, json, etag, last_seq, expires_at, slot) VALUES (?, ?, ?, ?, ?, ?)'),
    freeSlot: sql('SELECT slot FROM secret WHERE is_free = 1 LIMIT 1'),
    addSecret: sql('INSERT INTO secret (bytes, is_free) VALUES (?, 0) RETURNING slot'),
    setSecret: sql('UPDATE secret SET bytes = ?, is_free = 0 WHERE slot = ?'),
    removeSecret: sql('UPDATE secret SET bytes = zeroblob(32), is_free = 1 WHERE slot = (SELECT slot FROM session WHERE key = ?)'),
    log: sql('INSERT INTO activity (conversation, seq, message, last_seq, json, address) VALUES (?, ?, ?, ?, ?, ?)'),
    count: sql('INSERT INTO tally (day, name, n) VALUES (?, ?, 1) ON CONFLICT (day, name) DO UPDATE SET n = n + 1'),
    isOptedOut: sql('SELECT 1 FROM opt_out WHERE key = ?'),
    optOut: sql('INSERT OR IGNORE INTO opt_out (key) VALUES (?)'),
    optIn: sql('DELETE FROM opt_out WHERE key = ?'),
    tallies: sql('SELECT day, name, n AS count FROM tally WHERE day >= ? ORDER BY day, name'),

    forgetReplies: sql('DELETE FROM activity WHERE conversation = ? AND message IS NULL'),
    forgetMessages: sql('UPDATE activity SET json = NULL, address = NULL WHERE conversation = ?'),
    removeActivities: sql('DELETE FROM activity WHERE conversation = ?'),
    removeSession: sql('DELETE FROM session WHERE key = ?'),
    expired: sql('SELECT key FROM session WHERE expires_at <= ? LIMIT ?'),

    waiting: sql(`
      SELECT DISTINCT activity.conversation AS key FROM activity JOIN session ON session.key = activity.conversation
      LEFT JOIN outbox_claim AS claim ON claim.conversation = activity.conversation
      WHERE address IS NOT NULL AND session.expires_at > ?1 AND coalesce(claim.until, 0) <= ?1 LIMIT ?2`),
    outbox: sql(`
      SELECT seq, activity.json AS json, address, bytes FROM activity JOIN session ON session.key = conversation JOIN secret USING (slot)
      WHERE conversation = ? AND address IS NOT NULL AND session.expires_at > ? ORDER BY seq`),
    claim: sql(`
      INSERT INTO outbox_claim AS claim (conversation, until, tries) VALUES (?1, ?2, 0)
      ON CONFLICT (conversation) DO UPDATE SET until = excluded.until WHERE claim.until <= ?3 RETURNING tries`),
    wipe: sql('UPDATE activity SET json = NULL, address = NULL WHERE conversation = ? AND seq = ?'),
    release: sql('DELETE FROM outbox_claim WHERE conversation = ?'),
    retry: sql('UPDATE outbox_claim SET until = ?, tries = tries + 1 WHERE conversation = ?'),

    registerDataKey: sql('INSERT OR IGNORE INTO data_key (id) VALUES (?)'),
    dataKeys: sql('SELECT id FROM data_key'),
    removeDataKey: sql('DELETE FROM data_key WHERE id = ?'),
    sealedSessions: sql(`
      SELECT key, 0 AS seq, json, NULL AS address, bytes FROM session JOIN secret USING (slot)
      WHERE key > ? AND json IS NOT NULL ORDER BY key LIMIT ?`),
    sealedActivities: sql(`
      SELECT conversation AS key, seq, activity.json AS json, address, bytes FROM activity
      JOIN session ON session.key = conversation JOIN secret USING (slot)
      WHERE (conversation, seq) > (?, ?) AND activity.json IS NOT NULL ORDER BY conversation, seq LIMIT ?`),
    resealSession: sql('UPDATE session SET json = ?1 WHERE key = ?2 AND json = ?3'),
    resealActivity: sql('UPDATE activity SET json = ?1, address = ?2 WHERE conversation = ?3 AND seq = ?4 AND json = ?5 AND address IS ?6'),
  };
}
