// Leaving a page with something typed and not saved asks first; the words of that question are the browser's own.

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-unsaved]')];
// What a refused form shows again was never saved, so it counts as changed from the start.
const refused = (form: HTMLFormElement): boolean =>
  form.querySelector('[aria-invalid="true"]') !== null || (forms.length === 1 && document.querySelector('main .note-wrong') !== null);

const text = (form: HTMLFormElement): string => [...new FormData(form)].map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`).join('\n');
const atFirst = new Map(forms.map(form => [form, text(form)]));
let sent: EventTarget | null = null;

addEventListener('submit', event => { sent = event.target; });
addEventListener('beforeunload', event => {
  const lost = forms.some(form => form !== sent && (refused(form) || text(form) !== atFirst.get(form)));
  // Asked once: who stays may have meant another button.
  sent = null;
  if (lost) event.preventDefault();
});

export {};
