/** Hands over the key of an invitation: what stands after # in the address goes into a form, and out of the address. */

const form = document.querySelector("[data-key-form]");

function handOver() {
  const key = location.hash.slice(1);
  if (!form || !key || key === "main") return;
  history.replaceState(null, "", location.pathname);
  form.elements.key.value = key;
  form.submit();
}

addEventListener("hashchange", handOver);
handOver();
