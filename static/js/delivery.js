/** What waits on this device reaches the server: one entry at a time, in order, until the server has them all. */

import { alone } from "./alone.js";

const LIMIT = 15_000;
const LONGEST_WAIT = 30_000;
const KEEPALIVE_BYTES = 60_000;
const RESTS = ["idle", "saving", "waiting", "signed-out", "stopped"];

/**
 * `page` is the element that holds the token and the key of this place; `found` selects it in a page loaded anew.
 * Who inherits says what a request is (`request(entry)` gives its address and fields) and what a response means
 * (`verdict(entry, response)` gives "" to go on with the next entry, else the state in which sending rests).
 * Events: "state", whose detail has the state, the entry and what the server said.
 */
export class Delivery extends EventTarget {
  constructor(outbox, page, found) {
    super();
    Object.assign(this, { outbox, page, found, failures: 0, state: "idle", why: "" });
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

  /** Say where sending stands; what concerns one entry alone does not change the state. */
  tell(state, detail = {}) {
    if (RESTS.includes(state)) this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, ...detail } }));
  }

  /** What every response may be: none, a page to sign in, a refusal. Undefined where it is about the entry itself. */
  async hindrance(response) {
    if (!response) return "waiting";
    if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
    if (response.status !== 403) return undefined;
    this.why = (await response.json().catch(() => null))?.error ?? "";
    return "stopped";
  }

  async #drain() {
    while (this.outbox.ready().length) {
      const state = await alone(this.page.dataset.key, () => this.#sendAll());
      if (state !== "idle") return this.#pause(state);
    }
    this.failures = 0;
    return this.tell("idle");
  }

  #pause(state) {
    this.tell(state);
    if (state !== "waiting") return;
    this.failures += 1;
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** (this.failures - 1)) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(() => this.flush(), wait);
  }

  async #sendAll() {
    for (let [entry] = this.outbox.ready(); entry; [entry] = this.outbox.ready()) {
      this.tell("saving", { entry });
      const response = await this.#post(entry);
      const state = (await this.hindrance(response)) ?? (await this.verdict(entry, response));
      if (state) return state;
    }
    return "idle";
  }

  /** The server's response, or null where there is none; once more with a fresh token where the old one has run out. */
  async #post(entry, second = false) {
    const { to, fields } = this.request(entry);
    const body = new URLSearchParams([...fields, ["csrfmiddlewaretoken", this.page.dataset.token]]).toString();
    try {
      const response = await fetch(to, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body,
        redirect: "manual",
        keepalive: body.length < KEEPALIVE_BYTES,
        signal: AbortSignal.timeout(LIMIT),
      });
      if (response.status !== 403 || second) return response;
      return (await this.#freshToken()) ? this.#post(entry, true) : response;
    } catch {
      return null;
    }
  }

  async #freshToken() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(LIMIT) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(this.found);
    if (page?.dataset.key !== this.page.dataset.key) return false;
    this.page.dataset.token = page.dataset.token;
    return true;
  }
}
