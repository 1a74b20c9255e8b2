import { ConversationQueue } from '../../src/turn/conversation-queue';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('the conversation queue', () => {
  it('runs the tasks of one conversation one after the other, in order', async () => {
    const queue = new ConversationQueue();
    const steps: string[] = [];
    const task = (name: string) => async () => {
      steps.push(`${name} begins`);
      await tick();
      steps.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([queue.run('a', task('1')), queue.run('a', task('2')), queue.run('a', task('3'))])).toEqual(['1', '2', '3']);
    expect(steps).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('runs different conversations side by side', async () => {
    const queue = new ConversationQueue();
    let release: () => void = () => undefined;
    const slow = queue.run('a', () => new Promise<void>((resolve) => (release = resolve)));
    expect(await queue.run('b', async () => 'done')).toBe('done');
    release();
    await slow;
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const queue = new ConversationQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('keeps nothing of an idle conversation', async () => {
    const queue = new ConversationQueue();
    const running = [queue.run('a', tick), queue.run('a', tick), queue.run('b', tick)];
    expect(queue.size).toBe(2);
    await Promise.all(running);
    expect(queue.size).toBe(0);
  });
});
