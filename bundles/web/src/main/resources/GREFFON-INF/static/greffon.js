/* Comfort on top of pages that work without it. */
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Light or dark: kept in a cookie, so that the server writes data-theme itself and no page flashes. */
  const isDark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const toggleTheme = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    document.cookie = 'greffon_theme=' + root.dataset.theme + ';path=/;max-age=31536000;samesite=lax' + (location.protocol === 'https:' ? ';secure' : '');
  };

  /* What has been typed and not sent. A form refused by the server comes back with a summary: it is unsaved from the start. */
  const unsaved = new Set();
  const watch = (event) => {
    const form = event.target.form;
    if (form && 'guard' in form.dataset) unsaved.add(form);
  };
  addEventListener('beforeunload', (event) => {
    if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
  });

  const closeMenus = (except) => all('details.menu[open]').forEach((menu) => {
    if (menu !== except) menu.open = false;
  });

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    /* A file that takes a while is announced beside the count of its list, until something else is done. */
    const slow = at('[data-wait]');
    all('[data-said]').forEach((said) => { said.textContent = slow ? slow.dataset.wait : ''; });
    closeMenus(slow ? null : at('details.menu'));
    if (at('[data-theme-toggle]')) toggleTheme();
    if (at('[data-print]')) print();
  });

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    const target = !typing && !event.ctrlKey && !event.metaKey && !event.altKey
      && all('[data-key]').find((element) => element.dataset.key === event.key);
    if (target) {
      event.preventDefault();
      target.focus();
      target.select();
    }
    if (event.key === 'Escape') {
      const menu = event.target.closest('details.menu[open]');
      closeMenus();
      if (menu) menu.querySelector('summary').focus();
    }
  });

  document.addEventListener('input', watch);
  document.addEventListener('change', watch);
  document.addEventListener('submit', (event) => unsaved.delete(event.target));

  const start = () => {
    all('[data-theme-toggle], [data-print]').forEach((element) => { element.hidden = false; });
    all('nav').forEach((strip) => {
      const current = strip.querySelector('[aria-current]');
      if (current) strip.scrollLeft = current.offsetLeft - strip.clientWidth / 2;
    });
    const summary = document.querySelector('.summary');
    if (!summary) return;
    summary.focus();
    all('form[data-guard]').forEach((form) => unsaved.add(form));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
