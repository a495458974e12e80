// Puts a placeholder where the writer's cursor was; without this they are typed as the list shows them.

let last: HTMLInputElement | HTMLTextAreaElement | null = null;

document.addEventListener('focusin', ({ target }) => {
  if ((target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && /\.(Subject|Body)\.(Vi|En)$/.test(`.${target.name}`)) last = target;
});

const insert = (word: string): void => {
  const box = last ?? document.querySelector<HTMLTextAreaElement>('textarea[name$="Body.Vi"]');
  if (!box) return;
  box.setRangeText(word, box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length, 'end');
  box.focus();
};

for (const code of document.querySelectorAll<HTMLElement>('[data-placeholder]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = code.textContent;
  const word = code.dataset.placeholder ?? '';
  button.addEventListener('click', () => insert(word));
  code.replaceWith(button);
}

export {};
