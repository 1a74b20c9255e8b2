import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '../../src/storage/sqlite-store';
import { describeStore } from './store-contract';

const folder = mkdtempSync(join(tmpdir(), 'guide-sqlite-'));
let files = 0;
const newPath = () => join(folder, `${++files}`, 'guide.db');

afterAll(() => rmSync(folder, { recursive: true }));

describeStore('the store in a SQLite file', async (now) => SqliteStore.open(newPath(), now));
