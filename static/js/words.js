/** Chinese headlines break between words. Browsers know the words of Chinese, yet end a line after any character.
 *  The text stays one: signs without width say where a line may end, and screen readers pass over them.
 *  In other headlines a number stays with the word that it numbers or counts (assessments/words/phrases.py). */

const ALL = ":is(.cx-find, .cx-q, .cx-step h3, .what h3):not([data-parted])";
const HEADLINES = `${ALL}:lang(zh):not(.cx-phrases)`; // what has phrases was parted by the server
const NUMBERED = /\b(levels?|stages?|steps?|rounds?|index|trust|NPS) (?=[−+]?\d)/giu;
const COUNTED = /(?<![\w.,\xa0])([−+]?\d[\d.,]*) (?!(?:and|are|as|at|by|for|from|in|is|of|on|or|than|to)\b)(?=[A-Za-z])/gu;
const ENDS = /^(?![第不未與与和及在從从把被受對对將将]$).*\p{L}$/u;
const BEGINS = /^(?!(?:[的了嗎吗呢吧們们中裡里內内時时後后]|之一)$)[\p{L}\p{N}“「『（−]/u;
const NAMED = /(?<=\p{L}[”」』])(?=\p{Script=Han})/gu; // a name goes with the word that says something of it
const DOT = /(?=[·・])/gu; // between the parts of a foreign name; it begins no line
// Words that the dictionary of browsers takes for two.
const WHOLE =
  "链接 工作坊 工作区 工作區 维度 構面 问卷 触点 对标 對標 上传 上傳 账号 评分卡 評分卡 领导层 负责人 短板 浏览器 页面 頁面 实名 具名 " +
  "预览 預覽 权重 權重";
const WHOLES = new RegExp(WHOLE.split(" ").map((word) => [...word].join("\u200b?")).join("|"), "gu");
const LONGEST = 10; // a longer name may not fit on the line of a phone
const HERE = "\u200b";
const NOT_HERE = "\u2060";

/** Names of the page that no dictionary knows: of the company and its workspace. */
const names = () => Array.from(document.querySelectorAll(".cx-crumb > :not([aria-hidden])"), (each) => each.textContent.trim());

/** Whether a place of a text lies inside a name that is short enough to stay whole. */
function inside(text, at, whole) {
  return whole.some((name) => {
    if (!name || name.length > LONGEST) return false;
    const from = text.lastIndexOf(name, at - 1);
    return from >= 0 && from + name.length > at;
  });
}

/** A text with a sign between two words, wherever a line may end there. */
function parted(text) {
  let found = "";
  let last = "";
  const whole = names();
  for (const { segment, index } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    const ends = ENDS.test(last) && BEGINS.test(segment) && !inside(text, index, whole);
    found += ends ? HERE + segment : segment;
    last = segment;
  }
  return held(found.replace(WHOLES, (word) => word.replaceAll(HERE, "")));
}

/** A text with a sign wherever a line may not end. */
function held(text) {
  return text.replace(NAMED, NOT_HERE).replace(DOT, NOT_HERE);
}

/** In a headline without Chinese, no line ends between a number and its word. */
function bind(headline) {
  headline.dataset.parted = "bound";
  const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    const bound = data.replace(NUMBERED, "$1\u00a0").replace(COUNTED, "$1\u00a0");
    if (bound !== data) walker.currentNode.data = bound;
  }
}

/** The texts of a headline, as they are where lines end after marks alone, and where they end between words. */
function textsOf(headline) {
  const found = [];
  const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    found.push({ node, phrases: held(node.data), words: parted(node.data) });
  }
  return found;
}

function show({ headline, texts }, state) {
  headline.dataset.parted = state;
  for (const { node, phrases, words } of texts) node.data = state === "words" ? words : phrases;
}

/** Where every phrase fits, and takes no line more, lines end after marks alone. */
function fit(all) {
  const sizes = (state) => {
    for (const each of all) show(each, state);
    return all.map(({ headline: { clientWidth, scrollWidth, clientHeight } }) => [clientWidth, scrollWidth, clientHeight]);
  };
  const words = sizes("words");
  const phrases = sizes("measured"); // too long a phrase may widen what the headline stands in
  all.forEach((each, at) => {
    const fits = phrases[at][1] <= words[at][0] && phrases[at][2] <= words[at][2];
    show(each, fits ? "phrases" : "words");
  });
}

let all = [];

function look() {
  for (const each of document.querySelectorAll(`${ALL}:not(:lang(zh))`)) bind(each);
  const fresh = Intl.Segmenter ? document.querySelectorAll(HEADLINES) : [];
  if (!fresh.length) return;
  const made = Array.from(fresh, (headline) => ({ headline, texts: textsOf(headline) }));
  fit(made);
  all = [...all.filter(({ headline }) => headline.isConnected), ...made];
}

look();
new MutationObserver(look).observe(document.body, { childList: true, subtree: true }); // the next question, and others
addEventListener("resize", () => fit(all));
