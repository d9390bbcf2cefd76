/** A number opens what it was made of beside the page; without this script its link is a page of its own. */

const dialog = document.querySelector("[data-explanation]");
const body = dialog?.querySelector("[data-explanation-body]");
const back = dialog?.querySelector("[data-explanation-back]");
let trail = []; // what was shown before: its nodes, where it was scrolled to, and the link that was followed

/** Show these nodes from their top; there is a way back where something was shown before. */
function show(nodes) {
  body.replaceChildren(...nodes);
  back.hidden = !trail.length;
  dialog.scrollTop = 0;
}

/** The link that was followed is gone: go on from the title of what stands in its place. */
function begin() {
  const title = body.querySelector("h2");
  title.tabIndex = -1;
  title.focus();
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-number]");
  if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href, { headers: { "X-Part": "1" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const fresh = document.createRange().createContextualFragment(await answer.text());
    if (dialog.open) trail.push({ nodes: [...body.childNodes], top: dialog.scrollTop, link });
    show(fresh.childNodes);
    if (dialog.open) begin();
    else dialog.showModal();
  } catch {
    location.assign(link.href);
  }
});

back?.addEventListener("click", () => {
  const { nodes, top, link } = trail.pop();
  show(nodes);
  link.focus({ preventScroll: true });
  dialog.scrollTop = top;
});

dialog?.addEventListener("close", () => (trail = []));

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

/** The contents beside the report say which section is being read. */
const contents = document.querySelector("[data-contents]");
if (contents && "IntersectionObserver" in window) {
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target.id);
    const current = [...links.keys()].find((id) => seen.has(id));
    if (!current) return;
    for (const [id, link] of links) link.toggleAttribute("aria-current", id === current);
    links.get(current).setAttribute("aria-current", "true");
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
}

/** On paper nothing stays folded. */
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details.cx-more:not([open])")) {
    each.open = true;
    each.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const each of document.querySelectorAll("details.cx-more[data-printed]")) {
    each.open = false;
    delete each.dataset.printed;
  }
});
