import type { Request } from 'express';
import { type Language, languages } from '../language/language';

/** The language that a page or browser asks for: `locale` in the body or address, else `Accept-Language`; undefined where none says. */
export function requestedLanguage(request: Request): Language | undefined {
  const body: unknown = request.body;
  const inBody = typeof body === 'object' && body !== null && 'locale' in body ? body.locale : undefined;
  const asked = [inBody, request.query['locale']].find((locale) => typeof locale === 'string' && locale !== '');
  if (typeof asked === 'string') return languages.find((language) => new RegExp(`^${language}(?![a-z])`, 'i').test(asked));
  if (request.headers['accept-language'] === undefined) return undefined;
  return languages.find((language) => language === request.acceptsLanguages(...languages));
}
