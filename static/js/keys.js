/** Answering by keyboard: 0 to 4, N, D, S, Enter and the arrows; off while somebody types, and off for good on demand. */

const SWITCH = "cx-keys";
const TYPING = "textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable]";
const PRESSING = "a, button, summary";
const TURNS = { ArrowLeft: "previous", ArrowRight: "next" };

let on = remembered();

function remembered() {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true;
  }
}

/** `choose` takes the value of a choice, `go` "previous" or "next"; `still` says again what was said last time. */
export function listen({ choose, go, still }) {
  document.addEventListener("keydown", (event) => {
    if (!on || event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
    const key = event.key.toLowerCase();
    if (/^[0-4]$/.test(key)) choose(key);
    else if (key === "n") choose("na");
    else if (key === "d") choose("dont_know");
    else if (key === "s") still();
    else if (TURNS[event.key]) go(TURNS[event.key]);
    else if (key === "enter" && !event.target.closest(PRESSING)) go("next");
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-still]")) {
      event.preventDefault();
      return still();
    }
    if (!event.target.closest("[data-keys-switch]")) return;
    on = !on;
    try {
      localStorage.setItem(SWITCH, on ? "on" : "off");
    } catch {
      // Then it holds for this page only.
    }
    paint();
  });
}

/** List the keys on the page, and say whether they are on. */
export function paint() {
  const hints = document.querySelector("[data-keys]");
  if (!hints) return;
  hints.hidden = false;
  for (const each of hints.querySelectorAll("[data-key-list]")) each.hidden = !on;
  const button = hints.querySelector("[data-keys-switch]");
  button.textContent = on ? button.dataset.on : button.dataset.off;
  button.setAttribute("aria-pressed", String(on));
}
