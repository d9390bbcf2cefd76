/** An import at work: asks the server how far it is, and shows the page anew when the step is over. */

const PAUSE = 1000;
const LONGEST = 10_000;
const SPOKEN = 5; // every fifth look is said aloud: once a second would drown everything else

const place = document.querySelector("[data-import]");
const bar = place.querySelector("progress");
let pause = PAUSE;
let looks = 0;

async function look() {
  try {
    const answer = await fetch(place.dataset.url, { headers: { Accept: "application/json" } });
    if (answer.redirected || answer.status === 404) return location.reload(); // signed out, or taken out
    if (!answer.ok) throw new Error(answer.status);
    const { state, passed, most, text } = await answer.json();
    if (state !== place.dataset.import) return location.reload();
    show(passed, most, text);
    pause = PAUSE;
  } catch {
    pause = Math.min(pause * 2, LONGEST);
  }
  setTimeout(look, document.hidden ? LONGEST : pause);
}

function show(passed, most, text) {
  if (most) Object.assign(bar, { max: most, value: passed });
  place.querySelector("#how-far").textContent = text;
  if (looks++ % SPOKEN === 0) place.querySelector("[data-said]").textContent = text;
}

setTimeout(look, PAUSE);
