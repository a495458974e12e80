// Offers agencies while somebody types; without this the box takes any text just the same.

interface Suggestion { name: string; province: string | null }

const list = document.querySelector<HTMLDataListElement>('datalist[data-from]');
const box = list && document.querySelector<HTMLInputElement>(`input[list="${list.id}"]`);

if (list && box) {
  const province = document.getElementById(list.dataset.province!) as HTMLSelectElement | null;
  const known = new Map<string, string | null>();
  let asked = '';
  let timer = 0;
  // A province the script chose may be changed by it again; one a person chose may not.
  let chosen = province?.value ? 'person' : '';
  province?.addEventListener('change', () => { chosen = province.value ? 'person' : ''; });

  const takeProvince = (): void => {
    const found = known.get(box.value);
    if (!province || !found || chosen === 'person') return;
    province.value = found;
    chosen = 'script';
  };

  const ask = async (): Promise<void> => {
    const text = box.value.trim();
    if (text.length < 2 || text === asked || known.has(box.value)) return;
    asked = text;
    try {
      const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(text)}`);
      if (!answer.ok || box.value.trim() !== text) return;
      const found = await answer.json() as Suggestion[];
      for (const { name, province: where } of found) known.set(name, where);
      list.replaceChildren(...found.map(({ name }) => Object.assign(document.createElement('option'), { value: name })));
    } catch {
      // Offline, or the page is being left: the box stays a plain box.
    }
  };

  box.addEventListener('input', () => {
    takeProvince();
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 180);
  });
  box.addEventListener('change', takeProvince);
}

export {};
