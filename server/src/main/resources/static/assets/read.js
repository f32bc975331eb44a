// Reading a report: a mark opens its item, an item shows its mark, j and k walk. Without script every mark is a link.
(function () {
  'use strict';

  var root = document.getElementById('read');
  if (!root) return;
  document.documentElement.classList.add('scripted');

  function kind() { return root.querySelector('.side').dataset.tab; }
  function items() { return Array.prototype.slice.call(root.querySelectorAll('.item')); }
  function narrow() { return window.matchMedia('(max-width: 900px)').matches; }

  function pane(to) {
    root.dataset.pane = to;
    root.querySelectorAll('[data-to]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.to === to));
    });
  }

  function marks(id) {
    return root.querySelectorAll('.read-text a[data-' + id.charAt(0) + '="' + id + '"]');
  }

  function light(id) {
    root.querySelectorAll('.here').forEach(function (old) { old.classList.remove('here'); });
    var item = document.getElementById(id);
    if (item) item.classList.add('here');
    marks(id).forEach(function (mark) { mark.classList.add('here'); });
    return item;
  }

  function showText(id) {
    var mark = marks(id)[0];
    var item = document.getElementById(id);
    var to = mark || (item && document.getElementById(item.dataset.line));
    if (to) to.scrollIntoView({ block: 'center' });
  }

  function showItem(id) {
    var item = light(id);
    if (item) item.scrollIntoView({ block: narrow() ? 'start' : 'nearest' });
  }

  function open(mark) {
    var own = mark.dataset[kind()];
    var id = own || mark.dataset.f || mark.dataset.c || mark.dataset.p;
    if (narrow()) pane('side');
    if (document.getElementById(id)) { showItem(id); return; }
    var url = mark.getAttribute('href').replace(/at=\w+(#\w+)?/, 'at=' + id);
    window.htmx.ajax('GET', url, { target: '#side', swap: 'innerHTML' }).then(function () { showItem(id); });
  }

  function select(item) {
    light(item.id);
    if (!narrow()) showText(item.id);
  }

  root.addEventListener('click', function (event) {
    var to = event.target.closest('[data-to]');
    if (to) { pane(to.dataset.to); return; }
    var mark = event.target.closest('.read-text a');
    if (mark) { event.preventDefault(); open(mark); return; }
    var item = event.target.closest('.item');
    var back = event.target.closest('a[href^="#l"]');
    if (back && item) {
      event.preventDefault();
      light(item.id);
      if (narrow()) pane('text');
      showText(item.id);
      return;
    }
    if (item && !event.target.closest('a, button, input, label, select, textarea, summary')) select(item);
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    if (event.key !== 'j' && event.key !== 'k') return;
    var all = items();
    if (!all.length) return;
    var at = all.findIndex(function (item) { return item.classList.contains('here'); });
    var next = all[Math.max(0, Math.min(all.length - 1, event.key === 'j' ? at + 1 : at - 1))];
    select(next);
    next.scrollIntoView({ block: 'nearest' });
    var first = next.querySelector('button, summary, a');
    if (first) first.focus({ preventScroll: true });
    event.preventDefault();
  });

  // A mark follows what was decided on it.
  document.addEventListener('htmx:afterSwap', function () {
    root.querySelectorAll('.item[id^="f"]').forEach(function (item) {
      marks(item.id).forEach(function (mark) { mark.classList.toggle('done', item.dataset.done === 'yes'); });
    });
    if (root.querySelector('.side') && window.location.hash) light(window.location.hash.slice(1));
  });

  if (window.location.hash.length > 1) {
    var id = window.location.hash.slice(1);
    if (/^[fcp]\d+$/.test(id)) { if (narrow()) pane('side'); showItem(id); showText(id); }
  }
})();
