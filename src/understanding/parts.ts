/** A sentence longer than this many words is also read by windows: spoken messages have no full stops. */
const longSentence = 22;
const windowWords = 16;
const windowStep = 8;
/** Parts of a message that are looked at. A message has at most 4,000 characters. */
const mostParts = 300;

/** The parts of a message that are read on their own beside the whole: its sentences, and windows of long ones. Empty where there is but one part. */
export function parts(sentences: readonly (readonly string[])[]): (readonly string[])[] {
  const found = sentences.length > 1 ? [...sentences] : [];
  for (const sentence of sentences)
    if (sentence.length > longSentence)
      for (let from = 0; from + windowStep / 2 < sentence.length; from += windowStep) found.push(sentence.slice(from, from + windowWords));
  return found.slice(0, mostParts);
}
