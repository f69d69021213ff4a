"""The small words of both languages that weigh differently from the words of the catalogue. Folded; data only."""

from dialogs.understanding import machine_words
from dialogs.understanding.wordsets import words_of

# Words that say nothing about what is wanted.
STOP = words_of("""
    och eller i pa av till fran med for som att det den de dem en ett ni vi jag du man han hon er oss mig dig sig
    vara var vart ar blir bli blev varit har hade ha kan kunde skulle ska skall vill ville behover behov behovs
    maste fa far nagon nagot nagra ngn om nar da sa hej hejsan tack snalla har dar ocksa aven just lite mer mycket
    alla allt hela vad hur vem vilken vilka mitt min mina sin sitt sina nu igen redan snart dag ju val everywhere
    kanske ber bor ut upp in ner vid under over efter fore innan mellan utanfor inne ute hos detta denna dessa overallt
    eftersom men samt a an the to of on at by for with from and or is are was were be been being am it its this that
    these those we you i he she they them our your my me us can could would should will shall need needs want wants
    have has had do does did please hi hello some any there here what how who which when then so very just also too
    more all if as into up out one two istallet instead hellre rather langre longer anymore feeling flagnar flagnat
    haft jobbar skrev rora skicka skickar send forra forrgar previous elev eleven elever eleverna elevens elevernas
""")
# They count only inside a whole phrase of the catalogue: "inte städat", "slut på papper".
NEGATORS = words_of("""
    inte ej ingen inget inga utan aldrig slut not no never out without doesn don isn
""")
# Said of anything; a tenth of a cue.
WEAK = words_of("""
    fixa fix ordna hjalp hjalpa help byt byta byte bytas bytt hamta hamtas ta tas gor gora gors goras satt satta
    stalla stall ga gar gatt komma kom kommer titta kolla se ny nya nytt gammal gamla old new make get take put come
    look go replace change bestall bestalla order boka book tjanst service services enkel enklare simple stor liten
    rum sal room plats place folk personal person personer manniskor besok extra vecka dag timme timmar tid house
    hus bra set check move lamna running still star stod tvatta tvattas tvattar wash washed washing work works
    working problem fel sak saker grej grejer start the stopp plan
    skola skolan school gang ganger std stycken st klass class varm kall flera many several ramlat fallit fell
    stannat trasig trasigt trasiga sonder broken fungerar funkar work works error saknas saknar missing slang slanga
    kasta throw away fyll fylla fylls fyllas pafyllning refill fill full
""")
# Everyday words, and the word of the catalogue that they stand for.
EVERYDAY = {
    "moppa": "stada", "moppas": "stada", "dammsuga": "stada", "dammsugas": "stada", "dammsug": "stada",
    "sopa": "stada", "hoover": "clean", "vacuum": "clean", "mop": "clean", "tidy": "clean", "sweep": "clean",
    "spya": "krak", "spy": "krak", "spytt": "krak", "spydde": "krak", "krakt": "krak", "kiss": "krak",
    "kissat": "krak", "bajs": "krak", "bajsat": "krak", "puke": "vomit", "puked": "vomit", "pee": "vomit",
    "spillts": "spill", "spilled": "spill", "spilt": "spill",
    "threw": "vomit", "vomited": "vomit", "splitter": "glas", "glassplitter": "glas", "spillde": "spill",
    "utspilld": "spill", "lyse": "belysning", "lyset": "belysning", "lampskarm": "lampa", "ljusror": "lysror",
    "spotlight": "lampa", "dasspapper": "toapapper", "muggpapper": "toapapper", "wcpapper": "toapapper",
    "tp": "toapapper", "torkpapper": "pappershanddukar", "handtvattmedel": "tval", "tvalen": "tval",
    "sanitizer": "sanitiser", "toiletpaper": "toalettpapper", "skrap": "sopor", "soptunna": "sopkarl",
    "soptunnor": "sopkarl", "soptunnorna": "sopkarl", "papperskorg": "sopor", "papperskorgar": "sopor",
    "papperskorgarna": "sopor", "grovsopor": "sopor", "grovsop": "sopor", "garbage": "rubbish", "trash": "rubbish",
    "litter": "rubbish", "bin": "bins", "package": "parcel", "packages": "parcel", "forsandelse": "paket",
    "halt": "halka", "hal": "halka", "hala": "halka", "isigt": "halka", "icy": "ice", "snoa": "sno", "snon": "sno",
    "snoigt": "sno", "skottas": "skotta", "snoskottning": "sno", "snorojning": "sno", "videokanon": "projektor",
    "kanon": "projektor", "beamer": "projector", "tv": "skarm", "mick": "mikrofon", "micken": "mikrofon",
    "mike": "microphone", "mic": "microphone", "loudspeaker": "speaker", "printa": "utskrift",
    "printas": "utskrift", "kopior": "kopiera", "copies": "copy", "photocopy": "copy", "skrivarpapper": "papper",
    "kopieringspapper": "kopiator", "toan": "toalett", "toaletten": "toalett", "hissjavel": "hiss",
    "pajat": "trasig", "sonder": "trasig", "paj": "trasig", "trasiga": "trasig", "smashed": "broken",
    "damaged": "broken", "ratta": "rattor", "mus": "moss", "mosse": "moss", "musen": "moss",
    "insekter": "skadedjur", "kackerlackor": "skadedjur", "getingar": "getingbo", "cockroaches": "pests",
    "mouse": "mice", "rat": "rats", "acklig": "smutsigt", "acklige": "smutsigt", "ackliga": "smutsigt",
    "skitigt": "smutsigt", "skitiga": "smutsigt", "ofrascht": "smutsigt", "ofrascha": "smutsigt",
    "grisigt": "smutsigt", "filthy": "dirty", "disgusting": "dirty", "smutsig": "smutsigt", "dammiga": "dammigt",
    "stinker": "luktar", "illaluktande": "luktar", "stinks": "smells", "isen": "is", "pulpet": "bankar",
    "pulpeter": "bankar", "skolbankar": "bankar", "skrivbord": "bord", "adventsljusstakar": "adventsstakar",
    "adventsljusstake": "adventsstakar", "laser": "las", "network": "internet", "natet": "internet",
    "laptop": "dator", "datorn": "dator", "nedklottrad": "klotter", "klottrat": "klotter", "nedklottrat": "klotter",
    "klottrad": "klotter", "krukvaxt": "krukvaxter", "blomma": "blommor", "rullstolen": "rullstol",
    "persienn": "skap", "persiennen": "skap", "persienner": "skap", "persiennerna": "skap",
    "blinds": "cupboard",
    "dorrstopp": "dorr", "dorrstoppet": "dorr", "dorrstoppare": "dorr",
    "granen": "julgran", "gran": "julgran", "flaggan": "flagga", "flaggning": "flagga", "vikarie": "ersattare",
    "flytthjalp": "flytt", "skjutsa": "transport", "leverera": "transport", "skjuts": "transport",
    "haftig": "haften", "pappren": "papper", "temperatur": "varme", "temperature": "heating", "kyla": "kallt",
    "kyligt": "kallt", "leaks": "leak", "burning": "fire", "frys": "fryser", "kylskap": "kylen", "spis": "kok",
    "vattenskada": "lacka", "vattenskadan": "lacka", "vattenskador": "lacka",
    "stulen": "stold", "stulet": "stold", "stulna": "stold", "rutan": "ruta", "carpets": "carpet",
    "curtain": "curtains",
}  # fmt: skip
SWEDISH = words_of("""
    och i pa av till fran med som att det den ett ni vi jag du ar har kan skulle ska vill behover nagon nagot inte
    for om nar imorgon idag varje ingen mitt min mina snalla tack hej finns blir var vad hur vem fore kl
""")
ENGLISH = words_of("""
    the to of at with from and is are was we you they it this that can could would should will need want have has my
    our please what how who when there not tomorrow today every out some any do does a an on
""")
# Practising for a fire is neither a fire nor a drill in a wall.
DRILLS = (
    r"\b(?:fire|evacuation|emergency)\s+(?:drills?|exercises?|practice|training)\b|"
    r"\b(?:brand|utrymnings|evakuerings)ovning(?:en|ar|arna)?\b"
)
# Something is wrong.
FAULTS = (
    r"\b(?:trasig\w*|sonder\w*|(?:funkar|fungerar|gar|startar|oppnar|stanger|lyser|spolar|rinner|"
    r"kommer)\s+(?:\w+\s+)?(?:inte|ej)|"
    r"har\s+(?:stannat|slutat|fastnat|gatt|rasat|lossnat|ramlat|krossats)|star\s+still|stannat|fastnat|"
    r"felanmal\w*|fel\s+pa|ligger\s+nere|(?:is|are)\s+down|hal\s+i|nagot\s+fel|gatt\s+(?:sonder|av|ur)|lack\w*|droppar|stopp\b|strul\w*|krangl\w*|"
    r"glappar|pajat?\b|"
    r"losa?\b|lossnat|skadat|skadad\w*|brinner|luktar|stinker|krossa\w*|uppbrut\w*|stromlost|ur\s+funktion|"
    r"tackt|igensatt|"
    r"problem\s+med|broken|not\s+work\w*|doesn.?t\s+\w+|does\s+not|won.?t\s+\w+|isn.?t\s+work\w*|leak\w*|stuck|"
    r"out\s+of\s+order|damaged|faulty|blocked|smells?|flooded|stopped|jam\w*|pappersstopp|smashed|fault|"
    r"report|kaputt|inte\s+\w+(?:ad|at|ats|d|t)\b)"
)
WISHES = (
    r"\b(?:kan\s+(?:ni|du|nagon|vi|man|jag)|kunde\s+(?:ni|du|nagon)|skulle|behover|behovs|vill|onskar|"
    r"ska\s+ha|maste|snalla|"
    r"bestall\w*|boka|ordna|fixa|hjalp\w*|byt\w?|can\s+(?:you|someone|somebody|we|i)|could|would|need\w*|want|please|"
    r"order|book|like)\b"
)
# Verbs that open a wish of its own after "och" / "and".
VERBS = words_of("""
    byt byta fyll fylla stada putsa laga laga hamta flytta tom tomma skotta sanda satt satta stall stalla moblera
    ordna fixa bestall bestalla bona polera skura koppla montera kopiera vattna kor kora lamna tvatta badda
    inventera mark marka skruva borra rengor rengora kolla kontrollera hang hanga ta kasta slang slanga ploga sopa
    moppa dammsug dammsuga reparera bara sanera bemanna las lasa oppna stang stanga skriv skriva skicka pynta flagga
    se ge boka torka plocka rigga duka diska transportera leverera aterbruk ronda replace change fill refill clean
    wash polish fix repair fetch move empty shovel put set arrange rearrange order book mount assemble copy print
    water drive deliver pick take remove check inspect lock open close bring carry hang water tidy vacuum mop
    decorate send behover vi kan skulle vill jag we can could i need please sen sedan dessutom also then
""")
# Somebody is hurt: whatever else the sentence wants comes after that.
HURT = (
    r"\b(?:bleeds?|bleeding|unconscious|collapsed|passed\s+out|not\s+breathing|broke\s+(?:his|her|their|an?)\s+"
    r"(?:leg|arm))\b|\b(?:is|are|was|got|gets|been|badly|seriously)\s+(?:hurt|wounded|stabbed)\b|"
    r"\b(?:bloder|medvetslos|avsvimmad|andas\s+inte)\b|\bskadat\s+sig\b|\bgjort\s+sig\s+illa\b"
)
HURT_STANDS_FOR = "skadat sig dangerous injured somebody may get hurt"
_SOUNDS = (
    r"(?:tjuter|tjot|tutar|ljuder|ringer|ringde|gar|gick|gatt|piper|pep|pipit|later|lat|skriker|blinkar|utlost\w*)"
)
_LACKS = r"(?:fyll\w*\s+pa|saknar|saknas|fattas|utan|inget|behover|behovs|slut\s+pa|no|without|needs?|missing|lacks?)"
_TOILET = r"\w*(?:toa|wc|dass|mugg|toilet|restroom|bathroom|loo)"
# With how long and when, and nothing more: whatever else stands there says what for.
_A_CARETAKER = (
    r"(?:\w+\s+(?:hours?|timm\w*)\s+(?:of\s+|av\s+|med\s+)?)?(?:(?:en|vara?n?|the|a|our)\s+)?"
    r"(?:vaktmastar\w*|caretaker|janitor)"
    # No word of these can be read twice, or many of them would take for ever.
    r"(?:\s+(?>(?:komma|forbi|hit|come|by|round|i|pa|till|kl|vid|for|from|at|on|to|the|nasta|next|this|nu|now|asap|"
    r"tonight|tomorrow|morning|afternoon|forst|sa|fort|som|mojligt|[a-z]*(?:dag|dagen|morgon|kvall)|[a-z]+day|"
    r"vecka|week|v|timm\w*|hours?|h|min\w*|en|ett|halv|halvtimme|tva|tre|fyra|fem|sex|two|three|four|five|"
    r"[0-9][0-9:.-]*)\b))*+\W*$"
)
# Ways of saying, and the words of the catalogue that they stand for.
PHRASES = (
    # Whoever stands before a locked door needs somebody with the key.
    (
        (
            r"\b(?:kommer|kan|slipper)\s+(?:\w+\s+)?inte\s+(?:komma\s+)?in\s+(?:i|pa|till|genom)\s+(?!natet\b|internet\b|datorn\b|systemet\b)|"
            r"\b(?:can.?t|cannot|unable\s+to)\s+(?:get|come)\s+in(?:to|\s+through)\s+(?!the\s+(?:system|computer|network)\b)"
        ),
        "last ute",
    ),
    # Whoever smells gas is not complaining of the cleaning either: out, and 112.
    (
        (
            r"\bgas(?:ol)?(?:lack\w*|lakt\w*|lukt\w*)\b|\bluktar\s+(?:\w+\s+){0,2}gas(?:ol)?\b|\b(?:lukt|doft)\s+av\s+gas\b|"
            r"\bgas(?:en)?\s+(?:som\s+)?(?:lacker|lukt\w*|leak\w*|smell\w*)\b|\b(?:smell\w*|leak\w*)\s+(?:\w+\s+){0,2}gas\b"
        ),
        "brandlarm brinner fire alarm",
    ),
    (
        r"\btork\w*\s+(?:av|upp)\b|\b(?:wip\w*|mop\w*)\s+(?:\w+\s+){0,2}up\b|\bspill(?:t|ts|de|des|ed)\b|\b(?:runnit|hallt|lackt)\s+ut\b",
        "akut stad spill",
    ),
    (
        r"\b(?:krak|krakt|krakts|kraks|spy|spya|spytt|spydde|kiss|kissat|bajs|bajsat|blod|vomit\w*|puked?|thr(?:ew|own|owing)\s+up|blood|pee)\b",
        "akut stad",
    ),
    (
        # The Swedish "stolen" is the chair: the English word needs its verb beside it.
        (
            r"\b(?:stulit|stulen|stulna|stulet|snott)\b|\b(?:been|was|were|is|are|got|have|has|had|someone|"
            r"somebody|they)\s+(?:just\s+)?stolen\b|\bstolen\s+(?:last|yesterday|from)\b"
        ),
        "inbrott",
    ),
    (r"\bhaller\s+(?:inte|ej)\b", "trasig"),
    (
        (
            rf"\b(?:larm(?:et|en)?|brandvarnar\w*|rokdetektor\w*)\s+(?:\w+\s+){{0,3}}{_SOUNDS}\b|"
            rf"\b{_SOUNDS}\s+(?:\w+\s+){{0,3}}(?:larmet|larm|brandvarnar\w*)\b"
        ),
        "brandlarm",
    ),
    (
        (
            r"\b(?:alarms?|smoke\s+detectors?)(?:.s)?\s+(?:(?:is|are|has|have|just|keeps?|started|was|constantly)\s+)*"
            r"(?:(?:going|gone|went|goes)\s+off|r[iau]ng\w*|beep\w*|bleep\w*|chirp\w*|sound\w*|blar\w*|wail\w*|flash\w*)"
        ),
        "fire alarm",
    ),
    (
        (
            r"\b(?:satt|satta|sattas|stall|stalla|put|set)\s+(?:upp|fram|ut|up|out)\s+(?:\w+\s+){0,2}"
            r"(?:stol\w*|bord\w*|bank\w*|chairs?|tables?|benches)\b"
        ),
        "moblera stolar set up the room chairs",
    ),
    # A window that won't close is none to be cleaned.
    (
        (
            r"\b(?:fonst|grind|port(?:en|ar)|dorr)\w*\b.*\b(?:gar|kan|vill)\s+(?:inte|ej)\s+(?:att\s+)?(?:stang\w*|oppn\w*|las\w*|igen|upp)|"
            r"\b(?:windows?|gates?)\b.*\b(?:won.?t|can.?t|cannot|does\s*n.?t)\s+(?:be\s+)?(?:close\w*|open\w*|shut|lock\w*)"
        ),
        "dorr las gar inte i las door lock does not",
    ),
    (
        # Nothing but that somebody is to come: what a caretaker does is offered.
        (
            r"^\W*(?:(?:kan|could|can)\s+(?:ni|du|you)\s+)?(?:skicka|send)\s+(?:hit\s+|upp\s+)?(?:(?:en|a|the|er)\s+)?"
            r"(?:vaktmastare\w*|nagon|somebody|someone|caretaker|janitor)(?:\s+(?:till|to|hit|here)\b[^,.]{0,40})?\W*$|"
            rf"\b(?:boka\w*|bestall\w*|behover|onskar|hyra?|vill\s+ha|book|order|need|want|like|get)\s+{_A_CARETAKER}|"
            rf"\b(?:kan|kunde|skulle|can|could)\s+{_A_CARETAKER}"
        ),
        "laga montera moblera",
    ),
    # "Papper" alone is what is copied on.
    (
        (
            rf"\b{_LACKS}\s+(?:mer\s+|any\s+)?(?:papp\w*|paper)\b.*\b{_TOILET}|\b{_TOILET}\w*\b.*\b{_LACKS}\s+(?:papp\w*|paper)\b|"
            rf"\b(?:papp\w*|paper)\s+(?:saknas|fattas|(?:ar\s+)?slut|is\s+(?:missing|out))\b.*\b{_TOILET}"
        ),
        "slut pa toapapper",
    ),
    (r"\b(?:wobbl\w*|wonky|vingl\w*|ostadig\w*)\b", "trasig stol broken chair laga"),
    # A printer that is jammed or broken copies nothing; one without paper wants some.
    (machine_words.PRINTER_FAULT, "pappersstopp felkod skrivaren fungerar inte paper jam error code"),
    (
        (
            rf"\b{machine_words.PRINTER}\w*\b.*\b(?:slut\s+pa\s+papper|pappret?\s+(?:ar\s+)?slut|utan\s+papper|(?:out\s+of|no|needs?|wants)\s+paper|"
            rf"behover\s+(?:mer\s+)?papper)|\b(?:papp\w*\s+(?:ar\s+)?slut|slut\s+pa\s+papper|no\s+paper|out\s+of\s+paper)\s+(?:i|in|till|pa)\s+(?:the\s+)?{machine_words.PRINTER}|"
            rf"\b(?:fyll\w*|refill|fill|put|lagg)\s+(?:\w+\s+){{0,2}}pap(?:p\w*|er)\s+(?:i|in|till|pa)\s+(?:the\s+)?{machine_words.PRINTER}"
        ),
        "papper till kopiatorn copier paper kopiering",
    ),
    # A window that is cracked is none to be cleaned, and glasses that are wanted are none to be swept up.
    (
        (
            r"\b(?:fonst\w*|rut(?:a|an|or|orna))\b.*\b(?:spruck\w*|sprack\w*|sprick\w*)|"
            r"\b(?:window|pane)s?\b.*\bcrack\w*|\b(?:spruck\w*|sprick\w*|crack\w*)\s+(?:\w+\s+){0,2}(?:fonst\w*|ruta\w*|window\w*|pane\w*)"
        ),
        "krossat fonster trasig ruta broken window",
    ),
    (
        (
            r"\b(?:behover|vill\s+ha|onskar|need|want)\s+(?:\w+\s+){0,2}(?:glas|glasses|muggar|koppar|cups)\b.*"
            r"\b(?:mote\w*|fika\w*|lunch\w*|middag\w*|konferens\w*|meeting\w*)"
        ),
        "mote konferens fika meeting conference",
    ),
    # Glass on a floor is a mess that cuts, and no care of the floor.
    (
        (
            r"\b(?:glas\w*|splitter|skarvor|shards?)\b.*\b(?:golv\w*|floor|overallt|everywhere|all\s+over|ground)\b|"
            r"\b(?:all\s+over|pa\s+golvet|on\s+the\s+floor)\b.*\b(?:glas\w*|splitter|shards?)\b"
        ),
        "akut stad glas spill broken glass",
    ),
    # Who finds that the cleaning was bad complains of it, and orders none.
    (
        (
            r"\bstad(?:ning\w*|at|ats|ningen)?\b.*\b(?:kass\w*|dalig\w*|daligt|usel\w*|uselt|slarv\w*|undermalig\w*|bedrovlig\w*|"
            r"inte\s+(?:sa\s+)?(?:bra|gott|rent))\b|\b(?:kass|dalig|usel|slarvig)\s+stadning\w*|"
            r"\bclean\w*\b.*\b(?:was|is|were)\s+(?:\w+\s+)?(?:bad|poor\w*|terrible|awful|sloppy|lousy|rubbish|not\s+(?:good|clean))\b|"
            r"\b(?:bad|poor|terrible|sloppy)\s+cleaning\b"
        ),
        "daligt stadat smutsigt badly cleaned dirty",
    ),
    # Of what stands in a kitchen the list knows the fridge; the rest is for the same people.
    (
        rf"\b{machine_words.KITCHEN_MACHINE}\w*\b.*\b{machine_words.TROUBLE}\b|\b(?:trasig|broken)\s+{machine_words.KITCHEN_MACHINE}",
        "maten kylen i koket kitchen fridge food",
    ),
    (
        r"\b(?:sop|papperskorg|karl|bin|avfall|matavfall)\w*\b.*\b(?:full|fulla|fullt|overfull\w*|svammar|overflow\w*|(?:inte|ej)\s+hamta\w*)\b",
        "sopor sopkarl rubbish bins",
    ),
    (
        r"\b(?:dusch|toalett|toan|wc|cistern|shower|toilet)\w*\s+(?:\w+\s+){0,3}(?:rinner|droppar|running|runs)\b.*\b(?:hela\s+tiden|konstant|all\s+the\s+time|constantly)\b",
        "avlopp toalett blocked drain",
    ),
    (
        r"\bvarmvatt\w*|\bhot\s+water\b|\b(?:inget|inte\s+nagot)\s+varmt\s+vatten\b|\bvattnet\s+blir\s+(?:inte|aldrig)\s+varmt\b",
        "varme element radiator heating",
    ),
    (
        r"\bbro(?:ke|ken)\s+into\b(?!\s+(?:pieces|bits|two|parts))|\b(?:somebody|someone|they|thieves)\s+broke\s+in\b|\b(?:brutit|brot|bryter)\s+sig\s+in\b",
        "inbrott inbrutet break-in burglary",
    ),
    # A broken bed is none to be made.
    (
        (
            r"\b(?:sang(?:en|ar|arna)?|rullstol\w*|beds?|wheelchairs?)\b.*\b(?:trasig\w*|sonder|(?:gar|funkar|fungerar|kan)\s+"
            r"(?:inte|ej)|broken?|won.?t|does\s*n.?t|can.?t|stuck)\b|\b(?:trasig\w*|broken)\s+(?:sang|rullstol|bed|wheelchair)\w*"
        ),
        "trasig stol broken chair laga",
    ),
    (r"\bset\s*-?up\b", "set up the room"),
    # Whoever smells smoke is not complaining of the cleaning.
    (r"\b(?:rok|roken|roklukt\w*|brandlukt\w*|brandrok\w*)\b|\bluktar\s+brant\b", "luktar brant gnistor"),
    (
        r"\bsmok(?:e|y)\b|\b(?:is|are|started|starts)\s+smoking\b|\bsmells?\s+(?:of\s+)?burn\w*|\bburn\w*\s+smell",
        "fire alarm",
    ),
    (
        (
            r"\bwater\s+(?:is\s+|are\s+|comes\s+|coming\s+|keeps\s+)*(?:everywhere|all\s+over|run\w*|flow\w*|spray\w*|leak\w*|drip\w*|pour\w*|gush\w*|stream\w*|coming\s+in|through|down)|"
            r"\bpouring\s+(?:in|from|through|out|down)\b|\bburst\s+pipe\w*|\bpipes?\s+(?:has\s+|have\s+)?burst\b"
        ),
        "water leak leaking flood",
    ),
    (HURT, HURT_STANDS_FOR),
    (
        r"\b(?:clean|wash|polish)(?:ed|ing)?\s+(?:\w+\s+){0,3}windows?\b|\bwindows?\s+(?:\w+\s+){0,2}(?:cleaned|washed)\b",
        "fonsterputs cleaning",
    ),
    (
        (
            r"\b(?:flytta\w*|bar|bara|move|moving|carry)\s+(?:\w+\s+){0,3}"
            r"(?:soff\w*|matt\w*|gardin\w*|sofas?|rugs?|carpets?|curtains?)\b"
        ),
        "flytt barhjalp boxes",
    ),
    (
        (
            r"\b(?:nagon|elev\w*|barn\w*|larare\w*|personal\w*|besokare\w*|kollega\w*|hon|han|jag|vikarie\w*|"
            r"boende\w*|someone|somebody|child|pupil|student|teacher|colleague|kid|visitor|"
            r"resident)\s+(?:har\s+|has\s+|just\s+|precis\s+)*(?:ramlat|ramlade|fallit|foll|halkat|halkade|"
            r"svimmat|skadad|fell|fallen|slipped|fainted|tripped|snubblat)\b"
        ),
        "skadat sig",
    ),
    (
        (
            r"\b(?:strommen|proppen|proppar|elen|sakringen)\b.*\b(?:gatt|gick|gar|borta|forsvann|bort|slog|ur|utslagen)\b|\b(?:ingen|"
            r"utan)\s+(?:strom|el)\b"
        ),
        "stromlost",
    ),
    (
        r"\bno\s+(?:power|electricity)\b|\b(?:power|electricity)\s+(?:is\s+|has\s+|went\s+|goes\s+|just\s+)*(?:out|gone|off|down|went)\b|\bpower\s*outage\b",
        "power cut",
    ),
    (
        (
            r"\b(?:spolar|rinner)\s+(?:inte|ej)\b|\bgar\s+inte\s+att\s+spola\b|\b(?:igentappt|tilltappt|"
            r"stopp\s+i)\b"
        ),
        "stopp avlopp",
    ),
    (r"\bwon.?t\s+(?:flush|drain)\b|\bdoes\s*n.?t\s+(?:flush|drain)\b|\bclogged\b", "blocked drain"),
    (
        (
            r"\b(?:kran|ror|tak|vatten|vattnet|handfat|tvattstall|diskho)\w*\s+(?:i\s+\w+\s+)?(?:\w+\s+|star\s+och\s+)?"
            r"(?:droppar|lacker|rinner|forsar|sprutar|strommar|svammar)\b(?!\s+inte)"
        ),
        "lacker",
    ),
    (
        (
            r"\b(?:rinner|forsar|sprutar|strommar|droppar|svammar)\s+"
            r"(?:(?:(?:ner|ut|in|fram|ned|massa|mycket|en\s+massa)\s+)?vatten\b|(?:hela\s+tiden\s+|konstant\s+)?"
            r"(?:i|fran|ur|under)\s+(?:\w+\s+)?(?:handfat|tvattstall|vask|diskho|kran(?!s)|badkar|dusch))|"
            # What runs out of a radiator is water, and no want of warmth.
            r"\b(?:radiator|element)\w*\s+(?:(?!inte\b|not\b)\w+\s+)?(?:lack\w*|dropp\w*|leak\w*|drip\w*)\b(?!\s+inte)|"
            r"\b(?:lack\w*|dropp\w*|leak\w*|drip\w*)\s+(?:fran|ur|i|from|in)\s+(?:the\s+|ett\s+)?(?:radiator|element)"
        ),
        "lacker vatten pa golvet",
    ),
    (r"\b(?:lyser|tands|tander)\s+(?:inte|ej)\b|\bslocknat\b|\bslocknar\b|\bflimrar\b", "lampa blinkar"),
    (r"\b(?:las|lasa|oppna)\s+upp\b|\bunlock\b", "last ute"),
    (r"\b(?:[0-9]|1[0-8])\s*(?:grader|degrees|°)", "kallt"),
    (r"\b(?:hang|hanga|hangs|hangas|hanging)\b", "montera mount"),
    (
        (
            r"\b(?:nobody|no\s*one|has\s*n.?t\s+been|have\s*n.?t|was\s*n.?t|was\s+not|never|"
            r"hasnt)\s+(?:\w+\s+){0,2}clean\w*"
        ),
        "not cleaned",
    ),
    (
        r"\b(?:slang|kasta|hamta|forsla|throw|pick|collect)\w*\s+(?:bort\s+|ut\s+|away\s+|out\s+|up\s+)?(?:\w+\s+){0,2}(?:gam(?:la|mal|malt)|old)\b",
        "gamla mobler",
    ),
    (
        (
            r"\b(?:trasig\w*|sonder|(?:funkar|fungerar|startar|svarar|gar)\s+(?:inte|ej)|strular|kranglar|pajat|"
            r"ur\s+funktion)\b"
        ),
        "fungerar inte gar inte",
    ),
    (
        (
            r"\b(?:broken|not\s+work\w*|doesn.?t\s+work|out\s+of\s+order|won.?t\s+(?:start|print|close|lock|"
            r"open))\b"
        ),
        "does not work",
    ),
)
