/** Settles stages in place: sends the form of one practice, and puts in what the server says of it. */

import { localTimes, moment, said } from "./state.js";

const touched = new Set(); // practices with something typed or chosen that is not saved

/** Say how it went: beside the practice for all to see, and to screen readers. */
function tell(part, text, bad = false) {
  const place = part.querySelector("[data-outcome]");
  if (!place) return;
  place.textContent = text;
  place.classList.toggle("is-bad", bad);
  document.querySelector("[data-said]").textContent = text;
}

/** The page that the server answers with, or null where it is not a page of the review. */
async function ask(address, options) {
  const response = await fetch(address, { ...options, redirect: "follow", credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { ok: response.ok, page };
}

/** Put in this practice as the other page shows it, with the numbers of the whole; null where it lacks the practice. */
function swap(part, page) {
  const fresh = page.getElementById(part.id);
  if (!fresh) return null;
  const address = part.querySelector("form").getAttribute("action");
  fresh.querySelector("form").setAttribute("action", address); // the filter stays the one of this page
  part.replaceWith(fresh);
  localTimes([fresh]);
  for (const count of document.querySelectorAll("[data-count]")) {
    const other = page.querySelector(`[data-count="${count.dataset.count}"]`);
    if (other) count.replaceChildren(...other.childNodes);
  }
  const tally = page.querySelector("[data-tally]");
  if (tally) document.querySelector("[data-tally]").replaceWith(tally);
  touched.delete(part.id);
  return fresh;
}

/** Send a form to a page that shows its practice, whatever the filter; once more with the token of a new sign-in. */
async function send(body, id) {
  const alone = `?practice=${encodeURIComponent(body.get("practice"))}`;
  const answer = await ask(alone, { method: "POST", body });
  if (answer.page.getElementById(id)) return answer;
  const token = (await ask(alone)).page.querySelector("[data-settle] [name=csrfmiddlewaretoken]")?.value;
  if (!token) return answer;
  body.set("csrfmiddlewaretoken", token);
  return ask(alone, { method: "POST", body });
}

async function settle(form, button) {
  const part = form.closest("[data-agree]");
  const body = new FormData(form);
  if (button?.name) body.set(button.name, button.value);
  part.inert = true;
  try {
    const { ok, page } = await send(body, part.id);
    const fresh = swap(part, page);
    if (!fresh) return tell(part, said("out"), true);
    if (ok) tell(fresh, said("saved").replace("{time}", moment(new Date().toISOString())));
    else touched.add(fresh.id);
    (fresh.querySelector("[role=alert] ~ .cx-actions a, [aria-invalid]") ?? fresh.querySelector("[name=stage]:checked") ?? fresh.querySelector("[name=stage]"))?.focus();
  } catch {
    tell(part, said("lost"), true);
  } finally {
    part.inert = false;
  }
}

async function keepTheirs(link) {
  const part = link.closest("[data-agree]");
  try {
    const { page } = await ask(link.href);
    const fresh = swap(part, page);
    if (!fresh) return tell(part, said("out"), true);
    fresh.querySelector("[name=stage]")?.focus();
  } catch {
    tell(part, said("lost"), true);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-settle]");
  if (!form) return;
  event.preventDefault();
  settle(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-theirs]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  keepTheirs(link);
});

document.addEventListener("input", (event) => {
  const part = event.target.closest("[data-agree]");
  if (part) touched.add(part.id);
});

addEventListener("beforeunload", (event) => {
  if (touched.size) event.preventDefault();
});

localTimes(document.querySelectorAll("[data-agree]"));
