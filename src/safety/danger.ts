/** Kinds of danger, the higher one first (safety.md section 0.5, review.md S17). The first decides which stop is shown. */
export const categories = ['overdose', 'medical', 'suicide', 'self-harm', 'violence'] as const;

export type Category = (typeof categories)[number];

/** `emergency`: the full stop, the script holds. `check`: one soft line with 911 and 988, and the normal reply goes on. */
export type Tier = 'emergency' | 'check';

/** Danger found in one message. `others` are further categories found beside the highest, in order. */
export interface Danger {
  readonly tier: Tier;
  readonly category: Category;
  readonly others: readonly Category[];
  /** A sign was found, and lowered by a guard: it is told as past, denied, asked about or meant otherwise. */
  readonly guarded: boolean;
}
