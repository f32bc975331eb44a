// Forms about records: what was found is picked, another version is fetched, a page asked to print prints, nothing is sent twice.
(function () {
  'use strict';

  document.addEventListener('click', function (event) {
    var one = event.target.closest('.pick-one');
    if (!one) return;
    var pick = one.closest('.pick');
    var field = pick.querySelector('.pick-value');
    field.value = one.dataset.pick;
    pick.querySelector('.pick-shown').textContent = one.dataset.title;
    pick.querySelector('.pick-look').value = '';
    pick.querySelector('.pick-list').replaceChildren();
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.focus();
  });

  document.addEventListener('change', function (event) {
    if (event.target.dataset.go) window.location = event.target.dataset.go + event.target.value;
    if (event.target.type === 'checkbox') setTimeout(count);
    if (event.target.dataset.all) {
      document.querySelectorAll('input[name="' + event.target.dataset.all + '"]').forEach(function (box) {
        if (box.closest('table') === event.target.closest('table')) box.checked = event.target.checked;
      });
    }
  });

  // How many are ticked stands on the button that takes them.
  function count() {
    document.querySelectorAll('button[data-ticked]').forEach(function (button) {
      var ticked = document.querySelectorAll('input[name="' + button.dataset.ticked + '"][form="' + button.form.id + '"]:checked').length;
      if (ticked) button.dataset.count = ticked;
      else delete button.dataset.count;
    });
  }

  document.addEventListener('submit', function (event) {
    if (event.target.id !== 'entry') return;
    if (event.target.dataset.sent) event.preventDefault();
    if (window.htmx) window.htmx.trigger(event.target, 'htmx:abort');
    event.target.dataset.sent = 'yes';
  });

  window.addEventListener('pageshow', function () {
    var form = document.getElementById('entry');
    if (form) delete form.dataset.sent;
  });

  document.addEventListener('DOMContentLoaded', function () {
    if (document.querySelector('[data-print]')) window.print();
    var bad = document.querySelector('[data-bad] input, [data-bad] select, [data-bad] textarea');
    if (bad) bad.focus();
  });
})();
