import { startUpkeep } from '../src/start-upkeep';
import { MemoryStore } from '../src/storage/memory-store';
import { FakeLog } from './fakes/fake-log';

/** A store whose first sweep fails. */
class TiredStore extends MemoryStore {
  sweeps = 0;
  resealing = Promise.resolve(3);

  override async sweep(): Promise<number> {
    this.sweeps += 1;
    if (this.sweeps === 1) throw new Error('the disk is full');
    return 7;
  }

  override reseal(): Promise<number> {
    return this.resealing;
  }
}

describe('the upkeep', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('runs at once and every minute, also after it failed, until it is stopped', async () => {
    const store = new TiredStore(() => 0);
    const log = new FakeLog();
    const upkeep = startUpkeep(store, log);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(log.lines.map(({ event, fields }) => [event, fields?.count])).toEqual([
      ['upkeep-failed', undefined],
      ['swept', 7],
      ['resealed', 3],
    ]);
    upkeep.stop();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(store.sweeps).toBe(2);
  });

  it('waits for a run that takes longer than a minute', async () => {
    const store = new TiredStore(() => 0);
    store.resealing = new Promise((resolve) => setTimeout(() => resolve(0), 150_000));
    store.sweeps = 1;
    const upkeep = startUpkeep(store, new FakeLog());
    await jest.advanceTimersByTimeAsync(149_000);
    expect(store.sweeps).toBe(2);
    await jest.advanceTimersByTimeAsync(31_000);
    expect(store.sweeps).toBe(3);
    upkeep.stop();
  });
});
