/** Turns to another question without leaving the page: a page that cannot be reached costs nobody their place. */

const LIMIT = 10_000;

/** The page at `url`: its document if it asks a question, "signed-out", or "other"; throws where none can be had. */
export async function fetchPage(url) {
  const response = await fetch(url, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(LIMIT) });
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  const login = document.querySelector("[data-words]").dataset.login;
  if (response.redirected && new URL(response.url).pathname === login) return "signed-out";
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return response.ok && page.querySelector("[data-answer]") ? page : "other";
}

/** Put the fetched question in the place of the one that is shown. */
export function swap(page) {
  for (const old of document.querySelectorAll("[data-swap]")) {
    const fresh = page.querySelector(`[data-swap="${old.dataset.swap}"]`);
    if (fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  document.querySelector("[data-outbox]").dataset.token = page.querySelector("[data-outbox]").dataset.token;
  const state = document.querySelector("[data-state]");
  const fresh = page.querySelector("[data-state]");
  state.dataset.state = fresh.dataset.state;
  delete state.dataset.text;
  state.replaceChildren(...fresh.cloneNode(true).childNodes);
}

/** This question is answered: what the server made beside each count for that takes its place. */
export function count() {
  for (const then of document.querySelectorAll("template[data-then]")) {
    then.previousElementSibling.replaceWith(then.content);
    then.remove();
  }
}

/** Begin at the top, with the question as the first thing that is read out. */
export function focusQuestion() {
  scrollTo(0, 0);
  document.querySelector("#q")?.focus({ preventScroll: true });
}
