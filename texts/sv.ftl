### Allt som en människa kan läsa, på svenska. Kort, vänligt och rakt: skriv som man talar, och läs det högt.
### En sektion per vy. Samma nycklar och variabler som i en.ftl; ett test jämför dem.

## Format

format-money = { $amount } kr
format-hour = { $hours } timme
format-half-hour = en halv timme
format-hours = { $hours } timmar
format-today = i dag
format-tomorrow = i morgon
format-yesterday = i går
format-and = { $rest } och { $last }
format-or = { $rest } eller { $last }
hours-always = dygnet runt
hours-weekdays = mån–fre

## Common

card-ways = Du kan också skriva: { $ways }.
card-step = Steg { $step } av { $steps }: { $name }
list-more = { $count ->
    [one] Det finns en till.
   *[other] Det finns { $count } till.
}
not-for-you-now = Det här behöver du inte göra något åt längre. Någon annan har det, eller så är det borttaget.
not-for-you = Det där hittar jag inte, eller så får du inte se det. Skriv hjälp om du vill veta vad du kan göra.
person-unknown = någon som inte finns kvar
person-stranger = någon som inte finns i registret

## Labels

label-place = Plats
label-when = När
label-date = Datum
label-time = Klockslag
label-count = Antal
label-hours = Tidsåtgång
label-hours-input = Timmar
label-estimate = Beräknat
label-note = Meddelande
label-files = Bilagor
label-cost = Kostnad
label-promised = Klart senast
label-promised-was = Utlovat till
label-response = Svar senast
label-done = Blev klart
label-rating = Betyg
label-employee = Utförare
label-employee-before = Gjordes senast av
label-approver = Väntar på
label-answered-by = Svarade
label-question = Fråga
label-answer = Svar
label-why = Varför
label-charged = Debiteras
label-budget = Budget
label-requester = Beställare
label-reporter = Anmäld av
label-party = Ansvarig
label-unit = Verksamhet
label-planned = Planerat
label-category = Typ
label-price = Pris
label-level = Servicenivå
label-usual = Tar oftast
label-competences = Kräver
label-who = Beställs av
label-due = Ska vara klart
label-status = Läge
label-holder = Ansvarig
label-comment = Kommentar
label-recipients = Lämnas till
label-snoozed = Påminnelse

## When

when-before = senast { $moment }
when-from = från { $moment }
when-days = { $first } till { $last }
when-hours = { $day } { $start }–{ $end }
when-span = { $start } till { $end }
when-asap = så snart som möjligt
when-none = ingen särskild tid
when-promised = Utlovad tid
when-outside = Utanför arbetstid – samordnaren hör av sig
when-wished = Önskad, inte utlovad tid

## Status

status-submitted = Mottagen
status-awaiting-approval = Väntar på godkännande
status-queued = I kö hos samordnaren
status-assigned = Tilldelad
status-in-progress = Pågår
status-waiting = Väntar på svar från beställaren
status-done = Klar
status-closed = Avslutad
status-rejected = Inte godkänd
status-cancelled = Avbokad
status-forwarded = Skickad vidare
step-received = Skickad
step-queued = I kö
step-assigned = Tilldelad
step-started = Pågår
step-done = Klar
severity-normal = Vanligt ärende
severity-urgent = Brådskande
severity-emergency = Akut

## Buttons

button-order-place = Beställ
button-order-change = Spara ändringen
button-order-drop = Ta bort
button-issue-report = Felanmäl
button-request-approve = Godkänn
button-request-reject = Avslå
button-request-ask = Skicka frågan
button-agreed-show = Visa timmarna
button-promises-show = Visa löftena
button-indicator-show = Visa nyckeltalen
button-indicator-enter = Spara utfallet
button-request-cancel = Avboka
button-request-reopen = Öppna igen
button-request-rate = Lämna betyg
button-request-comment = Skicka kommentar
button-request-change = Spara ändringen
button-request-again = Beställ igen
button-requests-show = Visa
button-assignment-offer = Fråga
button-assignment-assign = Tilldela direkt
button-assignment-accept = Jag tar det
button-assignment-claim = Ta uppdraget
button-request-join = Ja, jag följer det
button-approval-substitute = Spara
button-approval-back = Jag godkänner själv igen
button-assignment-decline = Nej, jag kan inte
button-assignment-start = Starta
button-assignment-pause = Pausa
button-assignment-wait = Fråga och vänta
button-assignment-done = Klart
button-survey-answer = Svara
button-survey-pause = Pausa frågorna
button-survey-resume = Börja fråga mig igen
button-survey-result = Visa resultatet
button-survey-progress = Uppdatera
button-question-show = Visa frågan
button-question-change = Spara ändringen
button-question-retire = Ställ inte frågan mer
button-question-add = Lägg till frågan
button-survey-comment = Skicka
button-survey-talk = Ja, jag vill prata
button-commitment-fill = Spara
button-commitment-snooze = Påminn mig då
button-commitment-status = Spara läget
button-commitment-move = Flytta dit
button-commitment-handover = Ge det vidare
button-catalogue-show = Visa tjänsten
way-order-place = beställ
way-order-change = ändra
way-order-drop = ta bort
way-order-drop-also = släpp
way-issue-report = ja
way-request-approve = godkänn
way-request-reject = avslå
way-agreed-show = hur många timmar har vi kvar i { $month }
way-agreed-show-of = hur många timmar har { $unit } kvar i { $month }
way-promises-show = hur håller vi löftena i { $month }
way-indicator-show = visa nyckeltalen för { $month }
way-indicator-show-of = visa nyckeltalen för { $scope } i { $month }
way-indicator-one = visa { $code } för { $scope } i { $month }
way-indicator-enter = { $code } för { $scope } i { $month }: 94,5, varför
way-request-ask = fråga: det du undrar
way-request-answer = svar: det du vill säga
way-request-cancel = avboka
way-request-reopen = öppna igen
way-request-rate = betyg 4
way-request-comment = kommentera
way-request-change = flytta till fredag kl. 13
way-request-again = beställ samma igen
way-requests-next = fler
way-requests-previous = tillbaka
way-assignment-offer = fråga
way-assignment-assign = tilldela
way-assignment-accept = jag tar det
way-assignment-claim = jag tar det
way-request-join = jag också
way-same-another = ett annat fel
way-approval-substitute = { $name } godkänner
way-approval-back = jag godkänner själv igen
way-assignment-claim-number = jag tar { $id }
way-assignment-decline = jag kan inte
way-assignment-start = starta
way-assignment-pause = pausa
way-assignment-wait = väntar på svar: din fråga
way-assignment-done = klart
way-assignment-done-hours = klart, det tog 1 timme
way-resume = fortsätt
way-survey-pause = pausa frågorna
way-survey-resume = börja fråga mig igen
way-survey-result = hur gick enkäten i { $month }
way-survey-progress = hur går enkäten
way-questions = visa alla frågor
way-question-show = visa fråga { $code }
way-question-change = ändra fråga { $code }: på svenska / in English
way-question-retire = sluta ställa fråga { $code }
way-question-add = ny fråga till chefer i maj, skala 1-5: på svenska / in English
way-survey-comment = ett ord om frågan: det du vill säga
way-survey-talk = jag vill prata om hur jag har det
way-commitment-fill = fyll i
way-commitment-snooze = påminn mig senare
way-commitment-status = ändra läget
way-commitment-move = flytta { $code } till 15 juni
way-commitment-handover = lämna över { $code } till { $name }
way-catalogue-show = visa katalogen

## Order

order-over = Ny beställning
order-summary = { $service }, { $when }, { $cost }
order-no-place = ingen plats angiven
order-where = Var?
order-where-label = Skriv rummet eller platsen, så hittar vi rätt
order-where-how = Skriv rummet eller platsen, så hittar vi rätt
place-none = inte angiven
order-change-open = Ändra
order-approval = Behöver godkännas av { $names } innan vi börjar.
order-approval-nobody = Behöver godkännas av chefen innan vi börjar.
order-approved-by-you = Du godkänner kostnaden när du beställer.
order-dropped = Beställningen är borttagen
order-dropped-more = Inget är beställt. Skriv igen när du behöver något.
order-refused = Går inte att beställa nu
order-ask = Undrar du något? Fråga { $names }.
order-when-past = När ska det göras? Tiden har redan varit.
order-when-season = Vilka dagar passar? Det vet jag inte än.
order-when-unreal = När ska det göras? Den dagen eller tiden finns inte.
order-when-how = Välj ett datum i kortet eller skriv till exempel: på torsdag, eller: när som helst.
order-kept = Det du skrev finns kvar
cost-included = { $total }, ingår i överenskommelsen
cost-charged = { $total }, debiteras
cost-shared = { $total }: { $included } ingår och { $charged } debiteras
cost-how = { $hours } × { $price }
cost-left = Kvar den månaden: { $left } av { $held }.
cost-extra-visit = Extra besök utöver överenskommelsen.
refused-agreement-not-signed = Överenskommelsen med { $unit } är inte påskriven än.
refused-agreement-not-begun = Överenskommelsen med { $unit } börjar gälla { $start }.
refused-agreement-over = Överenskommelsen med { $unit } gäller inte den dagen.
refused-agreement-none = { $unit } har ingen överenskommelse med oss än.
refused-service-not-open = { $service } har inte öppnat för beställning än.
refused-service-unit-type = { $service } erbjuds inte till { $unit }.
refused-service-not-agreed = { $service } ingår inte i överenskommelsen med { $unit }.
refused-service-unknown = Den tjänsten finns inte i katalogen.
possible-agreement-not-signed = När den är påskriven kan ni beställa. Fel kan du anmäla redan nu.
possible-agreement-not-begun = Ändra till den dagen eller senare, så går det. Fel kan du anmäla redan nu.
possible-agreement-over = Ändra till en dag då den gäller, så går det. Fel kan du alltid anmäla.
possible-agreement-none = Fel kan du anmäla redan nu.
possible-service-not-open = Skriv visa katalogen, så ser du vad ni kan beställa.
possible-service-unit-type = Skriv visa katalogen, så ser du vad ni kan beställa.
possible-service-not-agreed = Chefen och systemförvaltaren kan ändra vilka tjänster som ingår.
possible-service-unknown = Skriv visa katalogen, så ser du vad ni kan beställa.

## Choice

unsure-heading = Vill du felanmäla: { $name }?
unsure-over = Felanmälan
unsure-ask = Ska jag felanmäla det här?
unsure-hint = Inget är anmält än.
same-ask = Det här är redan anmält. Är det samma fel?
same-joined = Du följer det här
same-reported = Anmält
same-hint = Inget nytt är anmält än. Följer du det som är anmält, får du veta hur det går.
same-summary = Redan anmält: { $name }
same-another = Nej, ett annat fel
choice-heading = Vad behöver du hjälp med?
choice-none = Skriv med egna ord vad du vill ha gjort, eller titta i katalogen.
choice-other = Något annat

## Request

request-over-order = Beställning { $id }
request-over-issue = Felanmälan { $id }
request-summary = { $name }: { $status }
request-planned = Planerat till { $moment }
request-comment-open = Kommentera
request-comment-label = Din kommentar
request-reopen-open = Inte bra?
request-reopen-label = Vad behöver göras om?
request-reject-open = Säg nej
request-reject-label = Varför säger du nej?
story-title = Det här har hänt
story-whole = Visa hela historiken
story-before = { $count ->
    [one] En händelse till finns före de här.
   *[other] { $count } händelser till finns före de här.
}
story-line = { $moment }: { $what }
story-by = { $what } ({ $name })
story-reason = { $line }. ”{ $reason }”
event-to-submitted = Mottagen
event-to-awaiting-approval = Väntar på godkännande
event-to-queued = Lagd i kön
event-to-assigned = Tilldelad
event-to-in-progress = Arbetet började
event-to-waiting = Väntar på svar
event-answered = Svar har kommit
event-to-done = Klar
event-to-closed = Avslutad
event-to-rejected = Inte godkänd
event-to-cancelled = Avbokad
event-to-forwarded = Skickad vidare
event-placed = Beställd
event-file-added = Bild eller fil tillagd
event-file-removed = Bild eller fil borttagen
event-reported = Anmäld
event-approved = Godkänd
event-approval-asked = Fråga före godkännandet
event-approval-answered = Svar på frågan
event-commented = Kommentar
event-rated = Betyg lämnat
event-reopened = Öppnad igen
event-changed = { $what } från { $before } till { $after }
event-time-changed = Tiden ändrad
event-place-changed = Platsen ändrad
event-hours-changed = Tidsåtgången ändrad
event-count-changed = Antalet ändrat
event-note-changed = Meddelandet ändrat
event-cost-changed = Det som debiteras ändrat
event-promise-kept = Klar i utlovad tid
event-joined = Fler har märkt det
event-promise-broken = Utlovad tid passerades
part-time = tiden
part-place = platsen
part-hours = tidsåtgången
part-count = antalet
part-note = meddelandet
part-none = inget angivet
request-changed-by = { $name } har ändrat { $what }
promise-kept = Löftet hölls
promise-late = Blev senare än utlovat
late-since = Försenad sedan { $moment }
late-soon = Bråttom: utlovat till { $moment }
late-short = Försenad
followed-short = Du följer den

## Rating

rating-done = { $name } är klar
rating-thanks = Tack för ditt betyg!
rating-summary = Klart: { $name }. Hur blev det?
rating-label = Hur blev det?
rating-say = Sätt betyg från 1, dåligt, till 5, mycket bra.
rating-comment = Vill du säga något mer?
rating-change = Ändra betyget
rating-5 = 5 – mycket bra
rating-4 = 4 – bra
rating-3 = 3 – helt okej
rating-2 = 2 – inte så bra
rating-1 = 1 – dåligt

## Receipt

receipt-follow = Du får veta när något händer. Skriv { $id } när du vill se hur det går.
receipt-summary = Tack, vi har tagit emot { $id }: { $name }
emergency-title = Akut: gör det här först
emergency-112 = Vid fara för liv eller hälsa: ring 112.
emergency-phone = Ring sedan { $name }:
party-phone = Telefon { $phone }, { $hours }

## Approval

approval-asked = { $name } vill beställa. Godkänner du?
waiting-since = Har väntat sedan { $moment }
approval-question-open = Fråga först
approval-question-label = Vad vill du veta?
approval-asked-by = { $name }, { $moment }
approval-answer-label = Svara { $name }
approval-answer = Skicka svaret
approval-why-add-on = Ett tillägg behöver alltid ditt ja
approval-why-limit = Det debiteras mer än gränsen { $limit }
approval-left-hours = { $left } av { $agreed } i { $month }, med den här inräknad
approval-left-budget = { $left } av { $budget } för { $year }, med den här inräknad
approval-budget-of = { $budget } för { $year }
approval-over-budget = Överskrids med { $over }, med den här inräknad
approval-spent = { $charged } utöver överenskommelsen { $year }, med den här inräknad
approval-no-budget = Verksamheten har ingen egen budget inlagd.
approval-instead-of = I stället för { $names }
approval-question-sent = Frågan om { $request } är skickad till { $to_person }. Du får svaret här.
approval-answer-sent = Tack. Ditt svar om { $request } är skickat till den som frågade.
substitute-heading = Vem godkänner i ditt ställe?
substitute-heading-you = Godkänn i någons ställe
substitute-heading-back = Du godkänner själv igen
substitute-heading-you-back = { $name } godkänner själv igen
substitute-told = { $name } får godkänna
substitute-you = Du får godkänna för { $name }
substitute-over = Gäller inte längre
substitute-who-label = Ersättare
substitute-hint = Nya beställningar går till er båda de dagarna. Vem som svarade syns i ärendet.
substitute-hint-you = Du får frågorna här. Säg ja eller nej precis som chefen brukar.
substitute-nobody = Det finns ingen på verksamheten att välja
substitute-choose = Vem?
substitute-choose-how = Du kan skriva vem och när, till exempel: jag är borta 4-8 april, { $name } godkänner.
substitute-who = Jag vet inte vem du menar. Välj här.
error-not-substitute = { $person } kan inte godkänna åt dig. Välj någon på din verksamhet.
approval-summary = Att godkänna: { $name }, { $cost } debiteras

## Queue

queue-summary = Att fördela: { $name }, { $unit }
queue-to-give = Ska fördelas
queue-uncovered = Alla som kan har tackat nej eller inte svarat
queue-offered = { $name } är tillfrågad och har inte svarat än
queue-done = Klart, utfört av { $name }
queue-suggested = Förslag: { $name }
queue-person = Vem ska få uppdraget?
queue-others = Andra som kan: { $names }.
queue-full = { $name } (full dag)
queue-little-room = { $name } (ont om tid)
queue-too-long = { $name } (mer än en dag)
queue-nobody = Ingen att föreslå just nu
queue-nobody-more = Ingen i tjänst har all utbildning som krävs här. Se över bemanningen, eller ring någon som kan.
claim-free = Ledigt
claim-taken = { $name } har tagit det
claim-over = Inte längre ledigt
claim-hint = Den som trycker först får det.
claim-summary = Ledigt uppdrag: { $name }, { $unit }
suggested-all-competences = Har den utbildning som krävs
suggested-unit-team = Hör till teamet på { $unit }
suggested-other-team = Hör till ett annat team
suggested-least-load = Har minst att göra den dagen: { $load } av { $day } timmar
suggested-little-room = Hinner kanske inte allt den dagen: { $load } av { $day } timmar är upptagna
suggested-too-long = Uppdraget är på { $hours }, längre än en arbetsdag på { $day } timmar
suggested-unknown-hours = Arbetstiden är inte känd, så fråga först
suggested-no-room = Dagen är redan full: { $load } av { $day } timmar

## Undeliverable

undeliverable-heading = Meddelanden som inte kom fram
undeliverable-none = Alla meddelanden har kommit fram
undeliverable-count = { $count ->
    [one] Ett meddelande kom inte fram
   *[other] { $count } meddelanden kom inte fram
}
undeliverable-line = { $name }: { $about }
undeliverable-hint = Ring eller hör av dig på annat sätt. Så fort personen skriver till mig kan jag nå fram igen.
undeliverable-summary = Kom inte fram till { $names }
kind-other = ett meddelande
kind-assignment-offer = fråga om uppdrag för
kind-assignment = uppdrag
kind-request = ärende
kind-issue = felanmälan
kind-file = besked om en bilaga
kind-human = någon som ville ha hjälp
kind-survey = månadens fråga
kind-commitment = påminnelse
kind-commitment-handed-over = ett åtagande att ta över
kind-reply = ett svar på det som skrevs
kind-reply-order = beställningskort
kind-reply-choice = frågan om vilken tjänst
kind-reply-request = svar om ärende
kind-reply-receipt = kvitto på felanmälan
kind-reply-requests = listan över ärenden
kind-reply-assignment = svar om uppdrag
kind-reply-assignments = listan över uppdrag
kind-reply-queue = kön att fördela
kind-reply-rating = fråga om betyg för
kind-request-done = fråga om betyg för
kind-request-followed = besked om ett fel som fler har märkt,
kind-request-answered = svar på din fråga om
kind-request-approval = fråga om godkännande av
kind-approval-reminder = påminnelse om att godkänna
kind-approval-substitute = fråga om att godkänna i någons ställe,
kind-approval-unanswered = besked om att ingen har godkänt
kind-approval-question = fråga före godkännandet av
kind-approval-answered = svar på frågan om
kind-substitute = besked om att någon ska godkänna åt en chef
kind-request-changed = besked om ändring i
kind-request-cancelled = besked om avbokning av
kind-request-rejected = besked om att chefen sa nej till
kind-request-queued = nytt ärende att fördela,
kind-request-commented = kommentar till
kind-request-remarked = intern anteckning om
kind-assignment-declined = besked om att någon tackade nej till
kind-assignment-withdrawn = besked om att uppdraget utgår för
kind-assignment-assigned = uppdrag för
kind-assignment-claimed = uppdrag för
kind-assignment-unanswered = besked om att frågan gick vidare för
kind-promise-warned = påminnelse om utlovad tid för
kind-promise-broken = besked om bruten utlovad tid för
kind-series = besked om återkommande beställning

## Assignment

assignment-over = Uppdrag för { $id }
assignment-summary = Uppdrag: { $name }, { $place }
assignment-offered = Kan du ta det här?
offer-answer-by = Svara senast { $moment }, annars frågar jag någon annan.
offer-moved-on = Tiden att svara på { $request } har gått ut, så frågan går vidare till någon annan.
assignment-accepted = Ditt uppdrag
assignment-started = Pågår
assignment-paused = Pausat
assignment-done = Klart, tack!
assignment-declined = Du tackade nej
assignment-handed-over = Överlämnat
assignment-withdrawn = Inte längre aktuellt
assignment-short-offered = Väntar på ditt svar
assignment-asked = Tillfrågad, väntar på svar
assignment-short-accepted = Inte påbörjat
assignment-short-started = Pågår
assignment-short-paused = Pausat
assignment-short-done = Klart
assignment-short-declined = Tackade nej
assignment-short-handed-over = Överlämnat
assignment-short-withdrawn = Inte aktuellt
assignment-back = Jag kan inte
assignment-done-open = Redan klart?
assignment-resume = Fortsätt
waiting-open = Behöver du veta något?
waiting-label = Fråga den som beställde. Arbetet vilar tills du får svar.
waiting-asked = Jag har frågat { $to_person }. { $request } vilar tills svaret kommer.
ask-requester-how = Vill du fråga beställaren? Skriv: fråga beställaren: vilken är det?
assignment-hours = Hur många timmar tog det?
assignment-note = Något att berätta? (valfritt)
assignments-heading = Dina uppdrag
assignments-count = { $count ->
    [0] Du har inga uppdrag just nu
    [one] Du har ett uppdrag
   *[other] Du har { $count } uppdrag
}
assignments-hint = Skriv ett nummer, så visar jag ärendet.

## Requests

requests-heading = Dina ärenden
requests-heading-unit = Verksamhetens ärenden
requests-over = Det här är klart eller avslutat
requests-none-open = Inget är öppet just nu
requests-none-over = Inget är klart än
requests-page = Sida { $page }
requests-next = Visa fler
requests-previous = Tillbaka
requests-count = { $count ->
    [0] Allt är klart
    [one] Ett är öppet
   *[other] { $count } är öppna
}
requests-none = Du har inga ärenden än
requests-none-hint = Skriv vad du behöver, till exempel: kan någon byta lampan i korridoren?
requests-hint = Tryck på ett ärende så öppnas det, eller skriv dess nummer.
requests-open = Öppna { $id }

## Catalogue

catalogue-heading = Det här kan ni beställa
catalogue-hint = Skriv bara vad du behöver, så hittar jag rätt tjänst.
catalogue-choose = Läs mer om en tjänst
catalogue-open = Visa katalogen
catalogue-empty = Här finns inget att beställa just nu.
category-mandatory = Ingår alltid
category-mandatory-more = Sköts enligt överenskommelsen. En beställning blir ett extra besök.
category-call-off = Vid behov
category-call-off-more = Dras först från månadens timmar.
category-add-on = Tillägg
category-add-on-more = Chefen godkänner varje beställning.
agreed-heading = Timmar i { $month }
agreed-none = Det finns ingen gällande överenskommelse den månaden
agreed-left = { $left } av { $agreed } kvar
agreed-drawn = Utfört { $used }, bokat { $booked }
agreed-beyond = { $hours } över det avtalade
agreed-charged = Det som är beställt utöver överenskommelsen den månaden.
promises-heading = Löften i { $month }
promises-kept = { $kept } av { $all } hållna, { $percent } %
promises-none = Inga löften har avgjorts
promises-how = Ett löfte är avgjort när arbetet är klart, eller när den utlovade tiden passerar.
## Indicators

indicators-heading = Nyckeltal i { $month }
indicators-known = { $known } av { $all } har ett utfall
indicator-which = Vilket nyckeltal menar du: { $names }? Skriv till exempel: visa { $code } för { $month }
indicators-none = Inga nyckeltal följs här den månaden.
indicators-missing = Inget utfall än: { $names }.
indicator-all = Hela piloten
indicator-scope = Visa för
indicator-area-customer = Kund och kvalitet
outcome-which-month = För vilken månad är utfallet? Skriv till exempel { $code } i december 2021: { $value }.
outcome-which-unit = Vilken verksamhet gäller utfallet: { $names }? Skriv namnet eller koden, till exempel { $code }
outcome-noted = Tack, utfallet är sparat.
indicator-baseline = Utgångsläge { $value }, { $day }
indicator-target-by = Mål { $target } senast { $day }
indicator-forecast = Går det som hittills blir det ungefär { $value } i { $month }
indicator-kind-leading = Ledande nyckeltal: det som leder till målet.
indicator-kind-lagging = Eftersläpande nyckeltal: det som blev.
indicator-source-survey = Kommer från månadens frågor.
indicator-source-requests = Räknas ut av ärendena.
indicator-source-time-entries = Räknas ut av arbetade timmar.
indicator-source-competences = Räknas ut av servicemedarbetarnas kompetenser.
indicator-source-economy = Ekonomin räknar fram det, och det skrivs in för hand.
indicator-source-manual = Fylls i för hand.
indicator-months = Månad för månad
indicator-others = Andra verksamheter
indicator-story = Ifyllt för hand
indicator-replaced = rättat sedan
indicator-enter = Fyll i utfallet
indicator-correct = Rätta utfallet
indicator-value = Utfall
indicator-comment = Varför? Behövs när du rättar.
indicator-area-efficiency = Effektivitet
indicator-area-economy = Ekonomi
indicator-area-work-environment = Arbetsmiljö
indicator-no-outcome = Inget utfall än
indicator-too-few = För få svar för att visas
indicator-target = Mål { $target }
indicator-reached = Målet { $target } är nått
indicator-missed = Målet är { $target }
indicator-followed = Följs utan mål
indicator-unchanged = Som månaden före
indicator-change-up = Upp { $change } sedan månaden före
indicator-change-up-good = Upp { $change } sedan månaden före, bättre
indicator-change-up-bad = Upp { $change } sedan månaden före, sämre
indicator-change-down = Ner { $change } sedan månaden före
indicator-change-down-good = Ner { $change } sedan månaden före, bättre
indicator-change-down-bad = Ner { $change } sedan månaden före, sämre
indicator-trend-up = Stiger sedan flera månader
indicator-trend-up-good = Blir stadigt bättre
indicator-trend-up-bad = Blir stadigt sämre
indicator-trend-down = Sjunker sedan flera månader
indicator-trend-down-good = Blir stadigt bättre
indicator-trend-down-bad = Blir stadigt sämre
indicator-unit-score-1-10 = { $value } av 10
indicator-unit-score-1-5 = { $value } av 5
indicator-unit-percent = { $value } %
indicator-unit-working-hours = { $value } arbetstimmar
indicator-unit-hours = { $value } timmar
indicator-unit-hours-per-week = { $value } timmar i veckan
indicator-unit-traffic-light = { $value } % gröna
indicator-unit-per-100-hours = { $value } på 100 timmar
## Audit

audit-heading = Logg för { $number }
audit-heading-all = Loggen
audit-none = Det finns inget i loggen om det
audit-desk = Vaktis
audit-older = Äldre
audit-newer = Nyare
audit-all = Hela loggen
logged-offered = Erbjudet
logged-accepted = Tackade ja
logged-declined = Tackade nej
logged-started = Startat
logged-paused = Pausat
logged-claimed = Tog ledigt uppdrag
logged-withdrawn = Taget tillbaka
logged-handed-over = Lämnat över
logged-planned = Planerat
logged-confirmed = Bekräftat
logged-corrected = Timmar rättade
logged-ended = Avslutat
logged-shortened = Kortat
logged-named = Ersättare utsedd
logged-loaded = Filer inlästa
logged-language-chosen = Språk valt
logged-asked-for-human = Bad om en människa
logged-human-answered = Samordnaren svarade
logged-human-ended = Samtalet avslutat
logged-announcement-approved = Information godkänd
logged-announcement-asked = Bad om godkännande
logged-announcement-drafted = Information skriven
logged-announcement-recalled = Information återkallad
logged-announcement-rejected = Information inte godkänd
logged-announcement-reminded = Påminnelse om informationen
logged-announcement-scheduled = Tid för utskicket vald
logged-announcement-sent = Information skickad
logged-announcement-written = Texten ändrad
logged-unanswered = Inte besvarat i tid
logged-cause-effect = Vad åtgärden gav
logged-cause-logged = Orsak och åtgärd antecknade
logged-commitment-assessed = Risken bedömd
logged-commitment-filled = Ifyllt
logged-commitment-finished = Klart för den här gången
logged-commitment-handed-over = Åtagandet lämnat över
logged-commitment-moved = Sista dagen flyttad
logged-commitment-snoozed = Påminnelsen uppskjuten
logged-commitment-status = Läget ändrat
logged-outcome-entered = Utfall ifyllt
logged-question-added = Fråga tillagd
logged-question-changed = Frågan ändrad
logged-question-retired = Frågan ställs inte mer
logged-promise-warned = Varning om utlovad tid
logged-request-closed = Ärendet avslutat
logged-series-approved = Återkommande beställning godkänd
logged-series-begun = Återkommande beställning
logged-series-changed = Återkommande beställning ändrad
logged-series-ended = Återkommande beställning avslutad
logged-survey-opened = Frågorna skickades
logged-survey-closed = Omgången stängd
logged-survey-paused = Frågorna pausade
logged-survey-resumed = Frågorna går ut igen
origin-chat = från chatten
origin-press = från en knapp
origin-job = av sig själv
origin-command = från ett kommando
origin-party = från en länk
button-audit-show = Visa
way-audit-page = visa loggen för { $number } sida { $page }
way-audit-show = visa loggen
way-audit-page-all = visa loggen sida { $page }
service-over = Tjänst
service-all = Alla tjänster
service-price = { $price } per timme
service-level = inom { $hours } arbetstid
service-summary = { $name }: pris och servicenivå
service-not-open = Går inte att beställa än
service-not-here = Finns inte för din verksamhet
service-who = chef och beställare på verksamheten
service-who-add-on = chef och beställare på verksamheten; chefen godkänner
service-example = Beställ genom att skriva till exempel: { $name } på fredag

## Catalogue, a page at a time

catalogue-over = Katalogen
catalogue-category = { $name }: visa { $count ->
    [one] tjänsten
   *[other] alla { $count }
}
catalogue-found = { $name }: { $count ->
    [0] ingen tjänst
    [one] en tjänst
   *[other] { $count } tjänster
}
catalogue-sought = Sökning: { $query }
catalogue-none = Jag hittar ingen tjänst för { $query }. Skriv med egna ord vad du behöver, så försöker jag.
catalogue-page = Sida { $page } av { $pages }
catalogue-next = Nästa sida
catalogue-previous = Föregående sida
catalogue-search = Sök
label-query = Sök tjänst
label-left = Kvar i månaden
label-service = Tjänst
service-left = { $left } av { $held }
service-code = Kod
service-others = Fler av samma slag
service-would-cost = Så mycket kostar det, räknat på { $hours }
service-posted = Skriv till mig i vår chatt om du vill beställa: beställ { $name }
service-order-words = beställ { $name }
button-order-start = Beställ
way-order-start = beställ { $name }
way-catalogue-search = sök stolar
way-catalogue-next = nästa sida
way-catalogue-previous = förra sidan
way-category-mandatory = visa obligatoriska tjänster
way-category-call-off = visa avropstjänster
way-category-add-on = visa tilläggstjänster
search-unknown = Jag känner inte igen dig än. Be din administratör lägga till dig, så kan du söka här.
search-nothing = Jag hittar ingen tjänst för { $query }.

## The terminal

chat-sits = { $name } ({ $code }), { $moment }
chat-hint = Skriv som i Teams. En siffra trycker på en knapp, /help berättar mer, /quit slutar.
chat-help =
    En rad är ett meddelande. En siffra trycker på den knappen; fälten frågas efter ett i taget och Enter behåller det som står.
    2 hours=3 comment=Klart fyller i fält direkt, 2! tar allt som det står, > 2 skriver siffran som meddelande.
    /as SAM1 byter person, /clock +1d flyttar klockan (+30m +2h +1w eller en ISO-tid), /quit eller Ctrl-D slutar.
chat-pressed = [{ $title }]
chat-no-choice = Det finns ingen knapp { $number } just nu.
chat-no-command = Kommandot /{ $name } finns inte. Skriv /help.
chat-nobody = Ingen har koden { $code }.
chat-clock = Klockan är { $moment }.
chat-bad-clock = Klockan går bara framåt, och bara i utveckling: /clock +1d

## Help

help-heading = Så här kan jag hjälpa dig
help-try = Skriv till exempel
help-also = Bra att veta
help-urgent = Är någon i fara? Ring 112 först.
help-principal = Beställ service, anmäl fel och godkänn kostnader. Skriv med egna ord.
help-principal-1 = Du ser vad det kostar innan du beställer. Skriv hur många timmar har vi kvar för att se månadens timmar.
help-principal-2 = Du får en fråga när något behöver ditt godkännande, eller en överenskommelse din påskrift.
help-principal-3 = Allt som knapparna gör kan du också skriva.
help-requester = Beställ service och anmäl fel. Skriv med egna ord.
help-requester-1 = Du ser vad det kostar innan du beställer.
help-requester-2 = Kortet visar hela tiden hur det går.
help-requester-3 = Allt som knapparna gör kan du också skriva.
help-employee = Här får du dina uppdrag. Svara med knapparna eller skriv.
help-employee-1 = Varje morgon får du dagens uppdrag på ett kort. Skriv mitt pass när du vill se det. Tryck på Starta när du börjar och Klart när du är färdig.
help-employee-2 = Tiden räknas åt dig, och du kan ändra den. Stående arbete bekräftar du en gång om dagen: klart med allt idag.
help-employee-3 = Kan du inte? Säg till, så frågar samordnaren någon annan. Är du sjuk, eller måste du gå hem? Skriv jag är sjuk i dag eller måste gå hem kl. 12.
help-coordinator = Här får du nya ärenden att fördela, med förslag på vem som kan.
help-coordinator-1 = Skriv hur håller vi löftena för att se hur många som hölls, och visa Leos timmar för att se och rätta någons vecka.
help-coordinator-2 = Skriv visa tavlan för att se vad som är öppet, sent och otilldelat, vem jobbar i dag för att se vem som har tid, och planera torsdag för Leo för att se någons dag. Det du skriver efter internt B-2022-0001: läser inte beställaren.
help-coordinator-3 = Du får veta om ett meddelande inte kommer fram.
help-leader = Här får du påminnelser om rapporter och annat som ska bli klart.
help-leader-1 = Påminnelsen säger vad som saknas, så att du kan fylla i det. Skriv årshjulet för mars, visa riskerna eller visa orsaksloggen för att se mer.
help-leader-2 = Skriv ny information till chefer och fackliga: och texten, så ser du den innan den går ut till alla samtidigt. Skriv sedan vem har läst, eller lista informationen.
help-leader-3 = Månadens frågor går ut av sig själva, och ingen kan se vem som svarat vad. Skriv hur går det, visa nyckeltalen för mars, sjukfrånvaro i februari, hur gick enkäten eller visa alla frågor.
help-owner = Här får du veta vad som ska bli klart, och vad som dröjer.
help-owner-1 = Påminnelsen säger vad som saknas.
help-owner-2 = Du kan skjuta på en påminnelse eller ändra läget direkt i kortet.
help-owner-3 = Fel kan du anmäla precis som alla andra.
help-administrator = Här får du veta när något i systemet behöver ses över.
help-administrator-1 = Okända personer som skriver till mig får du ett meddelande om.
help-administrator-2 = Överenskommelser skriver, erbjuder, ändrar och avslutar du här.
help-administrator-3 = Skriv visa loggen för B-2022-0001 för att se vad som har ändrats, av vem och varifrån.
example-principal-1 = Kan någon byta lysröret{ $place ->
    [none] {""}
   *[other] {" "}i { $place }
  } i morgon före 8?
example-principal-2 = Det läcker vatten från taket{ $other ->
    [none] {""}
   *[other] {" "}i { $other }
  }
example-principal-3 = Mina ärenden
example-requester-1 = Kan någon byta lysröret{ $place ->
    [none] {""}
   *[other] {" "}i { $place }
  } i morgon före 8?
example-requester-2 = Det är kallt{ $other ->
    [none] {" "}här
   *[other] {" "}i { $other }
  }
example-place = { $place }
example-requester-3 = Mina ärenden
example-employee-1 = Mina uppdrag
example-employee-2 = Klart, det tog en halvtimme
example-employee-3 = Jag kan inte ta det
example-coordinator-1 = Visa kön
example-coordinator-2 = Stolar till aulan på torsdag kl. 13
example-coordinator-3 = Det är stopp i en toalett på Pilotverksamhet 2
example-leader-1 = Vad ska bli klart?
example-leader-2 = Visa årshjulet nästa månad
example-leader-3 = Hur går det?
example-owner-1 = Vad ska bli klart?
example-owner-2 = Visa katalogen
example-owner-3 = Det är kallt i biblioteket
example-administrator-1 = Visa katalogen
example-administrator-2 = Överenskommelser
example-administrator-3 = Det är kallt i biblioteket

## Welcome

welcome-heading = Hej { $name }! Jag är Vaktis.
welcome-try = Prova att skriva
welcome-help = Skriv hjälp när du undrar något.
welcome-principal = Säg till mig när ni behöver service eller något är trasigt, så ordnar jag rätt person. Kostnader godkänner du här.
welcome-requester = Säg till mig när du behöver service eller något är trasigt, så ordnar jag rätt person.
welcome-employee = Jag ger dig dina uppdrag, ett i taget. Du svarar med en knapp.
welcome-coordinator = Jag ger dig nya ärenden, med förslag på vem som kan ta dem.
welcome-leader = Jag påminner dig om rapporter och skickar månadens frågor åt dig.
welcome-owner = Jag säger till när något ska bli klart eller dröjer.
welcome-administrator = Jag säger till när något behöver ses över.

## Survey

survey-over = Månadens fråga, { $month }
survey-summary = Månadens fråga: { $text }
survey-anonymous = Ingen kan se vad just du har svarat. Svara till och med { $day }.
survey-answer = Ditt svar
survey-hours = Timmar i veckan
survey-thanks = Tack för ditt svar!
survey-changeable = Du kan ändra dig till och med { $day }.
survey-change = Ändra mitt svar
survey-closed = Frågan är stängd
survey-closed-more = Tack till alla som svarade.
survey-is-paused = Frågorna är pausade till { $day }
survey-is-left = Du får inga fler frågor
survey-talk-ask = Vill du prata med någon om hur du har det?
survey-talk-how = Säger du ja får din samordnare veta att du vill prata, inte vad du har svarat. Annars får ingen veta något.
survey-talk-said = Jag vill gärna prata om hur jag har det.
survey-talk-offer = Det låter tungt. Vill du prata med någon? Skriv jag vill prata om hur jag har det, så hör din samordnare av sig. Annars får ingen veta något.
survey-talk-told = Jag har bett din samordnare höra av sig till dig. Vad du har svarat står ingenstans.
survey-talk-nobody = Det finns ingen samordnare att fråga just nu. Vänd dig till din chef.
survey-words = Säg ett ord om det
survey-words-label = Ett ord om ditt svar
survey-words-how = Skriv inga namn. Det visas utan vem, och bland få svar också utan när och var.
survey-words-noted = Tack! Det du skrev står bredvid ditt svar, utan ditt namn.
survey-left = Då frågar jag dig inte mer. Skriv börja fråga mig igen om du ändrar dig.
result-heading = Resultat av månadens fråga, { $month }
result-open = Omgången är öppen till och med { $day }. Resultatet visas efter det.
result-sent = { $sent } av { $of } har fått frågan
result-sent-all = Alla { $of } har fått frågan
questions-heading = Månadens frågor, alla
question-new = Ny fråga
question-change = Ändra orden
question-how = Nya ord gäller från nästa omgång. Hur man svarar går inte att ändra, för då bryts kurvan. Lägg i så fall till en ny fråga och sluta ställa den här.
question-live = Ställs
question-retired = Ställs inte mer
question-audience = Vem får frågan?
question-answer = Hur svarar man?
question-months = I vilka månader?
question-indicator = Nyckeltal
question-no-indicator = Inget nyckeltal
question-text-sv = På svenska
question-text-en = På engelska
question-kind-scale-1-10 = Skala 1–10
question-kind-scale-1-5 = Skala 1–5
question-kind-frequency = Hur ofta
question-kind-number-hours = Timmar i veckan
question-kind-traffic-light = Trafikljus
question-kind-text = Egna ord
question-now-changed = Fråga { $question } ställs med de nya orden från nästa omgång.
question-now-retired = Fråga { $question } ställs inte mer. Det som är svarat finns kvar.
question-now-added = Fråga { $question } är tillagd.
result-ahead = Den månaden har inte börjat än.
result-none = Ingen fråga gick ut den månaden.
result-rate = { $answered } av { $asked } svarade, { $percent } %
result-words = Svaren är med egna ord och läses av projektledaren, utan namn.
result-said = Så skrev några:
result-scale-1-5 = I genomsnitt { $value } av 5
result-scale-1-10 = I genomsnitt { $value } av 10
result-frequency = { $value } % svarade ofta eller alltid
result-traffic-light = { $value } % svarade grön
result-number-hours = I genomsnitt { $value } timmar i veckan
survey-say-scale-1-5 = 1 är lägst och 5 är högst.
survey-say-scale-1-10 = 1 är lägst och 10 är högst.
survey-say-frequency = Svara aldrig, sällan, ibland, ofta eller alltid.
survey-say-traffic-light = Svara grön, gul eller röd.
survey-say-number-hours = Svara med ett ungefärligt antal timmar.
survey-say-text = Skriv med egna ord, men inga namn.
answer-frequency-never = Aldrig
answer-frequency-seldom = Sällan
answer-frequency-sometimes = Ibland
answer-frequency-often = Ofta
answer-frequency-always = Alltid
answer-traffic-light-green = Grön – bra
answer-traffic-light-yellow = Gul – så där
answer-traffic-light-red = Röd – inte bra

## Commitment

commitment-kind-report = Rapport
commitment-kind-evaluation = Utvärdering
commitment-kind-proposal = Förslag
commitment-kind-final-report = Slutrapport
commitment-kind-milestone = Milstolpe
commitment-kind-control = Kontrollmoment
commitment-kind-assignment = Särskilt uppdrag
commitment-kind-measure = Åtgärd
commitment-summary = { $title }: { $left }
commitment-left = { $days ->
    [one] En dag kvar
   *[other] { $days } dagar kvar
}
commitment-today = Sista dagen är i dag
commitment-late = { $days ->
    [one] En dag försenat
   *[other] { $days } dagar försenat
}
commitment-not-started = Inte påbörjat
commitment-ongoing = Pågår
commitment-waiting = Väntar
commitment-finished = Klart
commitment-missing = Det här saknas
commitment-filled = { $count ->
    [one] En kommentar är sparad.
   *[other] { $count } kommentarer är sparade.
}
commitment-snoozed = kommer { $day }
commitment-fill-open = Fyll i
commitment-comment = Skriv det som saknas
commitment-fill-what = Vad gäller det?
commitment-fill-other = Något annat
commitment-note = Kommentar till läget, om du vill
commitment-move-open = Flytta
commitment-new-day = Ny dag
commitment-why = Varför, om du vill
commitment-was-due = skulle ha varit { $day }
commitment-handover-open = Lämna över
commitment-to-whom = Vem tar över?
commitment-status-open = Ändra läget
commitment-snooze-open = Påminn senare
commitment-until = Påminn mig igen
missing-outcome = Utfall för { $name }
missing-unit = En kommentar från { $name }
recipient-administrations = berörda förvaltningar
recipient-management = serviceförvaltningens ledningsgrupp
recipient-board = servicenämnden
recipient-steering = styrgruppen
recipient-executive = kommunledningen
recipient-unions = fackliga organisationer

## Errors

error-refused = Det gick inte. Inget är ändrat.
error-not-allowed = Det där behöver någon annan göra. Fråga gärna din chef eller samordnaren.
refused-who-agreement-edit = Det är { $roles } som skriver och ändrar överenskommelser.
refused-who-announcement-send = Det är { $roles } som skickar information till många.
refused-who-audit-read = Det är { $roles } som läser loggen.
refused-who-commitment-edit = Det är { $roles } som ändrar i årshjulet, och den som har uppgiften.
refused-who-commitment-read = Det är { $roles } som ser årshjulet och dess kalender.
refused-who-economy-read = Det är { $roles } som ser ekonomin.
refused-who-indicator-enter = Det är { $roles } som fyller i utfall.
refused-who-indicator-read = Det är { $roles } som ser nyckeltalen.
refused-who-order-approve = Det är { $roles } som godkänner kostnader.
refused-who-request-assign = Det är { $roles } som fördelar uppdrag.
refused-who-survey-answer = Månadens fråga går till { $roles }.
refused-who-survey-manage = Det är { $roles } som sköter månadens frågor.
refused-ask = Fråga gärna { $name }.
refused-elsewhere = Det kan du bara göra för { $units }.
refused-instead = Du kan skriva { $examples }.
refused-try-requests = ”mina ärenden”
refused-try-assignments = ”mina uppdrag”
refused-try-board = ”visa tavlan”
refused-try-indicators = ”visa nyckeltalen”
refused-try-wheel = ”visa årshjulet”
refused-try-agreements = ”visa överenskommelserna”
role-requester = de som beställer
role-principal = chefen
role-service-employee = servicemedarbetarna
role-coordinator = samordnaren
role-project-leader = projektledaren
role-economist = ekonomen
role-project-owner = projektägaren
role-administrator = systemförvaltaren
error-not-found = Det där hittar jag inte.
error-unit-not-found = Jag hittar ingen verksamhet som heter { $id }. Skriv namnet eller koden, till exempel PV3.
error-request-not-found = Jag hittar inget ärende med det numret. Skriv mina ärenden, så ser du dina.
error-assignment-not-found = Jag hittar inte det uppdraget. Skriv mina uppdrag, så ser du dina.
error-out-of-date = Kortet var gammalt, så inget hände. Här är det som gäller nu.
error-wrong-state = { $state ->
    [recalled] Den är återkallad. Skriv en ny om något ska gå ut.
    [submitted] { $id } är just mottagen, så det går inte nu.
    [awaiting_approval] { $id } väntar på godkännande, så det går inte nu.
    [queued] { $id } ligger i kö hos samordnaren, så det går inte nu.
    [assigned] { $id } är tilldelad men inte påbörjad, så det går inte nu.
    [in_progress] { $id } är påbörjad, så det går inte längre.
    [waiting] { $id } väntar på svar från beställaren, så det går inte nu.
    [done] { $id } är redan klar, så det går inte längre.
    [closed] { $id } är avslutad, så det går inte längre.
    [rejected] { $id } blev inte godkänd, så det går inte längre.
    [cancelled] { $id } är avbokad, så det går inte längre.
    [forwarded] { $id } är skickad vidare, så det går inte nu.
    [offered] { $id } har inte fått något svar än, så det går inte nu.
    [accepted] { $id } är antaget men inte påbörjat, så det går inte nu.
    [started] { $id } är påbörjat, så det går inte längre.
    [paused] { $id } är påbörjat och pausat, så det går inte nu.
    [declined] { $id } fick ett nej, så det går inte längre.
    [handed_over] { $id } är överlämnat, så det går inte längre.
    [withdrawn] { $id } har tagits tillbaka, så det går inte längre.
    [shared] { $id } är delad mellan två, så en del av den går inte att flytta för sig.
    [signed] { $id } är påskriven, så det går inte längre.
    [ended] { $id } har upphört, så det går inte längre.
    [sent] Den är redan skickad, så det går inte längre.
    [placed] Den beställningen är redan skickad, så det går inte längre.
    [dropped] Den beställningen är borttagen, så det går inte längre.
   *[other] Det går inte, som det är nu.
}
error-not-approved = { $person } har inte godkänt den än. Du får besked när det är gjort.
error-offer-gone = Uppdraget är inte kvar. Någon annan har tagit det, eller så är det avbokat.
error-bad-input = { $field ->
    [audience] Jag vet inte vem du menar. Skriv till exempel chefer, servicemedarbetare eller fackliga.
    [unit] Jag vet inte vilken verksamhet du menar. Skriv namnet eller koden, till exempel PV3.
    [between] Utfallet ska vara ett tal från { $lowest } till { $highest }, till exempel 94,5 eller 4,2.
    [least] Utfallet ska vara ett tal som inte är lägre än { $lowest }, till exempel 12,5.
    [value] Utfallet ska vara ett tal som nyckeltalet kan ha, till exempel 94,5.
    [question] Frågan behöver ord på båda språken, högst 200 tecken på varje.
    [months] Skriv i vilka månader frågan ska ställas.
    [kind] Skriv hur man svarar: skala 1-10, skala 1-5, hur ofta, timmar, trafikljus eller egna ord.
    [hours] Timmarna ska vara ett tal från { $lowest } till { $highest }.
    [rating] Betyget ska vara ett tal från { $lowest } till { $highest }.
    [count] Antalet ska vara ett heltal från { $lowest } till { $highest }.
    [month] Den månaden har inte börjat än. Välj den här månaden eller en tidigare.
    [person] Jag vet inte vem du menar. Skriv hela namnet, eller välj det i listan.
    [date] Datumet går inte att använda. Välj i dag eller en senare dag.
    [wanted] Jag behöver veta när. Välj ett datum som inte har varit, eller skriv till exempel: på torsdag.
    [likelihood] Sannolikheten ska vara ett heltal från 1 till 5.
    [consequence] Konsekvensen ska vara ett heltal från 1 till 5.
    [time] Klockslaget går inte att läsa. Skriv till exempel 08:00.
   *[other] Något i det du fyllde i går inte att använda. Se över det och försök igen.
}
error-no-agreement = Det går inte att beställa den dagen: verksamheten har ingen överenskommelse som gäller då.
error-agreement-overlaps = Verksamheten har redan en överenskommelse som gäller några av de dagarna: { $agreement }. Välj andra dagar.
error-not-orderable = Den tjänsten går inte att beställa för din verksamhet.
error-not-suitable = Den personen saknar utbildning som krävs här. Välj någon annan.

## Dialogs

which-unit = Vilken verksamhet gäller det? Skriv namnet eller koden, till exempel PV3.
which-service = Vad vill du ha hjälp med? Skriv till exempel ”byt lampan i sal B214” eller ”visa tjänster”.
which-alarm = Vilket larm är det: { $names }?
which-fault = Vad är det för fel? Skriv vad som är trasigt och var, så skickar jag det till rätt ställe.
which-request = Vilket ärende menar du? Skriv numret: { $numbers }.
close-month = Månaden stängs av sig själv den 10 i månaden efter, så det behöver ingen göra. Till dess kan timmar rättas, med en orsak.
close-how = { $request } stängs av sig självt när det är gjort. Behövs det inte längre? Skriv: avboka { $request }.
close-how-forwarded = { $request } stängs när { $party } har svarat att det är klart. Har de sagt det till dig? Skriv: { $party } säger att { $request } är klart.
close-is-done = { $request } är redan klart och stängs av sig självt.
which-assignment = Vilket uppdrag menar du? Skriv numret: { $numbers }.
draft-dropped = Då tar jag bort den. Ingenting är beställt.
files-without-words = Tack för bilden. Skriv också vad den gäller, så hjälper jag dig.
files-added = { $count ->
    [one] Jag har lagt bilden till { $request }.
   *[other] Jag har lagt { $count } bilder eller filer till { $request }.
}
files-added-draft = { $count ->
    [one] Jag har lagt bilden till beställningen. Skriv beställ när allt stämmer.
   *[other] Jag har lagt { $count } bilder eller filer till beställningen. Skriv beställ när allt stämmer.
}
files-images = { $count ->
    [one] 1 bild
   *[other] { $count } bilder
}
files-others = { $count ->
    [one] 1 fil
   *[other] { $count } filer
}
files-pending = { $count ->
    [one] En hämtas just nu
   *[other] { $count } hämtas just nu
}
files-image = Bild { $number }
files-other = Fil { $number }
file-refused-too-large = Filen var för stor, så jag kunde inte ta emot den. Skicka en som är högst 10 MB.
file-refused-kind = Den sortens fil kan jag inte ta emot. Skicka en bild, en pdf, ett Word- eller Excel-dokument eller ren text.
file-refused-unreachable = Jag kunde inte hämta filen du skickade. Skicka den gärna en gång till.
nothing-said = Jag såg ingen text. Skriv vad du behöver, eller ”hjälp”.
not-understood = Det förstod jag inte. Skriv det gärna på ett annat sätt, eller ”hjälp” så ser du vad jag kan.
only-signs = Ord förstår jag bäst. Skriv vad du behöver, eller ”hjälp” så ser du vad jag kan.
you-are-welcome = Varsågod!
draft-waits = Beställningen är inte skickad än. Skriv ja när jag ska skicka den.
choose-first = Välj först vad det gäller, så visar jag pris och tid.
all-right = Okej.
cannot-order-ask = Din roll beställer inte, så inget är beställt. Be någon på verksamheten som får beställa, eller { $coordinator_person }. Fel kan du anmäla själv.
cannot-order-employee-ask = Servicemedarbetare beställer inte, så inget är beställt. Gäller det ditt arbete? Skriv till exempel mina uppdrag, börja eller klart. Har du sett ett fel? Skriv vad och var: lampan i matsalen är trasig. Annars: skriv prata med samordnaren, så hör { $coordinator_person } av sig.
cannot-order-employee = Servicemedarbetare beställer inte, så inget är beställt. Gäller det ditt arbete? Skriv till exempel mina uppdrag, börja eller klart. Har du sett ett fel? Skriv vad och var: lampan i matsalen är trasig.
cannot-order = Din roll beställer inte, så inget är beställt. Be någon på verksamheten som får beställa. Fel kan du anmäla själv.
help-now-draft = Kortet ovanför är inte beställt än. Skriv till exempel ”på torsdag”, ”i aulan” eller ”2 timmar” om något ska ändras. Skriv ”beställ” när det är rätt, eller ”ta bort”.
help-now-request = { $request } är skickat. Skriv till exempel ”hur går det?”, ”kommentera” eller ”avboka”.
help-now-assignment = Om uppdraget kan du skriva ”jag tar det”, ”jag kan inte”, ”starta”, ”pausa” eller ”klart, det tog 1 timme”.
scolded = Jag hör att det inte fungerar för dig, och det är tråkigt. Skriv ”prata med en människa”, så säger jag till samordnaren.
part-undone = Jag gjorde ingenting av det du skrev. Skriv det andra för sig, så tar jag det.
only-the-beginning = Det var en lång text. Jag har bara läst början av den, men allt som får plats står kvar i meddelandet.
human-said = { $by_person }: ”{ $words }” Svara genom att skriva svara, namnet och ett kolon, till exempel svara Karin: tack.
passed-on = Jag har skickat det till { $to_person }.
passed-on-unsure = Var det till mig? Skriv: det var till Vaktis.
pass-on-whom = Jag vet inte vem du vill svara. Skriv svara, namnet och ett kolon, till exempel svara Karin: tack.
pass-on-which = Flera heter så. Skriv koden i stället för namnet: { $codes }.
edited-placed = { $request } är redan beställt, så ändringen i meddelandet gäller inte det. Skriv ändra { $request } eller avboka { $request }.
edited-dropped = Den beställningen är borttagen. Skriv ett nytt meddelande, så gör jag en ny.
edited-too-late = Jag har redan svarat på det meddelandet, så ändringen gör inget. Skriv ett nytt meddelande i stället.
edited-no-order = Nu säger meddelandet ingen beställning. Kortet är som förut. Skriv ta bort om du inte vill ha det.
deleted-placed = Du tog bort meddelandet, men { $request } finns kvar. Skriv avboka { $request } om det inte behövs.
written-to-you = Jag har skrivit till dig, { $to_person }.
written-to-you-how = Jag skriver till dig i en egen chatt, { $to_person }. Ser du den inte? Sök efter Vaktis bland apparna och skriv hej till mig där.
language-chosen = Då skriver jag på svenska.
human-called = Jag har sagt till { $coordinator_person }, som hör av sig till dig.
no-human = Jag når ingen samordnare just nu. Försök gärna igen om en stund.
not-yet = Det kan jag inte hjälpa till med ännu.
not-yet-ask = Det kan jag inte ännu. { $coordinator_person } kan hjälpa dig.
identity-number-masked = Jag tog bort personnumret ur det du skrev. Det behövs inte här, så lämna gärna bort det nästa gång.
nothing-to-cancel = Du har inget ärende som går att avboka.
nothing-to-change = Du har inget ärende som går att ändra.
nothing-to-repeat = Jag hittar ingen sådan beställning att göra om. Skriv vad du behöver, eller mina ärenden.
nothing-to-reopen = Du har inget klart ärende att öppna igen.
nothing-to-rate = Du har inget klart ärende att betygsätta.
nothing-to-approve = Det finns inget som väntar på ditt godkännande.
nothing-offered = Du har inget uppdrag att svara på just nu.
nothing-offered-away = Du har inget uppdrag att svara på då. Kan du inte komma? Skriv till exempel: jag är borta i morgon.
nothing-to-start = Du har inget uppdrag att börja på just nu.
nothing-started = Du har inget uppdrag i gång just nu.
finish-hours = Bra jobbat! Hur lång tid tog det? Skriv till exempel: klart, det tog en halvtimme.
worked-accepted = Bra, { $request } är ditt.
worked-started = { $request } är i gång.
worked-paused = { $request } är pausat.
worked-done = Tack! { $request } är klart.
worked-declined = Okej, samordnaren frågar någon annan om { $request }.
queue-empty = Kön är tom. Alla ärenden har någon som gör dem.
queue-shown = { $shown ->
    [one] Ett ärende väntar på någon.
   *[other] { $shown } ärenden väntar på någon.
  }
queue-more = Här är de { $shown } som brådskar mest. { $more } till väntar.
nobody-suitable = Jag hittar ingen som kan ta det här. Välj själv i kortet.
request-cancelled = { $request } är avbokat.
request-changed = { $request } är ändrat. Den som har det får veta.
request-changed-cost = { $request } är ändrat. Nu debiteras { $charged_sek }.
request-changed-approval = { $request } är ändrat. Nu debiteras { $charged_sek }, så chefen behöver godkänna innan vi börjar.
change-what = Vad ska ändras i { $request }? Skriv till exempel: flytta { $request } till fredag kl. 13.
change-nothing = { $request } var redan så.
which-time = Vilken tid passar bättre för { $request }? Skriv till exempel i dag, eller fredag kl. 8.
request-reopened = { $request } är öppnat igen och ligger i kön.
issue-joined = Du följer { $request } nu. Jag säger till när det är klart.
request-approved = { $request } är godkänt.
request-rejected = { $request } är inte godkänt. Jag berättar det för den som beställde.
request-commented = { $by_person } om { $request }: { $comment }
event-remarked = Intern anteckning
label-remark = Internt
button-remark = Bara internt
way-remark = internt { $id }: det du vill säga
remark-kept = Sparat internt. Beställaren ser det inte.
remark-on-which = Vilket ärende gäller anteckningen? Skriv till exempel: internt B-2022-0001: elskåpet är låst.
request-remarked = { $by_person } internt om { $request }: { $comment }
comment-what = Vad vill du säga om { $request }?
comment-on-which = Vilket ärende gäller det? Skriv kommentera, numret, ett kolon och vad du vill säga.
change-how = Vad vill du ändra? Skriv till exempel på fredag, i aulan eller 2 timmar.
comment-kept = Tack, det är noterat.
## Letters to parties

letter-no-place = inte angiven
letter-forwarded-subject = [{ $number }] { $object }, { $unit } ({ $severity })
letter-forwarded-body =
    Hej!

    En felanmälan har kommit in till servicetjänsterna och gäller det ni ansvarar för.

    Ärende: { $number }
    Vad: { $object }
    Var: { $unit }, { $place }
    Hur bråttom: { $severity }
    Anmält: { $at } av { $reporter }

    Så här skrev { $reporter }:
    { $note }

    { $answer }
letter-answer-link =
    Svara här, utan inloggning: mottaget, påbörjat, klart eller inte ert.
    { $link }
letter-answer-none = Ring servicetjänsterna när felet är åtgärdat, så får den som anmälde veta det.
letter-commented-subject = [{ $number }] Nytt om: { $object }, { $unit }
letter-commented-body =
    Hej!

    Det här har skrivits till er om { $number } ({ $object }, { $unit }, { $place }):
    { $words }

    { $answer }
letter-cancelled-subject = [{ $number }] Gäller inte längre: { $object }, { $unit }
letter-cancelled-body =
    Hej!

    Felanmälan { $number } ({ $object }, { $unit }, { $place }) gäller inte längre. Ni behöver inte göra något.
asked-person = Jag har frågat { $to_person } om { $request }.
order-cost-changed = Kostnaden har ändrats, så inget är beställt än. Här är kortet med den nya kostnaden.
cost-told-included = Det kostar { $total_sek } och ingår i er överenskommelse.
cost-told-charged = Det kostar { $total_sek }, som debiteras er.
cost-told-shared = Det kostar { $total_sek }. Av det debiteras { $charged_sek }, resten ingår i er överenskommelse.
nothing-to-answer = Det finns inget att svara ja eller nej på just nu.
already-sent = { $request } är redan skickat, så du behöver inte göra något mer.
issue-nothing-to-do = Felet är anmält, så du behöver inte göra något mer. Blir det värre, skriv det här så får de veta.
first-aid = Gör så här först: { $words }
given-before-you = { $by_person } hann före: { $to_person } har { $request }. Skriv samma sak en gång till om du vill byta.
taken-before-you = { $to_person } hann före och har tagit { $request }. Skriv samma sak en gång till om du vill byta.
first-aid-emergency = Gör så här först: { $words } Vid fara för liv eller hälsa: ring 112.{ $name ->
        [none] { "" }
       *[other] { " " }Ring sedan { $name }: { $phone }.
    }
given-person = { $to_person } har fått { $request }.
withdrawn-from-you = { $request } gäller inte längre. Du behöver inte göra något.
moved-from-you = { $to_person } tar över { $service }{ $object }: { $unit }{ $place_request ->
        [none] { "" }
       *[other] , { $place_request }
    }, { $start_at } ({ $request }). Du behöver inte göra något.
taken-from-you = { $service }{ $object } är inte ditt längre: { $unit }{ $place_request ->
        [none] { "" }
       *[other] , { $place_request }
    }, { $start_at } ({ $request }). Du behöver inte göra något.

## Edge

fault = Något gick fel hos mig, så inget är ändrat. Försök igen. Händer det igen, säg till systemförvaltaren och uppge { $reference }.
unknown-person = Hej! Jag känner inte igen dig än. Jag har sagt till systemförvaltaren, som kan lägga till dig.
notice-person-unknown = Någon som inte finns i registret har skrivit till mig. Kontots id är { $id }. Lägg till personen om hen ska kunna beställa.
error-bad-button = Den knappen kommer inte från mig, så inget hände.
error-no-such-day = { $said } finns inte. Skriv en annan dag eller tid.
error-survey-closed = Den omgången är stängd, så svaret togs inte emot. Tack ändå! Nästa fråga kommer nästa månad.
error-survey-not-asked = Du har ingen fråga att svara på just nu.
error-other-measure = { $code } mäts inte i { $said }, så inget är sparat. Skriv bara talet, till exempel { $code }: 4,2.
error-outcome-answered = { $code } kommer från månadens frågor och går inte att fylla i.
error-comment-needed = Skriv också varför, så att det går att förstå sedan. Till exempel: { $code }: 94,5, två fakturor saknades.
error-question-overlaps = Fråga { $question } gäller samma nyckeltal i någon av månaderna. Sluta ställa den först, eller välj andra månader.
error-answer-misfit = Svaren skulle inte mäta { $indicator } som förut, så kurvan skulle brytas. Välj samma sätt att svara.
error-survey-answer-first = Svara på frågan först, så kan du säga ett ord om det sedan.

## Faults in files

load-fault-missing-file = filen saknas
load-fault-unreadable-file = filen går inte att läsa
load-fault-bad-encoding = filen är inte UTF-8
load-fault-bad-csv = raden går inte att läsa som CSV
load-fault-empty-file = filen är tom
load-fault-missing-column = kolumnen saknas
load-fault-unknown-column = okänd kolumn: { $value }
load-fault-duplicate-column = kolumnen finns två gånger
load-fault-wrong-field-count = fel antal fält på raden: { $value }
load-fault-missing-value = värdet saknas
load-fault-bad-code = inte en giltig kod: { $value }
load-fault-bad-character = otillåtet tecken: { $value }
load-fault-too-long = texten är för lång: { $value }
load-fault-not-a-number = inte ett tal: { $value }
load-fault-out-of-range = talet är för litet eller för stort: { $value }
load-fault-not-a-date = inte ett datum (ÅÅÅÅ-MM-DD): { $value }
load-fault-not-a-time = inte ett klockslag (TT:MM): { $value }
load-fault-not-a-guid = inte ett konto-id: { $value }
load-fault-not-an-email = inte en e-postadress: { $value }
load-fault-not-a-risk = inte en risk (sannolikhet x konsekvens, 1–5): { $value }
load-fault-unknown-value = okänt värde: { $value }
load-fault-unknown-role = okänd roll: { $value }
load-fault-bad-rrule = inte en giltig upprepning enligt RFC 5545: { $value }
load-fault-unknown-reference = finns inte: { $value }
load-fault-duplicate = finns redan: { $value }
load-fault-inconsistent = stämmer inte med en tidigare rad: { $value }
load-fault-end-before-start = slutet är före början: { $value }
load-fault-overlapping = överlappar en annan gällande överenskommelse: { $value }

## Survey and commitments dialogs

survey-noted = Tack! Ditt svar är noterat.
survey-noted-changeable = Tack! Ditt svar är noterat. Vill du ändra dig, skriv ett nytt svar.
survey-own-hidden = Vad du har svarat visar jag inte, inte ens för dig. Svara igen om du vill ändra dig.
survey-why = Svaren visar månad för månad vad som fungerar i servicen och på jobbet och vad som behöver bli bättre. Ingen ser vem som har svarat vad. Vill du slippa ett tag? Skriv: pausa frågorna.
survey-who-sees = Ingen kan se vad just du har svarat, inte ens din chef. Om färre än fem har svarat visas inget alls.
survey-none = Du har ingen fråga att svara på just nu.
survey-none-next = Du har ingen fråga att svara på just nu. Nästa kommer { $next_on }.
survey-closed-on = Frågan stängde { $closed_on }, så svar går inte att lämna eller ändra längre. Tack ändå!
survey-closed-on-next = Frågan stängde { $closed_on }, så svar går inte att lämna eller ändra längre. Tack ändå! Nästa fråga kommer { $next_on }.
survey-not-sent = Ingen fråga gick ut i { $month }.
survey-result-hidden = Resultatet av frågan i { $month } går till dem som fick den.
survey-result-hidden-ask = Resultatet av frågan i { $month } går till dem som fick den, och till { $leader_person } som leder projektet.
survey-paused = Jag frågar dig inte mer före { $until_on }. Skriv börja fråga mig igen om du vill vara med.
survey-resumed = Då är du med igen från nästa månads fråga.
survey-all-paused = Alla frågor är pausade. Skriv fortsätt alla frågor när de ska börja igen.
survey-all-resumed = Frågorna går ut som vanligt igen.
survey-again-scale-1-10 = Svara med ett tal från 1 till 10, där 10 är högst.
survey-again-scale-1-5 = Svara med ett tal från 1 till 5, där 5 är högst.
survey-again-frequency = Svara aldrig, sällan, ibland, ofta eller alltid.
survey-again-number-hours = Svara med antal timmar i veckan, till exempel 2,5.
survey-again-traffic-light = Svara grön, gul eller röd.
survey-again-text = Skriv ditt svar med egna ord. Börja gärna med ordet svar.
commitment-which = Vad vill du bli påmind om senare? Skriv till exempel påminn mig om U1 om en vecka.
commitment-fill-how = Skriv fyll i { $code }: och det som saknas.
commitment-status-how = Skriv till exempel { $code } pågår, { $code } väntar eller klar med { $code }.
commitment-move-how = Till vilken dag? Skriv till exempel flytta { $code } till 15 juni.
commitment-handover-how = Till vem? Skriv till exempel lämna över { $code } till Karin.
commitment-unknown = { $code } finns inte i årshjulet. Skriv visa årshjulet, så ser du vad som finns.
commitment-which-title = Vilket åtagande menar du: { $names }? Inget är ändrat än. Skriv till exempel { $code } är klart.
commitment-not-found = Jag hittar inget åtagande som heter så, så inget är ändrat. Skriv koden, till exempel U1 är klart. Här är årshjulet.
commitment-add-how = Åtaganden kommer in i årshjulet från filen commitments.csv, som systemförvaltaren läser in. Inget är tillagt nu. Ett som finns kan du flytta eller lämna över här, till exempel: flytta U1 till 15 juni.
commitment-noted = Tack! { $code } har nu allt som behövs.
commitment-noted-missing = Sparat till { $code }. Det här saknas än: { $codes }. Skriv koden och vad som gäller.
commitment-put-off = Jag påminner dig om { $code } igen { $until_on }.
commitment-now-not-started = { $code } är inte påbörjat.
commitment-now-ongoing = { $code } pågår.
commitment-now-waiting = { $code } väntar.
commitment-now-finished = { $code } är klart. Inga fler påminnelser kommer.
commitment-moved-on = { $code } är klart för den här gången. Nästa gång är { $due_on }.
commitment-is-moved = { $code } ska nu vara klart { $due_on }. Påminnelser och kalender följer med.
commitment-handed-over = { $to_person } har fått { $code }.
commitment-handed-away = { $to_person } har fått { $code }, men är borta från { $first_on } till { $last_on }. Lämna över till någon annan om det inte kan vänta.
calendar-heading = Årshjulet i din kalender
calendar-how = I Outlook: Lägg till kalender, Prenumerera från webben, klistra in adressen. Flyttas en dag, flyttas den i kalendern också.
calendar-open = Öppna kalenderfilen
calendar-secret = Adressen är bara din: den som har den ser ditt årshjul. Har någon annan fått den, ta en ny, så slutar den gamla att fungera.
calendar-renewed = Nu har kalendern en ny adress. Lägg in den i stället för den gamla.
calendar-no-address = Kalendern går inte att nå utifrån än. Säg till systemförvaltaren.
calendar-in-private = Adressen är bara din, så den visar jag inte här. Skriv ”kalender” till mig i vår egen chatt.
calendar-name = Vaktis årshjul
calendar-about = { $kind } { $code }. { $status }.
label-address = Adress
button-calendar-renew = Ny adress
way-calendar-renew = ny kalenderadress
event-calendar-renewed = Ny kalenderadress
wheel-reminder = Det här ska bli klart
wheel-heading = Årshjulet
wheel-count = { $count ->
    [0] Inget återstår
    [one] { $count } återstår
   *[other] { $count } återstår
}
wheel-reminded = { $count ->
    [one] Ett åtagande att följa upp
   *[other] { $count } åtaganden att följa upp
}
wheel-first = { $summary }. Först { $title }: { $left }
wheel-missing = { $count ->
    [one] { $count } uppgift saknas
   *[other] { $count } uppgifter saknas
}
wheel-open = Öppna { $code }
wheel-fill = Fyll i { $code }
wheel-way-fill = fyll i { $code }
wheel-snooze = Skjut upp { $code }
wheel-finish = { $code } är klart
wheel-way-snooze = påminn mig om { $code } om en vecka
wheel-way-finish = klar med { $code }

## Recurring orders

rule-every-day = { $number ->
    [1] varje dag
    [2] varannan dag
   *[other] var { $number }:e dag
}
rule-every-week = { $number ->
    [1] varje vecka
    [2] varannan vecka
   *[other] var { $number }:e vecka
}
rule-every-month = { $number ->
    [1] varje månad
    [2] varannan månad
   *[other] var { $number }:e månad
}
rule-every-year = { $number ->
    [1] varje år
    [2] vartannat år
   *[other] vart { $number }:e år
}
rule-workdays = varje vardag
rule-weekdays = varje { $days }
rule-other-weekday = varannan { $days }
rule-days-of = { $days } { $every }
rule-day-of = den { $day } { $every }
rule-date-of = { $date } { $every }
rule-nth-of = { $nth } { $days }en { $every }
rule-nth-1 = första
rule-nth-2 = andra
rule-nth-3 = tredje
rule-nth-4 = fjärde
rule-nth-5 = femte
rule-nth-last-1 = sista
rule-nth-last-2 = näst sista
rule-other = vissa dagar
rule-at = { $rule } { $times }
rule-from = { $rule } från { $first }
rule-from-to = { $rule } från { $first } till { $last }
rule-skip = { $rule }, inte på helgdagar
rule-move = { $rule }, nästa vardag om det är helgdag
label-recurs = Återkommer
label-next = Närmast
label-left-out = Hoppas över
label-moved = Flyttas
holiday-named = { $day } ({ $name })
holiday-moved = { $day } till { $to }
holidays-more = och { $count } till
dayoff-new-year = nyårsdagen
dayoff-epiphany = trettondedag jul
dayoff-first-of-may = första maj
dayoff-national-day = nationaldagen
dayoff-christmas-eve = julafton
dayoff-christmas-day = juldagen
dayoff-boxing-day = annandag jul
dayoff-new-years-eve = nyårsafton
dayoff-good-friday = långfredagen
dayoff-easter-saturday = påskafton
dayoff-easter-monday = annandag påsk
dayoff-ascension = Kristi himmelsfärdsdag
dayoff-midsummer-eve = midsommarafton
label-cost-each = Kostnad per gång
label-daysoff = Om det är helgdag
daysoff-skip = Hoppa över
daysoff-move = Flytta till nästa vardag
way-daysoff = flytta till nästa vardag
recurs-no-day = Alla dagar är helgdagar, så det finns ingen gång att beställa. Välj andra dagar, eller flytta till nästa vardag.
recurs-agreement = Överenskommelsen gäller till { $last }. Längre går beställningen inte.
series-over = Återkommande beställning { $id }
series-summary = { $service }, { $rule }
series-active = Pågår
series-holidays = Helgdagar är på väg
series-ended-status = Avslutad
series-none-left = Inga fler gånger
series-belongs = Ingår i återkommande beställning { $id }
series-approval = Du godkänner också de följande gångerna, så länge ingen debiteras mer än den här.
series-open = Hela serien
series-change-open = Ändra serien
series-change-hint = Gäller den här gången och alla efter. Det som har börjat ändras inte.
button-cancel-issue = Ta tillbaka anmälan
button-cancel-one = Avboka den här gången
button-series-end = Avsluta alla
button-series-skip = Hoppa över nästa
button-series-change = Ändra alla härifrån
way-series-end = avsluta { $id }
way-series-skip = hoppa över nästa
way-series-change = ändra alla i { $id } till kl. 9
series-ended = { $series } är avslutad. Det som inte hade börjat är avbokat.
series-skipped = { $series }: { $day_on } hoppas över.
series-not-on = { $series } kommer ändå inte { $day_on }.
series-skipped-days = { $series }: { $days } hoppas över.
series-skip-later = Beställ först, så kan du hoppa över enstaka dagar sedan. Helgdagar hoppas redan över.
series-changed = { $series } är ändrad härifrån.
series-nothing-to-change = Skriv vad som ska ändras, till exempel: ändra { $series } till tisdagar, eller ändra alla i { $series } till kl. 9.
series-none = Du har inga återkommande beställningar. Skriv till exempel: fönsterputs varannan tisdag kl. 7.
series-end-all = Ska hela den återkommande beställningen { $series } sluta? Skriv ”ja”. Gäller det bara nästa gång, skriv ”hoppa över nästa”.
series-no-day-left-of = Då blir ingen dag kvar av { $series }. Skriv vilka dagar det ska vara, eller avsluta { $series }.
series-no-day-left = Då blir ingen dag kvar. Skriv vilka dagar det ska vara, eller ”ta bort”.
which-series = Vilken av dina återkommande beställningar? Skriv numret: { $numbers }.
series-refused = { $service } { $day_on } i { $series } blev inte beställd: { $reason ->
    [missed] dagen hann passera
    [over] överenskommelsen är slut, så beställningen är avslutad
    [none] det finns ingen överenskommelse, så beställningen är avslutad
    [not-signed] överenskommelsen är inte påskriven
    [not-begun] överenskommelsen har inte börjat gälla
    [not-open] tjänsten går inte att beställa just nu
   *[other] det gick inte
}.
human-called-closed = Jag har sagt till { $coordinator_person }. Det är stängt nu, så svaret kommer tidigast { $opens_at }. Är det bråttom eller farligt? Beskriv felet, så får du veta vem du ska ringa.
talk-heading = Samtal med { $name }
talk-about = Gäller
talk-waiting = Väntar på svar från någon av er samordnare
talk-waiting-you = Väntar på ditt svar
talk-waiting-asker = Väntar på svar
talk-waits = { $name } väntar på ditt svar
talk-taken = { $name } svarar
talk-over = Samtalet är slut
talk-answer = Skriv till { $name }
talk-hint = Det som skrivs här läser bara ni två.
talk-ended = Samtalet är avslutat.
talk-ended-by = { $by_person } har avslutat samtalet. Skriv prata med en människa om det är något mer.
talk-ended-silent = Samtalet med { $with_person } är avslutat, eftersom ingen har skrivit på en vecka.
talk-which = Flera väntar på ditt svar. Skriv svara, koden och ett kolon, till exempel svara KON11: hej. Koderna är { $codes }.
button-human-answer = Skicka
button-human-done = Avsluta samtalet
way-human-answer = svara { $name }: tack
way-human-done = klart
error-talk-taken = { $person } svarar redan i det samtalet.
error-talk-over = Samtalet är avslutat. Skriv prata med en människa om det är något mer.
requests-late = { $count ->
    [one] Ett är försenat
   *[other] { $count } är försenade
}
requests-none-late = Inget är försenat
requests-all = Visa alla
way-requests-all = mina ärenden
way-requests-all-unit = alla ärenden på verksamheten
wheel-late-heading = Försenat i årshjulet
wheel-late = { $count ->
    [0] Inget är försenat
    [one] Ett åtagande är försenat
   *[other] { $count } åtaganden är försenade
}
button-wheel-show = Visa hela årshjulet
way-wheel-show = visa årshjulet
wheel-month-heading = Årshjulet för { $month }
wheel-month-count = { $count ->
    [0] Inget ska bli klart den här månaden
   *[other] { $left ->
        [0] Allt är klart
        [one] 1 av { $count } återstår
       *[other] { $left } av { $count } återstår
    }
}
way-wheel-month = årshjulet för { $month }
way-series-daysoff = ändra { $id }: flytta till nästa vardag om det är helgdag
drill-not-ours = Brandövningar håller jag inte i. Behöver ni hjälp med något runt den, till exempel att ställa fram eller bära undan möbler? Skriv vad, var och när. Annars: prata med en människa.
absence-heading = { $name } är borta
absence-heading-own = Du är anmäld som borta
absence-back = { $name } är tillbaka
absence-back-own = Välkommen tillbaka
absence-days = När
absence-told = Samordnaren vet
absence-all-offered = Allt är erbjudet till andra
absence-nothing = Inga uppdrag kvar de dagarna
absence-over = Inte längre borta
absence-offered = Erbjudet till andra
absence-offered-line = { $what }: { $name }
absence-uncovered = { $count ->
    [one] Ett uppdrag har ingen än
   *[other] { $count } uppdrag har ingen än
}
absence-hint = Det du hade de dagarna erbjuds andra. Du behöver inte säga varför.
absence-hint-since = Det som börjar senare erbjuds andra. Det du har börjat med rapporterar du som vanligt. Du behöver inte säga varför.
absence-since = { $day } från { $time }
absence-open = Jag kan inte komma
absence-first = Från och med
absence-last = Till och med
absence-end = Tillbaka
absence-end-own = Jag är tillbaka
absence-who = Vem är borta? Skriv hela namnet, till exempel Leo Sälg är borta i dag.
absence-late = Här anmäler du hela dagar, eller att du går hem. Kommer du senare? Säg det till samordnaren: skriv prata med en människa.
absence-elsewhere = Din egen frånvaro anmäler du på jobbet som vanligt. Här anmäler de som utför tjänsterna sin.
absence-of-principal = Din egen frånvaro anmäler du som vanligt. Ska någon godkänna åt dig medan du är borta, skriv vem och när: jag är borta 4-8 april, Anna godkänner.
absence-on = Borta { $day_on }: { $names }.
absence-nobody = Ingen i dina verksamheter är anmäld som borta { $day_on }.
team-day = På jobbet { $day_on }: { $names }.
team-away = På jobbet { $day_on }: { $names }. Borta: { $away }.
team-day-off = Ingen är planerad { $day_on }: det är en ledig dag.
team-person = { $name } ({ $load } av { $room })
team-nobody = ingen
absence-until-when = Vilka dagar är det? Skriv till exempel ledig 12–16 april.
nothing-to-hand-over = Du har inget uppdrag att lämna över.
worked-handed-over = Okej, samordnaren hittar någon annan till { $request }.
button-assignment-handover = Lämna över
button-absence-report = Anmäl frånvaro
button-absence-end = Tillbaka
way-assignment-handover = lämna över
way-absence-report = jag är sjuk i dag
way-absence-end = jag är tillbaka
way-absence-end-of = { $name } är tillbaka
kind-absence-reported = besked om att någon är borta
kind-request-uncovered = ett uppdrag som ingen har
kind-assignment-handed-over = besked om att någon lämnade över
error-away = Den personen är borta den dagen. Välj någon annan.
error-claimed = { $is_asked ->
    [1] { $person } är tillfrågad om { $id } och har inte svarat än.
   *[other] { $person } hann före och har tagit { $id }.
  }
error-no-room = Det får inte plats i din dag. Den har redan { $load_hours }, och det här tar { $hours }.
free-work-here = Okej, lediga uppdrag visas här. Den som trycker först får det. Skriv inga lediga uppdrag, så slutar jag.
free-work-gone = Okej, här visas inga fler lediga uppdrag.
free-work-none = Det finns inget ledigt uppdrag just nu.
free-work-shown = { $count ->
    [one] Ett uppdrag är ledigt.
   *[other] { $count } uppdrag är lediga. Här är { $shown }.
  }
brief-heading = Din dag { $day }
brief-count = { $count ->
    [one] Ett uppdrag, { $hours }
   *[other] { $count } uppdrag, { $hours }
  }
brief-none = Du har inget inplanerat
brief-done = { $count ->
    [one] Ett uppdrag klart, { $hours }
   *[other] { $count } uppdrag klara, { $hours }
  }
kind-brief = dagens uppdrag
board-over = Läget { $day }
board-all = Tavlan
board-unassigned = Att fördela
board-late = Sent
board-open = Öppet
board-mine = Det jag har gett
board-open-requests = Öppna ärenden
board-uncovered = Stående utan utförare
board-asked = Tillfrågade
board-away = Borta i dag
board-nothing = Allt har någon, och inget är sent
board-count = { $count ->
    [0] Inget här just nu
    [one] En rad
   *[other] { $count } rader
  }
board-late-count = { $count } sent
board-unassigned-count = { $count } att fördela
board-line-asked = { $name } är tillfrågad
board-line-held = { $name }
board-line-free = Har ingen
board-line-unconfirmed = Inte bekräftat
board-page = Sida { $page } av { $pages }
board-every-unit = Alla
board-which-unit = Den verksamheten är inte en av dina. Skriv till exempel otilldelat på PV1.
button-board-show = Visa
way-board-show = visa tavlan
way-board-unassigned = otilldelat
way-board-late = sena ärenden
way-board-open = öppna ärenden
way-board-mine = det jag har gett
way-board-unit = visa tavlan för { $code }
kind-brief-desk = dagens läge
training-over = Utbildningsplan
training-role = Roll
training-role-employee = Servicemedarbetare
training-units = Verksamheter
training-held = Har
training-missing = Saknas
training-widening = Skulle ge fler uppdrag
training-missing-count = { $count ->
    [one] En kompetens saknas
   *[other] { $count } kompetenser saknas
  }
training-complete = Allt som verksamheterna kräver finns
training-until = { $name }, till och med { $day }
training-expired = { $name }, gick ut { $day }
training-runs-out = { $name } går ut { $day }, { $days ->
    [0] i dag
    [one] om en dag
   *[other] om { $days } dagar
  }
training-ran-out = { $name } gick ut { $day }
training-needed-at = { $name }: krävs på { $things }
training-needed-for = { $name }: { $things }
training-more = ({ $count ->
    [one] en till
   *[other] { $count } till
  })
training-hint = Prata med din samordnare om när du kan gå utbildningen.
training-who = Vems utbildningsplan? Skriv till exempel visa utbildningsplanen för Leo Sälg.
expiring-heading = Kompetenser som går ut
expiring-count = { $count ->
    [0] Ingen kompetens går ut de närmaste 60 dagarna
    [one] En kompetens går ut
   *[other] { $count } kompetenser går ut
  }
expiring-uncovered = Efter { $day } kan ingen arbeta på { $units }
expiring-service = Efter { $day } kan ingen göra { $service } på { $units }
expiring-covered = Andra har den och kan göra arbetet.
expiring-plans = Utbildningsplaner:
button-training-show = Visa utbildningsplanen
way-training-show = visa utbildningsplanen för { $name }
kind-competence = påminnelse om en kompetens som går ut
bundle-hint = { $count ->
    [one] Ett litet jobb till på { $unit } hinns med samma dag: { $numbers }
   *[other] { $count } små jobb till på { $unit } hinns med samma dag: { $numbers }
  }
bundle-give = Tilldela alla { $count } tillsammans
split-open = Dela på två
split-second = Tillsammans med
split-hours = Timmar för den första
split-with = Delas med
split-missing = { $hours } har ingen
split-who = Vilka två? Skriv till exempel dela B-2022-0001 mellan Leo och Omar.
given-split = { $request } är delat: { $to_person } har { $to_hours } och { $and_person } har { $and_hours }.
button-assignment-split = Dela
way-assignment-split = dela { $id } mellan { $first } och { $second }
plan-over = Plan { $day }
plan-load = { $load } av { $room }
plan-away = Borta den dagen
plan-over-full = { $hours } mer än vad som får plats
plan-moves = { $count ->
    [one] En förflyttning, ungefär { $minutes } minuter
   *[other] { $count } förflyttningar, ungefär { $minutes } minuter
  }
plan-move = → { $minutes } minuter till { $unit }
plan-clash = Krockar med det före
plan-fitting = { $count ->
    [one] Det här får plats
   *[other] De här { $count } får plats
  }
plan-give = Ge { $id } till { $name }
plan-give-all = Ge alla { $count } till { $name }
plan-day = Dag
plan-who = Vems dag? Skriv till exempel planera torsdag för Leo Sälg.
plan-open = Planera en dag
given-bundle = { $count ->
    [one] { $to_person } har fått { $requests }.
   *[other] { $to_person } har fått { $requests }, och får dagen på ett kort.
  }
button-plan-show = Visa dagen
button-assignment-bundle = Ge tillsammans
way-plan-show = planera { $day } för { $name }
way-assignment-bundle = tilldela { $numbers } till { $name }
kind-assignment-bundled = flera uppdrag
handing-heading = Flytta från { $giver } till { $taker }
handing-count = { $count ->
    [one] Ett uppdrag flyttas till { $taker }
   *[other] { $count } uppdrag flyttas till { $taker }
  }
handing-none = { $giver } har inget att flytta den dagen
handing-none-moves = Inget kan flyttas till { $taker }
handing-moved = { $count ->
    [one] Ett uppdrag är flyttat till { $taker }
   *[other] { $count } uppdrag är flyttade till { $taker }
  }
handing-moved-all = Allt är flyttat till { $taker }
handing-stays = { $count ->
    [one] Det här stannar hos { $giver }
   *[other] De här { $count } stannar hos { $giver }
  }
handing-begun = påbörjat, eller väntar på svar
handing-shared = delat med någon annan
handing-other-unit = en annan samordnares verksamhet
handing-away = { $taker } är borta den dagen
handing-competence = { $taker } saknar kompetensen
handing-room = får inte plats hos { $taker } den dagen
handing-hint = { $giver } och { $taker } får veta det.
handing-move = { $count ->
    [one] Flytta uppdraget till { $taker }
   *[other] Flytta { $count } uppdrag till { $taker }
  }
handing-whole-day = Jag flyttar en hel dag i taget. Kortet visar vilken dag det blir.
handing-who = Vems uppdrag ska flyttas, och till vem? Skriv till exempel flytta allt som Hanna har till Omar på torsdag.
handing-unknown = Jag hittar ingen servicemedarbetare som heter { $name }, så inget flyttas. Skriv till exempel flytta allt som Hanna har till Omar på torsdag.
handing-done = { $count ->
    [one] { $to_person } har fått ett uppdrag till. Båda får veta det.
   *[other] { $to_person } har fått { $count } uppdrag till. Båda får veta det.
  }
handing-nothing = Det fanns inget kvar att flytta.
handed-on = { $to_person } har nu { $work } i stället för { $from_person }. Båda får veta det.
way-assignment-move = ja
swap-how = Pass byter du genom { $coordinator_person }. Skriv ”prata med samordnaren” och säg vem du vill byta med och vilken dag. Ett enstaka uppdrag lämnar du över med ”lämna över”.
swap-how-alone = Pass byter du genom samordnaren. Skriv ”prata med samordnaren” och säg vem du vill byta med och vilken dag. Ett enstaka uppdrag lämnar du över med ”lämna över”.
standing-confirmed-for-you = { $by_person } har bekräftat ditt stående arbete { $day_on }. Se dina timmar, och säg till om något är fel.
way-time-confirm-for = { $way } för { $name }
kind-time-confirmed = besked om bekräftade timmar
standing-heading = Stående arbete { $day }
standing-over = Stående uppdrag { $id }
standing-none = Inget stående arbete den dagen
standing-waiting = Inte bekräftat än
standing-asked = Har du glömt något? Timmarna är inte bekräftade.
standing-confirmed = Bekräftat: { $hours }
standing-closed = Månaden är stängd. Timmarna blev aldrig bekräftade.
standing-hint = Ändra timmarna om det tog längre eller kortare tid. Skriv 0 för det som inte blev gjort.
standing-correct-hint = Blev det fel? Rätta under Mina timmar.
standing-today = Stående arbete i dag: { $hours }
standing-earlier = { $count ->
    [one] En tidigare dag är inte bekräftad: { $days }
   *[other] { $count } tidigare dagar är inte bekräftade: { $days }
  }
standing-earlier-many = { $count } tidigare dagar är inte bekräftade. De äldsta är { $days }
standing-more = { $count ->
    [one] En dag till är inte bekräftad: { $days }
   *[other] { $count } dagar till är inte bekräftade: { $days }
  }
standing-more-many = { $count } dagar till är inte bekräftade. De äldsta är { $days }
standing-nothing = Du har inget stående arbete { $day_on }.
standing-which = Vilket var det? Fyll i timmarna på kortet och bekräfta.
standing-month-closed = Nu är { $month } stängd. { $count ->
    [one] En dags stående arbete, { $first_on }, blev aldrig bekräftat
   *[other] { $count } dagars stående arbete blev aldrig bekräftat, först { $first_on }
  }. De timmarna räknas inte. Prata med din samordnare om det är fel.
standing-month-closed-for = Nu är { $month } stängd. { $by_person } bekräftade aldrig sitt stående arbete { $count ->
    [one] en dag, { $first_on }
   *[other] { $count } dagar, den första { $first_on }
  }. De timmarna räknas inte.
standing-closes = Sista dagen att bekräfta
kind-time-forgotten = fråga om dagens timmar
kind-time-closed = besked om en stängd månad
uncovered-heading = Stående arbete utan utförare { $day }
uncovered-count = { $count ->
    [0] Allt har någon som gör det
    [one] Ett uppdrag har ingen
   *[other] { $count } uppdrag har ingen
  }
uncovered-asked = { $name } är tillfrågad.
uncovered-what = Vilket uppdrag?
button-standing-assign = Tilldela
way-standing-assign = ge { $code } till { $name }
kind-standing-uncovered = stående arbete som ingen har
button-standing-show = Ändra timmarna
way-standing-show = visa dagens stående arbete
hours-corrected-standing = Ändrat: { $service } { $day_on } är nu { $hours }.
hours-corrected-for-you-standing = { $by_person } har rättat dina timmar { $day_on }: { $service } är { $after_hours } i stället för { $before_hours }.
standing-confirm-day = Bekräfta { $day }
button-time-confirm = Bekräfta dagens stående arbete
way-time-confirm = bekräfta dagen
way-time-confirm-day = bekräfta { $day }
hours-heading = Dina timmar, vecka { $week }
hours-heading-of = { $name }, vecka { $week }
hours-open-until = Kan rättas till och med { $day }.
hours-closed = Månaden stängdes { $day }. Timmarna kan inte ändras.
hours-sum = { $hours } hittills
hours-none = Inga timmar den veckan
hours-of = Din vecka är { $hours }.
hours-reason = Rättad: { $reason }
hours-correct-open = Rätta timmar
hours-entry = Vilken?
hours-right = Rätt antal timmar
hours-why = Varför?
hours-before = Veckan före
hours-after = Veckan efter
hours-which = Det finns flera att välja på. Rätta på kortet, eller skriv numret: B-2022-0001 tog 2 timmar.
hours-corrected = Ändrat: { $request } { $day_on } är nu { $hours }.
hours-corrected-for-you = { $by_person } har rättat dina timmar { $day_on }: { $request } är { $after_hours } i stället för { $before_hours }.
button-time-correct = Rätta
button-hours-show = Visa veckan
way-time-correct = B-2022-0001 tog 2 timmar
way-hours-before = mina timmar förra veckan
way-hours-now = mina timmar
way-time-correct-of = B-2022-0001 tog 2 timmar för { $name }
way-hours-of-before = visa timmar för { $name } förra veckan
way-hours-of-now = visa timmar för { $name }
kind-time-corrected = besked om att dina timmar är rättade
error-month-closed = Månaden är stängd, så timmarna { $day_on } kan inte ändras. Prata med din samordnare.

# Parter utanför Teams: sidan där de svarar, och vad anmälaren får veta
party-page-language = Svenska
party-page-languages = Språk
party-page-tagline = Servicetjänsternas ärenden
party-page-unit = Verksamhet
party-page-place = Plats
party-page-reported = Anmält
party-page-note = Så skrev den som anmälde:
party-page-call = Hellre prata?
party-page-story = Det har ni svarat
party-page-expected = Väntas klart { $day }
party-page-ask = Vad vill ni säga?
party-page-received = Vi har tagit emot det
party-page-received-hint = Anmälaren får veta att ni har ärendet.
party-page-started = Vi har börjat
party-page-started-hint = Någon är på väg eller på plats.
party-page-asked = Vi har en fråga
party-page-asked-hint = Frågan går till den som anmälde.
party-page-settled-done = Det är klart. Tack, ni behöver inte göra något mer.
party-page-settled-back = Ärendet ligger hos servicetjänsterna. Ni behöver inte göra något mer.
party-page-done-hint = Anmälaren får veta att felet är åtgärdat.
party-page-done = Det är klart
party-page-returned = Det är inte vårt
party-page-returned-hint = Ärendet går tillbaka till servicetjänsterna.
party-page-date = Klart senast (om ni vet)
party-page-words = Ett ord till anmälaren
party-page-send = Skicka svaret
party-page-told = Skriv inga personuppgifter. Länken gäller tills ärendet är avslutat, och ni kan svara flera gånger.
party-page-thanks-received = Tack! Anmälaren vet nu att ni har tagit emot det.
party-page-thanks-started = Tack! Anmälaren vet nu att ni har börjat.
party-page-thanks-asked = Tack! Frågan är skickad. Svaret kommer till er samma väg som ärendet.
party-page-thanks-done = Tack! Anmälaren vet nu att det är klart.
party-page-thanks-returned = Tack för besked! Servicetjänsterna tar hand om ärendet.
party-page-picture = Bild { $number }
party-page-file = Bilaga { $number }
party-page-masked = Ett personnummer i texten har tagits bort.
party-page-fault-words = Skriv er fråga i rutan, så skickar vi den.
party-page-fault-date = Den dagen går inte. Välj en dag från och med i dag.
party-page-fault-step = Något saknades i svaret. Välj vad ni vill säga och skicka igen.
party-page-unknown-title = Här finns inget ärende
party-page-unknown = Länken är fel eller för gammal. Kontrollera att hela länken kom med, eller ring servicetjänsterna.
party-page-over-title = Ärendet är avslutat
party-page-over = Ni behöver inte göra något mer. Tack för hjälpen!
party-page-often-title = Vänta en liten stund
party-page-often = Sidan har öppnats väldigt många gånger. Försök igen om en minut.
party-page-large-title = Svaret var för långt
party-page-large = Gå tillbaka, korta texten och skicka igen.
party-page-method-title = Så går det inte att svara
party-page-method = Öppna länken igen och skicka svaret från sidan.
party-page-away-title = Vi når inte ärendet just nu
party-page-away = Inget har sparats. Försök igen om en stund.
party-page-fault-title = Något gick fel hos oss
party-page-fault = Inget har sparats. Försök igen om en stund, eller ring servicetjänsterna.
party-step-received = Mottaget
party-step-started = Påbörjat
party-step-asked = Fråga
party-step-done = Klart
party-step-returned = Inte vårt
round-heading = Hittat ett fel?
round-open = Hittat ett fel?
round-hint = Välj vad det är och var, och skicka. Vi ser till att rätt person får det.
round-object = Vad
round-note = Ett ord till, om det behövs
button-issue-found = Skicka felet
way-round = rond
way-issue-found = { $object } i { $place }
forwarded-heading = Skickat vidare i { $month }
forwarded-count = { $count ->
    [0] Inga felanmälningar
    [one] En felanmälan
   *[other] { $count } felanmälningar
}
forwarded-count-to = { $count ->
    [0] Inga felanmälningar till { $names }
    [one] En felanmälan till { $names }
   *[other] { $count } felanmälningar till { $names }
}
forwarded-party = { $name }: { $count }
forwarded-others = Annat: { $count }
forwarded-open = { $count } väntar fortfarande
forwarded-returned = { $count } kom tillbaka till oss
forwarded-hint = Fråga om en annan månad, till exempel: hur många fel skickade vi i februari?
deviations-hint = Fråga om en annan månad, till exempel: avvikelser i februari.
deviations-heading = Avvikelser i { $month }
deviations-count = { $count ->
    [0] Inga avvikelser
    [one] En avvikelse
   *[other] { $count } avvikelser
}
deviations-open = Inte åtgärdade: { $count }
label-party-words = De skriver
label-expected = Väntas klart
party-said-received = { $party } har tagit emot felanmälan
party-said-started = { $party } har börjat
party-said-asked = { $party } har en fråga
party-said-answered = Svaret är skickat till { $party }
party-said-returned = { $party } säger att felet inte är deras, så vi tar hand om det
party-said-how = Svara med Kommentera, eller skriv kommentera: och ditt svar. Det skickas till dem.
event-party-received = Mottagen
event-party-started = Påbörjad
event-party-asked = Fråga till anmälaren
event-party-done = Klar
event-party-returned = Tillbaka till oss
issue-sent-on = { $request } är skickad till { $party }, och anmälaren får veta det.
issue-said-noted = Tack, det är noterat om { $request }. Anmälaren får veta det.
kind-issue-moved = besked om att någon annan har fått
kind-issue-received = besked om att någon har tagit emot
kind-issue-started = besked om att någon har börjat med
kind-issue-asked = fråga om
kind-issue-returned = besked om att felet är vårt,
kind-issue-commented = svar till den som har felanmälan

## Agreements

button-agreement-show = Visa överenskommelsen
button-agreement-draft = Börja utkastet
button-agreement-change = Spara villkoren
button-agreement-offer = Erbjud verksamheten
button-agreement-sign = Skriv på
button-agreement-decline = Tacka nej
button-agreement-amend = Börja ändringen
button-agreement-end = Säg upp
way-agreement-show = visa vår överenskommelse
way-agreement-sign = skriv på
way-agreement-decline = tacka nej till överenskommelsen
way-agreement-offer = erbjud { $code }
way-agreement-change = ändra: avrop 20 timmar 8 400 kr
way-agreement-withdraw = ta tillbaka { $code }
way-agreement-amend = ändra { $code } från 1 maj
way-agreement-end = säg upp { $code } den 30 juni
way-agreement-draft = ny överenskommelse för { $unit }
agreement-over = Överenskommelse { $code }
agreement-draft = Utkast, inte erbjuden än
agreement-offered = Väntar på påskrift
agreement-signed = Gäller nu
agreement-signed-from = Påskriven, gäller från { $day }
agreement-ended = Gäller inte längre
agreement-withdrawn = Återtagen
agreement-summary = Överenskommelse med { $unit }: { $status }
agreement-days = Gäller
agreement-period = { $first } – { $last }
agreement-line = { $hours } i månaden, { $amount }
agreement-was = Var { $was }
agreement-limit = Godkänns
agreement-above = Det som kostar mer än { $amount }
agreement-amends = Tar över från { $code } { $day }. Det som redan är beställt behåller sitt pris.
agreement-followed = { $code } tar över { $day }.
agreement-signer = Påskriven av
agreement-more = Tjänster och nyckeltal
agreement-indicators = Nyckeltal som följs
agreement-sign-hint = När du skriver på gäller den från den första dagen.
agreement-decline-open = Inte så här
agreement-why-not = Vad behöver ändras?
agreement-change-open = Ändra villkoren
agreement-withdraw-open = Ta tillbaka
agreement-withdraw = Ja, ta tillbaka den
agreement-withdraw-hint = Då går den inte längre att skriva på.
agreement-first = Första dagen
agreement-last = Sista dagen
agreement-hours = { $name }: timmar i månaden
agreement-amount = { $name }: kronor i månaden
agreement-limit-input = Godkänns när det kostar mer än (kr)
agreement-services-input = Tjänster (inga valda: alla som passar)
agreement-indicators-input = Nyckeltal (inga valda: de vanliga)
agreement-amend-open = Ändra från en dag
agreement-amend-hint = Ändringen blir ett utkast som gäller först när chefen har skrivit på.
agreement-amend-from = Ska gälla från
agreement-end-open = Avsluta
agreement-end-hint = Uppsägningstiden är { $days } dagar.
agreement-end-why = Varför?
agreement-open = Visa { $code }
agreement-draft-open = Ny överenskommelse
agreements-heading = Överenskommelser
agreements-none = Det finns ingen överenskommelse att visa.
agreements-summary = { $count ->
    [0] Inga överenskommelser
    [one] 1 överenskommelse
   *[other] { $count } överenskommelser
}
agreement-which = Vilken överenskommelse menar du? Skriv koden, till exempel AVT-PV1.
agreement-which-unit = För vilken verksamhet? Skriv till exempel: ny överenskommelse för PV3.
agreement-no-offer = Det finns ingen överenskommelse som väntar på dig.
agreement-end-when = Vilken dag ska vara den sista? Skriv till exempel: säg upp { $code } den 30 juni.
agreement-edited-by = Det gör systemförvaltaren, { $name }. Skriv dit vad som ska ändras, så kommer ett förslag hit. Så här ser överenskommelsen ut nu:
agreement-amend-when = Från vilken dag ska ändringen gälla? Skriv till exempel: ändra { $code } från 1 maj.
agreement-change-how = Vad ska ändras? Skriv till exempel: ändra: avrop 20 timmar 8 400 kr, gräns 3 000 kr, nyckeltal K1 K2.
agreement-changed = Villkoren i { $code } är sparade.
agreement-is-offered = { $code } är erbjuden. Chefen får den nu.
agreement-is-signed = Tack! Överenskommelsen gäller från { $start_on }.
agreement-is-declined = Jag har sagt till att { $code } inte skrivs på.
agreement-is-withdrawn = { $code } är tillbakatagen.
agreement-is-ended = { $code } är uppsagd. Sista dagen är { $last_on }.
event-agreement-drafted = Utkast
event-agreement-changed = Villkoren ändrade
event-agreement-offered = Erbjuden
event-agreement-signed = Påskriven
event-agreement-declined = Inte påskriven
event-agreement-amended = En ändring tar över
event-agreement-notice = Uppsagd
event-agreement-ended = Upphörd
kind-agreement = besked om överenskommelsen
kind-agreement-offered = en överenskommelse att skriva på
error-bad-day = Den dagen går inte att använda. Välj en från { $lowest_on } till { $highest_on }.
error-bad-terms = { $field ->
    [hours] Timmarna i månaden ska vara ett tal från { $lowest } till { $highest }.
   *[other] Beloppet ska vara ett tal från { $lowest } till { $highest }.
}

## Announcements

audience-requester = Beställare
audience-principal = Chefer och rektorer
audience-service-employee = Servicemedarbetare
audience-coordinator = Samordnare
audience-project-leader = Projektledare
audience-economist = Ekonomer
audience-project-owner = Projektägare
audience-administrator = Systemförvaltare
announcement-heading = Information { $id }
announcement-draft = Utkast. Ingen har fått den än
announcement-asked-you = Väntar på att du godkänner
announcement-asked = Väntar på att { $name } godkänner
announcement-approved = { $name } har godkänt. Nu kan den skickas
announcement-scheduled = Skickas { $when }
announcement-sent = Skickad { $when }
announcement-recalled = Återkallad { $when }
announcement-discarded = Slängd { $when }. Ingen har fått den
announcement-units = Gäller
announcement-all-units = alla verksamheter
announcement-from-label = Från
announcement-reach = Så har den nått fram
announcement-reached = { $reached } av { $sent } har fått den, { $read } har läst
announcement-reached-outside = { $reached ->
    [0] Mejlet är på väg
   *[other] Mejlet är skickat
}
announcement-unread = Inte läst: { $names }
announcement-to = Till: { $name }
announcement-affects = Så berörs de
announcement-affects-you = Så berör det dig
announcement-write-open = Skriv texten
announcement-rewrite-open = Ändra texten
announcement-approval-open = Be om godkännande
announcement-later = Skicka senare
announcement-audience = Vem ska läsa?
announcement-words = Text
announcement-approver = Vem ska godkänna?
announcement-day = Dag
announcement-time = Tid
announcement-recall = Återkalla
announcement-discard = Släng
announcement-written = Sparat.
announcement-new-how = Skriv vem den är till och texten, till exempel: ny information till chefer: Nu börjar vi. Du ser den innan den går ut.
announcement-ask-how = Vad vill du fråga? Skriv fråga om informationen: och din fråga.
announcement-rewrite-how = Det är olika texter till olika läsare. Skriv till chefer: och den nya texten.
announcement-which = Vilken information menar du? Skriv till exempel ny information till chefer: och texten.
announcement-asked-person = Jag har frågat { $to_person }. Du får besked.
announcement-is-approved = Tack! { $sender_person } får veta att den är godkänd.
announcement-is-scheduled = Den skickas till alla samtidigt { $send_at }.
announcement-is-sent = Skickad till alla samtidigt.
announcement-is-recalled = Återkallad. De som hann få den får veta det.
announcement-is-reminded = { $count ->
    [0] Alla har läst.
    [one] En person får en påminnelse.
   *[other] { $count } personer får en påminnelse.
}
announcement-none-sent = Du har inte skickat någon information än. Skriv ny information till chefer: och texten.
announcement-readers-hidden = Vem som har läst informationen ser bara den som har skickat den.
announcement-readers-of = Vem som har läst ser bara den som har skickat informationen. Fråga { $sender_person }.
announcement-which-read = Flera har gått ut den senaste veckan. Vilken menar du? Skriv till exempel: vem har läst { $number }
announcement-counted = { $read } av { $sent } har läst
announcements-heading = Information
announcements-asked = Väntar på ditt godkännande
announcements-own = Du har skrivit
announcements-sent = Du har fått
announcements-newest = De { $count } senaste.
announcements-read = Från { $name } { $when }. Du har läst
announcements-unread = Från { $name } { $when }. Inte läst
announcements-none = Du har inte fått någon information än. Den kommer hit när det händer något som rör dig.
announcements-none-yours = Ingen information har gått ut än. Skriv ny information till chefer: och texten.
information-heading = Information från { $name }
information-recalled = Återkallad { $when }. Den gäller inte längre
information-read = Du läste den { $when }
information-reminder = Du har inte markerat den som läst
information-ask-open = Fråga
information-question = Din fråga till { $name }
information-thanks = Tack! Nu vet vi att du har läst.
information-asked = { $to_person } har fått din fråga och svarar här.
information-nothing-unread = Du har ingen information att läsa.
button-announcement-write = Spara
button-announcement-approval = Fråga
button-announcement-approve = Godkänn
button-announcement-send = Skicka nu
button-announcement-schedule = Skicka då
button-announcement-recall = Återkalla
button-announcement-remind = Påminn dem som inte har läst
button-announcement-read = Jag har läst
button-announcement-ask = Skicka frågan
way-announcement-write = till chefer: och texten
way-announcement-affects = så berörs chefer: och texten
way-announcement-approval = be { $name } godkänna informationen
way-announcement-approve = godkänn informationen
way-announcement-send = skicka informationen
way-announcement-schedule = skicka informationen imorgon kl 9
way-announcement-recall = återkalla informationen
way-announcement-remind = påminn dem som inte har läst
way-announcement-read = läst
way-announcement-ask = fråga om informationen: och frågan
way-announcement-show = visa { $id }
way-announcement-readers = vem har läst
announcement-rejected = { $name } har inte godkänt den
announcement-refused = { $by_person } har inte godkänt informationen { $id }. Ändra texten och fråga igen, eller fråga någon annan.
announcement-refused-why = { $by_person } har inte godkänt informationen { $id }: { $words }
announcement-is-rejected = { $sender_person } får veta det.
announcement-is-discarded = Slängd. Ingen har fått den.
announcement-reject-open = Säg nej
announcement-reject-why = Varför? { $name } får läsa det
button-announcement-reject = Skicka tillbaka
way-announcement-reject = nej: och varför
kind-announcement = information
letter-information-subject = Information { $number } från samordnade servicetjänster
letter-information-body =
    { $words }
    { $affects }
    Avsändare: { $sender }
letter-information-affects = Så berörs ni: { $affects }
letter-recalled-subject = Återkallad: information { $number }
letter-recalled-body =
    Information { $number } är återkallad och gäller inte längre.
    Avsändare: { $sender }

## Risks and causes

commitment-assessed = Risken för { $code } är nu { $level ->
    [high] hög
    [medium] medelhög
   *[low] låg
}, { $value } (sannolikhet { $likelihood }, konsekvens { $consequence }).
commitment-risk-open = Risk, orsak och åtgärd
commitment-risk-was = Före { $day }: { $risk }
label-risk = Risk
risk-likelihood = Sannolikhet, från 1 till 5
risk-consequence = Konsekvens, från 1 till 5
button-commitment-assess = Spara bedömningen
way-commitment-assess = bedöm risken för { $code }: sannolikhet 2, konsekvens 4
cause-open = Orsak och åtgärd
cause-about = Gäller
risk-heading = Riskmatris
risk-none = Inget åtagande har en bedömd risk.
risk-axes = Konsekvens uppåt, sannolikhet åt höger, från 1 till 5
risk-row = Konsekvens { $consequence }: { $codes }
risk-value = { $level ->
    [high] Hög
    [medium] Medelhög
   *[low] Låg
} risk, { $value } (sannolikhet { $likelihood }, konsekvens { $consequence })
way-wheel-risks = visa riskerna
cause-heading = Orsakslogg
cause-none = Loggen är tom. Skriv det första problemet.
cause-problem = Problem
cause-cause = Orsak
cause-measure = Åtgärd
cause-effect = Effekt
cause-seen = Effekten är uppföljd
cause-unseen = Effekten är inte uppföljd än
cause-log-open = Skriv i loggen
cause-effect-open = Följ upp en effekt
cause-which = Vilken åtgärd?
cause-how = Skriv alla tre delarna, till exempel: problem: städningen hinns inte orsak: fler elever åtgärd: se över tiden.
cause-logged = { $number } står i orsaksloggen.
cause-effect-noted = Effekten av { $number } är sparad.
button-cause-log = Spara i orsaksloggen
button-cause-effect = Spara effekten
way-cause-log = problem: städningen hinns inte orsak: fler elever åtgärd: se över tiden
way-cause-effect = effekt av { $number }: och vad det blev
