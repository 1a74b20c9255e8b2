import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, static as serveStatic } from 'express';
import type { CenterSettings } from './knowledge/center-settings';

/** The guide's own chat page at `/`, from the files in `folder`; the center's name and phone are filled in once. Throws when the page is missing. */
export function pageRoutes(folder: string, center: CenterSettings): Router {
  const slots: Readonly<Record<string, string>> = {
    center: center.name,
    phone: center.phone,
    tel: `tel:${center.phone.replace(/[^\d+]/g, '')}`,
  };
  const page = readFileSync(join(folder, 'chat.html'), 'utf8').replace(/\{(center|phone|tel)\}/g, (whole, name: string) =>
    escapeHtml(slots[name] ?? whole),
  );
  const router = Router();
  router.get('/', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  router.use('/web', serveStatic(folder, { index: false, redirect: false }));
  return router;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
