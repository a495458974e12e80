// Sends the questions of the API page and shows the answers below them; without this each form opens its answer as a page.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-try]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(form);
  });
}

const ask = async (form: HTMLFormElement): Promise<void> => {
  const box = form.parentElement?.querySelector<HTMLElement>('.api-answer');
  if (!box) return;
  const query = new URLSearchParams();
  let path = form.dataset.try ?? '';
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, encodeURIComponent(value.trim()));
    else query.set(name, value);
  }
  const address = query.size > 0 ? `${path}?${query.toString()}` : path;
  const [status, where, text] = [box.querySelector('[data-status]'), box.querySelector('[data-address]'), box.querySelector('pre')];
  if (!status || !where || !text) return;
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json', 'accept-language': document.documentElement.lang } });
    const body = await answer.text();
    status.textContent = `${answer.status} ${answer.statusText}`.trim();
    text.textContent = pretty(body);
  } catch {
    status.textContent = box.dataset.failed ?? '';
    text.textContent = '';
  }
  where.textContent = `GET ${address}`;
  text.hidden = text.textContent === '';
  box.hidden = false;
};

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

export {};
