/** Moves by keys and by pointer through the map: from cell to cell, and touchpoints and stages to another place. */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FIELD = "input:not([type=hidden]), textarea, select";

const columns = () => [...document.querySelectorAll("[data-cells]")];
const cellsOf = (column) => [...column.querySelectorAll("[data-cell]")];

/** From a cell, arrows go to its neighbours and Enter into it; from a field, Esc goes out to its cell. */
export function listen({ undo }) {
  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.("[data-cell]");
    if (!cell || event.isComposing) return;
    if (event.target !== cell) {
      if (event.key === "Escape") {
        event.preventDefault();
        undo(cell);
        cell.focus();
      }
      return;
    }
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      cell.querySelector(FIELD)?.focus();
    } else if (event.key in WAYS && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      go(cell, ...WAYS[event.key]);
    }
  });
}

function go(cell, across, down) {
  const all = columns();
  const column = cell.closest("[data-cells]");
  const cells = cellsOf(column);
  const row = cells.indexOf(cell);
  if (down) return cells[row + down]?.focus();
  const next = cellsOf(all[all.indexOf(column) + across] ?? column);
  return next[Math.min(row, next.length - 1)]?.focus();
}

/** Handles can be dragged; `place` is told what goes where. Buttons beside each handle do the same without a pointer. */
export function draggable({ place }) {
  let held = null;
  for (const handle of document.querySelectorAll("[data-drag]")) handle.hidden = false;
  if (draggable.done) return;
  draggable.done = true;
  document.addEventListener("dragstart", (event) => {
    const handle = event.target.closest?.("[data-drag]");
    if (!handle) return;
    held = { part: handle.dataset.drag, id: handle.dataset.id };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.id);
  });
  document.addEventListener("dragover", (event) => {
    const goal = held && target(event, held.part);
    mark(goal);
    if (goal) event.preventDefault();
  });
  document.addEventListener("dragend", () => {
    held = null;
    mark(null);
  });
  document.addEventListener("drop", (event) => {
    const goal = held && target(event, held.part);
    if (!goal) return;
    event.preventDefault();
    mark(null);
    const stage = goal.closest("[data-stage]").dataset.stage;
    const before = held.part === "stages" ? stage : (goal.dataset.point ?? "");
    if (before !== held.id) place({ ...held, before, stage });
    held = null;
  });
}

const target = (event, part) => event.target.closest?.(part === "stages" ? "[data-stage]" : "[data-point], [data-end]");

function mark(goal) {
  for (const old of document.querySelectorAll(".is-goal")) if (old !== goal) old.classList.remove("is-goal");
  goal?.classList.add("is-goal");
}
