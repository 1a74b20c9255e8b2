// Starts the guide by the command given, on a free port, talks with it over Direct Line like a website does, and stops it.
// Exit code 0: it said what it has to. Plain JavaScript without packages, since it runs before they are installed.
'use strict';
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { createServer } = require('node:net');
const { setTimeout: pause } = require('node:timers/promises');

/** Installing, compiling and training on a slow machine. */
const startMilliseconds = 15 * 60_000;
const answerMilliseconds = 10_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when the server is well; rejects when the command ends before that. */
async function healthy(base, ended) {
  const until = Date.now() + startMilliseconds;
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (Date.now() < until) {
    if (over) throw new Error('the command ended before the server listened');
    const response = await fetch(`${base}/healthz`).catch(() => null);
    if (response?.ok) return;
    await Promise.race([pause(250), ended]);
  }
  throw new Error('the server did not listen in time');
}

async function talk(base) {
  const call = async (path, token, body) => {
    const response = await fetch(`${base}/v3/directline${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerMilliseconds),
    });
    assert.ok(response.ok, `${path.split('?')[0]} answered ${response.status}`);
    return response.json();
  };

  const { token: visitor } = await call('/tokens/generate', null, {});
  const { conversationId, token } = await call('/conversations', visitor, { locale: 'en' });
  const path = `/conversations/${conversationId}/activities`;
  let watermark = '';

  /** What the guide said since the last look. */
  const heard = async () => {
    const until = Date.now() + answerMilliseconds;
    while (Date.now() < until) {
      const set = await call(`${path}?watermark=${watermark}`, token);
      watermark = set.watermark;
      const said = set.activities.filter(({ type, from }) => type === 'message' && from.role === 'bot');
      if (said.length > 0) return said;
      await pause(100);
    }
    throw new Error('the guide said nothing');
  };
  const say = async (text) => {
    await call(path, token, { type: 'message', text, from: { id: 'me' } });
    return heard();
  };
  const guideOf = (activity) => activity.channelData?.guide ?? {};
  const textOf = (activities) => activities.map(({ text }) => text).join('\n');

  const greeting = textOf(await heard());
  assert.match(greeting, /911/, 'the greeting names 911');
  assert.match(greeting, /988/, 'the greeting names 988');

  const answer = await say('how long does detox take');
  assert.ok(
    answer.some((activity) => guideOf(activity).topic === 'detox-length'),
    'the question about detox gets its topic',
  );

  const crisis = await say('he is not breathing');
  assert.equal(guideOf(crisis[0]).kind, 'crisis', 'danger gets the words for danger');
  assert.equal(guideOf(crisis[0]).tier, 'emergency', 'danger stops the script');
  assert.match(textOf(crisis), /911/, 'the words for danger name 911');
}

async function main(command) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  // In a group of its own, so that npm, its shell and the server end together.
  const server = spawn(command, { shell: true, detached: true, stdio: 'inherit', env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) } });
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
    server.once('error', resolve);
  });
  const stop = (signal) => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
  process.once('exit', () => stop('SIGKILL'));
  try {
    await healthy(base, ended);
    await talk(base);
    process.stdout.write('smoke: greeting, question and danger were answered as they have to be\n');
  } finally {
    stop('SIGTERM');
    await Promise.race([ended, pause(15_000, undefined, { ref: false })]);
  }
}

main(process.argv[2] ?? 'npm start').then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`smoke: ${error.message}\n`);
    process.exit(1);
  },
);
