"""What a sentence wants that says nothing else: "ja", "tack så mycket", "klar". Folded patterns; data only."""

from dialogs.understanding.values import Intent

# A sentence that is nothing but this. Politeness around it is stripped before.
WHOLE: tuple[tuple[Intent, str], ...] = (
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
            r"ja+|japp|jajamensan|jo+|javisst|jadå|jada|visst|absolut|okej|ok|okey|oki|garna|sjalvklart|"
            r"ja\s+(?:garna|tack|det\s+(?:gar\s+bra|kan\s+jag))|det\s+gar\s+bra|accepterar?|yes|yep|yeah|yup|sure|"
            r"of\s+course|accept|ok(?:ay)?\s+(?:then|fine)|okay|fine|jag\s+accepterar|i\s+accept|"
            r"kor(?:\s+pa)?|(?:(?:ja|jo|ok|okej|garna|tack)\s+)+(?:gor\s+(?:det|sa|det\s+tack)|det\s+blir\s+bra)|gor\s+(?:det|sa)|"
            r"(?:(?:yes|yeah|ok|okay|sure)\s+)?go\s+(?:ahead|for\s+it)|(?:yes\s+)?(?:please\s+do|do\s+(?:that|it)|that\s+(?:is|would\s+be)\s+(?:fine|good|great))|sounds\s+good|"
            r"(?:(?:jag|vi)\s+)?(?:(?:ar\s+)?pa\s+vag|aker\s+(?:dit|nu)|kommer(?:\s+(?:nu|strax|genast))?)(?:\s+(?:dit|nu))?|"
            r"(?:(?:i.?m|i\s+am|we.?re)\s+)?(?:on\s+my\s+way|on\s+our\s+way|coming)(?:\s+now)?"
        ),
    ),
    (
        Intent.DECLINE,
        (
            r"nej|nejda|na|nae|nepp|no|nope|nej\s+(?:tack|slapp|det\s+gar\s+inte|kan\s+inte)|no\s+(?:thanks|"
            r"thank\s+you|sorry|way)|slapp(?:\s+(?:det|den))?|drop(?:\s+it)?|nej\s+\w+|tackar\s+nej|decline|"
            r"i\s+decline|pass|inte\s+jag|not\s+me|(?:nej\s+|tyvarr\s+|sorry\s+)*(?:(?:jag\s+)?(?:kan|hinner)\s+"
            r"(?:tyvarr\s+)?inte?(?:\s+tyvarr)?|i\s+can(?:.?t|not)(?:\s+sorry)?|i\s+can\s+not)"
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
            r"[🙏❤🎉💐🌸]+|(?:bra|jatte\s*bra|snyggt|riktigt\s+bra)\s+jobba\w*|(?:great|good|nice)\s+(?:job|work)|"
            r"well\s+done|mycket\s+nojd|"
            r"(?:\w+\s+){1,3}(?:blev|var|gick|turned\s+out|was|were)\s+(?:(?:sa|very|really|riktigt|verkligen)\s+)?(?:jatte|super|kanon)?"
            r"(?:bra|fint|fina|snyggt|toppen|perfekt|great|perfect|nice|lovely|wonderful)(?:\s+(?:gjort|jobbat|tack|thanks))?"
        ),
    ),
    (Intent.FINISH, r"klar(?:t|a)?(?:\s+nu)?|fardig(?:t)?|done|finished|all\s+done|completed?|avsluta(?:t|d)?"),
    (
        Intent.START,
        (
            r"(?:start(?:a|ar|ad|at)?|borja(?:r|t)?|fortsatt(?:er|a)?|resum(?:e|ing)|continue|paborja(?:r|t)?|begin|starting|started)(?:\s+(?:nu|now|"
            r"uppdraget|jobbet|arbetet|it|work|the\s+job))*|(?:jag\s+)?(?:(?:ar|nu)\s+)?(?:pa\s+plats|framme)(?:\s+nu)?|"
            r"(?:i.?m|i\s+am)\s+(?:here|there|on\s+site)(?:\s+now)?"
        ),
    ),
    (
        Intent.PAUSE,
        (
            r"paus(?:a|ar|ad|at)?(?:\s+(?:nu|uppdraget|jobbet|arbetet|now|it|the\s+job))*|(?:tar|"
            r"ta)\s+(?:en\s+)?(?:paus|rast)|(?:jag\s+)?(?:tar|gar\s+pa|har)\s+(?:nu\s+)?(?:en\s+)?(?:lunch|fika|rast|paus)\w*"
            r"(?:\s+nu)?|rast|(?:i.?m\s+)?(?:taking|having|on)\s+(?:my\s+)?(?:lunch|break)(?:\s+break)?|(?:take|taking)\s+a\s+break|pausing|break"
        ),
    ),
    (
        Intent.REOPEN,
        r"oppna(?:\s+(?:den|det|arendet))?\s+igen|ateroppna|reopen(?:\s+(?:it|this))?|open\s+(?:it\s+)?again",
    ),
    (
        Intent.READ,
        (
            r"(?:jag\s+har\s+)?last(?:\s+(?:och\s+forstatt|det|den|informationen|nu|klart|i-20\d\d-\d{4,6}))*|kvitterar?|"
            r"(?:i\s+have\s+|i.?ve\s+)?read(?:\s+(?:it|this|and\s+understood|i-20\d\d-\d{4,6}))*|uppfattat|noted|got\s+it|"
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
            r"(?:stopp|stop|stoppa|sluta)(?:\s+(?:med\s+)?(?:it|that|this|det|den))?|avbryt|angra|avboka|avbestall|cancel|glom\s+det|strunta\s+i\s+det|undo|forget\s+it|never\s*mind|"
            r"ta\s+bort"
        ),
    ),
    (Intent.APPROVE, r"(?:det\s+ar\s+)?godkan(?:n(?:er|d|s)?|t)|(?:it.?s\s+)?approved?|jag\s+godkanner|ja\s+godkann"),
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
