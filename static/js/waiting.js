/** Pages beside the questions: sends what still waits from them, and shows the page anew when it has arrived. */

import { Outbox } from "./queue.js";
import { Sender } from "./sender.js";
import { rest, unresolved } from "./state.js";

const page = document.querySelector("[data-outbox]");
if (page) {
  const outbox = new Outbox(page.dataset);
  const sender = new Sender(outbox, page);
  let arrived = false;
  sender.addEventListener("state", ({ detail: { state } }) => {
    arrived ||= state === "saved";
    if (state === "idle" && arrived) location.reload();
    else if (state === "idle") unresolved(page, outbox);
    else if (state !== "saving" && state !== "saved") rest(sender);
  });
  sender.flush();
}
