import type { Activity, Choice, GuideData } from './activity';
import { button } from './button';
import { createDirectLine, type DirectLine, type Kept } from './direct-line';
import { element } from './element';
import { helpLinks } from './help-links';
import { readKept, writeKept } from './kept';
import { link } from './link';
import { messageView } from './message-view';
import { newId } from './new-id';
import { type OwnMessageView, ownMessageView } from './own-message-view';
import { type PanelView, panelView } from './panel-view';
import type { printSummary } from './print-summary';
import type { Language, WidgetSettings, Words } from './settings';
import { showChoices } from './show-choices';
import { tel } from './tel';

/** Loads the part that prints: only where there is a summary. */
export type LoadPrint = () => Promise<{ readonly printSummary: typeof printSummary }>;

/** What the chat needs to know of the page that it is on. */
export interface ChatOptions {
  /** Address of the Direct Line API, without a slash at its end. */
  readonly base: string;
  readonly settings: WidgetSettings;
  readonly loadPrint: LoadPrint;
  readonly language: Language;
  readonly leave: () => void;
  /** null: the chat fills a page and cannot be closed. */
  readonly close: (() => void) | null;
  /** Told at once and after each change. */
  readonly onLanguage: (language: Language) => void;
}

/** Ids of buttons that answer no question, or whose answer the guide does not take back. */
const notAnswer = /^((command|topic|stop|change):|who:under-18)/;

/** The reply after which the server knows nothing anymore. */
const deletedReply = 'cmd-delete-done-web';

/** One conversation on a page. */
export interface Chat {
  readonly panel: PanelView;
  /** Shows the opening, or asks whether to go on; once. */
  readonly start: () => void;
  /** Ends the chat of this page; what the tab remembers stays. */
  readonly stop: () => void;
}

/** Makes the conversation of a page: what is shown, and what is said to the server. Nothing is sent before the person does something. */
export function createChat({ base, settings, loadPrint, language: first, leave, close, onLanguage }: ChatOptions): Chat {
  let language = first;
  let client: DirectLine | null = null;
  let isStarted = false;
  let isReachable = true;
  /** The opening was shown from the chat's own file; the server's copy of it is passed over. */
  let isOpeningShown = false;
  let summary: readonly Activity[] = [];
  let print: typeof printSummary | undefined;
  const own = new Map<string, OwnMessageView>();
  /** Ids of own messages that the server has not taken yet. */
  const waiting = new Set<string>();
  /** The guide's newest message, for its choices. */
  let newest: Partial<GuideData> = {};
  /** What comes was said before a reload: it is not read out again. */
  let isReplay = false;
  let idle = 0;

  const words = (): Words => settings.words[language];
  const panel = panelView(settings.center.phone, {
    leave,
    close,
    say: (text) => say({ text }, text),
    print: () => print?.(summary, words(), settings.center),
    speak,
    startOver: () => command('start-over', words()['start-over'], restart),
    forget,
  });
  use(language);
  return { panel, start, stop };

  /** Shows the opening, or asks whether to go on; once. */
  function start(): void {
    if (isStarted) return;
    isStarted = true;
    open();
  }

  function open(): void {
    const kept = readKept();
    if (kept === null) showOpening();
    else offerResume(kept);
  }

  /** Ends the chat of this page; what the tab remembers stays. */
  function stop(): void {
    client?.stop();
    clearTimeout(idle);
  }

  function use(chosen: Language): void {
    language = chosen;
    const kept = readKept();
    if (kept !== null) writeKept({ ...kept, locale: chosen });
    panel.speak(words());
    onLanguage(chosen);
    if (panel.offline.hasChildNodes()) {
      panel.offline.replaceChildren();
      showReach(false);
    }
  }

  /** Changes the chat's own words, and asks the guide to go on in this language. */
  function speak(): void {
    const { 'other-language': label } = words();
    use(language === 'en' ? 'es' : 'en');
    showStep();
    if (client !== null) choose([{ id: `command:language-${language}`, label }]);
    else {
      clear();
      open();
    }
  }

  /** A command of the menu; `alone` is done where the server knows nothing of the person. */
  function command(id: string, label: string, alone: () => void): void {
    takeUp();
    if (client?.isOpen() && isReachable) choose([{ id: `command:${id}`, label }]);
    else alone();
  }

  function forget(): void {
    command('delete', words().delete, showForgotten);
  }

  function showOpening(): void {
    isOpeningShown = true;
    settings.opening[language].forEach(showReply);
  }

  function offerResume(kept: Kept): void {
    note(words().resume);
    offer(words()['resume-go-on'], () => {
      clear();
      connect(kept).resume();
    });
    offer(words()['start-over'], restart);
    offer(words().delete, forget);
  }

  function offer(label: string, act: () => void): void {
    const { choices } = panel;
    choices.append(
      button(label, 'choice', () => {
        choices.focus({ preventScroll: true });
        act();
      }),
    );
  }

  /** Takes up the conversation that this tab remembers, where the person goes on without having been asked. Tells whether it did. */
  function takeUp(): boolean {
    const kept = client === null ? readKept() : null;
    if (kept === null) return false;
    clear();
    connect(kept).resume();
    return true;
  }

  /** Forgets the conversation in this tab and opens anew. The server forgets it by itself. */
  function restart(): void {
    drop();
    clear();
    showOpening();
  }

  /** `activity`: what the guide said last, for its links. */
  function showForgotten(activity: Activity = {}): void {
    drop();
    clear();
    note(words()[isReachable ? 'deleted' : 'deleted-here'], activity);
    offer(words()['start-over'], restart);
  }

  function drop(): void {
    stop();
    client = null;
    writeKept(null);
  }

  function clear(): void {
    const { log, choices, offline, step, bar, field } = panel;
    field.value = '';
    for (const part of [log, choices, offline, step]) part.replaceChildren();
    bar.style.width = '0';
    panel.print.hidden = true;
    summary = [];
    own.clear();
    waiting.clear();
    newest = {};
    isOpeningShown = false;
  }

  function connect(kept: Kept | null): DirectLine {
    const made = createDirectLine(
      base,
      () => language,
      {
        receive: (activities) => {
          show(activities);
          isReplay = false;
          panel.log.removeAttribute('aria-live');
        },
        settle: (id, isTaken) => settle(id, isTaken ? '' : words()['not-sent']),
        reach: showReach,
        end,
        keep: writeKept,
      },
      kept,
    );
    client = made;
    isReplay = kept !== null;
    if (isReplay) panel.log.setAttribute('aria-live', 'off');
    return made;
  }

  function say(activity: Activity, text: string): void {
    const isTakenUp = takeUp();
    const open = client ?? connect(null);
    const id = newId();
    waiting.add(id);
    // After what was said before, as the server gives it all back.
    if (!isTakenUp) showOwn(id, text, activity);
    open.post({ id, activity: { type: 'message', locale: language, ...activity } });
  }

  function choose(choices: readonly Choice[]): void {
    const text = choices.map(({ label }) => label).join(', ');
    // The buttons are about to go: the group that they stand in keeps the place, and the field does not open the phone's keyboard.
    panel.choices.focus({ preventScroll: true });
    say({ text, value: { guide: { choices: choices.map(({ id }) => id) } } }, text);
  }

  function showOwn(id: string, text: string, activity: Activity): void {
    const choice = activity.value?.guide?.choices?.[0];
    const question = choice === undefined || notAnswer.test(choice) ? null : choice.replace(/:.*/, '');
    const isWaiting = waiting.has(id);
    // What was erased on the server does not stay in sight.
    if (choice === 'command:restart-yes') clear();
    const view = ownMessageView(
      text,
      words(),
      question === null ? null : () => choose([{ id: `change:${question}`, label: words().change }]),
    );
    own.set(id, view);
    if (isWaiting) {
      waiting.add(id);
      view.state.textContent = '…';
    }
    panel.log.append(view.message);
    panel.choices.replaceChildren();
    newest = {};
    panel.reveal(panel.offline.hasChildNodes() ? panel.offline : view.message, true);
    watch();
  }

  function settle(id: string, state: string): void {
    waiting.delete(id);
    const view = own.get(id);
    if (view) view.state.textContent = state;
  }

  function show(activities: readonly Activity[]): void {
    let first: HTMLElement | undefined;
    for (const activity of activities) {
      if (activity.type !== 'message') continue;
      if (activity.from?.role === 'user') {
        first = undefined;
        showEcho(activity);
        continue;
      }
      const shown = showReply(activity);
      first ??= shown;
    }
    // The first words of an answer matter most, above all in danger; the eye goes on from there.
    if (first) panel.reveal(first);
    watch();
  }

  /** The server gives back what was said: here, before a reload, or in another tab. */
  function showEcho(activity: Activity): void {
    const id = activity.channelData?.clientActivityID ?? '';
    if (!own.has(id)) showOwn(id, activity.text ?? '', activity);
  }

  /** Shows a message of the guide; gives its place, undefined where it is not shown. */
  function showReply(activity: Activity): HTMLElement | undefined {
    const guide = activity.channelData?.guide;
    if (guide?.kind === 'greeting' && isOpeningShown && activity.id !== undefined) {
      isOpeningShown = false;
      return undefined;
    }
    const spoken = activity.locale === 'es' ? 'es' : 'en';
    if (activity.locale && spoken !== language) use(spoken);
    if (guide?.replyId === deletedReply) {
      showForgotten(activity);
      return undefined;
    }
    const message = messageView(activity, language, words());
    if (isReplay) message.removeAttribute('role');
    panel.log.append(message);
    if (guide?.kind === 'summary' || guide?.kind === 'handoff') {
      const goesOn = newest.kind === 'summary' || newest.kind === 'handoff';
      summary = [...(goesOn ? summary : []), activity];
      showPrint();
    }
    newest = guide ?? {};
    showStep();
    showChoices(panel.choices, newest, words(), choose);
    return message;
  }

  /** Offers to print once the part that prints is there. */
  function showPrint(): void {
    loadPrint()
      .then(({ printSummary }) => {
        print = printSummary;
        panel.print.hidden = summary.length === 0;
      })
      .catch(() => undefined);
  }

  function showStep(): void {
    const { step, of, kind } = newest;
    // The summary ends the questions.
    if (kind === 'summary') panel.step.textContent = '';
    if (!step || !of) return;
    panel.step.textContent = words().step.replace('{step}', String(step)).replace('{of}', String(of));
    panel.bar.style.width = `${(100 * step) / of}%`;
  }

  function note(text: string, activity: Activity = {}): void {
    panel.log.append(messageView({ ...activity, text }, language, words()));
  }

  /** Unreachable: says so, with the numbers that help without the guide, and that what was typed waits. */
  function showReach(isReached: boolean): void {
    const { offline } = panel;
    isReachable = isReached;
    if (isReached) {
      offline.replaceChildren();
      return;
    }
    for (const id of waiting) {
      const view = own.get(id);
      if (view) view.state.textContent = words().waiting;
    }
    if (offline.hasChildNodes()) return;
    const { phone } = settings.center;
    const links = helpLinks(words());
    links.className = 'links';
    links.prepend(link(`${words().call}: ${phone}`, tel(phone)));
    offline.append(element('p', {}, words().offline), links);
    panel.reveal(offline, true);
  }

  /** The server has forgotten; so does the page, which somebody else may be looking at by now. What still waits to be sent stays. */
  function end(): void {
    const unsent = [...own].filter(([id]) => waiting.has(id));
    clear();
    note(words().expired);
    if (unsent.length === 0) showOpening();
    for (const [id, view] of unsent) {
      own.set(id, view);
      waiting.add(id);
      panel.log.append(view.message);
    }
  }

  /** Forgets together with the server when nothing has been said for as long as the server remembers. */
  function watch(): void {
    clearTimeout(idle);
    if (client === null) return;
    idle = setTimeout(() => {
      // What waits was promised to be sent.
      if (waiting.size > 0) return watch();
      drop();
      end();
    }, settings.idleMinutes * 60_000);
  }
}
