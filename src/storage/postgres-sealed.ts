import { logPlace, sessionPlace } from './log-rows';
import { type Statement, statements } from './postgres-statements';
import type { RunStatement } from './postgres-turns';
import type { SealedDatabase } from './reseal';

const batch = 200;

/** What of a PostgreSQL database is sealed. */
export function postgresSealed(run: RunStatement): SealedDatabase {
  const changes = async (statement: Statement, values: readonly unknown[]) => (await run(statement, values)).rowCount ?? 0;
  return {
    tables: [
      {
        place: sessionPlace,
        read: async (key) => (await run(statements.sealedSessions, [key, batch])).rows,
        write: (row, json) => changes(statements.resealSession, [json, row.key, row.json]),
      },
      {
        place: logPlace,
        read: async (key, seq) => (await run(statements.sealedActivities, [key, seq, batch])).rows,
        write: (row, json, address) => changes(statements.resealActivity, [json, address, row.key, row.seq, row.json, row.address]),
      },
    ],
    dataKeys: async () => (await run(statements.dataKeys, [])).rows.map(({ id }) => id),
    registerDataKey: (id) => run(statements.registerDataKey, [id]),
    removeDataKeys: (ids) => run(statements.removeDataKeys, [ids]),
  };
}
