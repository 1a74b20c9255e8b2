import type { Content } from '../../src/content/content';
import { realContent } from '../support/real-content';
import type { Transcript } from './transcript';

const known = new Map<string, Content>();

/** The content that a transcript is played with: the real one, of a center that has the transcript's hours. */
export function contentFor({ hours }: Pick<Transcript, 'hours'>): Content {
  const key = JSON.stringify(hours);
  const content = known.get(key) ?? contentWith(hours);
  known.set(key, content);
  return content;
}

function contentWith(hours: Transcript['hours']): Content {
  if (hours === undefined) return realContent();
  const [opens, closes] = hours;
  const spans = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: opens * 60, closes: closes * 60 }));
  return realContent({ hours: { spans, holidays: [] } });
}
