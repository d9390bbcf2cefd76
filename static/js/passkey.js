/** Says on the page, rather than in the console, that a passkey was not given. */

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.querySelector("[data-passkey-error]");
  if (said) said.hidden = false;
});
