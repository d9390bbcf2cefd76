/** Chinese headlines break between words. Browsers know the words of Chinese, yet end a line after any character. */

const HEADLINES = ":is(.cx-find, .cx-q):lang(zh):not(.cx-phrases)"; // what has phrases was parted by the server
const ENDS = /^(?![第不未與与和及在從从把被受對对將将]$).*\p{L}$/u;
const BEGINS = /^(?!(?:[的了嗎吗呢吧們们中裡里內内時时後后]|之一)$)[\p{L}\p{N}“「『（−]/u;
const QUOTED = /(\p{L}+[”」』]\p{Script=Han}+)/u; // a name goes with the word that says something of it

/** A text in parts that stay together, wherever they are not divided by a space or a mark. */
function parts(text) {
  const found = [""];
  let last = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    if (ENDS.test(last) && BEGINS.test(segment)) found.push("");
    found[found.length - 1] += segment;
    last = segment;
  }
  return found;
}

/** The nodes of a part; every second piece is a name in quotation marks with the word after it. */
const nodesOf = (part) => part.split(QUOTED).map((piece, at) => (at % 2 ? kept(piece) : piece));

function kept(text) {
  const span = document.createElement("span");
  span.className = "text-nowrap";
  span.textContent = text;
  return span;
}

function partWords(headline) {
  const texts = [];
  const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [first, ...others] = parts(text.data);
    text.replaceWith(...nodesOf(first), ...others.flatMap((part) => [document.createElement("wbr"), ...nodesOf(part)]));
  }
}

if (Intl.Segmenter) document.querySelectorAll(HEADLINES).forEach(partWords);
