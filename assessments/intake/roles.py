"""What a column of a file can hold, and what its name makes likely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..files.text import plain

SINGLE = (
    "date", "id", "customer", "touchpoint", "segment", "measure", "variant", "score", "scale_min", "scale_max",
)  # fmt: skip
# A column of one measure: the measure, its variant, and the ends of its scale.
MEASURED: dict[str, tuple[str, str, int, int]] = {
    "nps": ("nps", "", 0, 10),
    "csat-5": ("csat", "csat-5", 1, 5),
    "csat-7": ("csat", "csat-7", 1, 7),
    "csat-10": ("csat", "csat-10", 1, 10),
    "ces2": ("ces", "ces2", 1, 7),
    "ces1": ("ces", "ces1", 1, 5),
    **{f"trust-{each}": (f"trust-{each}", "", 0, 10) for each in ("int", "abl", "aff", "con", "out")},
}

NAMES = {
    "date": "date|day|timestamp|time|submitted at|submission date|created at|created|response date|completed at|"
    "survey date|answered on|answered at|date of the answer|日期|时间|時間|时间戳记|時間戳記|时间戳|"
    "回答日期|评分日期|評分日期|评价日期|評價日期|提交日期|填写日期|填寫日期|填答日期|作答日期|日期时间|日期時間|"
    "提交时间|提交時間|填写时间|填寫時間|答题时间|評價時間|评价时间|提交答卷时间|填答時間|作答時間",
    "id": "id|response id|responseid|survey response id|external id|number of the answer|"
    "答卷编号|答卷編號|回答编号|回答編號|编号|編號|序号|序號",
    "customer": "customer|customer id|email|e-mail|email address|user id|person id|client|"
    "客户|客戶|客户编号|顧客|顧客編號|邮箱|邮箱地址|電子郵件|電子郵件地址|电子邮件|电子邮件地址|会员编号|會員編號|手机号|手機",
    "touchpoint": "touchpoint|touch point|channel|survey point|触点|觸點|接触点|接觸點|渠道|通路",
    "segment": "segment|group|customer group|region|tier|plan|客群|分群|细分|地区|地區|會員等級|会员等级",
    "comment": "comment|comments|feedback|remarks|reason|verbatim|"
    "意见|意見|评论|評論|留言|客户留言|顧客留言|建议|建議|原因|备注|備註",
    "measure": "measure|metric|指标|指標",
    "variant": "variant|variante|variant of the measure|指标的版本|指標的版本",
    "score": "score|rating|answer|分数|分數|评分|評分|得分",
    "scale_min": "scale_min|scale min|lowest score of the scale|量表最低分|最低分",
    "scale_max": "scale_max|scale max|highest score of the scale|量表最高分|最高分",
    "nps": "nps|net promoter score|nps score|推荐度|推薦度|净推荐值|淨推薦值",
    "csat": "csat|satisfaction|csat score|满意度|滿意度",
    "ces": "ces|ces2|ease|省力度|省力程度|轻松度|輕鬆度",
    "ces1": "ces1|effort|费力度|費力度|费力程度|費力程度",  # low is good, as the first form of CES asks
    "trust-int": "trust-int|trust: integrity|信任：诚信|信任：誠信",
    "trust-abl": "trust-abl|trust: ability|信任：能力",
    "trust-aff": "trust-aff|trust: affinity|信任：亲和|信任：親和",
    "trust-con": "trust-con|trust: consistency|信任：一致",
    "trust-out": "trust-out|trust: overall|信任：总体|信任：整體",
}
LONGEST = 9  # what has as many digits is no score, and Python reads no more than 4,300
EXACT = {plain(name): role for role, names in NAMES.items() for name in names.split("|")}
ENDS = re.compile(r"\s*[,(]\s*\d+-\d+\)?$")  # of the scale, behind the name of a column
ASKED = {
    "nps": re.compile(r"recommend|推荐|推薦"),
    "csat": re.compile(r"satisf|满意|滿意"),
    "ces": re.compile(r"\beas(e|y|ier|ily)\b|容易|省力|轻松|輕鬆"),
    "ces1": re.compile(r"effort|费力|費力"),
    "comment": re.compile(
        r"\bwhy\b|reason|comment|improve|anything else|tell us|为什么|為什麼|原因|意见|意見|建议|建議|"
        r"还有什么|還有什麼|补充|補充|想对我们说|想對我們說"
    ),
}


def likely_role(name: str, values: Sequence[str]) -> str:
    """The role a column most likely has, by its name and its first values; "" where nothing says."""
    told = ENDS.sub("", plain(name))
    role = EXACT.get(told, "")
    numbers = [int(value) for value in values if value.isdecimal() and len(value) < LONGEST]
    if not role:
        role = next((each for each, asked in ASKED.items() if asked.search(told)), "")
        if role and (role == "comment") == bool(numbers):
            return ""  # a question with numbers below it is no comment, and the other way round
    if role == "csat":
        return f"csat-{next((top for top in (5, 7, 10) if max(numbers, default=5) <= top), 10)}"
    if role == "ces1" and max(numbers, default=5) > 5:
        return ""  # effort on more than five steps is none of the published forms: a person decides
    return "ces2" if role == "ces" else role
