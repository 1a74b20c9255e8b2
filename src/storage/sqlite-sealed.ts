import { logPlace, sessionPlace } from './log-rows';
import type { SealedDatabase, SealedRow } from './reseal';
import type { prepareStatements } from './sqlite-statements';

const batch = 100;

/** What of a SQLite file is sealed. */
export function sqliteSealed(statements: ReturnType<typeof prepareStatements>): SealedDatabase {
  return {
    tables: [
      {
        place: sessionPlace,
        read: async (key) => statements.sealedSessions.all(key, batch) as SealedRow[],
        write: async (row, json) => statements.resealSession.run(json, row.key, row.json).changes,
      },
      {
        place: logPlace,
        read: async (key, seq) => statements.sealedActivities.all(key, seq, batch) as SealedRow[],
        write: async (row, json, address) => statements.resealActivity.run(json, address, row.key, row.seq, row.json, row.address).changes,
      },
    ],
    dataKeys: async () => statements.dataKeys.all().map((row) => row.id),
    registerDataKey: async (id) => statements.registerDataKey.run(id),
    removeDataKeys: async (ids) => {
      for (const id of ids) statements.removeDataKey.run(id);
    },
  };
}
