import { messageKey } from '../../src/turn/message-key';

const secret = 'a secret of more than 32 characters';

describe('messageKey', () => {
  it('is the same for a resend, and another for every other message, conversation and secret', () => {
    const key = messageKey(secret, 'conversation', 'm1');
    expect(messageKey(secret, 'conversation', 'm1')).toBe(key);
    const others = [
      messageKey(secret, 'conversation', 'm2'),
      messageKey(secret, 'conversation 2', 'm1'),
      messageKey(`${secret}!`, 'conversation', 'm1'),
      messageKey(secret, 'conversationm', '1'),
    ];
    expect(new Set([key, ...others]).size).toBe(5);
  });

  it('shows nothing of an id that a client made of what somebody wrote', () => {
    expect(messageKey(secret, 'conversation', 'I am Jane, 865-234-5678')).toMatch(/^[0-9a-f]{32}$/);
  });
});
