/* Says beside written hours whether a service is open now.

   A [data-open] is an empty piece of text that holds the hours: "always", or
   parts with ";" between them: one for each weekday from Monday on, one for
   bank holidays ("?" where the hours do not speak of them), one for days of
   the year on which it is closed ("1224-101"). A part is "540-1020,1080-1200",
   minutes from midnight, past 1440 on the next day.
   The script's own element holds the site's clock and the bank holidays: see
   src/render/open_now.rs. Where that knowledge ends, nothing is said. */
(function (window, document) {
  'use strict';

  var DAY = 1440;
  var NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  var script = document.currentScript;
  if (!script) return;

  var changes = script.getAttribute('data-clock').split(' ').map(Number);
  var end = changes[changes.length - 1];
  var holidays = {};
  script.getAttribute('data-holidays').split(' ').forEach(function (day) {
    holidays[parseInt(day, 10)] = day.slice(-1) === '?' ? 'perhaps' : 'surely';
  });

  /** Minutes since 1970 on the site's own clock; none where it is not known. */
  function siteTime() {
    var minute = Math.floor(Date.now() / 60000);
    if (!(minute >= changes[0] && minute < end)) return null;
    var at = 0;
    while (at + 2 < changes.length - 1 && changes[at + 2] <= minute) at += 2;
    return minute + changes[at + 1];
  }

  function spans(part) {
    return (part ? part.split(',') : []).map(function (span) {
      return span.split('-').map(Number);
    });
  }

  function read(text) {
    var parts = text.split(';');
    return {
      week: NAMES.map(function (name, at) { return spans(parts[at]); }),
      holiday: parts[7] === '?' ? null : spans(parts[7]),
      closed: spans(parts[8])
    };
  }

  function weekday(day) {
    return (day + 3) % 7;
  }

  /** When it is open on a day, in minutes since 1970; none where it can't be told. */
  function on(hours, day) {
    if ((day + 1) * DAY > end) return null;
    var date = new Date(day * 864e5);
    var ofYear = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    var off = hours.closed.some(function (range) {
      var from = range[0] <= ofYear, to = ofYear <= range[1];
      return range[0] <= range[1] ? from && to : from || to;
    });
    if (off) return [];
    var usual = hours.week[weekday(day)];
    if (holidays[day]) {
      // Closed by every rule is closed.
      if (!usual.length && !(hours.holiday || '').length) return [];
      if (!hours.holiday || holidays[day] === 'perhaps') return null;
      usual = hours.holiday;
    }
    return usual.map(function (span) {
      return [day * DAY + span[0], day * DAY + span[1]];
    });
  }

  /** The end of the stretch in which a minute lies; the minute itself where it is closed. */
  function endOf(list, minute) {
    list.forEach(function (span) {
      if (span[0] <= minute && minute < span[1]) minute = span[1];
    });
    return minute;
  }

  function time(minute) {
    var ofDay = minute % DAY, hour = Math.floor(ofDay / 60), rest = ofDay % 60;
    if (!rest && hour % 12 === 0) return hour ? 'midday' : 'midnight';
    return (hour % 12 || 12) + (rest ? (rest < 10 ? ':0' : ':') + rest : '') + (hour < 12 ? 'am' : 'pm');
  }

  function openUntil(hours, now, until) {
    var day = Math.floor(until / DAY), next = on(hours, day);
    // Straight on into a day of which nothing is known, or for a week.
    if ((!next && until % DAY === 0) || until - now >= 7 * DAY) return 'Open now';
    var further = next ? endOf(next.sort(function (a, b) { return a[0] - b[0]; }), until) : until;
    if (further > until) return openUntil(hours, now, further);
    // Midnight is the end of a day, not the start of the next.
    var onDay = until - now < DAY ? '' : ' on ' + NAMES[weekday(Math.floor((until - 1) / DAY))];
    return 'Open now, until ' + time(until) + onDay;
  }

  function closedUntil(hours, now, today) {
    for (var day = today; day < today + 7; day += 1) {
      var list = on(hours, day);
      if (!list) break;
      var first = list.map(function (span) { return span[0]; }).filter(function (from) {
        return from > now;
      }).sort(function (a, b) { return a - b; })[0];
      if (first) {
        var when = day === today ? 'today' : day === today + 1 ? 'tomorrow' : 'on ' + NAMES[weekday(day)];
        return 'Closed now, opens ' + when + ' at ' + time(first);
      }
    }
    return 'Closed now';
  }

  /** What to say, and whether it is open: "open", "closed" or nothing. */
  function told(text, now) {
    if (text === 'always') return ['Open now', 'open'];
    if (now === null) return ['', ''];
    var hours = read(text), today = Math.floor(now / DAY);
    var before = on(hours, today - 1), list = on(hours, today);
    if (!list) return [holidays[today] ? 'Today’s hours may differ' : '', ''];
    // It may still be open since yesterday, of which nothing is known.
    var late = !before && hours.week[weekday(today - 1)].concat(hours.holiday || []).some(function (span) {
      return span[1] > now - (today - 1) * DAY;
    });
    if (late) return ['', ''];
    var until = endOf((before || []).concat(list), now);
    return until > now ? [openUntil(hours, now, until), 'open'] : [closedUntil(hours, now, today), 'closed'];
  }

  function tellOf(selector) {
    var now = siteTime();
    Array.prototype.forEach.call(document.querySelectorAll(selector), function (mark) {
      var said = told(mark.getAttribute('data-open'), now);
      // Nothing is touched that stays as it is, and no one is told aloud.
      if (mark.textContent !== said[0]) mark.textContent = said[0];
      mark.hidden = !said[0];
      mark.setAttribute('data-now', said[1]);
      var card = mark.parentNode;
      while (card && !(card.getAttribute && card.getAttribute('data-needs') !== null)) card = card.parentNode;
      if (card) card.setAttribute('data-now', said[1]);
    });
    var boxes = document.querySelector('fieldset[data-filter="now"]');
    if (boxes) boxes.hidden = now === null;
  }

  var timer;
  function tell() {
    tellOf('[data-open]');
    document.dispatchEvent(new Event('narrow'));
    clearTimeout(timer);
    timer = setTimeout(tell, 60000 - Date.now() % 60000);
  }

  // While a long page comes its marks are there before they are painted, so that no words move aside for them.
  var watch = window.MutationObserver && new MutationObserver(function () {
    tellOf('[data-open]:not([data-now])');
  });

  function begin() {
    if (watch) watch.disconnect();
    if (!document.querySelector('[data-open]')) return;
    tell();
    window.addEventListener('pageshow', tell);
    document.addEventListener('visibilitychange', tell);
  }

  if (watch) watch.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', begin);
})(window, document);
