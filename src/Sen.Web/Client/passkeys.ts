// Passkeys: asks the browser for a key and hands it to the form, which is then sent as any other form.

const usable = typeof PublicKeyCredential === 'function'
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

async function options(form: HTMLFormElement): Promise<never> {
  const token = form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!.value;
  const answer = await fetch(form.dataset.options!, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) throw new Error(String(answer.status));
  return await answer.json() as never;
}

function offer(form: HTMLFormElement, handler: string, ask: () => Promise<Credential | null>): void {
  const button = form.querySelector<HTMLButtonElement>('[data-passkey-button]')!;
  const complaint = form.querySelector<HTMLElement>('[data-passkey-error]')!;
  button.hidden = false;
  button.addEventListener('click', async () => {
    complaint.hidden = true;
    button.disabled = true;
    try {
      const credential = await ask();
      if (!credential) throw new Error('none');
      form.querySelector<HTMLInputElement>('[name=Credential]')!.value = JSON.stringify(credential);
      form.action = form.action.split('?')[0] + '?handler=' + handler;
      form.submit();
    } catch {
      complaint.textContent = form.dataset.failed!;
      complaint.hidden = false;
      button.disabled = false;
    }
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-passkey-sign-in], [data-passkey-add]')) {
  if (!window.isSecureContext) form.querySelector<HTMLElement>('[data-passkey-insecure]')!.hidden = false;
  else if (usable && 'passkeySignIn' in form.dataset)
    offer(form, 'Passkey', async () => await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options(form)) }));
  else if (usable)
    offer(form, 'AddPasskey', async () => await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options(form)) }));
}

export {};
