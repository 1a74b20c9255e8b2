import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, Router, static as serveStatic } from 'express';
import type { Content } from './content/content';
import { callAddress } from './language/call-address';
import { fill } from './language/fill';
import { type Language, languages } from './language/language';
import type { WidgetFiles } from './widget-files';

/** What the guide's own pages are made of. */
export interface PageDependencies {
  /** Folder of the pages' files (src/web). */
  readonly folder: string;
  readonly content: Content;
  readonly widget: WidgetFiles;
  /** The sample website at /demo is shown: not in production. */
  readonly demo: boolean;
}

/**
 * The guide's own pages: the chat at `/`, how to put it on a website at `/install`, and a sample website at `/demo`. Throws when a page is missing.
 * Without scripts each shows the numbers to call.
 */
export function pageRoutes({ folder, content, widget, demo }: PageDependencies): Router {
  const { center, data } = content;
  const router = Router();
  const without = languages.map((language) => withoutChat(content, language)).join('\n');
  const serve = (path: string, file: string, slots: (base: string) => Readonly<Record<string, string>>) => {
    const page = readFileSync(join(folder, file), 'utf8');
    router.get(path, (request, response) => {
      const given = {
        center: escapeHtml(center.name),
        phone: escapeHtml(center.phone),
        tel: callAddress(center.phone),
        without,
        ...slots(baseOf(request)),
      };
      const html = page.replace(/\{([a-z-]+)\}/g, (whole, name: string) => (given as Readonly<Record<string, string>>)[name] ?? whole);
      response.set('Cache-Control', 'no-cache').type('html').send(html);
    });
  };
  const line = (base: string, language: Language) =>
    `<treatment-guide>${withoutChat(content, language)}</treatment-guide><script src="${base}/${widget.loader}"${language === 'es' ? ' data-language="es"' : ''} async></script>`;

  serve('/', 'chat.html', () => ({}));
  serve('/install', 'install.html', (base) => ({
    'line-en': escapeHtml(line(base, 'en')),
    'line-es': escapeHtml(line(base, 'es')),
    wordpress: escapeHtml(`add_action('wp_footer', function () {\n  echo '${line(base, 'en').replace(/[\\']/g, '\\$&')}';\n});`),
    policy: escapeHtml(`script-src ${base}; connect-src ${base} ${base.replace(/^http/, 'ws')}`),
    pinned: escapeHtml(
      `<treatment-guide>${withoutChat(content, 'en')}</treatment-guide><script src="${base}/${widget.pinned}" integrity="${widget.integrity}" crossorigin="anonymous" async></script>`,
    ),
  }));
  if (demo) {
    const services = data.services.map(
      ({ name, claim }) => `<article><h3>${escapeHtml(name.en)}</h3><p>${escapeHtml(claim.en)}</p></article>`,
    );
    serve('/demo', 'demo.html', (base) => ({ services: services.join('\n'), line: line(base, 'en') }));
  }
  router.use('/web', serveStatic(folder, { index: false, redirect: false }));
  return router;
}

/** The words for where the chat does not come, with their numbers as links. */
function withoutChat({ data, slots, center }: Content, language: Language): string {
  const text = data.texts['widget-without'];
  if (text === undefined) throw new Error('The pages need the text "widget-without", which dialogs/website.yaml does not have.');
  const phone = escapeHtml(center.phone);
  // The center's number may hold 988: the longest number wins.
  const words = fill(text[language], slots[language]);
  const parts = escapeHtml(words)
    .split(phone)
    .map((part) => part.replace(/\b(911|988)\b/g, '<a href="tel:$1">$1</a>'));
  return `<p lang="${language}">${parts.join(`<a href="${callAddress(center.phone)}">${phone}</a>`)}</p>`;
}

/** The address under which the visitor reaches this server. */
function baseOf(request: Request): string {
  // The visitor's client names the host; nothing else may get into a page by that way.
  return `${request.secure ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(request.host ?? '') ? request.host : 'localhost'}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
