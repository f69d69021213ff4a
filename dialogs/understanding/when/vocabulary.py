"""The words of time, folded, in Swedish and English. Data only."""

from datetime import time

WEEKDAYS = {
    "mandag": 0, "monday": 0, "tisdag": 1, "tuesday": 1, "onsdag": 2, "wednesday": 2, "torsdag": 3, "thursday": 3,
    "fredag": 4, "friday": 4, "lordag": 5, "saturday": 5, "sondag": 6, "sunday": 6,
    "tis": 1, "ons": 2, "tors": 3, "fre": 4, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3,
    "weds": 2, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
FULL_WEEKDAYS = tuple(word for word in WEEKDAYS if len(word) > len("thurs"))
MONTHS = {
    "januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "feb": 2, "mars": 3, "march": 3, "april": 4,
    "apr": 4, "maj": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7, "augusti": 8,
    "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
# Months that can stand alone: "jul" is Christmas, "may" and "march" are verbs.
LONE_MONTHS = tuple(
    month for month in MONTHS if len(month) > len("sept") or month in {"mars", "maj", "juni", "juli", "june", "july"}
)
FEASTS = {
    "julafton": (12, 24), "julhelgen": (12, 24), "jul": (12, 24), "julen": (12, 24), "christmas eve": (12, 24),
    "christmas": (12, 24), "xmas": (12, 24), "juldagen": (12, 25), "nyarsafton": (12, 31), "nyar": (12, 31),
    "new year's eve": (12, 31), "new year": (12, 31), "nyarsdagen": (1, 1), "lucia": (12, 13), "nationaldagen": (6, 6),
    "valborg": (4, 30), "valborgsmassoafton": (4, 30), "forsta maj": (5, 1),
}  # fmt: skip
# Days from Easter Sunday.
EASTER_FEASTS = {
    "skartorsdagen": -3, "skartorsdag": -3, "langfredagen": -2, "langfredag": -2, "good friday": -2, "paskafton": -1,
    "easter saturday": -1, "easter eve": -1, "paskdagen": 0, "paskdag": 0, "easter sunday": 0, "easter day": 0,
    "annandag pask": 1, "easter monday": 1, "kristi himmelsfardsdag": 39,
}  # fmt: skip
# All of them together: Good Friday to Easter Monday.
EASTERS = ("pasken", "pask", "paskhelgen", "paskhelg", "easter weekend", "easter")
MIDSUMMER = ("midsommarafton", "midsommaren", "midsommar", "midsummer eve", "midsummer")

NEAR_DAYS = {
    "i overmorgon": 2, "overmorgon": 2, "day after tomorrow": 2, "imorgon": 1, "i morgon": 1, "imorron": 1,
    "i morron": 1, "imorrn": 1, "imorn": 1, "i morrn": 1, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1,
    "tmrw": 1, "idag": 0, "i dag": 0, "today": 0,
}  # fmt: skip
# A part of today, said in one word.
TODAYS_PARTS = {
    "i kvall": "evening", "ikvall": "evening", "tonight": "evening", "this evening": "evening",
    "i eftermiddag": "afternoon", "this afternoon": "afternoon", "i formiddag": "forenoon", "i natt": "night",
    "inatt": "night", "this morning": "forenoon",
}  # fmt: skip
PARTS = {
    "pa morgonen": "morning", "morgonen": "morning", "morgon": "morning", "morning": "morning", "bitti": "morning",
    "pa formiddagen": "forenoon", "formiddagen": "forenoon", "formiddag": "forenoon", "forenoon": "forenoon",
    "fm": "forenoon", "pa eftermiddagen": "afternoon", "eftermiddagen": "afternoon", "eftermiddag": "afternoon",
    "afternoon": "afternoon", "em": "afternoon", "pa kvallen": "evening", "kvallen": "evening", "kvall": "evening",
    "morgnarna": "morning", "morgnar": "morning", "mornings": "morning", "formiddagarna": "forenoon",
    "formiddagar": "forenoon", "eftermiddagarna": "afternoon", "eftermiddagar": "afternoon", "afternoons": "afternoon",
    "kvallarna": "evening", "kvallar": "evening", "evenings": "evening",
    "evening": "evening", "natten": "night", "natt": "night", "night": "night", "lunchtid": "lunch",
    "lunchtime": "lunch", "pa lunchen": "lunch", "at lunch": "lunch",
}  # fmt: skip
PART_HOURS = {
    "morning": (time(7), time(9)),
    "forenoon": (time(8), time(12)),
    "afternoon": (time(12), time(16)),
    "evening": (time(17), time(21)),
    "night": (time(21), time(23, 59)),
    "lunch": (time(11), time(13)),
}
PAST = (
    r"i ?gar|i ?forrgar|(?:i )?(?:man|tis|ons|tors|fre|lor|son)dags|(?:i )?forra (?:veckan|manaden|\w+dagen)|"
    r"(?:nu )?i ?morse|yesterday|last (?:night|week(?!\s+(?:of|in)\b)|month|\w+day)|the day before yesterday|"
    r"for (?:\w+ )?(?:timmar|dagar|veckor) sedan|(?:hours|days|weeks) ago"
)
# Times that everybody knows and nobody can date: they are asked about.
SEASONS = (
    r"(?:i|till|under|over|innan|fore|efter|pa) (?:sommar|vinter|host)(?:en)?|(?:i|till|under) (?:varen|var(?=\W*$))|"
    r"(?:sommar|host|jul|sport|pask|vinter|skol|krist\w*)\w*lov(?:et|en)?|(?:host|var)?termin(?:en|sstart\w*|sslut\w*)?|"
    r"(?:pa |under |i )lov(?:et|en)|(?:nasta )studiedag(?:en|arna)?|skol(?:start|avslutning)\w*|"
    r"(?:in|during|over|before|after|this|next) (?:the )?(?:summer|autumn|winter|spring|term)(?! clean\w*)\b|"
    r"(?:summer|autumn|winter|spring|easter|school|christmas|half-?term) (?:break|holidays?|vacation)|half-?term|"
    r"nagon gang|sometime|nagon dag|some day|vid tillfalle|framover|later on"
)
AS_SOON = (
    r"(?:sa )?(?:snart|fort|snabbt|kvickt) (?:som|ni|du|det) (?:mojligt|bara (?:gar|kan)|kan|gar)|snarast(?: mojligt)?|"
    r"omgaende|omedelbart|genast|med (?:en gang|detsamma)|nu direkt|direkt nu|nu genast|brattom|bradskande|"
    r"bradskar|det ar akut|akut|asap|right (?:away|now)|straight away|immediately|urgent(?:ly)?|at once|"
    r"as (?:soon|quickly|fast) as (?:possible|you can)|(?:kom|komma|hit) nu|direkt(?=\W*$)|nu(?=\W*$)"
)
# What makes a time a deadline, an open start, or the first half of a range. English "to" is no deadline: "move to".
BEFORE = (
    r"inte senare an|no later than|not later than|allra senast|senast|fore|innan|tills|"
    r"till och med|t\.? ?o\.? ?m\.?|fram till|till|before|by|until|till|latest"
)
AFTER = r"fran och med|fr\.? ?o\.? ?m\.?|med start|starting|tidigast|earliest|fran|efter|from|after|as of|fr"
SINCE = r"sedan|since|efter att|alltsedan"
WITHIN = r"inom|within"
AHEAD = r"om|in"
# Words that may stand between such a word and its time.
FILLERS = r"(?:(?:kl|klockan|pa|den|det|nu|at|on|the|this|senast|sent|cirka|ca|runt|redan)\.?\s+)*"
UNITS_AHEAD = {
    "minut": "minutes", "min": "minutes", "minute": "minutes", "timm": "hours", "timme": "hours", "hour": "hours",
    "dag": "days", "day": "days", "dygn": "days", "veck": "weeks", "vecka": "weeks", "week": "weeks",
    "manad": "months", "month": "months",
}  # fmt: skip
# Words that may follow a bare hour ("före 8 på fredag"); any other makes the figure a number of things.
AFTER_HOUR = (
    r"(?=\s*(?:$|[.,;:!?)]|(?:i|pa|vid|utanfor|helst|hellre|garna|istallet|instead|thanks|imorgon|imorron|idag|om|den|nu|och|tack|so|sa|please|tomorrow|today|on|"
    r"in|at|and|behover|kan|ska|vill|we|med|with|for|till|to|samt|hos|eller|or|man|tis|ons|tors|fre|lor|son|mon|tues?|"
    r"weds?|thurs?|fri|sat|sun|(?:man|tis|ons|tors|fre|lor|son)dag\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*)\b))"
)
WORKDAYS = "MO,TU,WE,TH,FR"
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
