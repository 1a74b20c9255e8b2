/** A statement, prepared once on each connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const sql = (name: string, text: string): Statement => ({ name, text });

/** The channel on which replicas tell each other of new entries. */
export const notifyChannel = 'guide_activity';

// Parameters of save: 1 key, 2 json, 3 new etag, 4 number of entries, 5 expiry, 6 messages, 7 jsons, 8 addresses, 9 day, 10 names, 11 slot,
// 12 what to tell other replicas, 13 now, 14 etag that was read, 15 number that opts out or in, 16 which of the two.
const logged = `
  logged AS (
    INSERT INTO activity (conversation, seq, message, last_seq, json, address)
    SELECT $1, saved.last_seq - $4::int + entry.place::int, entry.message, CASE WHEN entry.message IS NULL THEN NULL ELSE saved.last_seq END,
      entry.json, entry.address
    FROM saved, unnest($6::text[], $7::text[], $8::text[]) WITH ORDINALITY AS entry (message, json, address, place)
  ),
  counted AS (
    INSERT INTO tally (day, name, slot, n) SELECT $9, name, $11::int, 1 FROM saved, unnest($10::text[]) AS name
    ON CONFLICT (day, name, slot) DO UPDATE SET n = tally.n + 1
  ),
  opted_out AS (INSERT INTO opt_out (key) SELECT $15::text FROM saved WHERE $16::boolean ON CONFLICT DO NOTHING),
  opted_in AS (DELETE FROM opt_out USING saved WHERE key = $15 AND NOT $16)
  SELECT saved.last_seq AS "lastSeq", CASE WHEN $12::text IS NULL THEN NULL ELSE pg_notify('${notifyChannel}', $12) END FROM saved`;
const update = `
  saved AS (
    UPDATE session SET json = $2, etag = $3, last_seq = last_seq + $4::int, expires_at = $5
    WHERE key = $1 AND etag = $14 AND expires_at > $13::bigint RETURNING last_seq
  )`;
const remove = `
  removed_activities AS (DELETE FROM activity USING gone WHERE conversation = gone.key),
  removed_claims AS (DELETE FROM outbox_claim USING gone WHERE conversation = gone.key)
  SELECT count(*)::int AS count FROM gone`;

/** All statements that are run on PostgreSQL, each a transaction of its own. What has expired is out of sight in every read. */
export const statements = {
  load: sql(
    'load',
    `SELECT session.json, session.etag, activity.seq, activity.last_seq AS "lastSeq" FROM session
     LEFT JOIN activity ON conversation = key AND message = $2 WHERE key = $1 AND expires_at > $3`,
  ),
  replies: sql(
    'replies',
    'SELECT seq, json FROM activity WHERE conversation = $1 AND seq > $2 AND seq <= $3 AND json IS NOT NULL ORDER BY seq',
  ),
  activities: sql(
    'activities',
    `SELECT seq, activity.json FROM activity JOIN session ON key = conversation
     WHERE conversation = $1 AND expires_at > $2 AND seq > $3 AND activity.json IS NOT NULL ORDER BY seq LIMIT $4`,
  ),

  begin: sql(
    'begin_conversation',
    `WITH saved AS (
       INSERT INTO session (key, json, etag, last_seq, expires_at)
       SELECT $1, $2, $3, $4::int, $5::bigint WHERE $13::bigint IS NOT NULL AND $14::text IS NULL
       ON CONFLICT (key) DO NOTHING RETURNING last_seq
     ), ${logged}`,
  ),
  save: sql('save', `WITH ${update}, ${logged}`),
  forget: sql(
    'forget',
    `WITH ${update},
     forgotten_replies AS (DELETE FROM activity USING saved WHERE conversation = $1 AND message IS NULL),
     forgotten_messages AS (UPDATE activity SET json = NULL, address = NULL FROM saved WHERE conversation = $1 AND message IS NOT NULL),
     ${logged}`,
  ),
  isOptedOut: sql('is_opted_out', 'SELECT FROM opt_out WHERE key = $1'),
  removeExpired: sql('remove_expired', `WITH gone AS (DELETE FROM session WHERE key = $1 AND expires_at <= $2 RETURNING key), ${remove}`),
  sweep: sql(
    'sweep',
    `WITH gone AS (
       DELETE FROM session WHERE key IN (SELECT key FROM session WHERE expires_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING key
     ), ${remove}`,
  ),
  tallies: sql('tallies', 'SELECT day, name, sum(n)::int AS count FROM tally WHERE day >= $1 GROUP BY day, name ORDER BY day, name'),

  waiting: sql(
    'waiting',
    `SELECT DISTINCT activity.conversation AS key FROM activity JOIN session ON key = activity.conversation
     LEFT JOIN outbox_claim AS claim ON claim.conversation = activity.conversation
     WHERE address IS NOT NULL AND expires_at > $1 AND coalesce(claim.until, 0) <= $1 LIMIT $2`,
  ),
  claim: sql(
    'claim',
    `INSERT INTO outbox_claim AS claim (conversation, until, tries) SELECT $1, $2::bigint, 0 WHERE EXISTS (
       SELECT FROM activity JOIN session ON key = conversation WHERE conversation = $1 AND address IS NOT NULL AND expires_at > $3
     )
     ON CONFLICT (conversation) DO UPDATE SET until = excluded.until WHERE claim.until <= $3 RETURNING tries`,
  ),
  outbox: sql('outbox', 'SELECT seq, json, address FROM activity WHERE conversation = $1 AND address IS NOT NULL ORDER BY seq'),
  wipe: sql('wipe', 'UPDATE activity SET json = NULL, address = NULL WHERE conversation = $1 AND seq = $2'),
  release: sql('release', 'DELETE FROM outbox_claim WHERE conversation = $1'),
  retry: sql('retry', 'UPDATE outbox_claim SET until = $2, tries = tries + 1 WHERE conversation = $1'),

  lock: sql('lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))'),
  dataKeys: sql('data_keys', 'SELECT id FROM data_key'),
  registerDataKey: sql('register_data_key', 'INSERT INTO data_key (id) VALUES ($1) ON CONFLICT DO NOTHING'),
  removeDataKeys: sql('remove_data_keys', 'DELETE FROM data_key WHERE id = ANY($1)'),
  sealedSessions: sql(
    'sealed_sessions',
    'SELECT key, 0 AS seq, json, NULL AS address FROM session WHERE key > $1 AND json IS NOT NULL ORDER BY key LIMIT $2',
  ),
  sealedActivities: sql(
    'sealed_activities',
    `SELECT conversation AS key, seq, json, address FROM activity
     WHERE (conversation, seq) > ($1, $2) AND json IS NOT NULL ORDER BY conversation, seq LIMIT $3`,
  ),
  resealSession: sql('reseal_session', 'UPDATE session SET json = $1 WHERE key = $2 AND json = $3'),
  resealActivity: sql(
    'reseal_activity',
    `UPDATE activity SET json = $1, address = $2
     WHERE conversation = $3 AND seq = $4 AND json = $5 AND address IS NOT DISTINCT FROM $6`,
  ),
};
