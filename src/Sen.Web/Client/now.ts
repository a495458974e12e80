// Keeps the page in the hall true: it follows the clock by itself, asks for the agenda every half minute, and goes on without a network.

const minutes = (text: string): number => { const [h, m] = text.split(':').map(Number); return h! * 60 + m!; };
const shown = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

// Times of the hall, whatever the zone or the clock of this device: the server's wall time plus what has passed since.
let began = performance.now();
let clock = 0;
let loaded = '';

const take = (): void => {
  const [, time] = document.getElementById('now')!.dataset.clock!.split('T');
  began = performance.now();
  clock = minutes(time!) * 60_000 + Number(time!.split(':')[2]) * 1000;
  loaded = time!.slice(0, 5);
};

const follow = (): void => {
  const page = document.getElementById('now')!;
  const now = Math.floor((clock + performance.now() - began) / 60_000);
  if (now >= 24 * 60) { location.reload(); return; }
  page.querySelector('.hall-clock time')!.textContent = shown(now);
  if (page.dataset.today !== 'yes') return;
  const lines = [...page.querySelectorAll<HTMLElement>('[data-from]')];
  const next = Math.min(...lines.map((l) => minutes(l.dataset.from!)).filter((from) => from > now));
  for (const line of lines) {
    const [from, to] = [minutes(line.dataset.from!), minutes(line.dataset.to!)];
    const state = to <= now ? 'past' : from <= now ? 'running' : from === next ? 'next' : 'later';
    line.dataset.state = state;
    line.querySelector('[data-word]')!.textContent = state === 'running' ? page.dataset.running! : state === 'next' ? page.dataset.next! : '';
  }
  const runs = lines.some((l) => l.dataset.state === 'running');
  const comes = lines.some((l) => l.dataset.state === 'next');
  const say = (name: string, yes: boolean): void => { const e = page.querySelector<HTMLElement>(`[data-${name}]`); if (e) e.hidden = !yes; };
  say('pause', !runs && comes && lines.some((l) => l.dataset.state === 'past'));
  say('over', !runs && !comes && lines.length > 0);
};

const ask = async (): Promise<void> => {
  const page = document.getElementById('now')!;
  const offline = page.querySelector<HTMLElement>('[data-offline]')!;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('now');
    if (!fresh) throw new Error('another page');
    page.replaceWith(document.adoptNode(fresh));
    take();
    follow();
  } catch {
    // The last agenda stays and is followed by the clock.
    offline.querySelector('[data-since]')!.textContent = loaded;
    offline.hidden = false;
  }
};

take();
follow();
window.setInterval(follow, 1000);
window.setInterval(() => void ask(), 30_000);
window.addEventListener('online', () => void ask());
// A projector must not go dark in the middle; a browser that cannot promise it shows the page all the same.
const awake = (): void => { void (navigator as Navigator & { wakeLock?: { request: (kind: 'screen') => Promise<unknown> } }).wakeLock?.request('screen').catch(() => undefined); };
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') awake(); });
awake();

export {};
