// Choosing files: the button says what was chosen; a form's files are sent at once, with how far they are, and can be stopped.
(function () {
  'use strict';

  var MOST = 20 * 1024 * 1024;

  function size(bytes) {
    return bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
  }

  function say(pick, text, bad) {
    var out = pick.querySelector('.file-chosen');
    out.textContent = text;
    out.classList.toggle('bad', Boolean(bad));
  }

  function told(files) {
    var names = Array.prototype.map.call(files, function (file) { return file.name + '（' + size(file.size) + '）'; });
    return names.length ? names.join('、') : '未选择文件';
  }

  function tooLarge(files) {
    return Array.prototype.find.call(files, function (file) { return file.size > MOST; });
  }

  function kept(pick, html) {
    var list = pick.closest('.file-field').querySelector('.file-list');
    if (!pick.dataset.several) list.replaceChildren();
    var made = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    var value = made.querySelector('input').value;
    list.querySelectorAll('input').forEach(function (box) { if (box.value === value) box.closest('label').remove(); });
    list.append(made);
    made.querySelector('input').dispatchEvent(new Event('change', { bubbles: true }));
  }

  function bar(pick, file, stop) {
    var line = document.createElement('span');
    line.className = 'file-going';
    var text = document.createElement('span');
    var progress = document.createElement('progress');
    progress.className = 'bar-progress';
    progress.max = file.size;
    progress.value = 0;
    progress.setAttribute('aria-label', '上传' + file.name);
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = '停止';
    button.addEventListener('click', stop);
    line.append(text, progress, button);
    pick.append(line);
    var begun = Date.now();
    return {
      at: function (loaded) {
        progress.value = loaded;
        var seconds = (Date.now() - begun) / 1000;
        var left = loaded ? Math.ceil(seconds * (file.size - loaded) / loaded) : 0;
        text.textContent = '正在上传“' + file.name + '” ' + size(loaded) + ' / ' + size(file.size) + (seconds > 1 ? '，约剩 ' + left + ' 秒' : '');
      },
      end: function () { line.remove(); }
    };
  }

  function send(pick, file) {
    return new Promise(function (done) {
      var request = new XMLHttpRequest();
      var going = bar(pick, file, function () { request.abort(); });
      var end = function (text, bad) { going.end(); say(pick, text, bad); done(); };
      going.at(0);
      request.upload.addEventListener('progress', function (event) { going.at(Math.min(event.loaded, file.size)); });
      request.addEventListener('load', function () {
        if (request.status === 200) { kept(pick, request.responseText); end(pick.dataset.several ? '已上传，可再选' : '已上传'); return; }
        var why = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('.file-refused');
        end(why ? why.textContent.trim() : '“' + file.name + '”没有传上去，请重新选择；其他内容都还在', true);
      });
      request.addEventListener('error', function () { end('网络断了，“' + file.name + '”没有传上去；其他内容都还在，请重新选择', true); });
      request.addEventListener('abort', function () { end('已停止，“' + file.name + '”没有上传'); });
      var body = new FormData();
      body.append('file', file);
      request.open('POST', pick.dataset.upload);
      var token = document.querySelector('meta[name="csrf"]');
      if (token) request.setRequestHeader('X-XSRF-TOKEN', token.content);
      request.send(body);
    });
  }

  document.addEventListener('change', function (event) {
    var pick = event.target.closest('.file-pick');
    if (!pick || event.target.type !== 'file') return;
    var files = Array.prototype.slice.call(event.target.files);
    var large = tooLarge(files);
    if (large) {
      event.target.value = '';
      event.stopPropagation();
      say(pick, '“' + large.name + '”有 ' + size(large.size) + '，超过 20 MB；请压缩或拆开后再选', true);
      return;
    }
    say(pick, told(files));
    if (!pick.dataset.upload) return;
    event.stopPropagation();
    event.target.value = '';
    files.reduce(function (before, file) { return before.then(function () { return send(pick, file); }); }, Promise.resolve());
  }, true);
})();
