/** Cells of a journey, or of another page, that the server does not have yet, and how they get there. */

import { cellOf, fill, seen, withSeen } from "./cell.js";
import { Delivery } from "./delivery.js";
import { Outbox } from "./queue.js";

export class Cells extends Outbox {
  ready() {
    return this.all().filter((entry) => !entry.problem);
  }

  /**
   * What waits from before: into its cell where it is on this page, which is then `shown`, and ready to be sent. With
   * what was seen then: what somebody else has put there meanwhile is asked about again, and not overwritten.
   */
  takeUp(shown = () => {}) {
    for (const entry of this.all()) {
      const cell = cellOf(entry.practice);
      if (cell) {
        fill(cell, entry.pairs);
        seen(cell, entry.pairs[0][1]);
        shown(cell);
      }
      this.put(entry.practice, { ...entry, problem: "" });
    }
  }
}

/** Events: saving, saved, newer, refused, gone, waiting, signed-out, stopped, idle. */
export class CellSender extends Delivery {
  constructor(outbox, page, found = "[data-journey]") {
    super(outbox, page, found);
  }

  request(entry) {
    return { to: entry.to, fields: entry.pairs };
  }

  async verdict(entry, response) {
    const json = await response.json().catch(() => null);
    const now = this.outbox.get(entry.practice);
    const later = now && now.at !== entry.at; // typed into again meanwhile: that is sent next
    if (response.ok && json?.seen) {
      if (later) this.outbox.put(entry.practice, { ...now, pairs: withSeen(now.pairs, json.seen) });
      else this.outbox.drop(entry.practice);
      this.tell("saved", { entry, answer: json, later });
      return "";
    }
    if (response.status === 409 && json?.newer) return this.#stuck("newer", entry, json);
    if (response.status === 400 && json?.error) return later ? "" : this.#stuck("refused", entry, json);
    if (response.status === 404) return this.#stuck("gone", entry, json ?? { error: "" });
    return "waiting";
  }

  #stuck(state, entry, answer) {
    const now = this.outbox.get(entry.practice) ?? entry;
    this.outbox.put(entry.practice, { ...now, problem: state });
    this.tell(state, { entry: now, answer });
    return "";
  }
}
