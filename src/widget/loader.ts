/** The server fills in the address of the current chat, relative to this script, see `create-widget-files.ts`. */
declare const guideWidget: string;

const script = document.currentScript as HTMLScriptElement;

// Never in the way of the page. Its own links to the emergency numbers stay where the chat does not come.
const load = () => {
  const guide = document.querySelector('treatment-guide') ?? document.body.appendChild(document.createElement('treatment-guide'));
  for (const key in script.dataset) guide.setAttribute(key, script.dataset[key] ?? '');
  import(new URL(guideWidget, script.src).href).catch(() => undefined);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', load);
else load();
