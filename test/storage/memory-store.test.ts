import { MemoryStore } from '../../src/storage/memory-store';
import { describeStore } from './store-contract';

describeStore('the store in memory', async (now) => new MemoryStore(now));
