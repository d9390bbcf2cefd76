/** “Still true”: what was said last time becomes the answer of today, by one key. */

/** Put the reason and the texts of last time into the form where it has none; the choice that goes with them, or "". */
export function sayAgain(form) {
  const last = form.querySelector("[data-still]")?.dataset;
  if (!last) return "";
  const reason = last.reason && form.querySelector(`[name=reason][value="${last.reason}"]`);
  if (reason) reason.checked = true;
  for (const name of ["note", "evidence"]) {
    const field = form.elements[name];
    if (field && !field.value) field.value = last[name];
  }
  return last.still;
}
