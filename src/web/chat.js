// The guide's own chat page: a small Direct Line client. Nothing is stored in the browser; closing the page ends the chat.
const base = new URL('v3/directline', document.baseURI).href;
const byId = (id) => document.getElementById(id);
const seen = new Set();
let language = navigator.language.startsWith('es') ? 'es' : 'en';
let chat = null;
let watermark = '';
let opening = null;

const words = {
  send: { en: 'Continue', es: 'Continuar' },
  sources: { en: 'Where this comes from', es: 'De dónde viene esto' },
  progress: { en: (step, of) => `Question ${step} of ${of}`, es: (step, of) => `Pregunta ${step} de ${of}` },
};

class ChatError extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

async function request(path, token, body) {
  const response = await fetch(base + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new ChatError(response.status);
  return response.json();
}

function open() {
  opening ??= (async () => {
    const { token } = await request('/tokens/generate', null, {});
    chat = await request('/conversations', token, { locale: language });
    watermark = '';
  })().finally(() => {
    opening = null;
  });
  return opening;
}

/** Runs `task` in an open conversation; one that has ended meanwhile is opened anew, once. */
async function connected(task) {
  try {
    if (chat === null) await open();
    let result;
    try {
      result = await task();
    } catch (error) {
      if (!ended(error)) throw error;
      await open();
      result = await task();
    }
    byId('trouble').hidden = true;
    return result;
  } catch (error) {
    byId('trouble').hidden = false;
    throw error;
  }
}

/** The token has run out, or the conversation has. */
function ended(error) {
  return [401, 403, 404].includes(error.status);
}

async function post(activity) {
  const channelData = { clientActivityID: crypto.randomUUID?.() ?? String(Math.random()).slice(2) };
  const whole = { type: 'message', locale: language, channelData, ...activity };
  await connected(() => request(`/conversations/${chat.conversationId}/activities`, chat.token, whole));
  await poll();
}

let polling = null;
/** One poll at a time, so that nothing is shown twice. A conversation that has ended stays so until the person says something. */
function poll() {
  if (chat === null) return Promise.resolve();
  polling ??= request(`/conversations/${chat.conversationId}/activities?watermark=${watermark}`, chat.token)
    .then((set) => {
      watermark = set.watermark;
      byId('trouble').hidden = true;
      const shown = set.activities.map(show).filter((message) => message !== null);
      // The first words of an answer matter most, above all in danger; the eye goes on from there.
      (shown.find((message) => !message.classList.contains('mine')) ?? shown.at(-1))?.scrollIntoView({ block: 'start' });
    })
    .catch((error) => {
      if (ended(error)) chat = null;
      else byId('trouble').hidden = false;
    })
    .finally(() => {
      polling = null;
    });
  return polling;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Shows one message once; null for what is no message or was shown. */
function show(activity) {
  if (seen.has(activity.id) || activity.type !== 'message') return null;
  seen.add(activity.id);
  const mine = activity.from.role === 'user';
  const guide = activity.channelData?.guide ?? {};
  const crisis = !mine && guide.tier === 'emergency';
  const message = element('div', {
    className: `message${mine ? ' mine' : ''}${crisis ? ' crisis' : ''}`,
    lang: activity.locale ?? language,
  });
  if (guide.step) message.append(element('div', { className: 'progress', textContent: words.progress[language](guide.step, guide.of) }));
  message.append(element('div', { textContent: activity.text ?? '' }));
  if (guide.links?.length) message.append(element('div', { className: 'links' }, ...guide.links.map(showLink)));
  if (guide.sources?.length) message.append(showSources(guide.sources));
  byId('log').append(message);
  byId('choices').replaceChildren();
  if (!mine) showChoices(guide);
  return message;
}

function showLink({ label, href }) {
  return /^(https|tel|sms):/.test(href)
    ? element('a', { href, textContent: label, rel: 'noreferrer' })
    : element('span', { textContent: label });
}

function showSources(sources) {
  const list = sources.map(({ organization, page, address }) => {
    const name = `${organization}: ${page}`;
    return element('div', {}, address ? showLink({ label: name, href: address }) : name);
  });
  return element('details', {}, element('summary', { textContent: words.sources[language] }), ...list);
}

function choose(choices) {
  byId('choices').replaceChildren();
  const value = { guide: { choices: choices.map((choice) => choice.id) } };
  post({ value, text: choices.map((choice) => choice.label).join(', ') }).catch(() => {});
}

function showChoices({ choices = [], commands = [], several = false }) {
  const box = byId('choices');
  if (several) box.append(showSeveral(choices));
  else
    for (const choice of choices)
      box.append(element('button', { type: 'button', textContent: choice.say ?? choice.label, onclick: () => choose([choice]) }));
  for (const command of commands) {
    box.append(element('button', { type: 'button', className: 'command', textContent: command.label, onclick: () => choose([command]) }));
  }
}

function showSeveral(choices) {
  const boxes = choices.map((choice) => ({ choice, input: element('input', { type: 'checkbox' }) }));
  for (const { choice, input } of boxes) {
    input.onchange = () => {
      if (!input.checked) return;
      for (const other of boxes) if (other.input !== input && (choice.exclusive || other.choice.exclusive)) other.input.checked = false;
    };
  }
  const labels = boxes.map(({ choice, input }) => element('label', { className: 'option' }, input, choice.say ?? choice.label));
  const send = element('button', { textContent: words.send[language] });
  const form = element('form', {}, ...labels, send);
  form.onsubmit = (event) => {
    event.preventDefault();
    const chosen = boxes.filter(({ input }) => input.checked).map(({ choice }) => choice);
    if (chosen.length > 0) choose(chosen);
  };
  return form;
}

/** The page's own words; the English ones stand in the page and are kept when they are first replaced. */
function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const place of document.querySelectorAll('[data-es]')) {
    place.dataset.en ??= place.textContent;
    place.textContent = place.dataset[chosen];
  }
  byId('log').ariaLabel = chosen === 'es' ? 'Conversación' : 'Conversation';
  byId('language').textContent = chosen === 'es' ? 'English' : 'Español';
  byId('language').lang = chosen === 'es' ? 'en' : 'es';
}

byId('language').onclick = () => {
  speak(language === 'es' ? 'en' : 'es');
  choose([{ id: `command:language-${language}`, label: language === 'es' ? 'Español' : 'English' }]);
};

byId('form').onsubmit = (event) => {
  event.preventDefault();
  const field = byId('text');
  const text = field.value.trim();
  if (text === '') return;
  field.value = '';
  post({ text }).catch(() => {
    field.value = field.value || text;
  });
};

speak(language);
connected(poll).catch(() => {});
setInterval(() => {
  if (!document.hidden) poll();
}, 2000);
// Tokens last 30 minutes.
setInterval(() => {
  if (chat !== null) {
    request('/tokens/refresh', chat.token, {})
      .then(({ token }) => {
        chat.token = token;
      })
      .catch(() => {});
  }
}, 15 * 60_000);
