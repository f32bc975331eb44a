// What every page does beyond links: htmx sends the token, menus close, what cannot be undone asks first, "/" leads to the number box.
(function () {
  'use strict';

  document.addEventListener('htmx:configRequest', function (event) {
    var token = document.querySelector('meta[name="csrf"]');
    if (token) event.detail.headers['X-XSRF-TOKEN'] = token.content;
  });

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener('click', function (event) {
    closeMenus(event.target.closest('details.menu'));
    var sure = event.target.closest('[data-confirm]');
    if (sure && !window.confirm(sure.dataset.confirm)) event.preventDefault();
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') closeMenus(null);
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    var ask = document.getElementById('ask');
    if (event.key === '/' && !typing && ask) {
      event.preventDefault();
      ask.focus();
    }
  });

  // Suggestions under the number box: arrows walk through them, Esc puts them away.
  document.addEventListener('keydown', function (event) {
    var box = event.target.closest && event.target.closest('form.ask');
    if (!box) return;
    var links = Array.prototype.slice.call(box.querySelectorAll('.ask-titles a'));
    if (event.key === 'Escape') box.querySelector('.ask-found').replaceChildren();
    if (!links.length || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    var at = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    if (at < 0) document.getElementById('ask').focus();
    else links[Math.min(at, links.length - 1)].focus();
  });

  document.addEventListener('DOMContentLoaded', function () {
    var here = document.querySelector('.places [aria-current="page"]');
    var strip = here && here.parentElement;
    if (strip && strip.scrollWidth > strip.clientWidth) strip.scrollLeft = here.offsetLeft - 40;
  });
})();
