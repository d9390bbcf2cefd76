// The order of sections moves at once, without asking the server; the colour can be picked as well as typed;
// what is not saved is not left unasked.
const list = document.querySelector("[data-order] ol");
const said = document.querySelector("[data-order-said]");
const form = list?.closest("form");
let unsaved = form?.hasAttribute("data-unsaved") ?? false;

function refresh() {
  const rows = [...list.children];
  rows.forEach((row, place) => {
    const [up, down] = row.querySelectorAll("[name=move]");
    up.disabled = place === 0;
    down.disabled = place === rows.length - 1;
  });
}

list?.addEventListener("click", (event) => {
  const button = event.target.closest("[name=move]");
  if (!button) return;
  event.preventDefault();
  const row = button.closest("li");
  const up = button.value.startsWith("up:");
  const other = up ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (up) other.before(row);
  else other.after(row);
  unsaved = true;
  refresh();
  (button.disabled ? row.querySelector("[name=move]:not(:disabled)") : button).focus();
  const place = [...list.children].indexOf(row) + 1;
  said.textContent = `${row.querySelector(".form-check-label").textContent.trim()}: ${place}/${list.children.length}`;
});

const field = document.querySelector("[data-colour]");
if (field) {
  const picker = document.createElement("input");
  picker.type = "color";
  picker.className = "cx-picker";
  picker.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`).textContent.trim());
  const shown = () => (/^#[0-9a-f]{6}$/i.test(field.value) ? field.value : field.placeholder);
  picker.value = shown();
  picker.addEventListener("input", () => { field.value = picker.value.toUpperCase(); });
  field.addEventListener("input", () => { picker.value = shown(); });
  field.after(picker);
}

form?.addEventListener("input", () => { unsaved = true; });
form?.addEventListener("submit", () => { unsaved = false; });
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
