// What is typed into a form with data-guard is not left unasked: neither by a link nor by another form of the page.
let changed = null;

addEventListener("input", (event) => {
  changed = event.target.form?.closest("[data-guard]") ?? changed;
});
addEventListener("submit", (event) => {
  if (event.target === changed) changed = null;
});
addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
