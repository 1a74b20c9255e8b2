/** A server does not know a conversation that it had opened: all that was acknowledged in it is lost. */
export class ConversationLost extends Error {
  override readonly name = 'ConversationLost';
}
