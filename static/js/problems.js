/** What stands between an answer and the server: something to mend, or a newer answer from another device. */

import { button, element, moment, said, show } from "./state.js";

const FIELDS = ["note", "evidence"];

/** Show what is wrong with the answer to this practice; `desk` is the page's form with its outbox and sender. */
export function showProblems(desk) {
  const entry = desk.outbox.get(desk.practice());
  const place = document.querySelector("[data-problems]");
  place.replaceChildren();
  for (const name of FIELDS) {
    const line = document.querySelector(`[data-error="${name}"]`);
    if (line) line.textContent = entry?.problem?.[name] ?? "";
    desk.form().elements[name]?.classList.toggle("is-invalid", Boolean(entry?.problem?.[name]));
  }
  if (entry?.problem) place.append(alert(`${said("refused")} ${Object.values(entry.problem).join(" ")}`));
  if (entry?.newer) place.append(decision(desk, entry));
  if (entry?.problem || entry?.newer) show("failed", said("failed"));
}

function alert(text) {
  const line = element("p", text, "cx-form-error");
  line.setAttribute("role", "alert");
  return line;
}

/** The newer answer, beside one's own that is still in the form. */
function decision(desk, entry) {
  const { newer } = entry;
  const box = element("section", "", "cx-newer");
  box.append(element("h2", said("newer")), element("p", `${newer.words} · ${moment(newer.seen)}`));
  for (const name of FIELDS) if (newer[name]) box.append(element("p", newer[name]));
  const mine = button(said("mine"), () => {
    const own = { ...entry, ...desk.read(), at: Date.now(), seen: newer.seen, newer: null, tried: [] };
    desk.outbox.put(desk.practice(), own);
    desk.fill(own);
    showProblems(desk);
    desk.sender.flush();
  });
  const theirs = button(said("theirs"), () => {
    desk.outbox.drop(desk.practice());
    desk.fill(newer);
    showProblems(desk);
    show("saved", said("saved").replace("{time}", moment(newer.seen)));
  }, "btn btn-bare btn-sm");
  const both = element("div", "", "cx-actions");
  both.append(mine, theirs);
  box.append(both);
  return box;
}
