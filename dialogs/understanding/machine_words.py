"""Machines that no service is for, and how people say that they are broken. Folded patterns; data only."""

PRINTER = r"(?:printer|copier|photocopier|cop(?:y|ying)\s+machine|skrivar|kopiator|kopiering|skanner|scanner)"
TROUBLE = (
    r"(?:jam\w*|stuck|fastna\w*|trassl\w*|pappers?tras\w*|krangl\w*|strul\w*|trasig\w*|sonder|pajat?|kaputt?|knas\w*|"
    r"(?:funkar|fungerar|startar|svarar|gar|skriver|vill|drar)\s+(?:\w+\s+)?(?:inte|ej)|ur\s+funktion|broken?|brocken|"
    r"not\s+(?:work|print|copy|respond|start|cool|heat)\w*|won.?t|does\s*n.?t|out\s+of\s+order|faulty|felkod|felmeddelande|errors?|streck\w*|blinkar)"
)
KITCHEN_MACHINE = (
    r"(?:diskmaskin|kaffemaskin|kaffeautomat|mikrovagsugn|mikron|micron|ugnen|spisen|kylskap|kylen|frysen|frysskap|kokplatta|"
    r"dishwasher|coffee\s+machine|microwave|oven|stove|cooker|fridge|refrigerator|freezer)"
)
# A machine that copies and prints, and that it does not.
PRINTER_FAULT = (
    rf"\b{PRINTER}\w*\b.*\b{TROUBLE}\b|\b(?:fel|problem|strul|trubbel)\s+(?:med|pa|i)\s+(?:\w+\s+)?{PRINTER}|"
    rf"\b(?:trasig|kranglande|broken|jammed|faulty)\s+{PRINTER}|\b(?:problem|trouble|wrong)\w*\s+with\s+(?:the\s+|our\s+)?{PRINTER}|"
    r"\bpappers?tras\w*|\b(?:paper|pappret|papperet)\s+(?:\w+\s+){0,2}(?:jam\w*|stuck|fastna\w*)"
)
# Any machine that no service is for: whoever says that it is broken wants nothing of what it does.
MACHINE_FAULT = (
    rf"{PRINTER_FAULT}|\b(?:{KITCHEN_MACHINE}|tvattmaskin|torktumlare|torkskap|mangel|washing\s+machine|dryer)\w*\b.*\b{TROUBLE}\b|"
    r"\b(?:trasig|broken)\s+(?:tvattmaskin|torktumlare|washing\s+machine|dryer)"
)
