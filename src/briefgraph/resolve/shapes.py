"""What a name's own letters tell: which are written surname first, which endings are a surname's, and by which
shorter forms somebody is meant.
"""

import re
from collections.abc import Sequence

from briefgraph.resolve.gazetteer import Gazetteer, Phrase
from briefgraph.resolve.tokens import PARTICLES, SUFFIXES
from briefgraph.resolve.wordset import word_set

_OF = word_set("de da do dos das del")  # begin a surname of several words
_AFTER_SURNAME = word_set("filho neto junior sobrinho")  # "the younger", behind a Portuguese surname
ROMAN = word_set("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii")
_KOREAN_BARE = word_set("kim lee park choi yoon moon jung jeong kang cho han shin hwang ahn yun hong lim oh seo kwon")
_KOREAN = _KOREAN_BARE | word_set(
    """
    bae baek cha chung gong heo ha im jang jeon jin jo joo ju kim ko ku kwak min myung nam noh pak
    pyo rhee ri roh ryu sim sohn son song suh sung uhm um won woo yang yeo yi yim yoo you yu
    """
)
_CHINESE = word_set(
    """
    xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
    zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia
    ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao
    kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian tsai hsieh hsiao lai wong
    chan cheung leung lam au bi bian cen chai chang chao chau chiang chien chin ching chiu choi chong chou
    chow chu chua chuang chung dou fung geng gong guan hau heng ho hong hsia hsu huo hung jiao jiu
    kam kan ke ko koh ku kuan kuo kwan kwok kwong lau lee li lien lim ling lo lok loh low lui luk lun
    mai mo mok ng nie ning ong ou pang pi pu qi rao ruan sha shang shi shih shu shum si siu
    soong sui szeto tam tang tao teng teoh tien ting tong tse tseng tsang tsui tu tung
    wen weng wu xi xin yam yau yeh yeo yeung yi yim yin ying yip you yuen yung zang zhan zhen zhuang zhuo zuo
    """
)
_VIETNAMESE = word_set("nguyen tran pham phan vuong bui dang ngo vo huynh truong trinh dinh luong")
_SYLLABLE = 6  # letters of the longest Vietnamese given name: Phuong
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)){1,2}"
)
_KOREAN_GIVEN = re.compile(r"[a-z]{2,6}-[a-z]{2,6}")
_SURNAME = re.compile(
    r".{2,}(?:enko|chuk|sky|skyi|skiy|ski|ska|wicz|vich|ovic|evic|akis|opoulos|idis|shvili|adze|yan"
    r"|ov|ev|ova|eva|tsev|tseva|ynska|inska|owska|owski|ynskyi|yuk|ytskyi"
    r"|oglu|zadeh|ullah|nejad|poulos|opoulou|escu|sson|sdottir|quist|qvist|inho|uez|guez|nkov"
    r"|auskas|evicius|aitis|aite|yte|iene|ishvili|edze|idze|odze|anen|inen|onen|unen|ainen|szki|szky"
    r"|gaard|strom|stroem|berget|nathan|murthy|swamy|singham|wardena|wardene|wardhana|singhe|sekera|palan)"
)
_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)-.{2,}|ben-.{2,}")
ARABIC_PLACES = word_set(
    """
    deir dar ansar jabhat hayat liwa kataib saraya bab tel wadi jebel jabal beit ain ras port sharm
    jaish jaysh eid bayt kafr umm haram izz khan camp fort masjid qasr nahr tal burj hay souk souq
    """
)


def has_surname_shape(parts: Sequence[str]) -> bool:
    """Return whether the last of at most three words ends as surnames do (-enko, -opoulos) or is `al-...`."""
    if len(parts) > 3 or parts[0] in ARABIC_PLACES:
        return False
    last = parts[-1]
    return any(_SURNAME.fullmatch(part) for part in last.split("-")[:3]) or _ARABIC.fullmatch(last) is not None


def is_western_korean(parts: Sequence[str]) -> bool:
    """Return whether a name of that shape is written surname last: Bi-khim Tseng."""
    return (
        len(parts) == 2 and parts[1] in (_KOREAN | _CHINESE) and _KOREAN_GIVEN.fullmatch(parts[0]) is not None
    )


def is_eastern(parts: Sequence[str]) -> bool:
    """Return whether a name is written surname first: Korean, Chinese or Vietnamese by its shape."""
    if len(parts) == 2:
        if parts[0] in (_KOREAN | _CHINESE) and _KOREAN_GIVEN.fullmatch(parts[1]):
            return True
        if parts[0] in _VIETNAMESE and len(parts[1]) <= _SYLLABLE:
            return True
        return parts[0] in _CHINESE and len(parts[1]) > 1 and _PINYIN.fullmatch(parts[1]) is not None
    return len(parts) == 3 and (
        parts[0] in _VIETNAMESE
        or (parts[0] in _KOREAN_BARE and all(2 <= len(p) <= 6 for p in parts[1:]) and parts[2] not in _KOREAN)
    )


def surnames(parts: Phrase, known: Gazetteer) -> set[Phrase]:
    """Return the shorter forms that mean the bearer of a full name once it has been given."""
    words = [w for w in parts if w not in SUFFIXES]
    if words[0] in known.regnal:
        return {tuple(w for w in words[1:] if w not in ROMAN)}
    if is_eastern(words) and ("-" in words[-1] or not known.is_given(words[0])):
        return {(words[0],)} | ({(words[-1],)} if words[0] in _VIETNAMESE else set())
    last = words[-1]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    forms = {tuple(words[start:])}
    if start == len(words) - 1 or words[start] in {"al", "el", "de", "da", "do", "dos", "del"}:
        forms.add((last,))
    inner = next((at for at in range(1, start) if words[at] in _OF), start)
    if inner < start:
        forms.add(tuple(words[inner:]))  # "de Sá Barreto" of Heráclito de Sá Barreto
    if _ARABIC.fullmatch(last) and not last.startswith("ben-"):
        forms.add((last.split("-", 1)[1],))
    if start == len(words) - 1 and len(words) > 2 and len(words[-2].replace(".", "")) > 1:
        forms.add((words[-2], last))
        if (words[0] in known.iberian and not known.is_given(words[-2])) or last in _AFTER_SURNAME:
            forms.add((words[-2],))
    return forms
