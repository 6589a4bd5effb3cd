/* Comfort on top of pages that work without it. Everything is bound to the document, so that swapped fragments need no second call. */
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

  /* Rows picked for a bulk act. */
  const picks = (form) => all('td.pick input', form);
  const countPicks = (form) => {
    const picked = picks(form).filter((box) => box.checked).length;
    all('[data-picked]', form).forEach((output) => { output.textContent = picked; });
    all('[data-pick-all]', form).forEach((box) => {
      box.checked = picked > 0 && picked === picks(form).length;
      box.indeterminate = picked > 0 && !box.checked;
    });
    return picked;
  };

  /* Asked here instead of on the confirm page: the same words, and the server is told that it was asked. */
  const confirmed = (form, button) => {
    if (!confirm(button.dataset.confirm.replace('{n}', countPicks(form)))) return false;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'confirmed', value: 'true' });
    form.append(field);
    return true;
  };

  const closeMenus = (except) => all('details.menu[open]').forEach((menu) => {
    if (menu !== except) menu.open = false;
  });

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    closeMenus(at('details.menu'));
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
  document.addEventListener('change', (event) => {
    watch(event);
    const form = event.target.form;
    if (!form) return;
    if ('pickAll' in event.target.dataset) picks(form).forEach((box) => { box.checked = event.target.checked; });
    if (event.target.closest('.pick')) countPicks(form);
  });

  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (button && button.dataset.confirm && !confirmed(event.target, button)) event.preventDefault();
    else unsaved.delete(event.target);
  });

  /* Kiosk: the reader types into this field, wherever the last tap was. */
  document.addEventListener('focusout', (event) => {
    if (event.target.matches('[data-keep-focus]')) setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) event.target.focus();
    }, 100);
  });

  const countDown = (timer) => {
    let left = Number(timer.dataset.countdown);
    const tick = setInterval(() => {
      left -= 1;
      timer.textContent = timer.textContent.replace(/\d+/, Math.max(left, 0));
      if (left <= 0) clearInterval(tick);
    }, 1000);
  };

  const start = () => {
    all('[data-theme-toggle], [data-pick-all], [data-print]').forEach((element) => { element.hidden = false; });
    all('[data-countdown]').forEach(countDown);
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
