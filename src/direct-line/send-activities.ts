import type { WebSocket } from 'ws';
import type { Log } from '../log';
import type { LoggedActivity } from '../storage/store';
import type { ActivitySet, Conversations } from './conversations';

/** Bytes that may wait for a client which does not take them; a client that was cut off comes back and reads from its watermark. */
const longestBacklog = 256 * 1024;

/**
 * Sends a client everything after `after`, then every activity as it comes, in order, each once. Returns the way to stop.
 * A listener only says that there is more; what was missed in between is read from the log.
 */
export function sendActivities(conversations: Conversations, conversation: string, after: number, client: WebSocket, log: Log): () => void {
  let sent = after;
  let reading = false;
  let again = false;

  const send = (set: ActivitySet) => {
    if (client.bufferedAmount > longestBacklog) {
      log.warn('stream-cut');
      client.terminate();
    }
    if (set.activities.length > 0 && client.readyState === client.OPEN) client.send(JSON.stringify(set));
    sent = Number(set.watermark);
  };

  const catchUp = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      do {
        again = false;
        const set = await conversations.read(conversation, sent);
        send(set);
        again ||= set.activities.length > 0;
      } while (again);
    } catch (error) {
      // The next activity tries again, and a client that reconnects reads from its watermark.
      log.warn('stream-behind', {}, error);
    } finally {
      reading = false;
    }
  };

  const onKept = (entries: readonly LoggedActivity[]) => {
    if (!reading && entries[0]?.seq === sent + 1) send(conversations.toSet(conversation, entries, sent));
    else void catchUp();
  };

  // Listening begins before reading, so that nothing falls in between.
  const stopKept = conversations.subscribe(conversation, onKept);
  const sendPassing = (activities: ActivitySet['activities']) => send({ activities, watermark: String(sent) });
  const stopPassing = conversations.passing.subscribe(conversation, sendPassing);
  void catchUp().then(() => sendPassing(conversations.passing.take(conversation)));
  return () => {
    stopKept();
    stopPassing();
  };
}
