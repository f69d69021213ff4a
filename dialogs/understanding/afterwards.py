"""What is said of what was just shown: that it is right, needed no more, wanted sooner, or asked about. Folded."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from dialogs.understanding.folding import fold, stem_of, tokens_of
from dialogs.understanding.numerals import WORD_PATTERN, number_of
from dialogs.understanding.values import PlaceFound
from dialogs.understanding.when import find_when
from dialogs.understanding.wordsets import words_of

LONGEST_RIGHT = 8
"""More words than this say more than that it is right."""
FEWEST_TELLING = 3
FEWEST_LETTERS = 4
_EARLIER = frozenset({"tidigare", "innan", "fore", "earlier", "before", "sooner"})
_RIGHT = words_of("""
    bra perfekt toppen fint finfint kanon kanonbra super superbra utmarkt utmarkta stammer exakt precis skicka
    skickar skickas boka bokar kor good great perfect correct right exactly lovely send submit book confirm
    confirmed bekrafta bekraftar bekraftas mm mmm mhm fine cool nice awesome alright
""")
_AROUND_RIGHT = words_of("""
    ja japp jo jaa jajamen joda mm mmm mhm ok okej okay oki och a sa tack garna det den de detta blir ar var ser later
    gar kanns ut helt jatte jattebra mycket valdigt alldeles nu in ivag pa av bestallningen ordern jag vi vill kan du ni
    dem allt alltihop bada bagge yes yep yeah and thanks thank you please it this them both all looks sounds seems is s
    are that thats do go just very now off the order i we can could want to vara gott
""")
_OVER = re.compile(
    r"\b(?:(?:det|den|de|dom|allt|problemet|felet|nu|it|this|that)\s+)*(?:har\s+|has\s+|have\s+)?(?:nu\s+)?"
    r"(?:lost?e?|lost|ordna(?:de|t)|fixa(?:de|t))\s+sig(?:\s+(?:anda|sjalvt?|nu|redan))*\b"
    r"|\b(?:vi|jag)\s+(?:har\s+)?(?:klarar\s+(?:oss|mig)|(?:loser|loste|lost|fixar|fixade|fixat|ordnar|ordnade|ordnat|gor|"
    r"gjorde|gjort)\s+det\s+(?:sjalva?|anda|utan\s+er))(?:\s+anda)?\b"
    r"|\b(?:(?:vi|jag|ni|du|kan)\s+)*(?:hoppar?|skippar?|skit(?:a|er)?|struntar?)\s+(?:vi\s+)?(?:over\s+|i\s+)?"
    r"(?:det|den|hela\s+grejen|alltihop|allt)(?:\s+(?:har|nu|i\s+stallet))*\b"
    r"|\bglom\s+(?:det|den|alltihop)\b"
    r"|\b(?:vaktmastaren|nagon|en\s+kollega|kollegan?|vi|jag|de|dom)\s+(?:har\s+)?(?:redan\s+)?(?:fixade?|fixat|lagade?|lagat|"
    r"ordnade?|ordnat|lost|loste)(?:\s+(?:det|den|redan|nu|sjalva?))*\W*$"
    r"|\bbehovs\s+(?:det\s+)?(?:inte|ej)(?:\s+(?:langre|mer|nu|anda))*\b"
    r"|\b(?:ni|du)\s+behover\s+(?:inte|ej)\s+komma(?:\s+(?:langre|nu|hit))*\b"
    r"|\bnever\s*mind\b(?:\W+(?:it.?s|its|it\s+is|that.?s|we|i)?\s*(?:been\s+|got\s+)?(?:all\s+)?(?:fixed|sorted|done|solved|ok|fine)"
    r"(?:\s+(?:now|it|already))*)?"
    r"|\b(?:it|that|this)(?:.?s|\s+is|\s+has|\s+got|\s+was)?\s+(?:been\s+|now\s+|already\s+)*(?:sorted|solved|resolved)\b"
    r"(?:\s+(?:itself|out|now|already))*|\b(?:sorted|fixed|solved|resolved)\s+itself\b"
    r"|\b(?:we|i)(?:.ve|\s+have)?\s+(?:already\s+)?(?:fixed|sorted|solved|managed)\s+(?:it|this|ourselves)(?:\s+(?:out|ourselves|myself|now|already))*\b"
    r"|\b(?:it.?s|its|is|was|not)?\s*(?:no\s+longer|not)\s+needed(?:\s+(?:any\s?more|any\s+longer|now))?\b"
    r"|\b(?:vi|jag)\s+(?:har\s+|hann\s+)?(?:\w+\s+){1,4}sjalva?(?:\s+(?:nu|redan|i\s+stallet|istallet))*\W*$"
    r"|\b(?:we|i)(?:.ve|\s+have)?\s+(?:\w+\s+){1,4}(?:ourselves|myself)(?:\s+(?:now|already|instead))*\W*$"
    r"|\b(?:vi|jag)\s+(?:har\s+)?(?:angra(?:r|de|t)\s+(?:oss|mig)|andrat\s+(?:oss|mig))\b|\bchanged\s+(?:my|our)\s+minds?\b"
    r"|\b(?:(?:vi|jag)\s+tar\s+det\s+)?(?:en\s+annan\s+gang|nagon\s+annan\s+gang|another\s+time|some\s+other\s+time)\W*$"
    r"|\b\w+(?:en|et|t|n)\s+(?:ar|blev|blir|har\s+blivit)\s+(?:installda?|installt|avbokat|avbokad)\b"
    r"|\b\w+\s+(?:is|was|got|has\s+been)\s+(?:off|called\s+off|cancel+ed)\W*$"
    r"|\bvill\s+(?:inte|ej)\s+ha\s+\w+(?:\s+\w+)?\s+(?:langre|mer)\b|\b(?:don.?t|does\s*n.?t|do\s+not)\s+want\s+(?:\w+\s+){1,3}any\s?more\b"
    r"|\bdon.?t\s+bother\b|\b(?:har\s+)?(?:smalt\s+bort|gatt\s+over|forsvunnit)\b"
    r"|\b(?:ar|blev)\s+(?:redan\s+)?(?:flytta|stada|hamta|laga|fixa|ordna|tomd|putsa|bar)(?:d|t|de)?\s+(?:nu|redan)\b|\b(?:ar|blev)\s+(?:bytt|bytta|gjort|uppsatt)\s+(?:nu|redan)\b"
    r"|\bno\s+need(?:\s+(?:to\s+come|for\s+it|any\s?more|any\s+longer|now))+\b"
)
# Of a fault: what was broken works again, or what was there is gone.
_MENDED = re.compile(
    r"\b(?:funkar|fungerar|lyser|spolar|startar|gar|rullar|stanger|ar\s+hel\w?)\s+(?:nu\s+igen|igen(?:\s+nu)?|som\s+(?:den|det)\s+ska)\b"
    r"|\b(?:har\s+)?slutat?\s+(?:att\s+)?(?:rinna|lack\w*|droppa|blinka|flimra|tjuta|pipa|lukta|brumma|later?|lata)\b"
    r"|\b(?:ar|var)\s+(?:borta|lagad|lagat|fixad|fixat)\s+nu\b|\bnu\s+(?:ar|var)\s+(?:den|det|de|dom)\s+(?:borta|lagade?|lagat|fixade?|fixat)\b"
    r"|\b(?:det|den|dom|it|larmet|ljudet|lackan)(?:.s|\s+(?:har|has))?\s+(?:slutat?|upphort|tystnat|stopped)(?:\s+(?:nu|now|av\s+sig\s+sjalvt?|helt))*\W*$"
    r"|\b(?:luktar|lacker|droppar|blinkar|flimrar|piper|tjuter|brummar)\s+(?:det\s+|den\s+)?(?:inte|ej)\s+(?:langre|mer)\b"
    r"|\b(?:works?|working|on|back|warm|fine|varmt|bra|tyst)\s+(?:again|igen)\b|\bworking\s+now\b|\b(?:has\s+|have\s+)?stopped\s+"
    r"(?:leaking|dripping|flickering|beeping|smelling|blinking)\b"
    r"|\b(?:they|it|it.?s|they.?re)\s*(?:is|are|has|have)?\s*(?:gone|fixed|sorted)(?:\s+now)\b|\bit.?s\s+fixed\b"
)
_STILL = re.compile(
    r"\b(?:inte|ej|aldrig|not|never(?!\s*mind)|isn.?t|hasn.?t|didn.?t|fortfarande|still|om|if|when)\b|\?"
)
_PROGRESS = re.compile(
    r"^\W*(?:(?:hej|ok|okej|och|men|du|hi|hello|and|but|so)\W+)*(?:"
    r"(?:nar|hur\s+snart|vilken\s+tid|vilken\s+dag|vid\s+vilken\s+tid)\s+(?:kommer|blir|ar|tror|hinner|kan)\s+(?:ni|de|dom|det|den|nan|nagon|han|hon)\b"
    r"|nar\s+\w+(?:r|s)\s+(?:den|det|de|dom|ni)\W*$|kommer\s+(?:det\s+)?(?:ni|nagon|nan|de|dom)(?:\s+(?:idag|i\s+dag|snart|nu|hit))*\W*$|(?:can|will)\s+(?:they|anyone|someone|somebody)\s+(?:be\s+)?(?:come|coming)(?:\s+(?:today|soon|now))*\W*$|"
    r"(?:har|hann)\s+(?:ni|nagon|nan|de|dom|han|hon)\s+(?:\w+\s+){0,5}(?:titta\w*|kolla\w*|hunnit|borja\w*|tagit|sett|fixat|lagat)\b|"
    r"(?:has|have|did)\s+(?:anyone|anybody|someone|you|they)\s+(?:\w+\s+){0,3}(?:look\w*|seen|start\w*|come|been|fix\w*|check\w*)\b"
    r"|hur\s+(?:gar|ser)\s+det(?:\s+ut)?|hur\s+lang\s+tid\s+(?:tar|kommer|blir|ror)|hur\s+lange\s+(?:tar|drojer|far|maste)|"
    r"(?:vem|vilka)\s+(?:kommer|har|tar|gor|fixar|jobbar)(?:\s+(?:med\s+|hand\s+om\s+)?(?:det|den|detta))?(?:\s+hit)?\W*$|"
    r"(?:vem|who)\s+(?:godkande|sa\s+ja|sa\s+nej|svarade|approved|answered|said\s+(?:yes|no))\b|"
    r"who(?:\s+is|.?s|\s+has|\s+will)\s+(?:got\s+|be\s+|do\s+|doing\s+|have\s+)?(?:coming|it|that|this|on\s+it)\W*$|"
    r"hur\s+langt\s+har|nagot\s+nytt|nagra\s+nyheter|ar\s+(?:ni|nagon)\s+pa\s+(?:vag|gang)|kommer\s+(?:nan|nagon|ni)\s+(?:snart|idag|nu)\b|"
    r"when\s+(?:will|are|is|can|do|should|could)\s+(?:you|they|we|i|it|someone|somebody)|how\s+(?:is|.s)\s+(?:it|this|that)\s+going|how.?s\s+it\s+going|"
    r"how\s+long\s+(?:will|does|do|is|until)|how\s+soon|any\s+(?:news|update|updates|progress)|is\s+(?:anyone|someone|anybody)\s+(?:coming|on))"
)
_MINE = re.compile(r"\b(?:arenden|bestallningar\w*|felanmalningar\w*|requests|orders|reports|mina|vara|alla)\b")
_COST = re.compile(
    r"\b(?:vad|hur\s+(?:mycket|mkt)|what|how\s+much)\b.*\b(?:kosta\w*|cost\w*|blir\s+det|gar\s+det\s+(?:lo[st]s?\s+)?pa|price|charge\w*|(?:is|will|would)\s+(?:it|this|that))\b"
    r"|\b(?:kostar\s+det|does\s+it\s+cost|is\s+it\s+free|ar\s+det\s+gratis|debiteras\s+vi|vad\s+ar\s+priset)\b"
)
_SOONER = re.compile(r"\b(?:tidigare|snabbare|fortare|earlier|sooner|quicker|faster|senare|later)\b")
_ASKS_SOONER = re.compile(
    r"^\W*(?:(?:kan|kunde|skulle|gar|hinner|can|could|would|is|please|snalla|nej|no|och|men|and|but|ni|du|vi|det|den|you|we|it|"
    r"kunna|komma|bli|fa|ta|gora|ha|att|come|be|do|make|get|have|possible|to|mojligt|ar|lite|litet|nagot|a|bit|little|much|"
    r"mycket|garna|hellre|helst|tidigare|snabbare|fortare|earlier|sooner|quicker|faster|senare|later|an\s+sa|than\s+that|ju|"
    r"nagon|nan|someone|somebody|there|hit|here)\b\W*)+$"
)
_HASTE = re.compile(
    r"^\W*(?:(?:det|den|this|it(?:.?s)?|is|ar|valdigt|jatte|mycket|very|really|snalla|please|ganska|lite)\s+)*"
    r"(?:asap|bradskande|brattom|akut|urgent|skynda\w*|sa\s+(?:fort|snart)\s+(?:som\s+|det\s+)?(?:mojligt|gar|ni\s+kan)|"
    r"as\s+soon\s+as\s+(?:possible|you\s+can)|hurry|in\s+a\s+hurry|fort|jattebrattom)(?:\s+(?:up|er|pa|tack|please|nu|now))*\W*$"
)
_LEAD_OF_VALUE = re.compile(
    r"^\W*(?:(?:nej|na|nae|no|och|men|oj|hoppsan|sorry|forlat|helst|garna|hellre|bara|endast|only|just|eller|or|and|but|oops|wait|vanta|ursakta|forresten|"
    r"actually|andra|byt|flytta|lagg|satt|boka|om|change|move|set|switch|till|to|for|den(?!\s+[0-9])|det|it.s|it|that.s|that|detta|kan|kunde|skulle|"
    r"ni|du|vi|can|could|you|we|they|jag|i|menar|menade|mean|meant|komma|come|bli|be|vara|va|do|make|gora|ta|blir|ska|skall|should|"
    r"fel|wrong|dag|day|tid|time|rum|rummet|room|plats|platsen|place|the(?!\s+[0-9])|pa|at|on|in|vid|ar|is|galler|egentligen|please|istallet|instead)\b[\s,.:;!]*)*"
)
_TAIL_OF_VALUE = re.compile(
    r"(?:[\s,.]*\b(?:istallet|i\s+stallet|instead|ska\s+det\s+(?:va|vara|bli)|blir\s+det|ar\s+det|tack|please|garna|helst|forresten|"
    r"hellre|menar\s+jag|menade\s+jag|i\s+meant?|om\s+det\s+gar|if\s+possible|passar\s+battre|ar\s+battre|is\s+better|would\s+be\s+better))*[\s.!?,]*$"
)
_AROUND_VALUE = frozenset(re.findall(r"[a-z]+", _LEAD_OF_VALUE.pattern + _TAIL_OF_VALUE.pattern))
_ASKED = re.compile(r"^\W*(?:kan|kunde|skulle|gar|can|could|would|hinner)\b")
_ALSO_LEAD = re.compile(r"^\W*(?:och|a|o|samt|plus|aven|dessutom|and|also|plus)\b\s+(?:(?:sa|also|aven)\s+)?")
_ALSO_TAIL = re.compile(r"[\s,]*\b(?:ocksa|oxa|med|dessutom|too|also|as\s+well|tack|please)\W*$")
# Each thing is atomic: an "o" between things may end a noun too, and many things would be divided in every way.
_COUNTED_THINGS = re.compile(
    rf"^\W*(?:(?:och|a|o|samt|plus|and|also|jag|vi|behover|vill|ha|we|i|need)\b\s*)*"
    rf"(?>(?:[1-9][0-9]{{0,2}}|(?:{WORD_PATTERN}|an?)\b)\s*(?:st\s+|stycken\s+)?[^\W\d_]{{3,}}(?:\s*(?:,|&|(?:och|a|o|and)\b)?\s*))+"
    r"(?:ocksa|oxa|med|dessutom|too|also|as\s+well|tack|please)?\W*$"
)
_REPORTS = re.compile(
    r"^\W*(?:(?:ja|japp|jo|yes|ok|okej|please|kan\s+du|snalla)\b\W*)*(?:felanmal\w*|anmal\w*|rapportera\w*|report)"
    r"(?:\s+(?:det|den|detta|felet|it|this|that|please|tack))*\W*$"
)
_WRONG_PLACE = re.compile(
    r"^\W*(?:(?:nej|no|oj|hoppsan|oops|sorry|forlat|ursakta|men|but)\W+)*(?:(?:fel|wrong)\s+"
    r"(?P<is_said>rum|sal|plats|lokal|stalle|hus|avdelning|room|place|hall|building)\W+|"
    r"(?<=\W)(?=it.?s\b|det\s+ar\b|i\s+mean|jag\s+men)|^(?=i\s+mean|jag\s+men))"
    r"(?:(?:det|it|jag|i|the)(?:.s)?\s+)*(?:(?:ar|ska|skall|skulle|galler|menar|menade|is|should|mean|meant)\s+)*"
    r"(?:(?:vara|va|be|det)\s+)*(?:(?:i|pa|vid|in|at|on|the)\s+)*(?P<place>[^\W_].{1,60}?)(?:\s+(?:ska\s+det\s+(?:va|vara)|ar\s+det|tack|please))*\W*$"
)
_IS_TO_BE = re.compile(
    r"^\W*(?:(?:nej|no|och|and|men|but|the|forresten|actually)\b\W*)*(?P<noun>[^\W\d_]{3,})\s+"
    r"(?:(?:ska|skall|skulle|should|is\s+to|needs?\s+to|must|maste|behover)\s+)(?:vara|va|sitta|sta|stallas|till|upp|hanga|be|go|stand|hang)?\s*"
    r"(?:to\s+)?(?P<value>(?:i|pa|vid|till|in|at|on|to)\s+.{2,60})$"
)
_POINTS_BACK = re.compile(r"\b(?:den|det|de|dom|it|it.?s|its|they|they.?re|that)\b")
_SHIFT = re.compile(
    rf"\b(?:(?P<number>{WORD_PATTERN}|[1-9][0-9]?|a|an)\s+)?(?:(?P<half>halv\s*timm\w*|half\s+an\s+hour)|(?P<quarter>kvart|quarter)|"
    r"(?P<unit>timm\w*|hours?|minut\w*|min|dag(?:en|ar)?|dan|kvallen|morgonen|days?|evening|night|veck\w+|weeks?))\s+"
    r"(?P<way>tidigare|innan|fore|earlier|before|sooner|senare|efter|darpa|later|after)\W*(?:istallet|i\s+stallet|instead|tack|please)?\W*$"
)
_TELLS_MORE = re.compile(
    r"\b(?:inte|ej|ingen|inget|inga|den|det|de|dom|it|its|it.?s|they|not|nobody|no\s+one|can.?t|won.?t|another|en\s+till)\b"
)
_NOBODY = re.compile(
    r"^\W*(?:men\s+|but\s+)?(?:ingen|inga|nobody|no\s?one|none)\b.*\b(?:skad\w*|fast|fastnat|hurt|injured|stuck|inside|darinne)\b"
)
_OF_SPEAKER = re.compile(r"\b(?:jag|du|dig|mig|i|you|me|vad|hur|varfor|what|how|why|tack|thanks|hej|hello)\b")
_BARE_COUNT = re.compile(
    rf"^\W*(?:(?:nej|no|oj|vanta|wait|actually|egentligen|forresten|sorry|oops)\W+)*"
    rf"(?:(?:make\s+(?:it|that)|change\s+(?:it\s+)?to|andra\s+till|det\s+(?:ska|skulle)\s+(?:vara|va|bli)|det\s+(?:blir|ar)|vi\s+blir|gor\s+det\s+till|ta)\s+"
    rf"(?P<number>[1-9][0-9]{{0,2}}|{WORD_PATTERN})(?:\s*(?:st|stycken|of\s+them|pieces))?|"
    rf"(?P<pieces>[1-9][0-9]{{0,2}}|{WORD_PATTERN})\s*(?:st|stycken|of\s+them|pieces))"
    rf"(?:\s+(?:ar\s+det|blir\s+det|menar\s+jag|forresten|actually|menade\s+jag|i\s+mean|i\s+meant|ska\s+det\s+(?:vara|va)|istallet|i\s+stallet|instead|tack|please))*\W*$"
)
_LEAVES_OUT = re.compile(
    r"^\W*(?:(?:nej|no|ok|okej|men|but|och|and|please|snalla|vi|we|kan|du|ni|can|you)\W+)*(?:ta\s+bort|stryk|skippa|hoppa\s+over|remove|drop|skip|"
    r"delete|leave\s+out|avboka|cancel|strunta\s+i)\s+(?:the\s+|den\s+med\s+|det\s+med\s+)?(?P<noun>[^\W\d_]{4,})\W*$"
)
_NOT_THEN = re.compile(
    r"^\W*(?:(?:nej|no|men|but|ok|okej|helst|rather|please)\b\W+)*(?:inte|ej|not)\s+(?!senare|later)"
)
_AROUND_NEW = (
    r"(?:(?:och|men|sa|ja|jo|nej|ok|okej|vi|jag|den|det|de|dom|dem|hon|han|it|they|them|we|i|this|that|kan|ni|du|vill|skulle|nog|val|tyvarr|da|"
    r"egentligen|and|but|so|can|could|you|please|think|tror|att|snalla|tack|nu|now|helt|istallet|instead|then|just|bara|as|soon|possible)\b\W*)*"
)
_NEW = (
    r"(?:(?:behover|behovs|maste\s+(?:ha|fa)|vill\s+ha|bor\s+(?:ha|fa)|needs?|wants?|must\s+have|requires?)\s+"
    r"(?:(?:nog|faktiskt|en|ett|nagra|some|an?|helt|completely|brand)\s+)*?(?:ny(?:a|tt)?|new(?:\s+ones?)?|(?:a\s+)?replacement|(?:en|ett|nagra|one|some)\s+(?:till|more)|another(?:\s+one)?)|"
    r"(?:maste|behover|borde|bor|ska|far)\s+(?:nog\s+)?(?:bytas|ersattas)(?:\s+ut)?|(?:byta?|byter|ersatta?|replace|swap)(?:\s+ut)?\s+(?:den|det|dem|dom|it|them)|"
    r"(?:has|have|needs?|must|should|ought)\s+(?:to\s+)?be\s+(?:replaced|changed|swapped)|needs?\s+replacing|"
    r"(?:gar|kan)\s+(?:inte|ej)\s+(?:att\s+)?(?:laga|repareras?|fixas?|lagas)|(?:can.?t|cannot|can\s+not)\s+be\s+(?:fixed|repaired|mended)|beyond\s+repair)"
)
_WANTS_NEW = re.compile(rf"^\W*{_AROUND_NEW}{_NEW}\b\W*(?:{_AROUND_NEW}{_NEW}\b\W*)*{_AROUND_NEW}$")
_ALL = re.compile(r"\b(?:allt|alltihop|alla|bada|bagge|everything|all|both)\b")


def is_agreement(text: str) -> bool:
    """Tell whether the whole of *text* only says that what was shown is right, or is to be sent: "mm det blir bra"."""
    if "?" in text or len(text.split()) > LONGEST_RIGHT:
        return False
    words = [token.folded for token in tokens_of(fold(text))]
    return (
        0 < len(words) <= LONGEST_RIGHT
        and all(word in _RIGHT or word in _AROUND_RIGHT for word in words)
        and any(word in _RIGHT for word in words)
    )


def beside_withdrawal(text: str, *, is_of_fault: bool) -> str | None:
    """Return what *text* says beside that something is needed no more, or None when it does not say that.

    Of a fault that also is that it works again. What is denied or asked ("funkar inte igen?") says no such thing.
    """
    folded = fold(text)
    over = _OVER.search(folded)
    if over is not None:
        return f"{text[: over.start()]} {text[over.end() :]}".strip(" ,.!")
    mended = _MENDED.search(folded) if is_of_fault else None
    beside = f"{folded[: mended.start()]} {folded[mended.end() :]}" if mended is not None else ""
    if mended is None or _STILL.search(beside):
        return None
    return "" if _POINTS_BACK.search(folded) else text


def asks_progress(text: str) -> bool:
    """Tell whether *text* asks how it goes or when somebody comes, of one thing and no list: "när kommer ni?"."""
    folded = fold(text)
    return _PROGRESS.match(folded) is not None and _MINE.search(folded) is None


def points_back(text: str) -> bool:
    """Tell whether *text* says "it" of what is spoken of, and so names nothing else by it."""
    return _POINTS_BACK.search(fold(text)) is not None


def asks_cost(text: str) -> bool:
    """Tell whether *text* asks what something costs."""
    return _COST.search(fold(text)) is not None


def asks_sooner(text: str) -> bool:
    """Tell whether the whole of *text* asks for an earlier or a later time and names none."""
    folded = fold(text)
    return _SOONER.search(folded) is not None and _ASKS_SOONER.match(folded) is not None


def is_haste(text: str) -> bool:
    """Tell whether the whole of *text* says that there is haste: "det är bråttom", "asap"."""
    return _HASTE.match(fold(text)) is not None


def shift_in(text: str) -> timedelta | None:
    """Return by how much "veckan efter", "kvällen innan" and "half an hour earlier" move a time, or None."""
    found = _SHIFT.search(fold(text))
    if found is None:
        return None
    number = int(number_of(found["number"]) or 1) if found["number"] else 1
    unit = found["unit"] or ""
    if found["half"] or found["quarter"]:
        by = timedelta(minutes=30 if found["half"] else 15)
    elif unit.startswith(("timm", "hour")):
        by = timedelta(hours=number)
    elif unit.startswith("min"):
        by = timedelta(minutes=number)
    else:
        by = timedelta(weeks=number) if unit.startswith(("veck", "week")) else timedelta(days=number)
    return -by if found["way"] in _EARLIER else by


def tells_more(text: str) -> bool:
    """Tell whether *text* goes on about what was broken: "vi får inte upp den", "ingen är fast"."""
    folded = fold(text)
    words = len(tokens_of(folded))
    is_telling = _TELLS_MORE.search(folded) is not None and _OF_SPEAKER.search(folded) is None
    return is_telling and "?" not in text and words >= FEWEST_TELLING


def wants_new(text: str) -> bool:
    """Tell whether the whole of *text* says that a new one is needed of what was shown: "behöver en ny"."""
    return _WANTS_NEW.match(fold(text)) is not None


def denies_harm(text: str) -> bool:
    """Tell whether *text* says that nobody is hurt or stuck."""
    return _NOBODY.match(fold(text)) is not None


def is_report(text: str) -> bool:
    """Tell whether the whole of *text* only says to report what was spoken of: "ja, felanmäl det"."""
    return _REPORTS.match(fold(text)) is not None


def right_place(text: str) -> str | None:
    """Return the place that "fel rum, det är sal 12" or "oops, I meant the hall" may name, as written; else None."""
    found = _WRONG_PLACE.match(fold(text))
    return None if found is None else text[found.start("place") : found.end("place")].strip()


def is_wrong_place(text: str) -> bool:
    """Tell whether *text* itself says that the place was wrong."""
    found = _WRONG_PLACE.match(fold(text))
    return found is not None and found["is_said"] is not None


def said_of_thing(text: str) -> tuple[str, str] | None:
    """Return the stem of the thing and where it is to be: "whiteboarden ska vara i sal 14"; None for anything else."""
    found = _IS_TO_BE.match(fold(text))
    return None if found is None else (stem_of(found["noun"]), text[found.start("value") :])


def bare_value(text: str) -> str:
    """Return *text* without the words around a value: "kan det bli på torsdag istället?" is "torsdag"."""
    folded = fold(text)
    begins = _LEAD_OF_VALUE.match(folded)
    start = begins.end() if begins is not None else 0
    tail = _TAIL_OF_VALUE.search(folded, start)
    return text[start : tail.start() if tail is not None else len(text)].strip()


def may_be_value(words: Iterable[str]) -> bool:
    """Tell whether all of *words* are such as can stand around a mere value; most sentences have one that is not."""
    return all(word in _AROUND_VALUE for word in words)


def is_only_time(text: str, *, now: datetime) -> bool:
    """Tell whether *text* is a wanted time and nothing else; a mere question ("idag?") changes nothing."""
    if "?" in text and _ASKED.match(fold(text)) is None:
        return False
    folded = fold(bare_value(text))
    found = find_when(folded, now)
    tokens = tokens_of(folded)
    inside = [any(start <= each.start and each.end <= end for start, end in found.spans) for each in tokens]
    return found.when is not None and bool(tokens) and all(inside)


def denies_time(text: str, *, now: datetime) -> bool:
    """Tell whether *text* only says which time it is not to be: "inte fredag"."""
    lead = _NOT_THEN.match(fold(text))
    return lead is not None and "," not in text[lead.end() :] and is_only_time(text[lead.end() :], now=now)


def is_only_place(text: str, place: PlaceFound | None) -> bool:
    """Tell whether *text* is the *place* that was found in it and nothing else."""
    if place is None or "?" in text:
        return False
    bare = fold(bare_value(text))
    names = {fold(place.text), fold(place.kept)}
    if place.code is None:
        return bare in names
    stems = {" ".join(stem_of(token.folded) for token in tokens_of(name)) for name in names}
    return bare in names or " ".join(stem_of(token.folded) for token in tokens_of(bare)) in stems


def added_things(text: str) -> str | None:
    """Return what *text* wants as well, as written: "60 stolar också", "å handskar också", "10 bord 40 stolar"."""
    folded = fold(text)
    lead, tail = _ALSO_LEAD.match(folded), _ALSO_TAIL.search(folded)
    if "?" in text or not (_COUNTED_THINGS.match(folded) or lead or tail):
        return None
    begins, ends = lead.end() if lead else 0, tail.start() if tail else len(text)
    said = text[begins:ends].strip(" ,.!")
    return said if 0 < len(tokens_of(fold(said))) <= LONGEST_RIGHT else None


def counts_things(text: str) -> bool:
    """Tell whether the whole of *text* counts things: "10 bord 40 stolar"."""
    return _COUNTED_THINGS.match(fold(text)) is not None


def bare_count(text: str) -> int | None:
    """Return how many "make that 40", "det ska vara 50" and "fem st" want, or None."""
    found = _BARE_COUNT.match(fold(text))
    number = number_of(found["number"] or found["pieces"]) if found is not None else None
    return int(number) if number is not None else None


def left_out(text: str) -> str | None:
    """Return the stem of the thing that *text* wants taken away: "ta bort bokhyllorna"; None for anything else."""
    found = _LEAVES_OUT.match(fold(text))
    return None if found is None or _ALL.fullmatch(found["noun"]) else stem_of(found["noun"])


def names_all(text: str) -> bool:
    """Tell whether *text* speaks of all that was shown: "ställ in allt", "cancel both"."""
    return _ALL.search(fold(text)) is not None


def names_stem(text: str, stem: str) -> bool:
    """Tell whether some word of *text* has this *stem*."""
    return any(stem_of(token.folded) == stem for token in tokens_of(fold(text)))


def names_part_of(text: str, name: str) -> bool:
    """Tell whether a word of *text* is the beginning of a word of *name*: "städ" of "Akut städning"."""
    words = [token.folded for token in tokens_of(fold(name))]
    stems = [stem_of(token.folded) for token in tokens_of(fold(text)) if len(token.folded) >= FEWEST_LETTERS]
    return any(len(stem) >= FEWEST_LETTERS and word.startswith(stem) for stem in stems for word in words)


def shares_word(text: str, other: str) -> bool:
    """Tell whether both texts have a word of some length in common, whatever its ending."""
    stems = {stem_of(token.folded) for token in tokens_of(fold(other)) if len(token.folded) >= FEWEST_LETTERS}
    return any(
        len(token.folded) >= FEWEST_LETTERS and stem_of(token.folded) in stems for token in tokens_of(fold(text))
    )
