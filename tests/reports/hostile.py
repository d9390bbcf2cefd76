"""What people may type, or paste, or try."""

from __future__ import annotations

HOSTILE = (
    "", " ", "\n\n\n", "\t", "\x00", "a\x00b\x01c\x1f", "\x7f\x80\x9f", "\u2028\u2029line", "\ufeffBOM", "soft\u00adhyphen",
    '#read("/etc/passwd")', '#include "x.typ"', "#panic()", '#eval("1+1")', '#image("/etc/passwd")', "#let d = 1",
    "#set page(width: 1pt)", "#{while true {}}", "*bold* _italic_ `code`", "$x^2 + y$", "<label> @reference", "= Heading",
    "- list\n+ enum\n/ term: x", "// comment", "/* open", "\\u{202e}", "]", "[", "{", "}", ")", '"', "'", "\\", "%s %(x)s {0} {}",
    "<script>alert(1)</script>", "<svg onload=alert(1)>", "&lt;b&gt; &amp; &#39;", "javascript:alert(1)", "https://",
    "https://" + "a" * 400, "http://example.org/" + "/".join("path" for _ in range(60)), "file:///etc/passwd",
    "=HYPERLINK(\"http://x\")", "'; DROP TABLE answers; --", "../../../etc/passwd", "C:\\Windows\\System32",
    "x" * 5000, "word " * 2000, "長" * 3000, "。" * 200, "W" * 161, "-" * 300, "…" * 100,
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "\u202eevil\u202c", "\u2066isolate\u2069", "\u200eleft\u200f",
    "مرحبا بالعالم", "שלום עולם", "नमस्ते दुनिया", "สวัสดีชาวโลก", "வணக்கம் உலகம்", "안녕하세요 세계", "こんにちは世界", "Ελληνικά", "Привет",
    "ཀཁག བོད་ཡིག", "ᠮᠣᠩᠭᠣᠯ", "𓀀𓂀", "𝕳𝖊𝖑𝖑𝖔", "ﬁ ﬂ ﷺ", "①②③ ㈱ ㎏", "𠀀𠀁𪚥", "龘靐齉", "\U0010ffff", "\ue000\uf8ff", "\ud800", "\udfff\ud800",
    "😀👍🏽👨‍👩‍👧‍👦🇹🇼", "❤️ ✅ ⚠️", "1️⃣", "☃ ★ ♛", "\u180e\u200b\u200c\u200d\u2060", "½ ‰ € № ™", "a\u0338b\u20d2c",
    "\u0f0b" * 100, "ا" * 300, "ก" * 300, "\U000e0041\U000e0042", "zero\u200bwidth", "NaN", "null", "None", "{page} {pages} {count}",
)  # fmt: skip
