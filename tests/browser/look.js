// How a page looks to axe: a line for each fault. `colours` is false where their rules have read the same page before.
//
// Reading colours takes most of the time. So of texts that look the same, and whose forebears do and hold the same
// kinds of children, only the first is read: axe.configure() in conftest.py leaves out what is marked here.
({ rules, colours }) => {
  const LOOK = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "fontSize", "fontWeight", "position"];
  const places = new Map(), seen = new Set();
  const kind = each => `${each.localName} ${each.getAttribute("class")} ${each.getAttribute("style")}`;
  const place = each => {
    if (!places.has(each)) {
      const style = getComputedStyle(each), children = new Set(Array.from(each.children, kind));
      const own = [kind(each), ...LOOK.map(name => style[name]), ...Array.from(children).sort()].join();
      places.set(each, each.parentElement ? `${place(each.parentElement)}\n${own}` : own);
    }
    return places.get(each);
  };
  const isWritten = each => Array.from(each.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const isPlaced = each => each.namespaceURI.endsWith("svg"); // by its coordinates: on a bar, beside it
  for (const each of document.body.querySelectorAll("*")) {
    each.removeAttribute("data-alike");
    if (!colours || isPlaced(each) || !isWritten(each) || !each.checkVisibility()) continue;
    if (seen.has(place(each))) each.setAttribute("data-alike", "");
    seen.add(place(each));
  }
  const rulesOfColour = colours ? {} : { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } };
  // Nothing of ours plays sound or is locked to one way of holding a phone, for which axe would load files again.
  const options = { runOnly: rules, rules: rulesOfColour, resultTypes: ["violations"], selectors: false, preload: false };
  return axe.run(document, options).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`)));
}
