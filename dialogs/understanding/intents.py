"""What a sentence wants of the desk, as tables of folded patterns. Data, and the one way they are read."""

import re
from dataclasses import dataclass

from dialogs.understanding.values import Intent

# A sentence that is nothing but this. Politeness around it is stripped before.
_WHOLE: tuple[tuple[Intent, str], ...] = (
    (
        Intent.THANKS,
        (
            r"(?:stort|tusen|jatte|manga|ok|okej|super|perfekt|toppen|bra|underbart)?\s*tack(?:ar|"
            r"\s+(?:sa\s+(?:mycket|jatte\w+)|for\s+(?:hjalpen|det|allt|snabb\w*\s*\w*)|ska\s+(?:du|ni)\s+ha|"
            r"som\s+tusan))*|tackar|thanks?(?:\s+(?:a\s+lot|so\s+much|you|for\s+(?:the|your)\s+help))*|"
            r"thank\s+you(?:\s+(?:very|so)\s+much)?|thx|many\s+thanks|cheers|(?:ok\s+)?(?:toppen|perfekt|super|"
            r"great|perfect|wonderful|jattebra|underbart|fint)"
        ),
    ),
    (
        Intent.ACCEPT,
        (
            r"ja|japp|jajamensan|jo|javisst|jadå|jada|visst|absolut|okej|ok|okey|oki|garna|sjalvklart|"
            r"ja\s+(?:garna|tack|det\s+(?:gar\s+bra|kan\s+jag))|det\s+gar\s+bra|accepterar?|yes|yep|yeah|yup|sure|"
            r"of\s+course|accept|ok(?:ay)?\s+(?:then|fine)|okay|fine|jag\s+accepterar|i\s+accept|klart|"
            r"kor(?:\s+pa)?"
        ),
    ),
    (
        Intent.DECLINE,
        (
            r"nej|nejda|na|nae|nepp|no|nope|nej\s+(?:tack|slapp|det\s+gar\s+inte|kan\s+inte)|no\s+(?:thanks|"
            r"thank\s+you|sorry|way)|slapp(?:\s+(?:det|den))?|drop(?:\s+it)?|nej\s+\w+|tackar\s+nej|decline|"
            r"i\s+decline|pass|inte\s+jag|not\s+me"
        ),
    ),
    (
        Intent.ORDER,
        (
            r"bestall(?:\s+(?:den|det|nu|detta))?|(?:jag\s+vill\s+|ja\s+)?bestall[ae]?|order(?:\s+(?:it|now|"
            r"this))?|place\s+(?:the\s+)?order|lagg\s+(?:bestallningen|ordern)|ja\s+bestall|(?:ny|ny[a]|gora\s+en|"
            r"gor\s+en|lagga\s+en)\s+bestallning|new\s+order"
        ),
    ),
    (Intent.ACCEPT, r"[👍✅🆗👌]+"),
    (Intent.DECLINE, r"[👎🚫❌]+"),
    (
        Intent.THANKS,
        (
            r"[🙏❤😊🙂😀🎉💐🌸]+|(?:bra|jatte\s*bra|snyggt|riktigt\s+bra)\s+jobba\w*|(?:great|good|nice)\s+(?:job|work)|"
            r"well\s+done|mycket\s+nojd"
        ),
    ),
    (Intent.FINISH, r"klar(?:t|a)?(?:\s+nu)?|fardig(?:t)?|done|finished|all\s+done|completed?|avsluta(?:t|d)?"),
    (
        Intent.START,
        (
            r"(?:start(?:a|ar|ad|at)?|borja(?:r|t)?|paborja(?:r|t)?|begin|starting|started)(?:\s+(?:nu|now|"
            r"uppdraget|jobbet|arbetet|it|work|the\s+job))*|(?:jag\s+)?(?:ar|nu)\s+(?:pa\s+plats|framme)|"
            r"i.?m\s+here"
        ),
    ),
    (
        Intent.PAUSE,
        (
            r"paus(?:a|ar|ad|at)?(?:\s+(?:nu|uppdraget|jobbet|arbetet|now|it|the\s+job))*|(?:tar|"
            r"ta)\s+(?:en\s+)?(?:paus|rast)|(?:take|taking)\s+a\s+break|pausing|break"
        ),
    ),
    (
        Intent.REOPEN,
        r"oppna(?:\s+(?:den|det|arendet))?\s+igen|ateroppna|reopen(?:\s+(?:it|this))?|open\s+(?:it\s+)?again",
    ),
    (
        Intent.READ,
        (
            r"(?:jag\s+har\s+)?last(?:\s+(?:och\s+forstatt|det|den|informationen|nu|klart))*|kvitterar?|"
            r"(?:i\s+have\s+|i.?ve\s+)?read(?:\s+(?:it|this|and\s+understood))*|uppfattat|noted|got\s+it|"
            r"markera\s+som\s+last|mark\s+as\s+read"
        ),
    ),
    (
        Intent.HELP,
        (
            r"hjalp(?:\s+mig)?|help(?:\s+me)?|\?+|hej+|hejsan|tja(?:na|ba)?|tjena(?:re)?|hallo|hello|hi|hey|"
            r"god\s*(?:morgon|dag|kvall)|good\s+(?:morning|afternoon|evening)|meny|menu|start(?:sida)?|kommandon|"
            r"commands|info|halla|vem\s+ar\s+du|vad\s+heter\s+du|who\s+are\s+you|what.?s\s+your\s+name"
        ),
    ),
    (
        Intent.CANCEL,
        (
            r"avbryt|angra|avboka|avbestall|cancel|glom\s+det|strunta\s+i\s+det|undo|forget\s+it|never\s*mind|"
            r"ta\s+bort"
        ),
    ),
    (Intent.APPROVE, r"godkann(?:er|t|d|s)?|approved?|jag\s+godkanner|ja\s+godkann"),
    (Intent.REJECT, r"avsla(?:r|s)?|avslag|neka(?:s|r|d)?|reject(?:ed)?|deny|avvisa(?:r|s)?|avbojer"),
    (Intent.SNOOZE, r"senare|snooz[ae]|later|inte\s+nu|not\s+now|paminn(?:\s+mig)?|remind\s+me"),
    (Intent.HANDOVER, r"(?:lamna|over)\s*(?:over|lamna)|hand\s*over|overlat"),
    (
        Intent.LANGUAGE,
        (
            r"(?:pa\s+)?(?:svenska|engelska|swedish|english|in\s+(?:swedish|english))(?:\s+(?:tack|please))?|"
            r"sprak|language"
        ),
    ),
    (
        Intent.CATALOGUE,
        (
            r"(?:tjanste)?katalog(?:en)?|tjanster(?:na)?|services|catalog(?:ue)?|(?:pris(?:er|lista|listan)|"
            r"prices?(?:\s+list)?|utbud|sortiment)"
        ),
    ),
    (Intent.STATUS, r"status|arenden(?:a)?|bestallningar(?:na)?|requests|orders|mina|historik|history"),
    (Intent.ASSIGNMENTS, r"uppdrag(?:en)?|schema(?:t)?|assignments?|jobs|schedule|dagens|idag|today|kon?|queue|ko"),
    (
        Intent.ABSENCE,
        r"sjuk(?:\s+idag)?|sick(?:\s+today)?|vab(?:bar)?|franvaro|absen(?:ce|t)|ledig|ill|semester|vacation",
    ),
)  # fmt: skip
# Anywhere in a sentence, and stronger than any service named beside it. The first that fits counts.
_ANYWHERE: tuple[tuple[Intent, str], ...] = (
    (
        Intent.LANGUAGE,
        (
            r"\b(?:byt[a]?|andra|switch|change|valj|set)\s+(?:till\s+|to\s+)?(?:sprak\w*|language|engelska|"
            r"svenska|english|swedish)|\b(?:prata|tala|skriv|svara|speak|talk|write|answer|"
            r"reply)\s+(?:med\s+mig\s+|to\s+me\s+)?(?:pa\s+|in\s+)?(?:svenska|engelska|english|swedish)\b|"
            r"\b(?:kan\s+vi\s+ta\s+det\s+pa|do\s+you\s+speak|pratar\s+(?:du|ni))\s+(?:engelska|svenska|english|"
            r"swedish)|^(?:english|engelska|svenska|swedish)\s+(?:please|tack)"
        ),
    ),
    (
        Intent.HUMAN,
        (
            r"\b(?:prata|tala|talk|speak|chatt?a?|snacka)\s+(?:med|to|with)\s+(?:en\s+|nagon\s+|a\s+|the\s+|"
            r"real\s+|riktig\s+|min\s+|my\s+|somebody|someone|var\s+|er\s+)*\s*(?:riktig\s+|real\s+|levande\s+|"
            r"live\s+)?(?:manniska\w*|person\w*|samordnar\w*|human|people|coordinator|chef\w*|medarbetare|nagon|"
            r"somebody|someone|agent|handlaggare)?\b|\b(?:ring|kontakta|call|ringa|nar)\s+(?:upp\s+)?(?:mig|me|"
            r"en\s+(?:manniska|person)|samordnar\w*|nagon\s+manniska|the\s+coordinator)\b|\bkontakta\s+(?:er|"
            r"nagon)\b|\bvem\s+(?:kan\s+jag\s+)?(?:ska\s+jag\s+)?(?:ringa|kontakta|prata)|\b(?:riktig|"
            r"levande)\s+(?:manniska|person)|\breal\s+(?:human|person)\b|^(?:manniska|human|samordnare|"
            r"coordinator|operator)$|\bwho\s+(?:can|should|do)\s+i\s+(?:talk|speak|call|contact|ring)|\bklaga\w*|"
            r"\bklagomal|\bcomplain\w*|\bcontact\s+(?:the\s+)?(?:coordinator|a\s+human|somebody|someone)"
        ),
    ),
    (
        Intent.SNOOZE,
        (
            r"\b(?:paminn|snooz[ae]|remind\s+me|paminnelse|skjut\s+upp|fraga\s+mig|ask\s+me)\b(?!.*\b(?:byt|"
            r"stad)\w*)"
        ),
    ),
    (
        Intent.READ,
        (
            r"^har\s+last\s+(?:det|den|info\w*|med\w*|allt|igenom|brev\w*)?|^(?:jag|i|vi|we)\s+(?:har\s+|have\s+|"
            r".?ve\s+)(?:last|read)\b|^markera\w*\s+.*\blast"
        ),
    ),
    (
        Intent.ABSENCE,
        (
            r"\b(?:jag|i|i.?m|am)\b(?:\s+\w+){0,3}\s+(?:sjuk|forkyld|krasslig|magsjuk|franvarande|ill|unwell|"
            r"absent)\b|\bi(?:\s+am|.?m)\s+(?:\w+\s+)?sick\b|\bsjuk(?:anmal|skriv)\w*|\bvab(?:ba|bar|b)?\b|"
            r"\bsjukt\s+barn|\b(?:call(?:ing)?|feel(?:ing)?|out|off)\s+(?:in\s+)?sick\b|\bsick\s+(?:child|leave|"
            r"kid|day)|\bfranvaro\b|\b(?:kan\s+inte|kommer\s+inte\s+(?:att\s+)?(?:kunna\s+)?)\s*(?:jobba|arbeta|"
            r"komma\s+(?:in|till\s+jobbet))|\b(?:can.?t|cannot|not\s+able\s+to|unable\s+to|won.?t)\s+(?:work|"
            r"come\s+(?:in|to\s+work)|make\s+it\s+to\s+work)|\bjag\s+kommer\s+inte\s+(?:idag|imorgon|"
            r"till\s+jobbet)|\bjag\s+(?:ar|blir)\s+(?:hemma|ledig|borta)\b|^ledig\b|\bsemester\s+(?:pa|i|idag|"
            r"imorgon|fran|nasta)|\bi(?:\s+am|.?m)\s+(?:off|on\s+leave|at\s+home|absent)\b|\b(?:min|"
            r"mitt)\s+(?:son|dotter|barn|unge)\s+ar\s+sjuk|\bmy\s+(?:son|daughter|child|kid)\s+is\s+(?:sick|ill)|"
            r"\b(?:feber|fever|migran|migraine|influensa)\b"
        ),
    ),
    (
        Intent.REJECT,
        (
            r"\bgodkann(?:er|s)?\s+(?:inte|ej)\b|\binte\s+godkann\w*|^(?:avsla|neka|reject|deny|avvisa|"
            r"avboj)\w*\b|\bjag\s+(?:avslar|nekar|avvisar|vill\s+avsla)\b|\bi\s+(?:reject|deny)\b|"
            r"\bnot\s+approved?\b|\b(?:don.?t|do\s+not)\s+approve\b|\bdisapprove"
        ),
    ),
    (
        Intent.APPROVE,
        (
            r"^(?:ja\s+)?godkann\w*\b|\bjag\s+(?:godkanner|vill\s+godkanna)\b|^approved?\b|\bi\s+approve\b|"
            r"\b(?:attestera|godkanna)\b"
        ),
    ),
    (
        Intent.REOPEN,
        (
            r"\bateroppna\w*|\bre-?open\w*|\boppna\s+(?:upp\s+)?(?:\S+\s+){0,3}igen\b|"
            r"\bopen\s+(?:\S+\s+){0,3}again\b"
        ),
    ),
    (
        Intent.HANDOVER,
        (
            r"\b(?:lamnar?|overlamnar?)\s+over\b|\bover(?:lamna|lat)\w*|\bhand(?:ing)?\s*(?:it\s+|this\s+|"
            r"that\s+)?over\b|\bge\s+(?:det|den|uppdraget|jobbet|detta)\s+(?:vidare\s+)?till\b|\bgive\s+(?:it|"
            r"this|the\s+job|the\s+assignment)\s+to\b|\bkan\s+\w+\s+(?:\w+\s+)?(?:ta\s+over|overta|ta\s+(?:mitt|"
            r"min|mina))\b|\b(?:flytta|skicka|pass)\s+(?:uppdraget|jobbet|vidare|it\s+on|"
            r"the\s+assignment)\s+(?:till|to)\b|\bta\s+over\s+(?:mitt|uppdraget)|\btake\s+over\s+(?:my|this)"
        ),
    ),
    (
        Intent.DECLINE,
        (
            r"^(?:nej\b.*\b(?:slapp|tack)|nej[, ]+jag\b.*)|\b(?:kan|hinner|vill|"
            r"orkar)\s+(?:tyvarr\s+)?inte\s+(?:ta|gora|hinna|atar?)?\s*(?:det|den|uppdraget|jobbet|detta|idag|"
            r"med\s+det)|\btar\s+(?:det|den)?\s*inte\b|\b(?:avbojer|tackar\s+nej)\b|\b(?:can.?t|cannot|"
            r"won.?t)\s+(?:take|do|make)\s+(?:it|this|that|the\s+job)\b|\bhinner\s+inte\b|\bdecline\b"
        ),
    ),
    (
        Intent.ACCEPT,
        (
            r"\b(?:jag|vi)\s+(?:kan\s+)?(?:tar?|fixar|gor|atar)\s+(?:den|det|uppdraget|jobbet|mig\s+det|"
            r"hand\s+om\s+(?:det|den))\b(?!\s+inte)|^(?:tar|fixar)\s+(?:den|det)\b|\bi(?:.?ll|\s+will|"
            r"\s+can)\s+(?:take|do)\s+(?:it|this|that|the\s+job)\b|\baccepterar\b|^accept\b|"
            r"^ja[, ]+(?:jag\s+)?(?:tar|kan|fixar)\b|\bcount\s+me\s+in\b|\bon\s+it\b"
        ),
    ),
    (
        Intent.FINISH,
        (
            r"^nu\s+ar\s+(?:det|jag|vi)\s+(?:klar|fardig)\w*|^(?:nu\s+)?(?:klar|klart|fardig|fardigt|done|"
            r"finished|completed)\b(?!\s+(?:fore|innan|senast|till|by|before)\b)|\b(?:jag|vi|allt|det|uppdraget|"
            r"jobbet)\s+(?:ar|blev)\s+(?:nu\s+)?(?:klar[ta]?|fardig[at]?|fixat|atgardat|utfort)\b(?!.*\?)|"
            r"\b(?:i.?m|i\s+am|we.?re|it.?s|it\s+is|all|job\s+is)\s+(?:now\s+|all\s+)?(?:done|finished|"
            r"completed?)\b(?!.*\?)|\bklarmarkera\w*|\bmark(?:era)?\s+(?:\S+\s+){0,3}(?:som\s+|as\s+)?(?:klar|"
            r"klart|done|finished)\b|^avsluta\b|^(?:finish|complete|close)\s+(?:the\s+|my\s+)?(?:job|assignment|"
            r"task|it|b-|f-)"
        ),
    ),
    (
        Intent.PAUSE,
        (
            r"^paus\w*\b|\b(?:pausar|pausa)\b|\btar\s+(?:en\s+)?(?:paus|rast)\b|\btaking\s+a\s+break\b|\bpause\b|"
            r"\bput\s+(?:it\s+)?on\s+hold\b"
        ),
    ),
    (
        Intent.START,
        (
            r"^(?:nu\s+)?(?:borjar|startar|paborjar|starta|paborja|starting|start)\b(?!.*\b(?:inte|not)\b)|"
            r"\b(?:jag|vi)\s+(?:borjar|startar|paborjar|satter\s+igang|har\s+borjat|kor\s+igang)\b|\bi(?:.?m|"
            r"\s+am)?\s+(?:starting|beginning|start)\b|^kor\s+igang|\bi(?:.?ve|\s+have)\s+(?:started|begun)\b"
        ),
    ),
    (
        Intent.HELP,
        (
            r"\bvad\s+(?:kan\s+(?:du|ni|jag|man)\s+(?:gora|hjalpa)|gor\s+du|ar\s+du)\b|\bhur\s+(?:funkar|"
            r"fungerar)\s+(?:det|du|detta|den\s+har|vaktis|boten|systemet)\b|\bhur\s+(?:gor\s+(?:jag|man)|"
            r"anvander|bestaller|felanmaler)\b|\bwhat\s+(?:can\s+(?:you|i)\s+(?:do|say|write|help)|are\s+you|"
            r"do\s+you\s+do)\b|\bhow\s+(?:do(?:es)?|can|to)\s+(?:i|you|this|it|we|the\s+bot)\s*(?:work|use|order|"
            r"report|book|cancel)?\b(?!.*\b(?:cost|pay)\b)|^(?:jag\s+behover\s+hjalp|i\s+need\s+help|"
            r"kan\s+du\s+hjalpa\s+mig|can\s+you\s+help\s+me|help\s+me)\W*$"
        ),
    ),
    (
        Intent.INDICATORS,
        (
            r"\bnyckeltal\w*|\bindikator\w*|\bmatetal\w*|\bkpi\w*|\bindicators?\b|\bnojd\s*kund\w*|\bnki\b|"
            r"\bkey\s+figures?\b|\bmetrics?\b|\bmaluppfyllelse|\bservice\s*niva\w*\s+(?:uppfylld|utfall)|"
            r"\bhur\s+nojda\s+ar\b|\bhow\s+satisfied\b"
        ),
    ),
    (
        Intent.REPORTS,
        (
            r"\barshjul\w*|\b(?:uppfoljnings|del?ars|slut|utvarderings|manads|ars)rapport\w*|\brapport(?:er|erna|"
            r"en)?\b|\breports\b|\b(?:interim|final|follow-?up|evaluation|annual|monthly|the|a|next|"
            r"latest)\s+report\b|\bataganden?\w*|\bcommitments?\b|\byear\s*wheel\b|\butvardering(?:en|ar)?\b|"
            r"\bdeadlines?\b|\bkontrollmoment\w*|\bmilstolp\w*|\bmilestones?\b|\bwhat(?:.?s|\s+is)\s+(?:due|late|"
            r"overdue)\b|\bvad\s+ar\s+(?:sent|forsenat)\b|\b(?:delar|novemberprognos|arsanalys)\b"
        ),
    ),
    (
        Intent.ECONOMY,
        (
            r"\bbudget\w*|\bekonomi\w*|\butfall\w*|\bprognos\w*|\beconom\w*|\bforecast\w*|\bspend(?:ing)?\b|"
            r"\bspent\b|\bdebitering\w*|\bfaktur\w*|\binvoice\w*|\bhur\s+(?:mycket|"
            r"manga)\s+(?:\w+\s+){0,3}(?:har\s+vi|ar\s+det|finns\s+det|vi\s+har|vara)\s*(?:\w+\s+){0,3}(?:kvar|"
            r"over|anvant|forbrukat|gjort\s+av\s+med|betalat)|\bhur\s+(?:mycket|manga)\s+timmar\b.*\b(?:kvar|"
            r"anvant|forbrukat|over)\b|\bhow\s+(?:much|many)\s+.*\b(?:left|remaining|used)\b|\bvad\s+har\s+(?:det|"
            r"vi|allt|\w+)\s+(?:kostat|betalat)|\bkostnader(?:na)?\b|\bcosts\s+(?:so\s+far|this|"
            r"for\s+(?:the\s+)?(?:month|year|unit))|\bwhat\s+(?:has|have)\s+.*\bcost|\bdebiter\w*|\bintakt\w*|"
            r"\bincome\b|\brevenue\b"
        ),
    ),
    (
        Intent.CATALOGUE,
        (
            r"\bvad\s+(?:\w+\s+)?kostar\b|\bvad\s+skulle\s+.*\bkosta\b|\bvad\s+tar\s+ni\s+(?:betalt\s+)?for\b|"
            r"\bhur\s+(?:mycket|dyrt?)\s+(?:\w+\s+)?(?:kostar|ar|blir)?\s*(?!.*kvar)(?=.*\b(?:kosta\w*|dyr\w*|"
            r"pris\w*)\b)|\bpris(?:et|er|lista)?\s+(?:pa|for)\b|\bprislista\w*|\bhow\s+(?:much|"
            r"expensive)\b.*\b(?:cost|charge|is|does|for|are)\b|\bwhat\s+(?:does|do|would|will)\b.*\b(?:cost|"
            r"charge)\b|\bwhat\s+is\s+the\s+(?:cost|price)\b|\bprice\s+(?:of|for|list)\b|\b(?:visa|lista|se|show|"
            r"list|see)\s+(?:\S+\s+){0,3}(?:tjanst\w*|tillaggstjanst\w*|avrop\w*|obligatorisk\w*|katalog\w*|"
            r"services?|add-?ons?|catalog\w*|utbud\w*|prislist\w*)|\b(?:vilka|what|"
            r"which)\s+(?:\w+\s+){0,2}(?:tjanster|tillaggstjanster|services|add-?ons)\b|\bvad\s+(?:kan\s+(?:jag|"
            r"vi|man)\s+(?:bestalla|fa\s+hjalp|boka)|erbjuder\s+ni|finns\s+(?:det\s+)?(?:att\s+bestalla|"
            r"for\s+tjanster|i\s+katalogen))\b|\bwhat\s+can\s+(?:i|we)\s+order\b|\bvad\s+ingar\b|\bwhat(?:.?s|"
            r"\s+is)\s+included\b|\b(?:ar|ingar)\s+.*\bi\s+(?:avtalet|overenskommelsen)\b|\btjanstekatalog\w*|"
            r"\btillaggstjanster(?:na)?\b|\bberatta\s+om\b|\btell\s+me\s+about\b|\bvad\s+(?:ar|"
            r"innebar)\s+(?!min\b|mitt\b|status)\w+(?:vard|service|rond|tjanst\w*|bemanning)\b"
        ),
    ),
    (
        Intent.CANCEL,
        (
            r"\b(?:avboka|avbestall|avbryt|boka\s+av|avbokning|cancel|canceling|cancellation|stall(?:a)?\s+in|"
            r"annullera|aterkalla|call\s+off)\w*\b|\b(?:ta\s+bort|stryk|radera|angra|delete|remove|undo|"
            r"dra\s+tillbaka|withdraw)\s+(?:\S+\s+){0,3}(?:bestallning\w*|arende\w*|felanmalan|order|request|"
            r"booking|bokning\w*|b-20|f-20)|\b(?:behovs|behover\s+vi)\s+(?:inte|ej)\s+(?:langre|mer)\b|\b(?:vi|"
            r"jag)\s+(?:behover|vill)\s+inte\s+(?:ha\s+)?(?!vanta|att)|\b(?:we|i)\s+(?:don.?t|do\s+not)\s+(?:need|"
            r"want)\b|\bno\s+longer\s+need\w*|\bdon.?t\s+need\s+.*\b(?:any\s*more|any\s+longer)\b|\bstrunta\s+i\b|"
            r"\bglom\s+(?:det|bestallningen|arendet)\b|\bforget\s+(?:it|the\s+order|about)\b"
        ),
    ),
    (
        Intent.STATUS,
        (
            r"^nar\s+(?!kan|ska\s+vi|har)\w+\s+(?:ni|de|han|hon|vaktis\w*|nagon)\b|\bhur\s+gar\s+det\b|"
            r"\bhur\s+(?:ligger|star)\s+det\s+till|\bhur\s+langt\s+har\b|\bstatus\b|\bvad\s+hander\s+(?:med|i)\b|"
            r"\b(?:mina|vara|my|our|oppna|pagaende|open)\s+(?:\w+\s+)?(?:arende\w*|bestallning\w*|felanmalning\w*|"
            r"felanmalan|requests?|orders?|issues?|reports?)\b|\b(?:min|mitt|var|vart|my|our)\s+(?:senaste\s+|"
            r"last\s+|latest\s+)?(?:bestallning|arende|felanmalan|order|request)\b|\bvad\s+har\s+(?:jag|"
            r"vi)\s+(?:bestallt|felanmalt)|\bwhat\s+have\s+(?:i|we)\s+ordered|\bhow\s+is\s+(?:it|my|the|our)\b|"
            r"\bhow.?s\s+(?:it|the|my)\b|\bnar\s+(?:kommer|blir|ar|borjar)\s+(?:ni|de|det|nagon|den|min|mitt|var|"
            r"\w+(?:en|et|na|an))\b|\bwhen\s+(?:will|is|are|does)\b|\b(?:ar|blev|blir)\s+(?:det|den|\w+(?:en|et|"
            r"na|an))\s+(?:klar[ta]?|fixa[dt]|lagad|lagat|atgardat|utford|fardig\w*)\b.*\?|^(?:ar|har)\s+(?:det|"
            r"den|ni|de|nagon|\w+(?:en|et|na|an))\s+(?:\w+\s+){0,3}(?:klar\w*|fixat|lagat|lagad|atgardat|bytt|"
            r"tagit\s+emot|sett|borjat|hunnit|last)\b|\b(?:is|has)\s+(?:it|my|the)\s+.*\b(?:done|fixed|ready|"
            r"finished|started|repaired)\b|\bwhat(?:.?s|\s+is)\s+(?:happening|going\s+on|the\s+status)\b|"
            r"\bvem\s+(?:har|tar|kommer|gor)\s+(?:hand\s+om\s+)?(?:mitt|min|det|uppdraget)\b|\bwhere\s+is\s+my\b|"
            r"\bvar\s+ar\s+(?:min|mitt)\b|\bany\s+news\b|\bnagot\s+nytt\s+om\b"
        ),
    ),
    (
        Intent.ASSIGNMENTS,
        (
            r"^(?:any|nagra)\s+(?:jobs|jobb|uppdrag|assignments|tasks)\b|\b(?:mina|dagens|morgondagens|veckans|"
            r"nasta|vilka|my|today.?s|next|visa|show)\s+(?:\w+\s+)?(?:uppdrag\w*|jobb|pass|assignments?|jobs?|"
            r"tasks?|arbetsuppgifter)\b|\b(?:mitt|my)\s+(?:arbets)?(?:schema|schedule)\b|\bvad\s+(?:har|ska|"
            r"skall)\s+jag\s*(?:att\s+)?(?:gora|jobba)?(?:\s+(?:idag|imorgon|i\s+dag|i\s+morgon|harnast|nu|"
            r"i\s+veckan|nasta\s+vecka|pa\s+\w+dag))?\W*$|\bwhat\s+(?:do\s+i\s+have|am\s+i\s+doing|"
            r"should\s+i\s+do|are\s+my)\b|\bvad\s+star\s+pa\s+(?:schemat|tur)|\bvad\s+ar\s+(?:mitt\s+)?nasta\b|"
            r"\bwhat.?s\s+(?:next|on\s+today|my\s+next)\b|\b(?:visa|show)\s+(?:me\s+)?(?:the\s+)?(?:kon|queue)\b|"
            r"\b(?:att\s+fordela|ofordelade|otilldelade|lediga\s+uppdrag|unassigned|waiting\s+in\s+the\s+queue|"
            r"i\s+kon)\b"
        ),
    ),
    (
        Intent.RATE,
        (
            r"\b(?:betyg(?:et|satt\w*)?|omdome|recension)\b|\brate\b|\brating\b|^(?:[1-5])\s*(?:av|/|of|"
            r"out\s+of)\s*5\b|\b[1-5]\s+(?:stjarn\w*|stars?)\b"
        ),
    ),
    (Intent.HELP, r"^(?:hjalp|help)\W*$|\bhelp\s+please\b"),
)  # fmt: skip
# Only when no service or object is named.
_FALLBACK: tuple[tuple[Intent, str], ...] = (
    (
        Intent.REOPEN,
        (
            r"\b(?:fortfarande|still)\b|\bblev\s+inte\s+(?:bra|klart|ratt|gjort)|\binte\s+(?:nojd|fixat|lagat|"
            r"klart|atgardat)\b|\bnot\s+(?:fixed|done|finished|happy)\b"
        ),
    ),
    (Intent.THANKS, r"^(?:tack|thanks|thank\s+you)\b|\b(?:tack|thanks|thank\s+you)\W*$"),
    (
        Intent.ISSUE,
        (
            r"\bfelanmal\w*|\bfelrapport\w*|\brapportera\s+(?:ett\s+)?fel|\breport\s+(?:a\s+|an\s+)?(?:fault|"
            r"issue|problem|error)"
        ),
    ),
    (Intent.ORDER, r"\bbestall\w*|\border\b|\bboka\b|\bbook\b"),
    (Intent.ABSENCE, r"\bsjuk\b"),
    (Intent.HOURS, r"\btidrapport\w*|\btidrad\w*|\btime\s*(?:sheet|report|entry)"),
    (Intent.ACCEPT, r"^(?:ja|yes|ok|okej|okay)\b"),
    (Intent.DECLINE, r"^(?:nej|no)\b"),
    (Intent.HELP, r"\bhjalp(?:a|er)?\b|\bhelp\b|^(?:hej|hello|hi)\b"),
)  # fmt: skip
_WORKED = (
    r"\b(?:jobba(?:de|t)|arbeta(?:de|t)|lade|la|lagt|tog|tagit|stadade|anvande|spenderade|rapporter\w*|"
    r"registrer\w*|tidrapport\w*|"
    r"tidrad\w*|skriv\s+[0-9]|tidredovis\w*|skriv\s+(?:upp|in)|lagg\s+(?:in|till)|korrigera|ratta|logga|"
    r"worked|logged|log|spent|took|register|"
    r"i\s+did|cleaned|holl\s+pa)\b"
)
_POLITE = re.compile(r"^(?:(?:hej|hejsan|hi|hello|hey|tjena|ok|okej|okay|men|och|so|sa)\b[\s,!.]*)+|[\s.!?,;:)🌀-🫿❤]+$")
WORKED = re.compile(_WORKED)


def _compiled(table: tuple[tuple[Intent, str], ...], shape: str) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    return tuple((intent, re.compile(shape.format(pattern))) for intent, pattern in table)


_WHOLE_PATTERNS = _compiled(_WHOLE, r"(?:{})")
_ANYWHERE_PATTERNS = _compiled(_ANYWHERE, r"{}")
_FALLBACK_PATTERNS = _compiled(_FALLBACK, r"{}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """An intent that the words themselves say, and how sure that is (0-1)."""

    intent: Intent
    sureness: float


def whole_cue(folded: str) -> Cue | None:
    """Return the intent of a text that says nothing else, such as "ja" or "tack så mycket", or None."""
    bare = re.sub(r"\s+", " ", re.sub(r"[^\w\s'?🌀-🫿❤✅❌-]", " ", folded)).strip()
    for text in dict.fromkeys((bare, bare.strip(" ?"), _POLITE.sub("", bare).strip())):
        for intent, pattern in _WHOLE_PATTERNS:
            if text and pattern.fullmatch(text):
                return Cue(intent=intent, sureness=0.95)
    return None


def strong_cue(folded: str) -> Cue | None:
    """Return the intent that a phrase of the text says, whatever service it names, or None."""
    return _first(folded.strip(), _ANYWHERE_PATTERNS, 0.85)


def fallback_cue(folded: str) -> Cue | None:
    """Return the intent of a text in which nothing of the catalogue was found, or None."""
    return _first(folded.strip(), _FALLBACK_PATTERNS, 0.5)


def _first(text: str, patterns: tuple[tuple[Intent, re.Pattern[str]], ...], sureness: float) -> Cue | None:
    for intent, pattern in patterns:
        if pattern.search(text):
            return Cue(intent=intent, sureness=sureness)
    return None
