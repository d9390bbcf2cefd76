/** What every page does beyond its links: menus close, colours change without loading the page again. */

import "./words.js";

const menus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
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
    choice.closest("details").open = false;
  });
}
