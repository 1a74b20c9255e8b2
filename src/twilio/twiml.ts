const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Answers a webhook with text messages, in the order in which Twilio is to send them; with none, Twilio sends nothing. */
export function twiml(messages: readonly string[]): string {
  const sent = messages.map((message) => `<Message>${escapeXml(message)}</Message>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${sent}</Response>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
