// Output: the script of the web page: sorting, filtering, keys. Without it everything can still be read and opened.

/// The script. It moves, hides and marks elements that are there; it never makes any from text.
enum HTMLScript {
  static let source = """
    (function () {
      'use strict';
      var table = document.getElementById('list'), head = document.getElementById('overview');
      var root = document.documentElement, other = document.getElementById('language');
      function speak(name) {
        root.lang = name === 'zh' ? 'zh-CN' : 'en';
        document.querySelectorAll('[data-zh]').forEach(function (e) { e.textContent = e.dataset[name]; });
      }
      function store() { try { return window.sessionStorage; } catch (e) { return null; } }
      other.hidden = false;
      other.addEventListener('click', function () {
        var name = root.lang === 'en' ? 'zh' : 'en', kept = store();
        speak(name);
        if (kept) { kept.setItem('gongkai.language', name); }
      });
      if (store() && store().getItem('gongkai.language')) { speak(store().getItem('gongkai.language')); }
      var numbers = document.querySelectorAll('[data-f]');
      function mark(event, on) {
        var from = event.target.closest && event.target.closest('[data-f]');
        if (!from) { return; }
        var wanted = from.dataset.f.split(' '), near = from.closest('article');
        numbers.forEach(function (other) {
          if (other.closest('article') !== near) { return; }
          var hit = other.dataset.f.split(' ').some(function (f) { return wanted.indexOf(f) >= 0; });
          other.classList.toggle('hot', on && hit);
        });
      }
      ['mouseover', 'focusin'].forEach(function (name) { document.addEventListener(name, function (e) { mark(e, true); }); });
      ['mouseout', 'focusout'].forEach(function (name) { document.addEventListener(name, function (e) { mark(e, false); }); });
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
        if (event.key === 'Escape') {
          if (typing) { event.target.blur(); return; }
          follow('[rel=up]');
        } else if (!typing && event.key === '/') {
          var search = document.getElementById('search');
          if (search && search.offsetParent) { event.preventDefault(); search.focus(); }
        } else if (!typing && (event.key === 'j' || event.key === 'ArrowRight')) { follow('[rel=next]');
        } else if (!typing && (event.key === 'k' || event.key === 'ArrowLeft')) { follow('[rel=prev]'); }
      });
      function follow(which) {
        var shown = document.querySelector('article:target') || document.querySelector('main.one article');
        var link = shown && shown.querySelector('.trail ' + which);
        if (link) { link.click(); }
      }
      window.addEventListener('hashchange', function () {
        var shown = document.querySelector('article:target');
        window.scrollTo(0, 0);
        if (shown) { shown.querySelector('h1').focus(); } else if (head) { head.querySelector('h1').focus(); }
      });
      if (!table) { return; }
      var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows), shownCount = document.getElementById('shown');
      var filters = ['search', 'severity', 'rule', 'year'].map(function (id) { return document.getElementById(id); });
      var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
      function filter() {
        var words = filters[0].value.toLowerCase().split(/\\s+/).filter(Boolean), count = 0;
        rows.forEach(function (row, index) {
          var keep = words.every(function (word) { return texts[index].indexOf(word) >= 0; })
            && (!filters[1].value || row.dataset.s.split(' ').indexOf(filters[1].value) >= 0)
            && (!filters[2].value || row.dataset.r.split(' ').indexOf(filters[2].value) >= 0)
            && (!filters[3].value || row.dataset.y === filters[3].value);
          row.hidden = !keep;
          count += keep ? 1 : 0;
        });
        shownCount.textContent = count;
      }
      filters.forEach(function (field) { field.addEventListener('input', filter); });
      document.querySelectorAll('[data-pick]').forEach(function (link) {
        link.addEventListener('click', function (event) {
          event.preventDefault();
          var parts = link.dataset.pick.split(':');
          filters.forEach(function (field) { field.value = ''; });
          document.getElementById(parts[0]).value = parts.slice(1).join(':');
          filter();
          table.scrollIntoView();
        });
      });
      table.tHead.addEventListener('click', function (event) {
        var button = event.target.closest('button');
        if (!button) { return; }
        var cell = button.parentNode, column = cell.cellIndex, number = cell.classList.contains('n');
        var down = cell.getAttribute('aria-sort') === (number ? 'descending' : 'ascending');
        var direction = number ? (down ? 'ascending' : 'descending') : (down ? 'descending' : 'ascending');
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute('aria-sort'); });
        cell.setAttribute('aria-sort', direction);
        var sign = direction === 'ascending' ? 1 : -1;
        var keyed = rows.map(function (row, index) {
          var text = row.cells[column].dataset.k || row.cells[column].textContent;
          return { row: row, index: index, key: number ? Number(text) || 0 : text };
        });
        keyed.sort(function (a, b) {
          var order = number ? a.key - b.key : a.key.localeCompare(b.key, document.documentElement.lang);
          return sign * order || a.index - b.index;
        });
        keyed.forEach(function (entry) { body.appendChild(entry.row); });
      });
      filter();
    })();
    """
}
