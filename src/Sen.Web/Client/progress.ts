// Keeps the state of long work fresh while somebody looks at it; without this the page's link does the same.

const fresh = async (): Promise<void> => {
  const shown = document.querySelector<HTMLElement>('[data-job="active"]');
  if (!shown) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.getElementById(shown.id);
      if (next) shown.replaceWith(document.adoptNode(next));
      // What the work made stands elsewhere on the page: once it ended, or is shown no more, everything is shown anew.
      if (next?.dataset.job !== 'active') { location.reload(); return; }
    }
  } catch {
    // Offline for a moment: the next look tries again.
  }
  window.setTimeout(() => void fresh(), 1000);
};

window.setTimeout(() => void fresh(), 1000);

export {};
