const shares = [0.2126, 0.7152, 0.0722];

/** Black or white, whichever has the higher contrast on `#rrggbb` (relative luminance as in WCAG 2.2, with 2.2 for the exponent). */
export function readableOn(color: string): string {
  const luminance = shares.reduce(
    (sum, share, index) => sum + share * (Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16) / 255) ** 2.2,
    0,
  );
  // Where the contrast with black and with white is the same.
  return luminance > 0.179 ? '#000' : '#fff';
}
