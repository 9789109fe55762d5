  // ----- Words -----

  var LETTERS = { '\u0142': 'l', '\u0111': 'd', '\u00f8': 'o', '\u00df': 'ss', '\u00e6': 'ae', '\u0153': 'oe',
    '\u00fe': 'th', '\u0131': 'i', '\u00f0': 'd' };

  function fold(text) {
    var plain = text.toLowerCase().replace(/['&\u2018\u2019\u02bc]/g, '');
    if (plain.normalize) plain = plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    plain = plain.replace(/[\u00df-\u0153]/g, function (letter) { return LETTERS[letter] || letter; });
    return plain.split(/[^0-9a-z]+/).filter(Boolean);
  }

  // How often a run of vowels is followed by a run of consonants.
  function measure(word) {
    var shape = word.replace(/^y/, 'C').replace(/([aeiou])y/g, '$1C').replace(/[aeiouy]/g, 'V')
      .replace(/[^V]/g, 'C').replace(/V+/g, 'V').replace(/C+/g, 'C');
    return (shape.match(/VC/g) || []).length;
  }

  function hasVowel(word) {
    return /[aeiou]|.y/.test(word);
  }

  // Consonant, vowel, consonant, and the last is not w, x or y: hop, but not snow.
  function isShort(word) {
    return /[^aeiou][aeiouy][^aeiouwxy]$/.test(word);
  }

  var SECOND = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'],
    ['bli', 'ble'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'],
    ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'],
    ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log']];
  var THIRD = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''],
    ['ness', '']];
  var FOURTH = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive',
    'ize', 'al', 'er', 'ic', 'ou'];

  function ends(word, suffix) {
    return word.slice(-suffix.length) === suffix;
  }

  function swap(word, pairs) {
    for (var i = 0; i < pairs.length; i += 1) {
      if (ends(word, pairs[i][0])) {
        var rest = word.slice(0, -pairs[i][0].length);
        return measure(rest) > 0 ? rest + pairs[i][1] : word;
      }
    }
    return word;
  }

  function stem(word) {
    if (word.length < 3) return word;
    // 1a and 1b: plurals, -ed, -ing.
    word = word.replace(/sses$/, 'ss').replace(/ies$/, 'i').replace(/([^s])s$/, '$1');
    var part = /^(.+?)(eed|ed|ing)$/.exec(word);
    if (part && part[2] === 'eed') {
      if (measure(part[1]) > 0) word = word.slice(0, -1);
    } else if (part && hasVowel(part[1])) {
      word = part[1];
      if (/(at|bl|iz)$/.test(word)) word += 'e';
      else if (/([^aeiouylsz])\1$/.test(word)) word = word.slice(0, -1);
      else if (measure(word) === 1 && isShort(word)) word += 'e';
    }
    // 1c: a last y, as elasticlunr.js has it.
    if (/[^aeiou]y$/.test(word)) word = word.slice(0, -1) + 'i';
    // 2, 3, 4: longer endings.
    word = swap(swap(word, SECOND), THIRD);
    var fourth = FOURTH.filter(function (suffix) { return ends(word, suffix); })[0];
    if (/[st]ion$/.test(word) && measure(word.slice(0, -3)) > 1) word = word.slice(0, -3);
    else if (fourth && measure(word.slice(0, -fourth.length)) > 1) word = word.slice(0, -fourth.length);
    // 5: a last e, a double l.
    if (/e$/.test(word)) {
      var rest = word.slice(0, -1);
      if (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest))) word = rest;
    }
    if (/ll$/.test(word) && measure(word) > 1) word = word.slice(0, -1);
    return word;
  }
})(window, document);
