/** Red flags and target stages: each choice is saved by itself, and kept on this device until it is. */

import { cellOf, fill, newer, note, read, seen } from "./cell.js";
import { CellSender, Cells } from "./cells.js";
import { moment, rest, said, show, tell } from "./state.js";

const page = document.querySelector("[data-marks]");
const outbox = new Cells(page.dataset);
const sender = new CellSender(outbox, page, "[data-marks]");
const HERE = location.pathname;

/** Keep what a cell says on this device, and send it. */
function commit(cell) {
  outbox.put(cell.dataset.cell, { pairs: read(cell), at: Date.now(), to: HERE, problem: "" });
  note(cell, "");
  show("saving", said("saving"));
  sender.flush();
}

function keepTheirs(cell) {
  const name = cell.dataset.cell;
  const stamp = cell.querySelector('[name$="|seen"]').value;
  outbox.drop(name);
  note(cell, "");
  fill(cell, [[name, stamp === "0" ? "" : stamp]]);
  rested();
}

/** Say where everything stands once nothing is under way. */
function rested() {
  rest(sender);
  const left = outbox.all().length > 0;
  if (left) show("failed", said("failed"));
  else show("idle", said("idle"));
}

sender.addEventListener("state", ({ detail: { state, entry, answer, later } }) => {
  const cell = entry && cellOf(entry.practice);
  if (state === "saved") {
    if (cell) seen(cell, answer.seen);
    if (!later) show("saved", said("saved").replace("{time}", moment(answer.at)));
  } else if (state === "gone") outbox.drop(entry.practice); // asked by nobody any more
  else if (state === "newer" && cell) newer(cell, answer);
  if (["waiting", "signed-out", "stopped", "newer"].includes(state)) show("failed", said("failed"));
  if (state === "idle" && outbox.all().length === 0) tell();
  else if (state !== "saving" && state !== "saved") rest(sender);
});

/** What waits from before is shown, and sent. */
function resume() {
  outbox.takeUp();
  rested();
  sender.flush();
}

document.addEventListener("change", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (cell) commit(cell);
});
document.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (event.target.closest("[data-mine]")) commit(cell);
  if (!event.target.closest("[data-keep]")) return;
  event.preventDefault();
  keepTheirs(cell);
});
document.addEventListener("submit", (event) => {
  if (event.target.querySelector("[data-cell]")) event.preventDefault(); // Enter in a field: it is saved already
});
for (const button of document.querySelectorAll("[data-plain]")) button.hidden = true;
resume();
