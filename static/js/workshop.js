/** The projected page of a workshop: counts the votes as they come, turns with another host, and listens to keys. */

const PAUSE = 1500;
const HIDDEN = 15_000;
const LONGEST = 6000;
const LIMIT = 8000;
const TYPING = "textarea, select, input:not([type=radio]), [contenteditable]";
const PRESSING = "a, button, summary, input";

const root = document.querySelector("[data-room]");
let failures = 0;
let timer;

const ask = (url, options = {}) => fetch(url, { redirect: "manual", signal: AbortSignal.timeout(LIMIT), ...options });

async function look() {
  const response = await ask(`${root.dataset.state}?v=${root.dataset.tag}`);
  if (response.status === 204) return;
  if (response.type === "opaqueredirect" || response.status === 404) return void location.reload(); // signed out, or gone
  if (!response.ok) throw new Error(String(response.status));
  const state = await response.json();
  if (state.stand !== root.dataset.stand) await turn();
  root.dataset.tag = state.tag;
  count("[data-voted]", state.voted);
  count("[data-joined]", state.joined);
  for (const [group, seats] of Object.entries(state.seats)) count(`[data-seats="${group}"]`, seats);
}

function count(selector, number) {
  const place = document.querySelector(selector);
  if (place) place.textContent = number;
}

/** Somebody has gone on from another device: show where the workshop is now, and keep what is being typed. */
async function turn() {
  const response = await ask(location.href, { headers: { Accept: "text/html" } });
  if (response.type === "opaqueredirect") return void location.reload(); // it is closed
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const typed = written();
  for (const old of document.querySelectorAll("[data-swap]")) {
    const fresh = page.querySelector(`[data-swap="${old.dataset.swap}"]`);
    if (old.dataset.swap === "join" && link(old) === link(fresh)) continue;
    old.replaceWith(document.adoptNode(fresh));
  }
  const fresh = page.querySelector("[data-room]");
  root.className = fresh.className;
  root.dataset.stand = fresh.dataset.stand;
  document.title = page.title;
  if (typed) write(typed);
}

const link = (panel) => panel.querySelector("#link").value;

function written() {
  const form = document.querySelector("[data-settle]");
  const reason = form?.elements.reason;
  if (!reason || reason.value === reason.defaultValue) return null;
  return { practice: form.elements.practice.value, stage: form.elements.stage.value, reason: reason.value };
}

function write({ practice, stage, reason }) {
  const form = document.querySelector("[data-settle]");
  if (form?.elements.practice.value !== practice) return;
  form.elements.stage.value = stage;
  form.elements.reason.value = reason;
  form.closest("details").open = true;
}

async function beat() {
  clearTimeout(timer);
  try {
    await look();
    failures = 0;
  } catch {
    failures += 1;
  }
  const pause = failures ? Math.min(LONGEST, PAUSE * 2 ** failures) : PAUSE;
  timer = setTimeout(beat, (document.hidden ? HIDDEN : pause) * (0.9 + Math.random() * 0.2));
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest(TYPING)) return;
  const radio = event.target.matches("[type=radio]");
  const space = event.key === " " && !event.target.closest(PRESSING);
  const button = space ? "[data-space]" : radio ? "" : `[data-key="${CSS.escape(event.key)}"]`;
  const found = button && document.querySelector(button);
  if (!found) return;
  event.preventDefault();
  found.click();
});
document.addEventListener("focusin", (event) => event.target.matches("[data-copy]") && event.target.select());
document.addEventListener("visibilitychange", () => !document.hidden && beat());
beat();
