// What the pages do beyond links: mark the number that is open, close the panel with Esc, give it the focus.
(function () {
  'use strict';

  function mark(focus) {
    var desk = document.getElementById('desk');
    var shown = document.querySelector('#panel [data-n]');
    if (!desk || !shown) return;
    var n = shown.dataset.n;
    desk.classList.toggle('open', shown.classList.contains('figure'));
    document.querySelectorAll('.cite').forEach(function (cite) {
      if (cite.dataset.n === n) cite.setAttribute('aria-current', 'true');
      else cite.removeAttribute('aria-current');
    });
    var title = document.querySelector('#panel .panel-title[tabindex]');
    if (focus && title) title.focus({ preventScroll: true });
    reveal(document.querySelector('.cite[aria-current="true"]'));
  }

  // On a phone the panel lies over the lower part of the paper: bring the open number above it.
  function reveal(cite) {
    var panel = document.getElementById('panel');
    if (!cite || getComputedStyle(panel).position !== 'fixed') return;
    if (cite.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) {
      cite.scrollIntoView({ block: 'start' });
    }
  }

  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.detail.target && event.detail.target.id === 'panel') {
      event.detail.target.scrollTop = 0;
      mark(true);
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    mark(false);
    var open = document.querySelector('.cite[aria-current="true"]');
    var wide = open && getComputedStyle(document.getElementById('panel')).position !== 'fixed';
    if (wide && open.getBoundingClientRect().bottom > window.innerHeight) open.scrollIntoView({ block: 'center' });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    var close = document.querySelector('#panel [data-close]');
    if (!close) return;
    var open = document.querySelector('.cite[aria-current="true"]');
    close.click();
    if (open) open.focus({ preventScroll: true });
  });
})();
