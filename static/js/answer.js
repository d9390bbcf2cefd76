/** The page that asks one practice: saves on choice, keeps what it cannot send, turns pages. */

import * as keys from "./keys.js";
import { showProblems } from "./problems.js";
import { lacking, Outbox, SAID, same } from "./queue.js";
import { Sender } from "./sender.js";
import { sayAgain } from "./still.js";
import { localTimes, moment, rest, said, show, shown as word, tell, unresolved } from "./state.js";
import { count, fetchPage, focusQuestion, swap } from "./turn.js";

const PAUSE = 800;
const PATIENCE = 3000;
const LONGER = 15_000;
const RESTS = ["idle", "waiting", "signed-out", "stopped"];

const page = document.querySelector("[data-outbox]");
const outbox = new Outbox(page.dataset);
const sender = new Sender(outbox, page);
const form = () => document.querySelector("[data-answer]");
const practice = () => document.querySelector("[data-practice]").dataset.practice;
const desk = { outbox, sender, form, practice, read, fill };

let shown = null; // what the form held when it was last kept or saved
let typed = 0; // when it was last typed into, 0 when all of that is kept
let timer;
let turning = false;
let here = location.href;

function read() {
  const data = new FormData(form());
  return Object.fromEntries(SAID.map((name) => [name, data.get(name) ?? ""]));
}

/** What the form held when it came: whoever was quicker than this script has changed it since. */
function rendered() {
  const came = (name) => {
    const fields = [...form().querySelectorAll(`[name="${name}"]`)];
    const radio = fields.find((field) => field.type === "radio" && field.defaultChecked);
    return radio?.value ?? fields.find((field) => field.type !== "radio")?.defaultValue ?? "";
  };
  return Object.fromEntries(SAID.map((name) => [name, came(name)]));
}

function fill(answer) {
  for (const radio of form().querySelectorAll("[type=radio]")) radio.checked = radio.value === answer[radio.name];
  for (const name of ["note", "evidence"]) if (form().elements[name]) form().elements[name].value = answer[name] ?? "";
  form().elements.seen.value = answer.seen || form().elements.seen.value;
  shown = read();
}

/** Keep what the form holds on this device, and send it; does nothing where nothing has changed. */
function commit(at = typed || Date.now()) {
  clearTimeout(timer);
  typed = 0;
  const answer = read();
  if (same(answer, shown)) return;
  shown = answer;
  if (!answer.choice && !answer.note && !answer.evidence) {
    outbox.drop(practice());
  } else {
    outbox.put(practice(), { ...answer, at, seen: form().elements.seen.value });
    show(lacking(answer) ? "" : "saving", lacking(answer) ? "" : said("saving"));
  }
  showProblems(desk);
  status();
  if (lacking(answer) === "reason") document.querySelector("[data-reasons]").scrollIntoView({ block: "nearest" });
  sender.flush();
}

/** The sentence above the buttons: why sending rests, or what is missing before there is anything to send. */
function status() {
  const missing = outbox.get(practice()) && lacking(read());
  if (!RESTS.includes(sender.state)) return;
  if (sender.state !== "idle") rest(sender);
  else if (missing) tell(said(missing));
  else unresolved(page, outbox, practice());
}

sender.addEventListener("state", ({ detail: { state, entry, answer } }) => {
  const mine = entry?.practice === practice();
  if (mine && (state === "saved" || state === "newer")) count();
  if (state === "saving") show("saving", said("saving"));
  if (["waiting", "signed-out", "stopped"].includes(state)) show("failed", said("failed"));
  if (state === "saved") {
    if (mine) form().elements.seen.value = answer.seen;
    show("saved", said("saved").replace("{time}", moment(answer.seen)));
  }
  if (state === "idle" && ["saving", "failed"].includes(word()) && !outbox.get(practice())) {
    show("saved", said("saved").replace("{time}", moment(new Date().toISOString()))); // another tab has sent it
  }
  if (mine && (state === "newer" || state === "refused")) showProblems(desk);
  status();
});

/** Go to another question, or to the end of them; stay where it cannot be reached. */
async function turn(address, { push = true, forward = false } = {}) {
  if (turning || !address) return;
  const url = new URL(address, location.href).href;
  commit();
  if (forward && lacking(read()) === "reason") {
    tell(said("reason"));
    document.querySelector("[data-reasons] input").focus();
    return;
  }
  turning = true;
  const ask = document.querySelector("[data-practice]");
  const focused = document.activeElement;
  ask.inert = true; // a key or click meant for the next question must not change this one
  try {
    await sender.settled(PATIENCE);
    const waiting = outbox.get(practice());
    if (forward && (waiting?.newer || waiting?.problem)) throw new Error("undecided");
    const next = await fetchPage(url);
    if (next === "signed-out") throw new Error(next);
    if (next === "other") {
      await sender.settled(LONGER); // what is saved while one leaves would be missing on the page one comes to
      return void location.assign(url);
    }
    swap(next);
    if (push) history.pushState(null, "", url);
    here = location.href;
    enter();
    focusQuestion();
  } catch (error) {
    stay(error.message, () => turn(url, { forward }));
    if (!push) history.pushState(null, "", here);
  } finally {
    ask.inert = false;
    if (ask.isConnected) focused?.focus({ preventScroll: true });
    turning = false;
  }
}

function stay(why, again) {
  if (why === "undecided") return document.querySelector("[data-problems]").scrollIntoView({ block: "center" });
  if (why === "signed-out") {
    const back = `${said("login")}?next=${encodeURIComponent(location.pathname)}`;
    return tell(said("out"), { label: said("signIn"), href: back });
  }
  return tell(said("stuck"), { label: said("try"), act: again });
}

/** Take up the question that is shown, with what this device still keeps of it. */
function enter() {
  shown = rendered();
  typed = 0;
  localTimes();
  keys.paint();
  const rail = document.querySelector("[data-rail]");
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 62em)").matches) rail.open = true;
  const entry = outbox.get(practice());
  if (entry && same(read(), shown)) {
    fill(entry);
    showProblems(desk);
  }
  if (outbox.ready().length) show("failed", said("failed"));
  status();
  commit();
  sender.flush();
}

function pick(value) {
  if (turning || !value) return;
  const radio = form().querySelector(`[name=choice][value="${value}"]`);
  radio.checked = true;
  radio.focus();
  if (value === "na") (document.querySelector("[data-reasons] :checked") ?? document.querySelector("[data-reasons] input")).focus();
  commit(Date.now());
}

const still = () => pick(turning ? "" : sayAgain(form()));
const go = (way) => document.querySelector(`[data-go="${way}"]`)?.dataset.turn ?? "";

document.addEventListener("change", (event) => event.target.matches("[data-answer] [type=radio]") && commit(Date.now()));
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-answer] textarea")) return;
  typed = Date.now();
  clearTimeout(timer);
  timer = setTimeout(commit, PAUSE);
});
document.addEventListener("focusout", () => typed && commit());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && commit());
addEventListener("pagehide", () => commit());
addEventListener("popstate", () => turn(location.href, { push: false }));
addEventListener("pageshow", (event) => event.persisted && turn(location.href, { push: false }));
document.addEventListener("submit", (event) => {
  const { submitter } = event;
  if (!event.target.matches("[data-answer]") || submitter?.matches("[data-plain]")) return;
  event.preventDefault();
  const url = submitter?.dataset.turn ?? go("next");
  turn(url, { forward: url === go("next") });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-turn]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  turn(link.href);
});
keys.listen({ choose: pick, go: (way) => turn(go(way), { forward: way === "next" }), still });
enter();
