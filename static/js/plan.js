/** The board of a plan: forms that act in place, and cards that can be dragged; without it every form loads the page. */

const plan = () => document.querySelector("[data-plan]");
const token = () => document.querySelector("[data-plan-acts]").content.querySelector("[name=csrfmiddlewaretoken]").value;

const code = (card) => card.id.replace("item-", "");
/** Its title as it was written: without the signs that part Chinese (words.js), and the white space around it. */
const title = (card) => card.querySelector("h3").textContent.replace(/[\u200b\u2060]/g, "").trim();

/** Say what happened to those who do not see it. */
function tell(text) {
  const place = document.querySelector("[data-plan-said]");
  place.textContent = "";
  setTimeout(() => {
    place.textContent = text;
  }, 50);
}

/** Where the keyboard was, so that it can go on from there in the new board; then what follows it, and what precedes. */
function places() {
  const row = document.activeElement?.closest("[id^=item-], [id^=offer-]");
  const rows = [...(row?.parentElement.children ?? [])];
  const at = rows.indexOf(row);
  return [...rows.slice(at), ...rows.slice(0, at).reverse()].map((each) => each.id);
}

/** Give the focus to the first of them that is still to be seen, or else to the head of the board. */
function goOn(ids) {
  for (const id of ids) {
    const row = document.getElementById(id);
    row?.querySelector("summary, a, button")?.focus({ preventScroll: true });
    if (row?.contains(document.activeElement)) return row;
  }
  const head = plan().querySelector("h1");
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
  return null;
}

function swap(page, ids) {
  const open = [...document.querySelectorAll("[data-plan] details[open]:not(.cx-menu)")].map((each) => each.closest("[id]")?.id);
  const top = Object.fromEntries(ids.map((id) => [id, document.getElementById(id).getBoundingClientRect().top]));
  plan().replaceWith(page.querySelector("[data-plan]"));
  dress();
  for (const key of open) {
    const part = key && document.getElementById(key);
    const details = part?.matches("details") ? part : part?.querySelector("details:not(.cx-menu)");
    if (details) details.open = true;
  }
  const row = goOn(ids);
  if (row) scrollBy(0, row.getBoundingClientRect().top - top[row.id]); // what one looks at stays there
}

/** Every card gets its menu: the page holds one, with the code of no item in place of an item’s code and title. */
function dress() {
  const shared = document.querySelector("[data-plan-menu]");
  for (const card of shared ? document.querySelectorAll("[data-card]") : []) {
    const menu = shared.content.cloneNode(true);
    const name = menu.querySelector("summary > span");
    name.textContent = name.textContent.replace(shared.dataset.planMenu, () => title(card));
    card.append(menu);
  }
}

/** What is in the menu, copied when it is opened: all but what makes no sense for this item. */
function fill(menu) {
  const card = menu.closest("[data-card]");
  const { seen, without } = card.dataset;
  const made = document.querySelector("[data-plan-acts]").content.cloneNode(true);
  const { planMenu: nothing } = document.querySelector("[data-plan-menu]").dataset;
  for (const each of made.querySelectorAll("button")) if (without.split(" ").includes(each.value)) each.remove();
  for (const each of made.querySelectorAll("a")) each.href = each.getAttribute("href").replace(nothing, code(card));
  for (const each of made.querySelectorAll("[name=item]")) each.value = code(card);
  for (const each of made.querySelectorAll("[name=seen]")) each.value = seen;
  menu.querySelector(".cx-menu-list").replaceChildren(made);
}

dress();
document.addEventListener("click", (event) => {
  const menu = event.target.closest("[data-plan-more] > summary")?.parentElement;
  if (menu && !menu.open) fill(menu);
});

/** Send a form; the page that comes back says how the board stands. Where that fails, the form goes the plain way. */
async function send(address, body, ids, plain) {
  plan().setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.querySelector("[data-plan]")) throw new Error("not a plan");
    swap(page, ids);
    const said = page.querySelector(response.ok ? ".cx-messages" : "[data-plan] [role=alert]");
    tell(said?.textContent.trim() ?? "");
    if (!response.ok) plan().querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
  } catch {
    plan().removeAttribute("aria-busy");
    plain();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-plan-act]");
  if (!form) return;
  event.preventDefault();
  const body = new FormData(form);
  const { submitter } = event;
  if (submitter?.name) body.set(submitter.name, submitter.value);
  const plain = () => {
    if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
    form.submit();
  };
  send(form.getAttribute("action"), new URLSearchParams(body), places(), plain);
});

/* Dragging. */

let dragged = null;
const cards = (lane) => [...lane.querySelectorAll("[data-card]")].filter((card) => card !== dragged);
const below = (lane, y) => cards(lane).find((card) => y < card.getBoundingClientRect().top + card.offsetHeight / 2);

function mark(lane, before) {
  for (const each of document.querySelectorAll(".is-before, .is-last")) each.classList.remove("is-before", "is-last");
  if (!lane) return;
  if (before) before.classList.add("is-before");
  else lane.classList.add("is-last");
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-card]") ?? null;
  if (!dragged || event.target.closest("a, summary, input")) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", title(dragged));
  dragged.classList.add("is-dragged");
});

document.addEventListener("dragover", (event) => {
  const lane = dragged && event.target.closest(".cx-lane")?.querySelector("[data-lane]");
  if (!lane) return;
  event.preventDefault();
  mark(lane, below(lane, event.clientY));
});

document.addEventListener("drop", (event) => {
  const lane = dragged && event.target.closest(".cx-lane")?.querySelector("[data-lane]");
  if (!lane) return;
  event.preventDefault();
  const before = below(lane, event.clientY);
  const said = { csrfmiddlewaretoken: token(), item: code(dragged), seen: dragged.dataset.seen, to: lane.dataset.lane, before: before ? code(before) : "" };
  const { id } = dragged;
  lane.insertBefore(dragged, before ?? null); // at once; the server’s answer replaces it
  send(plan().dataset.moveUrl, new URLSearchParams(said), [id], () => location.reload());
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  dragged = null;
  mark(null);
});
