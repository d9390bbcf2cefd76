/** A phone in a workshop: joins by the link, votes, keeps the vote while the network is gone, and turns by itself. */

const PAUSE = 1500;
const HIDDEN = 15_000;
const LONGEST = 6000;
const LIMIT = 8000;

const $ = (selector) => document.querySelector(selector);
const root = $("[data-seat]");
const alarm = $("[data-alarm]");

let timer;
let running = false;
let again = false;
let stopped = false;
let failures = 0;
let denials = 0;
let memory = null;
let token = "";

/** The key stands after `#`, which no browser sends: put it into the form, take it out of the address, go on. */
function join() {
  const key = location.hash.slice(1);
  if (!key || document.getElementById(key)) return; // a place on this page is no key
  history.replaceState(null, "", location.pathname);
  $("[data-join] [name=key]").value = key;
  $("[data-join]").submit();
}

/** The vote that the server does not have yet: on this phone, even if the page is closed. */
const store = () => `cx-vote:${root.dataset.seat}`;
function pending() {
  try {
    return JSON.parse(localStorage.getItem(store())) ?? memory;
  } catch {
    return memory;
  }
}
function keep(vote) {
  memory = vote;
  try {
    if (vote) localStorage.setItem(store(), JSON.stringify(vote));
    else localStorage.removeItem(store());
  } catch {
    // Then it is kept for as long as the page is open.
  }
}

const main = () => $("[data-swap=phone]");
const tell = (word = "") => {
  alarm.textContent = word ? alarm.dataset[word] : "";
  alarm.dataset.word = word;
};
const say = (text) => {
  const place = $("[data-said]");
  if (place && place.textContent !== text) place.textContent = text;
};
const saved = () => say($("[data-said]")?.dataset.saved ?? "");
const ask = (url, options = {}) => fetch(url, { redirect: "manual", signal: AbortSignal.timeout(LIMIT), ...options });

async function send() {
  const vote = pending();
  if (!vote) return;
  const body = new URLSearchParams({ ...vote, csrfmiddlewaretoken: token });
  const response = await ask(root.dataset.path, { method: "POST", headers: { Accept: "application/json" }, body });
  if (response.status === 403) return denied();
  denials = 0;
  if (response.status === 404) return gone();
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  if (pending()?.at === vote.at) keep(null);
  else return send(); // chosen anew meanwhile
  if (response.status === 409) tell("late");
  else if (!response.ok) tell("refused");
  else saved();
}

/** The token has run out, and the page brings another; where that does not help, a reload by hand may. */
async function denied() {
  denials += 1;
  await refresh();
  if (denials < 2) return send();
  say("");
  tell("refused");
  throw new Error("refused");
}

async function look() {
  const response = await ask(`${root.dataset.state}?v=${main().dataset.tag}`);
  if (response.status === 204) return;
  if (response.status === 404) return gone();
  if (!response.ok) throw new Error(String(response.status));
  const state = await response.json();
  if (state.stand !== main().dataset.stand) return refresh();
  main().dataset.tag = state.tag;
  if (!pending()) choose(state.choice);
}

async function refresh() {
  const response = await ask(root.dataset.path, { headers: { Accept: "text/html" } });
  if (response.status === 404) return gone();
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-swap=phone]");
  const old = main();
  old.replaceWith(document.adoptNode(fresh));
  root.className = page.querySelector("[data-seat]").className;
  enter();
  if (["practice", "round", "phase"].some((name) => old.dataset[name] !== fresh.dataset[name])) {
    if (fresh.dataset.phase === "voting") tell();
    scrollTo(0, 0);
    fresh.focus({ preventScroll: true });
  }
}

function gone() {
  stopped = true;
  tell("gone");
}

/** Send what waits, look what is new, and again a little later; fifty phones do not ask in the same moment. */
async function beat() {
  clearTimeout(timer);
  again = running; // chosen while one is under way: straight after it
  if (running || stopped) return;
  running = true;
  try {
    await send();
    await look();
    failures = 0;
    if (["offline", "away"].includes(alarm.dataset.word)) tell();
  } catch {
    failures += 1;
    if (pending()) say("");
    if (!denials) tell(pending() ? "offline" : "away");
  }
  running = false;
  const pause = again ? 0 : failures ? Math.min(LONGEST, PAUSE * 2 ** (failures - 1)) : PAUSE;
  timer = setTimeout(beat, (document.hidden ? HIDDEN : pause) * (0.8 + Math.random() * 0.4));
}

function choose(choice) {
  for (const radio of document.querySelectorAll("[data-vote] [name=choice]")) radio.checked = radio.value === choice;
}

function enter() {
  token = $("[data-vote] [name=csrfmiddlewaretoken]")?.value ?? token;
  const plain = $("[data-plain]");
  if (plain) plain.hidden = true;
  const vote = pending();
  if (vote?.practice !== main().dataset.practice || vote?.round !== main().dataset.round) return;
  choose(vote.choice);
  say(alarm.dataset.sending); // what the page says is about the vote before
}

function vote() {
  const { practice, round, choice } = Object.fromEntries(new FormData($("[data-vote]")));
  if (!choice) return;
  keep({ practice, round, choice, at: Date.now() });
  say(alarm.dataset.sending);
  if (["late", "refused"].includes(alarm.dataset.word)) tell();
  beat();
}

if ($("[data-join]")) {
  join();
  addEventListener("hashchange", join);
}
if (root) {
  document.addEventListener("change", (event) => event.target.matches("[data-vote] [name=choice]") && vote());
  document.addEventListener("submit", (event) => event.target.matches("[data-vote]") && (event.preventDefault(), vote()));
  document.addEventListener("visibilitychange", () => !document.hidden && beat());
  addEventListener("online", beat);
  addEventListener("pageshow", (event) => event.persisted && beat());
  enter();
  beat();
}
