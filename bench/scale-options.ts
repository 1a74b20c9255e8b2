import { parseArgs } from 'node:util';

/** What `bench:scale` was asked to do. */
export interface ScaleOptions {
  readonly conversations: number;
  readonly expired: number;
  readonly engines: readonly ('sqlite' | 'postgres')[];
}

/** Reads the command line. Throws an error with words when it is wrong. */
export function scaleOptions(words: readonly string[]): ScaleOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      conversations: { type: 'string', default: '1000000' },
      expired: { type: 'string', default: '100000' },
      engine: { type: 'string', default: '' },
    },
  });
  const engine = (['sqlite', 'postgres'] as const).find((name) => name === values.engine);
  if (engine === undefined && values.engine !== '') throw new Error(`--engine is sqlite or postgres, not "${values.engine}"`);
  return {
    conversations: wholeNumber('--conversations', values.conversations),
    expired: wholeNumber('--expired', values.expired),
    engines: engine === undefined ? ['sqlite', 'postgres'] : [engine],
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} is a whole number, not "${text}"`);
  return Number(text);
}
