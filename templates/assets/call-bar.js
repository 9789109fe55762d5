/* On a phone, keeps a service's first number in reach once its button has scrolled away. Where the browser cannot tell
   what is seen, the bar stays hidden. */
(function (document) {
  'use strict';

  var button = document.querySelector('.service .calls .call');
  var bar = document.querySelector('.call-bar');
  if (!button || !bar || !window.IntersectionObserver || !window.matchMedia) return;
  var phone = window.matchMedia('(max-width: 47.99em)');

  new IntersectionObserver(function (entries) {
    var last = entries[entries.length - 1];
    // Below the button only: above it the reader has yet to come to it.
    var hidden = !phone.matches || last.isIntersecting || last.boundingClientRect.top > 0;
    if (bar.hidden !== hidden) bar.hidden = hidden;
  }).observe(button);
})(document);
