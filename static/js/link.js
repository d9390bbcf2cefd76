/** Hands over the key of a link, which stands after `#` and is never sent by itself, in the body of a form. */

const form = document.querySelector("[data-link]");

function handOver() {
  const key = location.hash.slice(1);
  if (!form || !key || document.getElementById(key)) return; // a place on this page is no key
  history.replaceState(null, "", location.pathname); // nobody finds it in the history
  form.elements.key.value = key;
  form.submit();
}

addEventListener("hashchange", handOver); // a link pasted while the page is open
handOver();
