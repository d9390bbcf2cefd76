/** What every page does beyond its links: menus close, colours change without a new page, mistakes come first. */

import "./words.js";

const menus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

// Whoever goes on by keyboard leaves nothing open behind, which would cover what has the focus now.
document.addEventListener("focusin", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// The second click of a double click does not do twice what a form does.
const PAUSE = 4000; // where no new page comes, what was sent may be sent again
let sent = null;
addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.getAttribute("method")?.toLowerCase() !== "post") return;
  const mine = event.submitter ?? event.target;
  if (mine === sent) return void event.preventDefault();
  sent = mine;
  setTimeout(() => (sent = null), PAUSE);
});
addEventListener("pageshow", () => (sent = null));

for (const choice of document.querySelectorAll("[data-themes] [data-theme]")) {
  choice.addEventListener("click", (event) => {
    event.preventDefault();
    const { theme } = choice.dataset;
    document.documentElement.dataset.bsTheme = theme;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
    for (const other of choice.parentElement.querySelectorAll("[data-theme]")) other.removeAttribute("aria-current");
    choice.setAttribute("aria-current", "true");
    const menu = choice.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// A form that comes back with mistakes begins at the first of them.
document.querySelector("[aria-invalid=true]")?.focus();
