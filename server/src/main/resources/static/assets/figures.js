// Numbers: choosing a period shows it at once, a sentence is copied, the overview is printed.
(function () {
  'use strict';

  document.addEventListener('change', function (event) {
    var form = event.target.closest('form[data-pick]');
    if (form && event.target.tagName === 'SELECT') form.requestSubmit();
  });

  function copied(button) {
    var was = button.textContent;
    button.textContent = '已复制';
    setTimeout(function () { button.textContent = was; }, 1600);
  }

  function copy(button) {
    var text = document.querySelector(button.dataset.copy);
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text.textContent).then(function () { copied(button); });
      return;
    }
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    if (document.execCommand('copy')) copied(button);
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copy]');
    if (button) copy(button);
    if (event.target.closest('[data-print]')) window.print();
  });
})();
