/** Puts a link on the clipboard; without a script it can be selected and copied by hand. */

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.querySelector("[data-label]").textContent = button.dataset.done;
    } catch {
      field.select();
    }
  });
}
