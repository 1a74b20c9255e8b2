// Loaded before the server: replaces its SQLite store by one that answers from memory and writes a snapshot now and then, as a store would
// that acknowledges before it commits. The test in which servers are killed has to see what such a server loses.
'use strict';
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { deserialize, serialize } = require('node:v8');
const { MemoryStore } = require('../../dist/storage/memory-store');
const { SqliteStore } = require('../../dist/storage/sqlite-store');

SqliteStore.open = (path, now) => {
  const store = new MemoryStore(now);
  const snapshot = join(dirname(path), 'snapshot');
  if (existsSync(snapshot)) store.conversations = deserialize(readFileSync(snapshot));
  setInterval(() => {
    // Whole or not at all: it loses, but it starts again.
    writeFileSync(`${snapshot}.new`, serialize(store.conversations));
    renameSync(`${snapshot}.new`, snapshot);
  }, 150);
  return store;
};
