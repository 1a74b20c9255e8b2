import { MemoryStore } from '../../src/storage/memory-store';
import { describeStore } from './store-contract';

describeStore('MemoryStore', (now) => new MemoryStore(now));
