// Shows how far an upload is; without this the form is sent as any other.

document.addEventListener('submit', (event) => {
  const form = (event.target as Element).closest<HTMLFormElement>('form[data-upload]');
  const panel = form?.querySelector<HTMLElement>('[data-upload-progress]');
  const box = form?.querySelector<HTMLInputElement>('input[type="file"]');
  if (!form || !panel || !box?.files?.length) return;
  event.preventDefault();
  const bar = panel.querySelector('progress')!;
  const share = panel.querySelector<HTMLElement>('[data-upload-share]')!;
  const broke = panel.nextElementSibling as HTMLElement;
  const button = form.querySelector<HTMLButtonElement>('button.button')!;
  const request = new XMLHttpRequest();
  const ended = (): void => { panel.hidden = true; button.disabled = false; };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total ? Math.floor(100 * loaded / total) : 0;
    share.textContent = `${bar.value} %`;
  });
  request.addEventListener('load', () => {
    ended();
    const main = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
    if (!main) { location.reload(); return; }
    document.querySelector('main')!.replaceWith(document.adoptNode(main));
    if (request.status < 400) history.replaceState(null, '', request.responseURL);
    (document.querySelector<HTMLElement>('.flash, [role="alert"]') ?? document.querySelector('main')!).scrollIntoView({ block: 'center' });
  });
  // The network broke in the middle: the chosen files stay chosen, one press sends them again.
  request.addEventListener('error', () => { ended(); broke.hidden = false; });
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'text/html');
  [panel.hidden, broke.hidden, button.disabled] = [false, true, true];
  request.send(new FormData(form));
});

export {};
