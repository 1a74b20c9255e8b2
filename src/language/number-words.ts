/** The numbers from 0 to 17 as English and Spanish words, folded. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete',
  ].flatMap((list) => list.split(' ').map((word, number) => [word, number] as const)),
);
