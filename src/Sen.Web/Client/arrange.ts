// Moves sessions of an agenda by pulling or by keys. Without this the buttons of each session do the same.

const host = (): HTMLElement | null => document.getElementById('arrange');
const said = document.body.appendChild(Object.assign(document.createElement('p'), { className: 'vh' }));
said.setAttribute('role', 'status');
said.setAttribute('aria-live', 'assertive');
let busy = false;

const send = async (row: HTMLElement, fields: Record<string, string>): Promise<void> => {
  const form = row.querySelector<HTMLFormElement>('form:has([name="stamp"])');
  if (!form || busy) return;
  busy = true;
  const data = new FormData(form);
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const { scrollY } = window;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data as unknown as Record<string, string>), headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = page.querySelector('main');
    // An answer without an agenda is a page of its own: signed out, or gone.
    if (!main?.querySelector('#arrange')) { location.reload(); return; }
    document.querySelector('main')!.replaceWith(document.adoptNode(main));
    ready();
    window.scrollTo({ top: scrollY });
    document.querySelector<HTMLElement>(`[data-session="${row.dataset.session}"] [data-grip]`)?.focus({ preventScroll: true });
    document.querySelector(`[data-session="${row.dataset.session}"]`)?.scrollIntoView({ block: 'nearest' });
    said.textContent = (main.querySelector('.flash > span, .error-summary, .note-wrong')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  } catch {
    // Offline: nothing was moved, and the page still shows what is so.
    said.textContent = host()?.dataset.offline ?? '';
    row.classList.add('not-moved');
  } finally {
    busy = false;
  }
};

const slots = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-slot]')];

const byKey = (row: HTMLElement, event: KeyboardEvent): void => {
  const step = { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
  const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step && !side) return;
  event.preventDefault();
  if (step) { void send(row, { to: step }); return; }
  const all = slots();
  const next = all[all.indexOf(row.closest<HTMLElement>('[data-slot]')!) + side!];
  if (next) void send(row, { to: 'slot', slot: next.dataset.slot! });
};

const pull = (row: HTMLElement, grip: HTMLElement, down: PointerEvent): void => {
  if (down.button !== 0) return;
  down.preventDefault();
  grip.setPointerCapture(down.pointerId);
  let slot: HTMLElement | null = null;
  let before: HTMLElement | null = null;
  const mark = (): void => document.querySelectorAll('.drop-before, .drop-end').forEach((e) => e.classList.remove('drop-before', 'drop-end'));
  const over = (event: PointerEvent): void => {
    row.classList.add('pulled');
    mark();
    const y = event.clientY;
    slot = slots().find((s) => { const r = s.getBoundingClientRect(); return y >= r.top && y <= r.bottom; }) ?? slot;
    if (!slot) return;
    before = [...slot.querySelectorAll<HTMLElement>('[data-session]')].filter((r) => r !== row).find((r) => { const b = r.getBoundingClientRect(); return y < b.top + b.height / 2; }) ?? null;
    (before ?? slot).classList.add(before ? 'drop-before' : 'drop-end');
    if (y < 60) window.scrollBy(0, -12); else if (y > innerHeight - 60) window.scrollBy(0, 12);
  };
  const end = (): void => {
    grip.removeEventListener('pointermove', over);
    grip.removeEventListener('pointerup', drop);
    grip.removeEventListener('pointercancel', end);
    document.removeEventListener('keydown', escape);
    row.classList.remove('pulled');
    mark();
  };
  const escape = (event: KeyboardEvent): void => { if (event.key === 'Escape') end(); };
  const drop = (): void => {
    const moved = row.classList.contains('pulled');
    end();
    const next = row.nextElementSibling;
    if (!moved || !slot || (slot === row.closest('[data-slot]') && before === next)) return;
    void send(row, { to: 'slot', slot: slot.dataset.slot!, before: before?.dataset.session ?? '' });
  };
  grip.addEventListener('pointermove', over);
  grip.addEventListener('pointerup', drop);
  grip.addEventListener('pointercancel', end);
  document.addEventListener('keydown', escape);
};

function ready(): void {
  document.querySelectorAll<HTMLElement>('[data-arrange-help]').forEach((e) => { e.hidden = false; });
  for (const row of document.querySelectorAll<HTMLElement>('[data-session]')) {
    const grip = row.querySelector<HTMLElement>('[data-grip]')!;
    grip.hidden = false;
    grip.addEventListener('keydown', (event) => byKey(row, event));
    grip.addEventListener('pointerdown', (event) => pull(row, grip, event));
  }
}

ready();

export {};
