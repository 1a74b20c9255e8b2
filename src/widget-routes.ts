import { type Response, Router } from 'express';
import type { WidgetFile, WidgetFiles } from './widget-files';

const year = 365 * 24 * 3600;

/** Serves the website chat to pages of any origin: what is named after its bytes for ever, the rest to be asked for anew. */
export function widgetRoutes({ files, widget }: WidgetFiles): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const name = request.path.slice(1);
    const file = files.get(name);
    if (file !== undefined) return send(response, name, file, name === 'guide.js', files.has(`${name}.map`));
    // A newer server wrote the loader, or an older one, or the page has pinned it: this server's chat does as well.
    const current = /^widget\/\w+\.js$/.test(name) ? files.get(widget) : undefined;
    if (current === undefined) return next();
    return send(response, widget, current, true, true);
  });
  return router;
}

function send(response: Response, name: string, file: WidgetFile, isFleeting: boolean, isMapped: boolean): void {
  // One by one, in our order: browsers name gzip first, though they take br as gladly.
  const encoding = (['br', 'gzip'] as const).find((one) => response.req.acceptsEncodings(one) === one);
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': isFleeting ? 'no-cache' : `public, max-age=${year}, immutable`,
    Vary: 'Accept-Encoding',
  });
  // In a header instead of the file: it is only for people who look for faults.
  if (isMapped) response.set('SourceMap', `/${name}.map`);
  response.type(name.endsWith('.map') ? 'json' : 'js');
  if (encoding !== undefined) response.set('Content-Encoding', encoding).send(file[encoding]());
  else response.send(file.plain);
}
