import { HostSite } from '../test/widget/host-site';
import { startGuide } from '../test/widget/start-guide';
import { peerFolder, serveWebChat } from '../test/widget/web-chat';

const port = 3980;

/** Shows Microsoft's Web Chat in the place of ours, in front of the same guide (`npm run demo:webchat`), until it is stopped by Ctrl+C. */
async function main(): Promise<void> {
  const folder = peerFolder('botframework-webchat');
  if (folder === null) throw new Error('Web Chat is not installed: npm ci --prefix bench/peers --ignore-scripts');
  const site = await HostSite.start(port);
  const guide = await startGuide([site.url]);
  serveWebChat(site, guide.url, folder, 'webchat.js');
  process.stdout.write(`Web Chat is at ${site.url}/\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
