/** A text with its placeholders as long as they may become: a name of 40 characters, hours, numbers, joined reasons. */
export function longestFilled(text: string): string {
  return text.replace(/\{([a-z-]+)\}/g, (_, name: string) =>
    'x'.repeat(({ center: 40, hours: 80, reasons: 120 } as Record<string, number>)[name] ?? 15),
  );
}
