// The table: rows open on click, arrow keys walk, cells are edited beside it, ticks are counted. Without script every link still leads there.
(function () {
  'use strict';

  function rows() { return Array.prototype.slice.call(document.querySelectorAll('.rows tbody tr[data-href]')); }

  function focusRow(row) {
    rows().forEach(function (other) { other.tabIndex = other === row ? 0 : -1; });
    row.focus();
  }

  function edit(cell) {
    var box = cell.closest('.rows');
    var drawer = box && document.getElementById(box.dataset.drawer || '');
    if (!drawer) { location.href = cell.dataset.edit; return; }
    window.htmx.ajax('GET', cell.dataset.edit + '&back=' + encodeURIComponent(location.pathname + location.search), { target: drawer, swap: 'innerHTML' });
  }

  function closeDrawer() {
    var drawer = document.querySelector('.drawer');
    if (!drawer || !drawer.firstChild) return false;
    drawer.replaceChildren();
    var row = document.querySelector('.rows tbody tr[tabindex="0"]');
    if (row) row.focus();
    return true;
  }

  function counted() {
    var form = document.getElementById('selection');
    if (!form) return;
    var ticked = document.querySelectorAll('.rows tbody .tick input:checked').length;
    form.classList.toggle('any', ticked > 0);
    form.querySelector('b').textContent = ticked;
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-close-drawer]')) { event.preventDefault(); closeDrawer(); return; }
    if (event.target.closest('a, button, input, label, select, textarea, summary')) return;
    var row = event.target.closest('tr[data-href]');
    if (!row) return;
    // A double click edits: wait whether a second one follows.
    var cell = event.target.closest('td[data-edit]');
    if (cell && event.detail > 1) { clearTimeout(row.opening); edit(cell); return; }
    if (window.getSelection().toString()) return;
    if (!cell) { location.href = row.dataset.href; return; }
    row.opening = setTimeout(function () { location.href = row.dataset.href; }, 260);
  });

  // Totals of a large ledger come after its rows; whoever does not need them need not wait.
  document.addEventListener('click', function (event) {
    var stop = event.target.closest('[data-stop-totals]');
    if (!stop) return;
    window.htmx.trigger(stop.closest('tfoot'), 'htmx:abort');
    stop.parentElement.querySelector('span').textContent = '—';
    stop.remove();
  });

  document.addEventListener('change', function (event) {
    if (event.target.classList.contains('tick-all')) {
      document.querySelectorAll('.rows tbody .tick input').forEach(function (box) { box.checked = event.target.checked; });
    }
    if (event.target.type === 'checkbox') counted();
  });
  document.addEventListener('reset', function () { setTimeout(counted, 0); });
  window.addEventListener('pageshow', counted);

  function walk(event, row) {
    var all = rows();
    var at = all.indexOf(row);
    var to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return false;
    if (all[to]) focusRow(all[to]);
    event.preventDefault();
    return true;
  }

  function chosenCell(row) {
    var at = Number(row.dataset.cell || -1);
    var cells = row.querySelectorAll('td[data-edit]');
    return cells[at] || cells[0];
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && closeDrawer()) return;
    var typing = /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(document.activeElement.tagName);
    var row = document.activeElement.closest('tr[data-href]');
    if (!row) {
      if (!typing && event.key === 'ArrowDown' && rows().length && document.activeElement === document.body) { focusRow(rows()[0]); event.preventDefault(); }
      return;
    }
    if (document.activeElement !== row) return;
    if (walk(event, row)) return;
    if (event.key === 'Enter') location.href = row.dataset.href;
    if (event.key === 'F2') { var cell = chosenCell(row); if (cell) edit(cell); event.preventDefault(); }
    if (event.key === ' ') {
      var box = row.querySelector('.tick input');
      if (box) { box.checked = !box.checked; counted(); }
      event.preventDefault();
    }
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      var link = document.querySelector('.pager a[rel="' + (event.key === 'PageDown' ? 'next' : 'prev') + '"]');
      if (link) { event.preventDefault(); link.click(); }
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    var first = rows()[0];
    if (first) first.tabIndex = 0;
  });

  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.detail.target && event.detail.target.id === 'drawer') {
      var first = event.detail.target.querySelector('input:not([type="hidden"]), select, textarea');
      if (first) first.focus();
    }
  });
})();
