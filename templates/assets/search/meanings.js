  // ----- What a word of the query means: [[term, how well it fits]] -----

  function meanings(word, last) {
    var found = [];
    var at = place(word.stem);
    var known = index.terms[at] === word.stem;
    if (known) found.push([at, 1]);
    if (last && word.text.length > 1) {
      var written = word.text.length > 3 ? word.text : word.stem;
      completions(word.text).forEach(function (term) {
        if (index.terms[term] === word.stem) return;
        found.push([term, known ? 0.25 : 0.5 + 0.4 * Math.min(1, written.length / wordOf(term).length)]);
      });
    }
    if (found.length) return found;
    found = slips(word);
    word.slip = found.length > 0;
    return found;
  }

  // The terms whose word goes on from what is typed. A stem may be shorter than that: "hous" for "housi".
  function completions(text) {
    var found = [];
    for (var at = place(text); at < index.terms.length && index.terms[at].indexOf(text) === 0; at += 1) found.push(at);
    for (var length = text.length - 1; length >= Math.max(3, text.length - 4); length -= 1) {
      var start = text.slice(0, length);
      for (at = place(start); at < index.terms.length && index.terms[at].indexOf(start) === 0; at += 1) {
        if (index.terms[at].length <= text.length && wordOf(at).indexOf(text) === 0) found.push(at);
      }
    }
    return found;
  }

  // The terms that a word was meant for, if it is none.
  function slips(word) {
    var text = word.text;
    if (/^[0-9]/.test(text) || text.length < 4) return [];
    var most = text.length < 8 ? 1 : 2;
    var own = [letters(word.stem), letters(text)];
    var nearest = [];
    if (!index.letters) {
      index.letters = index.terms.map(function (stemmed, term) { return [letters(stemmed), letters(wordOf(term))]; });
    }
    var least = most + 0.9;
    for (var term = 0; term < index.terms.length; term += 1) {
      var stemmed = index.terms[term];
      if (stemmed.length < 3 || stemmed.length > text.length + 2) continue;
      var apart = most + 1;
      if (alike(own[0], index.letters[term][0], most)) apart = distance(word.stem, stemmed, word.stem.length < 5 ? 1 : most);
      if (apart > 0 && index.ends[term] && alike(own[1], index.letters[term][1], most)) {
        apart = Math.min(apart, distance(text, wordOf(term), most));
      }
      if (apart > most) continue;
      if (stemmed.charAt(0) !== text.charAt(0)) apart += 0.5;
      if (apart < least) {
        least = apart;
        nearest = [];
      }
      if (apart === least && apart <= most + 0.5) nearest.push([term, apart > 1 ? 0.6 : 0.75]);
    }
    if (nearest.length) return nearest;
    // "stalkng": a good start and a bad ending.
    for (var length = text.length - 1; length >= Math.max(4, text.length - 4); length -= 1) {
      var at = place(text.slice(0, length));
      if (index.terms[at] === text.slice(0, length)) return [[at, 0.5]];
    }
    return [];
  }

  // Which letters a word has, a bit for each.
  function letters(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i += 1) bits |= 1 << ((word.charCodeAt(i) - 97) & 31);
    return bits;
  }

  // Whether of two words each has at most some letters that the other has not: a quick look before the slow one.
  function alike(a, b, most) {
    return bits(a & ~b) <= most && bits(b & ~a) <= most;
  }

  function bits(number) {
    for (var count = 0; number; count += 1) number &= number - 1;
    return count;
  }

  // How many letters must be put in, taken out, changed or swapped with the next, at most `most` and one.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [];
    var last = [];
    for (var j = 0; j <= b.length; j += 1) last.push(j);
    for (var i = 1; i <= a.length; i += 1) {
      var row = [i];
      var least = i;
      for (j = 1; j <= b.length; j += 1) {
        var same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        var cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

