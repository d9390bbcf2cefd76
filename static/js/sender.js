/** Sends answers that wait in the outbox. */

import { Delivery } from "./delivery.js";
import { SAID, same } from "./queue.js";
import { said } from "./state.js";

const TRIED = 5;

/** Events: saving, saved, newer, refused, waiting, signed-out, stopped, idle. */
export class Sender extends Delivery {
  constructor(outbox, page) {
    super(outbox, page, "[data-outbox]");
  }

  request(entry) {
    const words = Object.fromEntries(SAID.map((name) => [name, entry[name] || ""]));
    // It may arrive although no response comes back: remember what was said, so as to know it again.
    this.outbox.put(entry.practice, { ...entry, tried: [words, ...(entry.tried ?? [])].slice(0, TRIED) });
    const age = Math.max(0, Date.now() - entry.at);
    const fields = Object.entries({ ...words, seen: entry.seen || "", age });
    return { to: `${this.page.dataset.base}${entry.practice}/`, fields };
  }

  async verdict(entry, response) {
    if (response.status === 404) return this.#refused(entry, { choice: said("stopped") }, true);
    const json = await response.json().catch(() => null);
    if (response.ok && json?.seen) return this.#saved(entry, json);
    if (response.status === 409 && json?.newer) return this.#overtaken(entry, json.newer);
    if (response.status === 400 && json?.errors) return this.#refused(entry, json.errors);
    return "waiting";
  }

  #saved(entry, json) {
    const now = this.outbox.get(entry.practice);
    if (now && now.at !== entry.at) this.outbox.put(entry.practice, { ...now, seen: json.seen, tried: [] });
    else this.outbox.drop(entry.practice);
    this.tell("saved", { entry, answer: json });
    return "";
  }

  #overtaken(entry, newer) {
    const now = this.outbox.get(entry.practice) ?? entry;
    if (now.tried?.some((words) => same(newer, words))) {
      this.outbox.put(entry.practice, { ...now, seen: newer.seen, tried: [] });
      return "";
    }
    this.tell("newer", { entry: this.outbox.put(entry.practice, { ...now, newer }) });
    return "";
  }

  /** `gone`: nobody asks this any more, so there is no page on which it could be mended. */
  #refused(entry, problem, gone = false) {
    const now = this.outbox.get(entry.practice) ?? entry;
    if (now.at !== entry.at && !gone) return "";
    this.tell("refused", { entry: this.outbox.put(entry.practice, { ...now, problem, gone }) });
    return "";
  }
}
