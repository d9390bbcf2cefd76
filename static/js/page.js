/** What every page does beyond its links: menus close, colours change without loading the page again. */

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
