/** What if: every tick asks the server what pyramid and trust would be, and puts in what it says. */

const form = document.querySelector("[data-trial]");
let latest = 0;

/** Ask for what is ticked now; an answer that another tick has overtaken is dropped. */
async function show() {
  const mine = ++latest;
  const result = document.getElementById("trial");
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form)).toString();
  result.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { "X-Part": "trial" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("trial");
    if (mine !== latest) return;
    result.replaceWith(fresh);
    form.querySelector("[data-said]").textContent = fresh.querySelector("[data-sentence]").textContent;
    history.replaceState(null, "", address);
  } catch {
    if (mine === latest) form.requestSubmit(form.querySelector("[data-plain] button"));
  }
}

if (form) {
  form.querySelector("[data-plain]").hidden = true;
  form.addEventListener("change", (event) => {
    if (event.target.name === "step") show();
  });
}
