/** The editor of a journey: every cell is saved by itself, kept on this device until it is; acts change the map in place. */

import { cellOf, fill, grow, newer, note, read, same, seen } from "./cell.js";
import { CellSender, Cells } from "./cells.js";
import { draggable, listen } from "./grid.js";
import { moment, said, show, tell } from "./state.js";

const PAUSE = 800;
const LIMIT = 15_000;
const page = document.querySelector("[data-journey]");
const outbox = new Cells(page.dataset);
const sender = new CellSender(outbox, page);
const kept = new Map(); // what each cell said when it was last kept or saved
let timer;
let last; // the cell typed into
let acting = false;

/** Keep what a cell holds on this device, and send it; nothing where it says the same as before. */
function commit(cell, again = false) {
  clearTimeout(timer);
  if (!cell?.isConnected) return;
  const name = cell.dataset.cell;
  const pairs = read(cell);
  if (same(pairs) === kept.get(name) && !again) return;
  kept.set(name, same(pairs));
  outbox.put(name, { pairs, at: Date.now(), to: cell.closest("form").getAttribute("action"), problem: "" });
  note(cell, "");
  grow(cell);
  show("saving", said("saving"));
  sender.flush();
}

function status() {
  const again = { label: said("try"), act: () => sender.flush() };
  const login = { label: said("signIn"), href: `${said("login")}?next=${encodeURIComponent(location.pathname)}` };
  if (sender.state === "waiting") return tell(said(outbox.blocked ? "blocked" : "waiting"), again);
  if (sender.state === "signed-out") return tell(said("signedOut"), login);
  if (sender.state === "stopped") return tell(sender.why ? `${sender.why} ${said("onDevice")}` : said("stopped"));
  return tell();
}

sender.addEventListener("state", ({ detail: { state, entry, answer, later } }) => {
  const cell = entry && cellOf(entry.practice);
  if (["waiting", "signed-out", "stopped", "refused", "newer", "gone"].includes(state)) show("failed", said("failed"));
  if (state === "saved") {
    if (cell) seen(cell, answer.seen);
    if (!later) show("saved", said("saved").replace("{time}", moment(answer.at)));
    if (entry.practice.includes(":opportunities:")) refreshLifts();
    if (entry.practice === "map:title:") document.querySelector("[data-title]").textContent = entry.pairs[1][1];
  }
  if (state === "newer" && cell) newer(cell, answer);
  if (state === "refused" && cell) note(cell, `${said("refused")} ${answer.error}`);
  if (state === "gone") {
    outbox.drop(entry.practice);
    announce(`${answer.error} ${entry.pairs.slice(1).map(([, value]) => value).join(" ")}`, true);
  }
  status();
});

const announce = (text, visible = false) => {
  document.querySelector("[data-said]").textContent = text;
  if (visible) tell(text);
};

async function fetchPage(options = {}, address = location.href) {
  const response = await fetch(address, { ...options, headers: { Accept: "text/html" }, signal: AbortSignal.timeout(LIMIT) });
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!fresh.querySelector("[data-map]")) throw new Error("other");
  return { fresh, at: new URL(response.url).searchParams.get("at") };
}

/** Do what a button of a form says, and put in the map as it is then. */
async function act(form, data) {
  if (acting) return;
  acting = true;
  const focused = document.activeElement?.id;
  try {
    await sender.flush();
    if (outbox.all().length) return void tell(said(sender.state === "idle" ? "moved" : "stuck"));
    const { fresh, at } = await fetchPage({ method: "POST", body: new URLSearchParams(data) }, form.getAttribute("action"));
    swap(fresh);
    announce([...fresh.querySelectorAll(".cx-message")].map((each) => each.textContent.trim()).join(" "));
    const goal = at && document.getElementById(`at-${at}`);
    const first = goal?.querySelector('[data-cell] input:not([type="hidden"]), [data-cell] select') ?? goal?.querySelector("button");
    (first ?? document.getElementById(focused) ?? document.querySelector("[data-grid]"))?.focus();
    if (first?.select) first.select();
  } catch {
    tell(said("stuck"), { label: said("try"), act: () => act(form, data) });
  } finally {
    acting = false;
  }
}

function swap(fresh) {
  const grid = document.querySelector("[data-grid]");
  const place = grid && [grid.scrollLeft, scrollX, scrollY];
  for (const what of ["[data-map]", "h1"]) document.querySelector(what).replaceWith(fresh.querySelector(what));
  kept.clear();
  take();
  if (place) [document.querySelector("[data-grid]").scrollLeft] = place;
  tell();
}

/** Take up the cells that are shown, with what this device still keeps of them. */
function take() {
  for (const button of document.querySelectorAll("[data-plain]")) button.hidden = true;
  for (const cell of document.querySelectorAll("[data-cell]")) kept.set(cell.dataset.cell, same(read(cell)));
  draggable({ place });
}

function place({ part, id, before, stage }) {
  const form = document.getElementById(`at-${id}`);
  const data = { act: `place|${part}||${id}`, before, stage, csrfmiddlewaretoken: page.dataset.token };
  act(form, Object.entries(data));
}

async function refreshLifts() {
  const { fresh } = await fetchPage().catch(() => ({}));
  const lists = [...document.querySelectorAll("[data-lifts]")];
  fresh?.querySelectorAll("[data-lifts]").forEach((list, at) => {
    const shown = lists[at];
    if (!shown || shown.textContent === list.textContent) return; // whoever is on a button of it stays there
    const focused = [...shown.querySelectorAll("button")].indexOf(document.activeElement);
    shown.replaceWith(list);
    list.querySelectorAll("button")[focused]?.focus();
  });
}

/** What waits from before is shown, and sent. */
function resume() {
  outbox.takeUp((cell) => kept.set(cell.dataset.cell, same(read(cell))));
  if (outbox.all().length) show("failed", said("failed"));
  sender.flush();
}

async function keepTheirs(cell) {
  outbox.drop(cell.dataset.cell);
  const { fresh } = await fetchPage().catch(() => ({}));
  const other = [...(fresh?.querySelectorAll("[data-cell]") ?? [])].find((each) => each.dataset.cell === cell.dataset.cell);
  if (!other) return location.reload();
  cell.replaceWith(other);
  kept.set(other.dataset.cell, same(read(other)));
  other.focus();
  return tell();
}

document.addEventListener("change", (event) => commit(event.target.closest("[data-cell]")));
document.addEventListener("input", (event) => {
  last = event.target.closest("[data-cell]");
  clearTimeout(timer);
  if (last && !event.target.matches("select")) timer = setTimeout(commit, PAUSE, last);
});
for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => last && commit(last));
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("[data-cells], [data-shape]")) return;
  event.preventDefault();
  if (last) commit(last);
  if (submitter?.matches("[data-mine]")) commit(submitter.closest("[data-cell]"), true);
  else if (submitter?.name === "act") {
    const text = [...form.querySelectorAll('input[name="text"]')].map((field) => ["text", field.value]);
    act(form, [["act", submitter.value], ...text, ["csrfmiddlewaretoken", page.dataset.token]]);
  }
});
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keep]")) return;
  event.preventDefault();
  keepTheirs(event.target.closest("[data-cell]"));
});
listen({
  undo(cell) {
    if (same(read(cell)) === kept.get(cell.dataset.cell)) return;
    clearTimeout(timer);
    last = null;
    fill(cell, JSON.parse(kept.get(cell.dataset.cell)));
  },
});
take();
resume();
