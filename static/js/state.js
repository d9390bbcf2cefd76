/** Says where an answer is: saving, saved, kept on this device; and what can be done about it. */

const clock = () => document.querySelector("[data-state]");
const alarm = () => document.querySelector("[data-alarm]");

/** The words the server gave us in the reader's language. */
export const said = (name) => document.querySelector("[data-words]").dataset[name];

/** "14:32" today, the date on other days, by the reader's own clock. */
export function moment(iso, now = new Date()) {
  const when = new Date(iso);
  const language = document.documentElement.lang;
  if (when.toDateString() !== now.toDateString()) return when.toLocaleDateString(language, { dateStyle: "medium" });
  return when.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** The short word in the top bar; `kind` is "", saving, saved or failed. */
export function show(kind, text = "") {
  const place = clock();
  if (!place || (place.dataset.state === kind && place.dataset.text === text)) return;
  Object.assign(place.dataset, { state: kind, text });
  const sign = { saved: "ok", failed: "bad" }[kind];
  const icon = sign && document.querySelector(`template[data-icon="${sign}"]`)?.content.cloneNode(true);
  place.replaceChildren(...(icon ? [icon] : []), text);
}

/** Which of these words is shown. */
export const shown = () => clock()?.dataset.state ?? "";

/** The sentence above the buttons, with a button or link; without a text it goes away. */
export function tell(text = "", { label = "", act = null, href = "" } = {}) {
  const place = alarm();
  if (!place || place.dataset.text === text + label) return;
  place.dataset.text = text + label;
  place.replaceChildren();
  if (!text) return;
  place.append(element("span", text));
  if (href) place.append(Object.assign(element("a", label, "btn btn-quiet btn-sm"), { href }));
  else if (act) place.append(button(label, act));
}

export function element(name, text = "", classes = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

export function button(label, act, classes = "btn btn-quiet btn-sm") {
  const made = element("button", label, classes);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Times that the server wrote by its own clock, by the reader's. */
export function localTimes(places = document.querySelectorAll("[data-state]")) {
  for (const place of places) {
    for (const time of place.querySelectorAll("time[datetime]")) time.textContent = moment(time.dateTime);
  }
}

/** What to say for the state in which sending rests. */
export function rest(sender) {
  const stuck = said("stuck"); // it says already that nothing is lost, and more
  if (sender.state === "waiting" && stuck && alarm()?.dataset.text?.startsWith(stuck)) return;
  const again = { label: said("try"), act: () => sender.flush() };
  const texts = {
    waiting: [said("waiting"), again],
    "signed-out": [
      said("signedOut"),
      { label: said("signIn"), href: `${said("login")}?next=${encodeURIComponent(location.pathname)}` },
    ],
    stopped: [sender.why ? `${sender.why} ${said("onDevice")}` : said("stopped"), {}],
  };
  const [text, options] = texts[sender.state] ?? ["", {}];
  if (sender.outbox.blocked && sender.outbox.ready().length) tell(`${said("blocked")} ${text}`, options);
  else tell(text, options);
}

/** Point to an answer of another practice that waits for a decision or for mending; without one, say nothing. */
export function unresolved(page, outbox, here = "") {
  const entry = outbox.all().find((each) => (each.newer || each.problem) && each.practice !== here);
  if (!entry) return tell();
  const text = entry.newer ? said("newer") : `${said("refused")} ${Object.values(entry.problem).join(" ")}`;
  if (entry.gone) return tell(text, { label: said("discard"), act: () => (outbox.drop(entry.practice), unresolved(page, outbox, here)) });
  return tell(text, { label: said("open"), href: `${page.dataset.base}${entry.practice}/` });
}
