/** Cells of a journey that the server does not have yet, and how they get there: one at a time, in the order of edits. */

import { alone } from "./alone.js";
import { withSeen } from "./cell.js";
import { Outbox } from "./queue.js";

const LIMIT = 15_000;
const LONGEST_WAIT = 30_000;

export class Cells extends Outbox {
  ready() {
    return this.all().filter((entry) => !entry.problem);
  }
}

export class CellSender extends EventTarget {
  /** Events: saving, saved, newer, refused, gone, waiting, signed-out, stopped, idle, with the entry and the answer. */
  constructor(outbox, page) {
    super();
    Object.assign(this, { outbox, page, failures: 0, state: "idle", why: "" });
    const again = () => document.visibilityState === "visible" && this.flush();
    for (const name of ["online", "focus"]) addEventListener(name, again);
  }

  /** Send what waits; resolves when all is sent, or it has become clear that it cannot be. */
  flush() {
    clearTimeout(this.timer);
    if (this.state === "stopped") return Promise.resolve();
    this.running ??= this.#drain().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async #drain() {
    while (this.outbox.ready().length) {
      const state = await alone(this.page.dataset.key, () => this.#sendAll());
      if (state !== "idle") return this.#pause(state);
    }
    this.failures = 0;
    return this.#tell("idle");
  }

  #pause(state) {
    this.#tell(state);
    if (state !== "waiting") return;
    this.failures += 1;
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** (this.failures - 1)) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(() => this.flush(), wait);
  }

  async #sendAll() {
    for (let [entry] = this.outbox.ready(); entry; [entry] = this.outbox.ready()) {
      this.#tell("saving", { entry });
      const state = await this.#verdict(entry, await this.#post(entry));
      if (state) return state;
    }
    return "idle";
  }

  async #post(entry, second = false) {
    const body = new URLSearchParams([...entry.pairs, ["csrfmiddlewaretoken", this.page.dataset.token]]);
    try {
      const response = await fetch(entry.to, {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
        redirect: "manual",
        keepalive: body.toString().length < 60_000,
        signal: AbortSignal.timeout(LIMIT),
      });
      if (response.status !== 403 || second) return response;
      return (await this.#freshToken()) ? this.#post(entry, true) : response;
    } catch {
      return null;
    }
  }

  async #verdict(entry, response) {
    if (!response) return "waiting";
    if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
    const json = await response.json().catch(() => null);
    if (response.status === 403) {
      this.why = json?.error ?? "";
      return "stopped";
    }
    const now = this.outbox.get(entry.practice);
    const later = now && now.at !== entry.at; // typed into again meanwhile: that is sent next
    if (response.ok && json?.seen) {
      if (later) this.outbox.put(entry.practice, { ...now, pairs: withSeen(now.pairs, json.seen) });
      else this.outbox.drop(entry.practice);
      this.#tell("saved", { entry, answer: json, later });
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
    this.#tell(state, { entry: now, answer });
    return "";
  }

  async #freshToken() {
    const response = await fetch(location.href, { signal: AbortSignal.timeout(LIMIT) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-journey]");
    if (page?.dataset.key !== this.page.dataset.key) return false;
    this.page.dataset.token = page.dataset.token;
    return true;
  }

  #tell(state, detail = {}) {
    if (["idle", "waiting", "signed-out", "stopped"].includes(state)) this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, ...detail } }));
  }
}
