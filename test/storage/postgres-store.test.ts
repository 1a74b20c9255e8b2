import { PostgresStore } from '../../src/storage/postgres-store';
import { describePostgres } from '../support/describe-postgres';
import { describeStore } from './store-contract';

describePostgres('PostgreSQL', (database) => {
  describeStore('the store in PostgreSQL', async (now) => new PostgresStore(await database(), now));
});
