import type { Activity } from './activity';

/** An activity that waits to be sent. */
interface Outgoing {
  /** The `clientActivityID`: the server takes the same id once. */
  readonly id: string;
  readonly activity: Activity;
}

/** All that a client needs to go on after a reload. */
export interface Kept {
  readonly conversation: string;
  readonly token: string;
  readonly queue: readonly Outgoing[];
  /** The language it was in. */
  readonly locale: string;
}

/** What a client tells. */
export interface DirectLineListener {
  /** New activities, each once, in their order. */
  readonly receive: (activities: readonly Activity[]) => void;
  /** The server took the activity, or (`false`) will never take it. */
  readonly settle: (id: string, isTaken: boolean) => void;
  /** The server answers, or does not; told after every try. */
  readonly reach: (isReached: boolean) => void;
  /** The server has forgotten the conversation. What waits is sent in a new one. */
  readonly end: () => void;
  /** What to keep has changed; null: nothing. */
  readonly keep: (kept: Kept | null) => void;
}

/** A client of Direct Line 3.0. */
export interface DirectLine {
  /** A conversation is open, or was when the tab was reloaded. */
  readonly isOpen: () => boolean;
  /** Takes up the kept conversation; all of it is received again. */
  readonly resume: () => void;
  /** Sends an activity as soon as the server can be reached. */
  readonly post: (outgoing: Outgoing) => void;
  /** Ends all work; nothing is told after this. */
  readonly stop: () => void;
}

function pauseAfter(failures: number): number {
  return Math.min(longestPause, (second / 2) * 2 ** failures);
}

interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** Statuses of a message that the server will never take, and of a conversation that has ended. */
const refused: readonly unknown[] = [400, 413, 415];
const ended: readonly unknown[] = [401, 403, 404];

const second = 1000;
/** Tokens last 30 minutes. */
const refreshMilliseconds = 15 * 60 * second;
const longestPause = 30 * second;
const pollMilliseconds = 2 * second;
/** A request that takes longer is given up: a network can swallow it without a word. */
const longestRequest = 10 * second;
/** An answer is waited for this long before it is asked for: the socket may be dead without knowing. */
const patience = 3 * second;
/** The server gives at most as many activities at once. */
const pageSize = 100;

/**
 * Makes a client that sends each activity once, in order, again and again until the server has it; it listens by WebSocket, and by asking where that is
 * blocked. One round of work at a time: open what is needed, send what waits, read what is new.
 *
 * `base`: address of the API without a slash at its end. `locale`: the language for a new conversation. `kept`: the conversation to go on with.
 */
export function createDirectLine(base: string, locale: () => string, listener: DirectLineListener, kept: Kept | null): DirectLine {
  let conversation = kept?.conversation ?? '';
  let token = kept?.token ?? '';
  let watermark = '';
  const queue = [...(kept?.queue ?? [])];
  const seen = new Set<string>();
  /** Ids of what was sent and not received back yet. */
  const unanswered = new Set<string>();
  let socket: WebSocket | null = null;
  /** WebSockets that did not open, in a row. */
  let blocked = 0;
  /** Rounds that failed, in a row. */
  let failures = 0;
  let isWorking = false;
  let isStopped = false;
  /** The token may be old. */
  let isStale = conversation !== '';
  let timer = 0;
  let running = new AbortController();

  const refreshing = setInterval(() => {
    isStale = conversation !== '';
    work();
  }, refreshMilliseconds);
  addEventListener('online', wake);

  return {
    isOpen: () => conversation !== '',
    resume: work,
    post: (outgoing) => {
      queue.push(outgoing);
      keep();
      work();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(refreshing);
      removeEventListener('online', wake);
      running.abort();
      hangUp();
    },
  };

  function wake(): void {
    failures = blocked = 0;
    running.abort();
    hangUp();
    work();
  }

  /** A dead socket takes a minute to close: it is let go at once. */
  function hangUp(): void {
    const old = socket;
    socket = null;
    old?.close();
  }

  async function work(): Promise<void> {
    if (isWorking || isStopped) return;
    isWorking = true;
    clearTimeout(timer);
    let pause = 0;
    try {
      await round();
      failures = 0;
      if (!isStopped) listener.reach(true);
      if (conversation && socket === null) pause = pollMilliseconds * (document.hidden ? 10 : 1);
    } catch (status) {
      if (!isStopped) pause = fail(status);
    }
    isWorking = false;
    if (isStopped) return;
    if (pause > 0) timer = setTimeout(work, pause);
    // Said while the round was ending.
    else if (queue.length > 0) work();
  }

  async function round(): Promise<void> {
    if (isStale) {
      ({ token } = await request<{ token: string }>(`/conversations/${conversation}`, token));
      isStale = false;
      keep();
    }
    while (queue[0] !== undefined) {
      if (!conversation) await open();
      await send(queue[0]);
    }
    if (conversation && socket === null) {
      await read();
      if (blocked < 2 && !isStopped) listen();
    }
  }

  /** How long to wait before the next round; 0: none is needed. `status`: the answer's, or an error where there was none. */
  function fail(status: unknown): number {
    const first = queue[0];
    if (refused.includes(status) && first !== undefined) {
      queue.shift();
      keep();
      listener.settle(first.id, false);
      return 1;
    }
    if (ended.includes(status) && conversation) {
      conversation = token = watermark = '';
      isStale = false;
      hangUp();
      keep();
      listener.end();
      if (queue.length === 0) return 0;
      // A new conversation at once; not again and again where that one has ended as well.
      failures += 1;
      return failures > 1 ? pauseAfter(failures) : 1;
    }
    listener.reach(false);
    failures += 1;
    return pauseAfter(failures);
  }

  async function open(): Promise<void> {
    const generated = await request<{ token: string }>('/tokens/generate', '', {});
    const opened = await request<{ conversationId: string; token: string }>('/conversations', generated.token, { locale: locale() });
    conversation = opened.conversationId;
    token = opened.token;
    keep();
  }

  async function send({ id, activity }: Outgoing): Promise<void> {
    // The socket may give it back before the answer to the request comes.
    unanswered.add(id);
    try {
      await request(`/conversations/${conversation}/activities`, token, { ...activity, channelData: { clientActivityID: id } });
    } catch (status) {
      // What is to be done in danger is said even where the message could not be kept.
      if (status === 503 && socket === null) await read().catch(() => undefined);
      throw status;
    }
    queue.shift();
    keep();
    listener.settle(id, true);
    setTimeout(() => {
      if (!unanswered.delete(id) || socket === null) return;
      hangUp();
      work();
    }, patience);
  }

  async function read(): Promise<void> {
    for (;;) {
      const set = await request<ActivitySet>(`/conversations/${conversation}/activities?watermark=${watermark}`, token);
      take(set);
      if (set.activities.length < pageSize) return;
    }
  }

  function listen(): void {
    const address = `${base.replace(/^http/, 'ws')}/conversations/${conversation}/stream?watermark=${watermark}&t=${token}`;
    const opened = new WebSocket(address);
    socket = opened;
    blocked += 1;
    opened.onopen = () => {
      blocked = 0;
    };
    opened.onmessage = ({ data }) => {
      if (data && socket === opened) take(JSON.parse(data) as ActivitySet);
    };
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = null;
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(work, second);
    };
  }

  function take(set: ActivitySet): void {
    if (isStopped) return;
    watermark = set.watermark || watermark;
    const fresh = set.activities.filter(({ id = '' }) => !seen.has(id));
    for (const { id = '', channelData } of fresh) {
      seen.add(id);
      unanswered.delete(channelData?.clientActivityID ?? '');
    }
    if (fresh.length > 0) listener.receive(fresh);
  }

  function keep(): void {
    if (!isStopped) listener.keep(conversation || queue.length > 0 ? { conversation, token, queue, locale: locale() } : null);
  }

  /** Rejects with the status where the guide answers with an error; with anything else where it does not answer, or somebody else does. */
  async function request<T>(path: string, bearer: string, body?: object): Promise<T> {
    if (isStopped) throw isStopped;
    running = new AbortController();
    const { signal } = running;
    const limit = setTimeout(() => running.abort(), longestRequest);
    try {
      const response = await fetch(base + path, {
        headers: { ...(body && { 'Content-Type': 'application/json' }), ...(bearer && { Authorization: `Bearer ${bearer}` }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        signal,
      });
      // A page of a hotel's network is no JSON.
      const answer = await response.json();
      if (isStopped || !response.ok) throw answer.error?.code && response.status;
      return answer as T;
    } finally {
      clearTimeout(limit);
    }
  }
}
