// The report's own: put a citation where the caret is, ask before taking a paragraph out, print, keep what is typed.
(function () {
  'use strict';

  function insert(text, area, apart) {
    var at = area.selectionStart;
    if (apart && area.value.slice(0, at).trim()) text = '\n\n' + text;
    area.setRangeText(text, at, area.selectionEnd, 'end');
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  document.addEventListener('click', function (event) {
    var offer = event.target.closest('[data-insert]');
    if (offer) {
      var editor = offer.closest('[data-editor]');
      insert(offer.dataset.insert, editor.querySelector('textarea[name="text"]'), 'apart' in offer.dataset);
    }
    if (event.target.closest('[data-print]')) window.print();
  });

  // What is typed and not saved is not lost by a wrong click.
  window.addEventListener('beforeunload', function (event) {
    var changed = Array.prototype.some.call(document.querySelectorAll('[data-editor] textarea[name="text"]'), function (area) {
      return area.value !== area.defaultValue && !area.form.dataset.sent;
    });
    if (changed) event.preventDefault();
  });

  document.addEventListener('submit', function (event) {
    if (event.target.matches('[data-editor]')) event.target.dataset.sent = 'yes';
  });

  document.addEventListener('keydown', function (event) {
    var editor = event.target.closest && event.target.closest('[data-editor]');
    if (editor && (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) {
      event.preventDefault();
      editor.requestSubmit();
    }
  });

  // The paragraph beside which the panel speaks is marked on the paper.
  function mark() {
    var open = document.querySelector('#panel [data-passage]');
    document.querySelectorAll('.p-row.p-open').forEach(function (row) { row.classList.remove('p-open'); });
    var row = open && document.getElementById('p-' + open.dataset.passage);
    if (row) row.classList.add('p-open');
  }

  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.detail.target && event.detail.target.id === 'panel') mark();
    var area = event.detail.target && event.detail.target.querySelector && event.detail.target.querySelector('[data-editor] textarea[name="text"]');
    if (area && document.activeElement !== area && event.detail.target.id.indexOf('p-') === 0) area.focus();
  });
})();
