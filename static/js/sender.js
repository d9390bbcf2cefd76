/** Sends what waits in the outbox: one answer at a time, in the order of choice, until the server has them all. */

import { alone } from "./alone.js";
import { SAID, same } from "./queue.js";
import { said } from "./state.js";

const LIMIT = 15_000;
const LONGEST_WAIT = 30_000;
const TRIED = 5;
const KEEPALIVE_BYTES = 60_000;

export class Sender extends EventTarget {
  /**
   * `page` is the element that says where to send and holds the token. Events: saving, saved, newer, refused, waiting,
   * signed-out, stopped, idle; `detail` has the entry and what the server said.
   */
  constructor(outbox, page) {
    super();
    this.outbox = outbox;
    this.page = page;
    this.failures = 0;
    this.state = "idle";
    this.why = ""; // in the server's words, why it takes no answers
    const again = () => document.visibilityState === "visible" && this.flush();
    addEventListener("online", again);
    addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    // Another tab has sent something of ours, or found the server again.
    addEventListener("storage", ({ key, newValue }) => !newValue && key?.startsWith(outbox.prefix) && this.flush());
  }

  /** Send what waits, now; resolves when all is sent or it has become clear that it cannot be. */
  flush() {
    clearTimeout(this.timer);
    if (this.state === "stopped") return Promise.resolve();
    this.running ??= this.#drain().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Resolves when nothing is under way any more, or after `limit` milliseconds. */
  settled(limit) {
    return Promise.race([this.running ?? Promise.resolve(), new Promise((done) => setTimeout(done, limit))]);
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
      const words = Object.fromEntries(SAID.map((name) => [name, entry[name] || ""]));
      // It may arrive although no response comes back: remember what was said, so as to know it again.
      this.outbox.put(entry.practice, { ...entry, tried: [words, ...(entry.tried ?? [])].slice(0, TRIED) });
      const state = await this.#verdict(entry, await this.#post(entry, words));
      if (state) return state;
    }
    return "idle";
  }

  /** The server's response, or null where there is none; once more with a fresh token where the old one has run out. */
  async #post(entry, words, second = false) {
    const age = Math.max(0, Date.now() - entry.at);
    const token = this.page.dataset.token;
    const body = new URLSearchParams({ ...words, seen: entry.seen || "", age, csrfmiddlewaretoken: token }).toString();
    try {
      const response = await fetch(`${this.page.dataset.base}${entry.practice}/`, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body,
        redirect: "manual",
        keepalive: body.length < KEEPALIVE_BYTES,
        signal: AbortSignal.timeout(LIMIT),
      });
      if (response.status !== 403 || second) return response;
      return (await this.#freshToken()) ? this.#post(entry, words, true) : response;
    } catch {
      return null;
    }
  }

  /** What a response means: "" to go on with the next entry, else the state in which sending rests. */
  async #verdict(entry, response) {
    if (!response) return "waiting";
    if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
    if (response.status === 403) {
      this.why = (await response.json().catch(() => null))?.error ?? "";
      return "stopped";
    }
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
    this.#tell("saved", { entry, answer: json });
    return "";
  }

  #overtaken(entry, newer) {
    const now = this.outbox.get(entry.practice) ?? entry;
    if (now.tried?.some((words) => same(newer, words))) {
      this.outbox.put(entry.practice, { ...now, seen: newer.seen, tried: [] });
      return "";
    }
    this.#tell("newer", { entry: this.outbox.put(entry.practice, { ...now, newer }) });
    return "";
  }

  /** `gone`: nobody asks this any more, so there is no page on which it could be mended. */
  #refused(entry, problem, gone = false) {
    const now = this.outbox.get(entry.practice) ?? entry;
    if (now.at !== entry.at && !gone) return "";
    this.#tell("refused", { entry: this.outbox.put(entry.practice, { ...now, problem, gone }) });
    return "";
  }

  async #freshToken() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(LIMIT) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-outbox]");
    if (page?.dataset.key !== this.page.dataset.key) return false;
    this.page.dataset.token = page.dataset.token;
    return true;
  }

  #tell(state, detail = {}) {
    if (!["saved", "newer", "refused"].includes(state)) this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, ...detail } }));
  }
}
