import { conversationKey } from '../../src/turn/conversation-key';

describe('the conversation key', () => {
  it('is the same for the same conversation and different for every other', () => {
    const keys = [
      conversationKey('secret', 'sms', '+18652345678'),
      conversationKey('secret', 'sms', '+18652345679'),
      conversationKey('secret', 'msteams', '+18652345678'),
      conversationKey('other', 'sms', '+18652345678'),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(conversationKey('secret', 'sms', '+18652345678')).toBe(keys[0]);
  });

  it('holds nothing of the id', () => {
    expect(conversationKey('secret', 'sms', '+18652345678')).toMatch(/^[0-9a-f]{64}$/);
  });
});
