/** Answers that the server does not have yet, kept on this device: one entry for each practice. */

export const SAID = ["choice", "reason", "note", "evidence"];

/** Whether two answers say the same; a reason counts only where the practice does not apply. */
export function same(one, other) {
  return Boolean(one && other) && SAID.every((name) => words(one, name) === words(other, name));
}

function words(answer, name) {
  return name === "reason" && answer.choice !== "na" ? "" : answer[name] || "";
}

/** What is missing before an answer can be sent: "draft" a choice, "reason" the reason, "" nothing. */
export function lacking({ choice, reason }) {
  if (!choice) return "draft";
  return choice === "na" && !reason ? "reason" : "";
}

export class Outbox {
  /** `store` is "local" or "session"; `key` says whose answers these are. */
  constructor({ store, key }) {
    this.prefix = `${key}:`;
    this.memory = new Map();
    this.blocked = false;
    try {
      this.storage = store === "session" ? sessionStorage : localStorage;
    } catch {
      this.storage = null;
      this.blocked = true;
    }
  }

  get(practice) {
    if (this.memory.has(practice)) return this.memory.get(practice);
    try {
      return JSON.parse(this.storage?.getItem(this.prefix + practice) ?? "null");
    } catch {
      return null;
    }
  }

  /** Keep an answer; where the device refuses, in this page's memory, and say so by `blocked`. */
  put(practice, entry) {
    const whole = { tried: this.get(practice)?.tried, ...entry, practice };
    try {
      this.storage.setItem(this.prefix + practice, JSON.stringify(whole));
      this.memory.delete(practice);
      this.blocked = this.memory.size > 0;
    } catch {
      this.memory.set(practice, whole);
      this.blocked = true;
    }
    return whole;
  }

  drop(practice) {
    this.memory.delete(practice);
    this.blocked = this.memory.size > 0;
    try {
      this.storage?.removeItem(this.prefix + practice);
    } catch {
      // What cannot be removed was never kept.
    }
  }

  /** Every entry, in the order in which the answers were chosen. */
  all() {
    const practices = new Set(this.memory.keys());
    try {
      for (let at = 0; at < (this.storage?.length ?? 0); at += 1) {
        const name = this.storage.key(at);
        if (name.startsWith(this.prefix)) practices.add(name.slice(this.prefix.length));
      }
    } catch {
      // Blocked storage holds nothing.
    }
    const entries = [...practices].map((practice) => this.get(practice)).filter((entry) => entry?.practice);
    return entries.sort((one, other) => one.at - other.at);
  }

  /** The entries that may be sent: complete, and neither overtaken nor refused. */
  ready() {
    return this.all().filter((entry) => !entry.newer && !entry.problem && !lacking(entry));
  }
}
