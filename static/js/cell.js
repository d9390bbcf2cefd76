/** One cell of a journey, or of another page: its fields, its rows, what is said of it. */

import { element } from "./state.js";

/** The fields of one cell as they would be sent. */
export function read(cell) {
  const fields = [...cell.querySelectorAll("[name]")].filter((field) => field.type !== "checkbox" || field.checked);
  return fields.map((field) => [field.name, field.value]);
}

/** What the fields of a cell say, to compare. */
export const same = (pairs) => JSON.stringify(pairs.filter(([name]) => !name.endsWith("|seen")));

/** The cell of this name, if it is on the page. */
export const cellOf = (name) => [...document.querySelectorAll("[data-cell]")].find((cell) => cell.dataset.cell === name);

const noteOf = (cell) => cell.querySelector("[data-note]");

/** There is always an empty row to write into. */
export function grow(cell) {
  const rows = cell.querySelectorAll("[data-row]");
  const row = rows[rows.length - 1];
  if (!row || ![...row.querySelectorAll("input")].some((field) => field.value)) return;
  const fresh = row.cloneNode(true);
  for (const field of fresh.querySelectorAll("input")) field.value = "";
  for (const field of fresh.querySelectorAll("select")) field.selectedIndex = 0;
  row.after(fresh);
}

/** What is to be said of a cell, below its fields. */
export function note(cell, text) {
  noteOf(cell).replaceChildren(...(text ? [element("p", text, "cx-field-error")] : []));
  for (const field of cell.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** Remember what the server has in a cell. */
export function seen(cell, stamp) {
  cell.querySelector('[name$="|seen"]').value = stamp;
}

/** Somebody else was quicker: theirs is shown, mine stays in the field until one of the two is chosen. */
export function newer(cell, answer) {
  const fresh = new DOMParser().parseFromString(answer.newer, "text/html").querySelector("[data-note]");
  noteOf(cell).replaceChildren(...fresh.childNodes);
  seen(cell, answer.seen);
}

/** Put values into the fields of a cell, with as many rows as it takes. */
export function fill(cell, pairs) {
  const names = new Set([...cell.querySelectorAll("[name]")].map((field) => field.name));
  for (const name of names) {
    if (name.endsWith("|seen")) continue;
    const all = pairs.filter(([other]) => other === name);
    for (let missing = all.length - cell.querySelectorAll(`[name="${CSS.escape(name)}"]`).length; missing > 0; missing -= 1) {
      const rows = cell.querySelectorAll("[data-row]");
      if (rows.length) rows[rows.length - 1].after(rows[rows.length - 1].cloneNode(true));
    }
    const fields = [...cell.querySelectorAll("[name]")].filter((field) => field.name === name);
    for (const [at, field] of fields.entries()) {
      if (field.type === "checkbox") field.checked = all.some(([, value]) => value === field.value);
      else field.value = all[at]?.[1] ?? "";
    }
  }
}

/** The fields with another stamp of what was seen. */
export function withSeen(pairs, seen) {
  return pairs.map(([name, value]) => [name, name.endsWith("|seen") ? seen : value]);
}
