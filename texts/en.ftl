### Everything that a person can read, in English. Short, friendly and plain: write as one speaks, and read it aloud.
### One section a view. The same keys and variables as in sv.ftl; a test compares them.

## Format

format-money = SEK { $amount }
format-hour = { $hours } hour
format-half-hour = half an hour
format-hours = { $hours } hours
format-today = today
format-tomorrow = tomorrow
format-yesterday = yesterday
format-and = { $rest } and { $last }
format-or = { $rest } or { $last }
hours-always = around the clock
hours-weekdays = Mon–Fri

## Common

card-ways = You can also write: { $ways }.
card-step = Step { $step } of { $steps }: { $name }
list-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
}
not-for-you-now = You need not do anything about this any more. Somebody else has it, or it was removed.
not-for-you = I can't find that, or you may not see it. Write help to learn what you can do.
person-unknown = somebody who is no longer here
person-stranger = somebody who is not in the register

## Labels

label-place = Place
label-when = When
label-date = Date
label-time = Time
label-count = Number
label-hours = Work
label-hours-input = Hours
label-estimate = Estimate
label-note = Message
label-files = Attached
label-cost = Cost
label-promised = Promised by
label-promised-was = Promised for
label-response = Answer by
label-done = Finished
label-rating = Rating
label-employee = Employee
label-employee-before = Last done by
label-approver = Waiting for
label-answered-by = Answered by
label-question = Question
label-answer = Answer
label-why = Why
label-charged = Charged
label-budget = Budget
label-requester = Ordered by
label-reporter = Reported by
label-party = In charge
label-unit = Unit
label-planned = Planned
label-category = Kind
label-price = Price
label-level = Service level
label-usual = Often takes
label-competences = Requires
label-who = Ordered by
label-due = Due
label-status = Status
label-holder = Answers for it
label-comment = Comment
label-recipients = Goes to
label-snoozed = Reminder

## When

when-before = by { $moment }
when-from = from { $moment }
when-days = { $first } to { $last }
when-hours = { $day } { $start }–{ $end }
when-span = { $start } to { $end }
when-asap = as soon as possible
when-none = no particular time
when-promised = Promised time
when-outside = Outside working hours – the coordinator will be in touch
when-wished = Wished for, not promised

## Status

status-submitted = Received
status-awaiting-approval = Waiting for approval
status-queued = In the coordinator's queue
status-assigned = Assigned
status-in-progress = Under way
status-waiting = Waiting for an answer from who ordered
status-done = Done
status-closed = Closed
status-rejected = Not approved
status-cancelled = Cancelled
status-forwarded = Passed on
step-received = Sent
step-queued = Queued
step-assigned = Taken
step-started = Started
step-done = Done
severity-normal = Ordinary
severity-urgent = Urgent
severity-emergency = Emergency

## Buttons

button-order-place = Order
button-order-change = Save the change
button-order-drop = Drop
button-issue-report = Report
button-request-approve = Approve
button-request-reject = Reject
button-request-ask = Send the question
button-agreed-show = Show the hours
button-promises-show = Show the promises
button-indicator-show = Show the indicators
button-indicator-enter = Save the outcome
button-request-cancel = Cancel the request
button-request-reopen = Reopen
button-request-rate = Send rating
button-request-comment = Send comment
button-request-change = Save the change
button-request-again = Order again
button-requests-show = Show
button-assignment-offer = Ask
button-assignment-assign = Assign directly
button-assignment-accept = I'll take it
button-assignment-claim = Take it
button-request-join = Yes, I follow it
button-approval-substitute = Save
button-approval-back = I approve myself again
button-assignment-decline = No, I can't
button-assignment-start = Start
button-assignment-pause = Pause
button-assignment-wait = Ask and wait
button-assignment-done = Done
button-survey-answer = Answer
button-survey-pause = Pause the questions
button-survey-resume = Start asking me again
button-survey-result = Show the result
button-survey-progress = Update
button-question-show = Show the question
button-question-change = Save the change
button-question-retire = Ask it no more
button-question-add = Add the question
button-survey-comment = Send
button-survey-talk = Yes, I want to talk
button-commitment-fill = Save
button-commitment-snooze = Remind me then
button-commitment-status = Save the status
button-commitment-move = Move it there
button-commitment-handover = Pass it on
button-catalogue-show = Show the service
way-order-place = order
way-order-change = change
way-order-drop = drop
way-order-drop-also = cancel
way-issue-report = yes
way-request-approve = approve
way-request-reject = reject
way-agreed-show = how many hours do we have left in { $month }
way-agreed-show-of = how many hours does { $unit } have left in { $month }
way-promises-show = how do we keep our promises in { $month }
way-indicator-show = show the indicators for { $month }
way-indicator-show-of = show the indicators for { $scope } in { $month }
way-indicator-one = show { $code } for { $scope } in { $month }
way-indicator-enter = { $code } for { $scope } in { $month }: 94.5, why
way-request-ask = ask: what you wonder
way-request-answer = answer: what you want to say
way-request-cancel = cancel
way-request-reopen = reopen
way-request-rate = rating 4
way-request-comment = comment
way-request-change = move to Friday 13:00
way-request-again = order again
way-requests-next = more
way-requests-previous = back
way-assignment-offer = ask
way-assignment-assign = assign
way-assignment-accept = I'll take it
way-assignment-claim = I'll take it
way-request-join = me too
way-same-another = another fault
way-approval-substitute = { $name } approves
way-approval-back = I approve myself again
way-assignment-claim-number = I'll take { $id }
way-assignment-decline = I can't
way-assignment-start = start
way-assignment-pause = pause
way-assignment-wait = waiting for an answer: your question
way-assignment-done = done
way-assignment-done-hours = done, it took 1 hour
way-resume = resume
way-survey-pause = pause the questions
way-survey-resume = start asking me again
way-survey-result = how did the survey go in { $month }
way-survey-progress = how is the survey going
way-questions = show all questions
way-question-show = show question { $code }
way-question-change = change question { $code }: på svenska / in English
way-question-retire = retire question { $code }
way-question-add = new question for principals in May, scale 1-5: på svenska / in English
way-survey-comment = a word on the question: what you want to say
way-survey-talk = I want to talk about how I am doing
way-commitment-fill = fill in
way-commitment-snooze = remind me later
way-commitment-status = change the status
way-commitment-move = move { $code } to 15 June
way-commitment-handover = hand over { $code } to { $name }
way-catalogue-show = show the catalogue

## Order

order-over = New order
order-summary = { $service }, { $when }, { $cost }
order-no-place = no place given
order-where = Where?
order-where-label = Write the room or place, so that we find it
order-where-how = Write the room or place, so that we find it
place-none = not given
order-change-open = Change
order-approval = Needs approval by { $names } before we begin.
order-approval-nobody = Needs the principal's approval before we begin.
order-approved-by-you = You approve the cost by ordering.
order-dropped = The order is dropped
order-dropped-more = Nothing is ordered. Write again when you need something.
order-refused = Can't be ordered now
order-ask = Any questions? Ask { $names }.
order-when-past = When should it be done? That time has passed.
order-when-season = Which days suit you? I do not know them yet.
order-when-unreal = When is it to be done? There is no such day or time.
order-when-how = Choose a date in the card or write for example: on Thursday, or: any time.
order-kept = What you wrote is kept
cost-included = { $total }, included in the agreement
cost-charged = { $total }, charged
cost-shared = { $total }: { $included } included and { $charged } charged
cost-how = { $hours } × { $price }
cost-left = Left that month: { $left } of { $held }.
cost-extra-visit = An extra visit beyond the agreement.
refused-agreement-not-signed = The agreement with { $unit } is not signed yet.
refused-agreement-not-begun = The agreement with { $unit } holds from { $start }.
refused-agreement-over = The agreement with { $unit } does not hold on that day.
refused-agreement-none = { $unit } has no agreement with us yet.
refused-service-not-open = { $service } is not open for orders yet.
refused-service-unit-type = { $service } is not offered to { $unit }.
refused-service-not-agreed = { $service } is not part of the agreement with { $unit }.
refused-service-unknown = That service is not in the catalogue.
possible-agreement-not-signed = You can order when it is signed. You can report faults already.
possible-agreement-not-begun = Change to that day or later and it works. You can report faults already.
possible-agreement-over = Change to a day when it holds and it works. You can always report a fault.
possible-agreement-none = You can report faults already.
possible-service-not-open = Write show the catalogue to see what you can order.
possible-service-unit-type = Write show the catalogue to see what you can order.
possible-service-not-agreed = The principal and the administrator can change which services are part of it.
possible-service-unknown = Write show the catalogue to see what you can order.

## Choice

unsure-heading = Do you want to report: { $name }?
unsure-over = Report
unsure-ask = Shall I report this?
unsure-hint = Nothing has been reported yet.
same-ask = This has been reported already. Is it the same fault?
same-joined = You follow this
same-reported = Reported
same-hint = Nothing new is reported yet. Follow what is reported, and you'll hear how it goes.
same-summary = Reported already: { $name }
same-another = No, another fault
choice-heading = What do you need help with?
choice-none = Write in your own words what you want done, or look in the catalogue.
choice-other = Something else

## Request

request-over-order = Order { $id }
request-over-issue = Fault report { $id }
request-summary = { $name }: { $status }
request-planned = Planned for { $moment }
request-comment-open = Comment
request-comment-label = Your comment
request-reopen-open = Not right?
request-reopen-label = What needs to be done again?
request-reject-open = Say no
request-reject-label = Why do you say no?
story-title = What has happened
story-whole = Show the whole history
story-before = { $count ->
    [one] There is one more event before these.
   *[other] There are { $count } more events before these.
}
story-line = { $moment }: { $what }
story-by = { $what } ({ $name })
story-reason = { $line }. “{ $reason }”
event-to-submitted = Received
event-to-awaiting-approval = Waiting for approval
event-to-queued = Put in the queue
event-to-assigned = Assigned
event-to-in-progress = Work began
event-to-waiting = Waiting for an answer
event-answered = The answer has come
event-to-done = Done
event-to-closed = Closed
event-to-rejected = Not approved
event-to-cancelled = Cancelled
event-to-forwarded = Passed on
event-placed = Ordered
event-file-added = Photo or file added
event-file-removed = Photo or file removed
event-reported = Reported
event-approved = Approved
event-approval-asked = Question before the approval
event-approval-answered = Answer to the question
event-commented = Comment
event-rated = Rated
event-reopened = Reopened
event-changed = { $what } from { $before } to { $after }
event-time-changed = Time changed
event-place-changed = Place changed
event-hours-changed = Hours changed
event-count-changed = Number changed
event-note-changed = Message changed
event-cost-changed = What is charged changed
event-promise-kept = Done within the promised time
event-joined = More have noticed it
event-promise-broken = The promised time passed
part-time = the time
part-place = the place
part-hours = the hours
part-count = the number
part-note = the message
part-none = nothing
request-changed-by = { $name } has changed { $what }
promise-kept = The promise was kept
promise-late = Later than promised
late-since = Late since { $moment }
late-soon = Hurry: promised by { $moment }
late-short = Late
followed-short = You follow it

## Rating

rating-done = { $name } is done
rating-thanks = Thank you for your rating!
rating-summary = Done: { $name }. How did it go?
rating-label = How did it go?
rating-say = Rate it from 1, bad, to 5, very good.
rating-comment = Anything you want to add?
rating-change = Change the rating
rating-5 = 5 – very good
rating-4 = 4 – good
rating-3 = 3 – all right
rating-2 = 2 – not so good
rating-1 = 1 – bad

## Receipt

receipt-follow = You will hear when something happens. Write { $id } to see how it goes.
receipt-summary = Thank you, we have received { $id }: { $name }
emergency-title = Emergency: do this first
emergency-112 = Danger to life or health: call 112.
emergency-phone = Then call { $name }:
party-phone = Phone { $phone }, { $hours }

## Approval

approval-asked = { $name } wants to order. Do you approve?
waiting-since = Has waited since { $moment }
approval-question-open = Ask first
approval-question-label = What do you want to know?
approval-asked-by = { $name }, { $moment }
approval-answer-label = Answer { $name }
approval-answer = Send the answer
approval-why-add-on = An add-on always needs your yes
approval-why-limit = More is charged than the limit of { $limit }
approval-left-hours = { $left } of { $agreed } in { $month }, with this one counted
approval-left-budget = { $left } of { $budget } for { $year }, with this one counted
approval-budget-of = { $budget } for { $year }
approval-over-budget = Overdrawn by { $over }, with this one counted
approval-spent = { $charged } beyond the agreement in { $year }, with this one counted
approval-no-budget = The unit has no budget of its own entered.
approval-instead-of = Instead of { $names }
approval-question-sent = The question about { $request } is sent to { $to_person }. The answer comes here.
approval-answer-sent = Thank you. Your answer about { $request } is sent to the one who asked.
substitute-heading = Who approves in your place?
substitute-heading-you = Approve in somebody's place
substitute-heading-back = You approve yourself again
substitute-heading-you-back = { $name } approves again
substitute-told = { $name } may approve
substitute-you = You may approve for { $name }
substitute-over = No longer in force
substitute-who-label = Substitute
substitute-hint = New orders go to both of you on those days. Who answered stands in the request.
substitute-hint-you = The questions come to you here. Say yes or no just as the principal does.
substitute-nobody = There is nobody at the unit to choose
substitute-choose = Who?
substitute-choose-how = You can write who and when, for example: I'm away 4-8 April, { $name } approves.
substitute-who = I don't know whom you mean. Choose here.
error-not-substitute = { $person } can't approve for you. Choose somebody at your unit.
approval-summary = To approve: { $name }, { $cost } charged

## Queue

queue-summary = To assign: { $name }, { $unit }
queue-to-give = To be assigned
queue-uncovered = Everybody who can has said no or not answered
queue-offered = { $name } has been asked and has not answered yet
queue-done = Done by { $name }
queue-suggested = Suggested: { $name }
queue-person = Who should get the assignment?
queue-others = Others who can: { $names }.
queue-full = { $name } (day is full)
queue-little-room = { $name } (short of time)
queue-too-long = { $name } (more than a day)
queue-nobody = Nobody to suggest right now
queue-nobody-more = Nobody at work has all the training that this needs. Look over the staffing, or call someone who can.
claim-free = Free
claim-taken = { $name } has taken it
claim-over = No longer free
claim-hint = Whoever presses first has it.
claim-summary = Free work: { $name }, { $unit }
suggested-all-competences = Has the training it needs
suggested-unit-team = Belongs to the team at { $unit }
suggested-other-team = Belongs to another team
suggested-least-load = Has the least to do that day: { $load } of { $day } hours
suggested-little-room = May not have time for all of it that day: { $load } of { $day } hours are taken
suggested-too-long = The job takes { $hours }, longer than a working day of { $day } hours
suggested-unknown-hours = Working hours are not known, so ask first
suggested-no-room = The day is full already: { $load } of { $day } hours

## Undeliverable

undeliverable-heading = Messages that did not arrive
undeliverable-none = All messages have arrived
undeliverable-count = { $count ->
    [one] One message did not arrive
   *[other] { $count } messages did not arrive
}
undeliverable-line = { $name }: { $about }
undeliverable-hint = Call, or get in touch another way. As soon as the person writes to me I can reach them again.
undeliverable-summary = Could not reach { $names }
kind-other = a message
kind-assignment-offer = asked to take
kind-assignment = assignment
kind-request = request
kind-issue = fault report
kind-file = news of an attachment
kind-human = somebody who wanted help
kind-survey = the month's question
kind-commitment = reminder
kind-commitment-handed-over = a commitment to take over
kind-reply = an answer to what was written
kind-reply-order = order card
kind-reply-choice = the question of which service
kind-reply-request = answer about request
kind-reply-receipt = receipt of the fault report
kind-reply-requests = the list of requests
kind-reply-assignment = answer about the assignment for
kind-reply-assignments = the list of assignments
kind-reply-queue = the queue
kind-reply-rating = question about a rating of
kind-request-done = question about a rating of
kind-request-followed = news of a fault that more have noticed,
kind-request-answered = answer to your question about
kind-request-approval = question about approving
kind-approval-reminder = reminder to approve
kind-approval-substitute = question to approve in somebody's place,
kind-approval-unanswered = news that nobody has approved
kind-approval-question = question before the approval of
kind-approval-answered = answer to the question about
kind-substitute = news that somebody is to approve for a principal
kind-request-changed = news of a change in
kind-request-cancelled = news that this was cancelled:
kind-request-rejected = news that the principal said no to
kind-request-queued = new request to give out,
kind-request-commented = comment on
kind-request-remarked = internal remark on
kind-assignment-declined = news that somebody declined
kind-assignment-withdrawn = news that this is taken back:
kind-assignment-assigned = assignment for
kind-assignment-claimed = assignment for
kind-assignment-unanswered = news that the question moved on for
kind-promise-warned = reminder of the promised time of
kind-promise-broken = news of a broken promised time of
kind-series = news of the recurring order

## Assignment

assignment-over = Assignment for { $id }
assignment-summary = Assignment: { $name }, { $place }
assignment-offered = Can you take this?
offer-answer-by = Answer by { $moment }, or I'll ask somebody else.
offer-moved-on = The time to answer about { $request } is over, so the question moves on to somebody else.
assignment-accepted = Your assignment
assignment-started = Under way
assignment-paused = Paused
assignment-done = Done, thank you!
assignment-declined = You said no
assignment-handed-over = Handed over
assignment-withdrawn = No longer needed
assignment-short-offered = Waiting for your answer
assignment-asked = Asked, waiting for an answer
assignment-short-accepted = Not begun
assignment-short-started = Under way
assignment-short-paused = Paused
assignment-short-done = Done
assignment-short-declined = Declined
assignment-short-handed-over = Handed over
assignment-short-withdrawn = Not needed
assignment-back = I can't
assignment-done-open = Done already?
assignment-resume = Resume
waiting-open = Need to know something?
waiting-label = Ask who ordered. The work rests until you have an answer.
waiting-asked = I have asked { $to_person }. { $request } rests until the answer comes.
ask-requester-how = Do you want to ask the requester? Write: ask the requester: which one is it?
assignment-hours = How many hours did it take?
assignment-note = Anything to tell? (optional)
assignments-heading = Your assignments
assignments-count = { $count ->
    [0] You have no assignments right now
    [one] You have one assignment
   *[other] You have { $count } assignments
}
assignments-hint = Write a number and I show that request.

## Requests

requests-heading = Your requests
requests-heading-unit = Your unit's requests
requests-over = This is done or closed
requests-none-open = Nothing is open just now
requests-none-over = Nothing is done yet
requests-page = Page { $page }
requests-next = Show more
requests-previous = Back
requests-count = { $count ->
    [0] Everything is done
    [one] One is open
   *[other] { $count } are open
}
requests-none = You have no requests yet
requests-none-hint = Write what you need, for example: can somebody change the lamp in the hall?
requests-hint = Press a request to open it, or write its number.
requests-open = Open { $id }

## Catalogue

catalogue-heading = What you can order
catalogue-hint = Just write what you need, and I find the right service.
catalogue-choose = Read more about a service
catalogue-open = Show the catalogue
catalogue-empty = There is nothing to order here right now.
category-mandatory = Always included
category-mandatory-more = Done as the agreement says. An order is an extra visit.
category-call-off = When needed
category-call-off-more = Drawn first from the month's hours.
category-add-on = Add-on
category-add-on-more = The principal approves each order.
agreed-heading = Hours in { $month }
agreed-none = No agreement is in force that month
agreed-left = { $left } of { $agreed } left
agreed-drawn = Done { $used }, booked { $booked }
agreed-beyond = { $hours } beyond what is agreed
agreed-charged = What has been ordered beyond the agreement that month.
promises-heading = Promises in { $month }
promises-kept = { $kept } of { $all } kept, { $percent } %
promises-none = No promises have been settled
promises-how = A promise is settled when the work is done, or when the promised time passes.
## Indicators

indicators-heading = Indicators in { $month }
indicators-known = { $known } of { $all } have an outcome
indicator-which = Which indicator do you mean: { $names }? Write for example: show { $code } for { $month }
indicators-none = No indicators are followed here that month.
indicators-missing = No outcome yet: { $names }.
indicator-all = The whole pilot
indicator-scope = Show for
indicator-area-customer = Customer and quality
outcome-which-month = Of which month is the outcome? Write for example { $code } in December 2021: { $value }.
outcome-which-unit = Which unit is the outcome of: { $names }? Write its name or code, for example { $code }
outcome-noted = Thank you, the outcome is saved.
indicator-baseline = Baseline { $value }, { $day }
indicator-target-by = Target { $target } by { $day }
indicator-forecast = Going on like this it comes to about { $value } in { $month }
indicator-kind-leading = Leading indicator: what leads to the target.
indicator-kind-lagging = Lagging indicator: what came of it.
indicator-source-survey = Comes from the month's questions.
indicator-source-requests = Worked out of the requests.
indicator-source-time-entries = Worked out of the hours worked.
indicator-source-competences = Worked out of the service employees' competences.
indicator-source-economy = The economists work it out, and it is entered by hand.
indicator-source-manual = Entered by hand.
indicator-months = Month by month
indicator-others = Other units
indicator-story = Entered by hand
indicator-replaced = corrected since
indicator-enter = Enter the outcome
indicator-correct = Correct the outcome
indicator-value = Outcome
indicator-comment = Why? Needed when you correct.
indicator-area-efficiency = Efficiency
indicator-area-economy = Economy
indicator-area-work-environment = Work environment
indicator-no-outcome = No outcome yet
indicator-too-few = Too few answers to be shown
indicator-target = Target { $target }
indicator-reached = The target { $target } is reached
indicator-missed = The target is { $target }
indicator-followed = Followed without a target
indicator-unchanged = As the month before
indicator-change-up = Up { $change } since the month before
indicator-change-up-good = Up { $change } since the month before, better
indicator-change-up-bad = Up { $change } since the month before, worse
indicator-change-down = Down { $change } since the month before
indicator-change-down-good = Down { $change } since the month before, better
indicator-change-down-bad = Down { $change } since the month before, worse
indicator-trend-up = Rising for months
indicator-trend-up-good = Steadily better
indicator-trend-up-bad = Steadily worse
indicator-trend-down = Falling for months
indicator-trend-down-good = Steadily better
indicator-trend-down-bad = Steadily worse
indicator-unit-score-1-10 = { $value } out of 10
indicator-unit-score-1-5 = { $value } out of 5
indicator-unit-percent = { $value } %
indicator-unit-working-hours = { $value } working hours
indicator-unit-hours = { $value } hours
indicator-unit-hours-per-week = { $value } hours a week
indicator-unit-traffic-light = { $value } % green
indicator-unit-per-100-hours = { $value } per 100 hours
## Audit

audit-heading = Log of { $number }
audit-heading-all = The log
audit-none = There is nothing about that in the log
audit-desk = Vaktis
audit-older = Older
audit-newer = Newer
audit-all = The whole log
logged-offered = Offered
logged-accepted = Accepted
logged-declined = Declined
logged-started = Started
logged-paused = Paused
logged-claimed = Claimed
logged-withdrawn = Withdrawn
logged-handed-over = Handed over
logged-planned = Planned
logged-confirmed = Confirmed
logged-corrected = Hours corrected
logged-ended = Ended
logged-shortened = Shortened
logged-named = Substitute named
logged-loaded = Files loaded
logged-language-chosen = Language chosen
logged-asked-for-human = Asked for a human
logged-human-answered = Coordinator answered
logged-human-ended = Talk ended
logged-announcement-approved = Announcement approved
logged-announcement-asked = Asked for approval
logged-announcement-drafted = Announcement drafted
logged-announcement-recalled = Announcement recalled
logged-announcement-rejected = Announcement not approved
logged-announcement-reminded = Reminded of the announcement
logged-announcement-scheduled = Time of sending chosen
logged-announcement-sent = Announcement sent
logged-announcement-written = Text changed
logged-unanswered = Not answered in time
logged-cause-effect = What the measure led to
logged-cause-logged = Cause and measure noted
logged-commitment-assessed = Risk assessed
logged-commitment-filled = Filled in
logged-commitment-finished = Finished for this time
logged-commitment-handed-over = Commitment handed over
logged-commitment-moved = Due day moved
logged-commitment-snoozed = Reminder put off
logged-commitment-status = Status changed
logged-outcome-entered = Outcome filled in
logged-question-added = Question added
logged-question-changed = Question changed
logged-question-retired = Question retired
logged-promise-warned = Warned of the promised time
logged-request-closed = Request closed
logged-series-approved = Recurring order approved
logged-series-begun = Recurring order
logged-series-changed = Recurring order changed
logged-series-ended = Recurring order ended
logged-survey-opened = Questions went out
logged-survey-closed = Wave closed
logged-survey-paused = Questions paused
logged-survey-resumed = Questions resumed
origin-chat = from the chat
origin-press = from a button
origin-job = by itself
origin-command = from a command
origin-party = from a link
button-audit-show = Show
way-audit-page = show the log of { $number } page { $page }
way-audit-show = show the log
way-audit-page-all = show the log page { $page }
service-over = Service
service-all = All services
service-price = { $price } an hour
service-level = within { $hours } of working time
service-summary = { $name }: price and service level
service-not-open = Can't be ordered yet
service-not-here = Not offered to your unit
service-who = the unit’s principal and requesters
service-who-add-on = the unit’s principal and requesters; the principal approves
service-example = Order by writing for example: { $name } on Friday

## Catalogue, a page at a time

catalogue-over = The catalogue
catalogue-category = { $name }: show { $count ->
    [one] the service
   *[other] all { $count }
}
catalogue-found = { $name }: { $count ->
    [0] no service
    [one] one service
   *[other] { $count } services
}
catalogue-sought = Search: { $query }
catalogue-none = I find no service for { $query }. Write what you need in your own words, and I try.
catalogue-page = Page { $page } of { $pages }
catalogue-next = Next page
catalogue-previous = Previous page
catalogue-search = Search
label-query = Search for a service
label-left = Left this month
label-service = Service
service-left = { $left } of { $held }
service-code = Code
service-others = More of this kind
service-would-cost = What it would cost, for { $hours }
service-posted = Write to me in our chat if you want to order: order { $name }
service-order-words = order { $name }
button-order-start = Order
way-order-start = order { $name }
way-catalogue-search = search chairs
way-catalogue-next = next page
way-catalogue-previous = previous page
way-category-mandatory = show mandatory services
way-category-call-off = show call-off services
way-category-add-on = show add-on services
search-unknown = I don't know you yet. Ask your administrator to add you, and you can search here.
search-nothing = I find no service for { $query }.

## The terminal

chat-sits = { $name } ({ $code }), { $moment }
chat-hint = Write as in Teams. A number presses a button, /help tells more, /quit ends.
chat-help =
    A line is a message. A number presses that button; its fields are asked for one by one, and Enter keeps what stands there.
    2 hours=3 comment=Done fills in fields at once, 2! takes all as it stands, > 2 writes the number as a message.
    /as SAM1 lets another person sit down, /clock +1d moves the clock (+30m +2h +1w or an ISO time), /quit or Ctrl-D ends.
chat-pressed = [{ $title }]
chat-no-choice = There is no button { $number } right now.
chat-no-command = There is no command /{ $name }. Write /help.
chat-nobody = Nobody has the code { $code }.
chat-clock = It is { $moment }.
chat-bad-clock = The clock goes forward only, and only in development: /clock +1d

## Help

help-heading = How I can help you
help-try = Write for example
help-also = Good to know
help-urgent = Is anybody in danger? Call 112 first.
help-principal = Order services, report faults and approve costs. Use your own words.
help-principal-1 = You see what it costs before you order. Write how many hours do we have left to see the month's hours.
help-principal-2 = You are asked when something needs your approval, or an agreement your signature.
help-principal-3 = Everything that the buttons do you can also write.
help-requester = Order services and report faults. Use your own words.
help-requester-1 = You see what it costs before you order.
help-requester-2 = The card always shows how it goes.
help-requester-3 = Everything that the buttons do you can also write.
help-employee = Here you get your assignments. Answer with the buttons, or write.
help-employee-1 = Every morning you get the day's assignments on one card. Write my shift when you want to see it. Press Start when you begin and Done when you are finished.
help-employee-2 = Your time is counted for you, and you can change it. Standing work is confirmed once a day: all done for today.
help-employee-3 = Can't do it? Say so, and the coordinator asks somebody else. Ill, or have to go home? Write I'm sick today or I have to leave at 12.
help-coordinator = Here you get new requests to assign, with a suggestion of who can.
help-coordinator-1 = Write how do we keep our promises to see how many were kept, and show Leo's hours to see and correct somebody's week.
help-coordinator-2 = Write show the board to see what is open, late and unassigned, who is working today to see who has time, and plan Thursday for Leo to see somebody's day. What you write after internal B-2022-0001: the requester does not read.
help-coordinator-3 = You hear when a message does not arrive.
help-leader = Here you get reminders of reports and other things that are due.
help-leader-1 = The reminder says what is missing, so that you can fill it in. Write year wheel for March, show the risks or show the cause log to see more.
help-leader-2 = Write new announcement to principals and unions: and the text, and you see it before it goes out to everybody at once. Then write who has read it, or list the announcements.
help-leader-3 = The monthly questions go out by themselves, and nobody can see who answered what. Write how is it going, show the indicators for March, sick leave in February, how did the survey go or show all questions.
help-owner = Here you learn what is due, and what is late.
help-owner-1 = The reminder says what is missing.
help-owner-2 = You can snooze a reminder or change the status right in the card.
help-owner-3 = You can report a fault like everybody else.
help-administrator = Here you learn when something in the system needs a look.
help-administrator-1 = You get a message about unknown people who write to me.
help-administrator-2 = You draft, offer, change and end agreements here.
help-administrator-3 = Write show the log for B-2022-0001 to see what was changed, by whom and from where.
example-principal-1 = Can somebody change the tube{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
  } tomorrow before 8?
example-principal-2 = Water is leaking from the ceiling{ $other ->
    [none] {""}
   *[other] {" "}in { $other }
  }
example-principal-3 = My requests
example-requester-1 = Can somebody change the tube{ $place ->
    [none] {""}
   *[other] {" "}in { $place }
  } tomorrow before 8?
example-requester-2 = It is cold{ $other ->
    [none] {" "}here
   *[other] {" "}in { $other }
  }
example-place = the { $place }
example-requester-3 = My requests
example-employee-1 = My assignments
example-employee-2 = Done, it took half an hour
example-employee-3 = I can't take it
example-coordinator-1 = Show the queue
example-coordinator-2 = Chairs to the hall on Thursday at 1 pm
example-coordinator-3 = A toilet is blocked at Pilot unit 2
example-leader-1 = What is due?
example-leader-2 = Show the year wheel for next month
example-leader-3 = How is it going?
example-owner-1 = What is due?
example-owner-2 = Show the catalogue
example-owner-3 = The library is cold
example-administrator-1 = Show the catalogue
example-administrator-2 = Agreements
example-administrator-3 = The library is cold

## Welcome

welcome-heading = Hello { $name }! I am Vaktis.
welcome-try = Try writing
welcome-help = Write help if you have any questions.
welcome-principal = Tell me when you need a service or something is broken, and I find the right person. You approve costs here.
welcome-requester = Tell me when you need a service or something is broken, and I find the right person.
welcome-employee = I give you your assignments, one at a time. You answer with a button.
welcome-coordinator = I give you new requests, with a suggestion of who can take them.
welcome-leader = I remind you of reports and send the monthly questions for you.
welcome-owner = I tell you when something is due or late.
welcome-administrator = I tell you when something needs a look.

## Survey

survey-over = The month's question, { $month }
survey-summary = The month's question: { $text }
survey-anonymous = Nobody can see what you in particular answered. Answer by { $day }.
survey-answer = Your answer
survey-hours = Hours a week
survey-thanks = Thank you for your answer!
survey-changeable = You can change your mind until { $day }.
survey-change = Change my answer
survey-closed = The question is closed
survey-closed-more = Thank you, everybody who answered.
survey-is-paused = The questions are paused until { $day }
survey-is-left = You get no more questions
survey-talk-ask = Would you like to talk with somebody about how you are doing?
survey-talk-how = If you say yes, your coordinator learns that you want to talk, not what you answered. Otherwise nobody learns anything.
survey-talk-said = I would like to talk about how I am doing.
survey-talk-offer = That sounds hard. Would you like to talk with somebody? Write I want to talk about how I am doing, and your coordinator gets in touch. Otherwise nobody learns of it.
survey-talk-told = I have asked your coordinator to get in touch with you. What you answered stands nowhere.
survey-talk-nobody = There is no coordinator to ask right now. Turn to your manager.
survey-words = Say a word about it
survey-words-label = A word on your answer
survey-words-how = Write no names. It is shown without who, and among few answers without when and where too.
survey-words-noted = Thank you! What you wrote stands beside your answer, without your name.
survey-left = Then I will not ask you any more. Write start asking me again if you change your mind.
result-heading = Result of the month's question, { $month }
result-open = The round is open until { $day }. The result is shown after that.
result-sent = { $sent } of { $of } have got the question
result-sent-all = All { $of } have got the question
questions-heading = The month's questions, all
question-new = New question
question-change = Change the words
question-how = New words hold from the next round on. How it is answered can't be changed, as that would break the series. Add a new question instead, and stop asking this one.
question-live = Asked
question-retired = Asked no more
question-audience = Who gets the question?
question-answer = How is it answered?
question-months = In which months?
question-indicator = Indicator
question-no-indicator = No indicator
question-text-sv = In Swedish
question-text-en = In English
question-kind-scale-1-10 = Scale 1–10
question-kind-scale-1-5 = Scale 1–5
question-kind-frequency = How often
question-kind-number-hours = Hours a week
question-kind-traffic-light = Traffic light
question-kind-text = Own words
question-now-changed = Question { $question } is asked in the new words from the next round on.
question-now-retired = Question { $question } is asked no more. What was answered stays.
question-now-added = Question { $question } is added.
result-ahead = That month has not begun yet.
result-none = No question was sent that month.
result-rate = { $answered } of { $asked } answered, { $percent } %
result-words = The answers are in people's own words and are read by the project leader, without names.
result-said = Some wrote:
result-scale-1-5 = On average { $value } out of 5
result-scale-1-10 = On average { $value } out of 10
result-frequency = { $value } % answered often or always
result-traffic-light = { $value } % answered green
result-number-hours = On average { $value } hours a week
survey-say-scale-1-5 = 1 is lowest and 5 is highest.
survey-say-scale-1-10 = 1 is lowest and 10 is highest.
survey-say-frequency = Answer never, seldom, sometimes, often or always.
survey-say-traffic-light = Answer green, yellow or red.
survey-say-number-hours = Answer with a rough number of hours.
survey-say-text = Use your own words, but no names.
answer-frequency-never = Never
answer-frequency-seldom = Seldom
answer-frequency-sometimes = Sometimes
answer-frequency-often = Often
answer-frequency-always = Always
answer-traffic-light-green = Green – good
answer-traffic-light-yellow = Yellow – so-so
answer-traffic-light-red = Red – not good

## Commitment

commitment-kind-report = Report
commitment-kind-evaluation = Evaluation
commitment-kind-proposal = Proposal
commitment-kind-final-report = Final report
commitment-kind-milestone = Milestone
commitment-kind-control = Control
commitment-kind-assignment = Special assignment
commitment-kind-measure = Measure
commitment-summary = { $title }: { $left }
commitment-left = { $days ->
    [one] One day left
   *[other] { $days } days left
}
commitment-today = Today is the last day
commitment-late = { $days ->
    [one] One day late
   *[other] { $days } days late
}
commitment-not-started = Not started
commitment-ongoing = Ongoing
commitment-waiting = Waiting
commitment-finished = Finished
commitment-missing = What is missing
commitment-filled = { $count ->
    [one] One comment is saved.
   *[other] { $count } comments are saved.
}
commitment-snoozed = comes { $day }
commitment-fill-open = Fill in
commitment-comment = Write what is missing
commitment-fill-what = What is it about?
commitment-fill-other = Something else
commitment-note = A comment on how it goes, if you like
commitment-move-open = Move
commitment-new-day = New day
commitment-why = Why, if you like
commitment-was-due = was to be { $day }
commitment-handover-open = Hand over
commitment-to-whom = Who takes over?
commitment-status-open = Change status
commitment-snooze-open = Remind later
commitment-until = Remind me again
missing-outcome = Outcome of { $name }
missing-unit = A comment from { $name }
recipient-administrations = administrations concerned
recipient-management = the management group
recipient-board = the service board
recipient-steering = the steering group
recipient-executive = the municipal executive
recipient-unions = trade unions

## Errors

error-refused = That did not work. Nothing has changed.
error-not-allowed = Somebody else needs to do that. Please ask your principal or the coordinator.
refused-who-agreement-edit = Agreements are written and changed by { $roles }.
refused-who-announcement-send = Announcements are sent by { $roles }.
refused-who-audit-read = The log is read by { $roles }.
refused-who-commitment-edit = The year wheel is changed by { $roles }, and by whoever has the task.
refused-who-commitment-read = The year wheel and its calendar are seen by { $roles }.
refused-who-economy-read = The economy is seen by { $roles }.
refused-who-indicator-enter = Outcomes are filled in by { $roles }.
refused-who-indicator-read = The indicators are seen by { $roles }.
refused-who-order-approve = Costs are approved by { $roles }.
refused-who-request-assign = Assignments are given out by { $roles }.
refused-who-survey-answer = The month's question goes to { $roles }.
refused-who-survey-manage = The monthly questions are run by { $roles }.
refused-ask = You can ask { $name }.
refused-elsewhere = You can only do that for { $units }.
refused-instead = You can write { $examples }.
refused-try-requests = “my requests”
refused-try-assignments = “my assignments”
refused-try-board = “show the board”
refused-try-indicators = “show the indicators”
refused-try-wheel = “show the year wheel”
refused-try-agreements = “show the agreements”
role-requester = those who order
role-principal = the principal
role-service-employee = the service employees
role-coordinator = the coordinator
role-project-leader = the project leader
role-economist = the economist
role-project-owner = the project owner
role-administrator = the administrator
error-not-found = I can't find that.
error-unit-not-found = I find no unit called { $id }. Write its name or code, for example PV3.
error-request-not-found = I find no request with that number. Write my requests to see yours.
error-assignment-not-found = I can't find that assignment. Write my assignments to see yours.
error-out-of-date = That card was old, so nothing happened. This is how it is now.
error-wrong-state = { $state ->
    [recalled] It is recalled. Write a new one if something is to go out.
    [submitted] { $id } has only just come in, so that is not possible now.
    [awaiting_approval] { $id } is waiting for approval, so that is not possible now.
    [queued] { $id } is in the coordinator's queue, so that is not possible now.
    [assigned] { $id } is assigned but not begun, so that is not possible now.
    [in_progress] { $id } has been begun, so that is no longer possible.
    [waiting] { $id } is waiting for an answer from whoever ordered it, so that is not possible now.
    [done] { $id } is done already, so that is no longer possible.
    [closed] { $id } is closed, so that is no longer possible.
    [rejected] { $id } was not approved, so that is no longer possible.
    [cancelled] { $id } is cancelled, so that is no longer possible.
    [forwarded] { $id } has been sent on, so that is not possible now.
    [offered] { $id } has had no answer yet, so that is not possible now.
    [accepted] { $id } is accepted but not begun, so that is not possible now.
    [started] { $id } has been begun, so that is no longer possible.
    [paused] { $id } has been begun and is paused, so that is not possible now.
    [declined] { $id } was declined, so that is no longer possible.
    [handed_over] { $id } has been handed over, so that is no longer possible.
    [withdrawn] { $id } has been taken back, so that is no longer possible.
    [shared] { $id } is shared between two, so a part of it can't be moved by itself.
    [signed] { $id } is signed, so that is no longer possible.
    [ended] { $id } has ended, so that is no longer possible.
    [sent] It has been sent already, so that is no longer possible.
    [placed] That order has been placed already, so that is no longer possible.
    [dropped] That order has been removed, so that is no longer possible.
   *[other] That is not possible, as it is now.
}
error-not-approved = { $person } has not approved it yet. You will be told when that is done.
error-offer-gone = The assignment is gone. Somebody else has taken it, or it was cancelled.
error-bad-input = { $field ->
    [audience] I don’t know whom you mean. Write for example principals, service employees or unions.
    [unit] I don't know which unit you mean. Write its name or code, for example PV3.
    [between] The outcome must be a number from { $lowest } to { $highest }, for example 94.5 or 4.2.
    [least] The outcome must be a number not below { $lowest }, for example 12.5.
    [value] The outcome is to be a number that the indicator can have, for example 94.5.
    [question] The question needs words in both languages, at most 200 characters each.
    [months] Write in which months the question is to be asked.
    [kind] Write how it is answered: scale 1-10, scale 1-5, how often, hours, traffic light or own words.
    [hours] The hours must be a number from { $lowest } to { $highest }.
    [rating] The rating must be a number from { $lowest } to { $highest }.
    [count] The number must be a whole number from { $lowest } to { $highest }.
    [month] That month has not begun. Choose this month or an earlier one.
    [person] I don’t know whom you mean. Write the whole name, or choose it in the list.
    [date] That date can't be used. Choose today or a later day.
    [wanted] I need to know when. Choose a date that has not passed, or write for example: on Thursday.
    [likelihood] The likelihood must be a whole number from 1 to 5.
    [consequence] The consequence must be a whole number from 1 to 5.
    [time] That time can't be read. Write for example 08:00.
   *[other] Something you filled in can't be used. Look it over and try again.
}
error-no-agreement = It can't be ordered for that day: the unit has no agreement that holds then.
error-agreement-overlaps = The unit already has an agreement that holds on some of those days: { $agreement }. Choose other days.
error-not-orderable = Your unit can't order that service.
error-not-suitable = That person lacks training that is needed here. Choose somebody else.

## Dialogs

which-unit = Which unit is it about? Write its name or code, for example PV3.
which-service = What do you need help with? Write for example “replace the lamp in room B214” or “show services”.
which-alarm = Which alarm is it: { $names }?
which-fault = What is wrong? Write what is broken and where, and I will send it to the right place.
which-request = Which request do you mean? Write its number: { $numbers }.
close-month = The month closes by itself on the 10th of the next month, so nobody needs to do it. Until then hours can be corrected, with a reason.
close-how = { $request } closes by itself when it is done. Is it no longer needed? Write: cancel { $request }.
close-how-forwarded = { $request } closes when { $party } has answered that it is done. Have they told you so? Write: { $party } says { $request } is done.
close-is-done = { $request } is done already and closes by itself.
which-assignment = Which assignment do you mean? Write its number: { $numbers }.
draft-dropped = I have dropped it. Nothing is ordered.
files-without-words = Thank you for the picture. Write what it is about too, and I will help you.
files-added = { $count ->
    [one] I have put the picture with { $request }.
   *[other] I have put { $count } pictures or files with { $request }.
}
files-added-draft = { $count ->
    [one] I have put the picture with the order. Write order when everything is right.
   *[other] I have put { $count } pictures or files with the order. Write order when everything is right.
}
files-images = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
files-others = { $count ->
    [one] 1 file
   *[other] { $count } files
}
files-pending = { $count ->
    [one] One is being fetched
   *[other] { $count } are being fetched
}
files-image = Picture { $number }
files-other = File { $number }
file-refused-too-large = The file was too large, so I could not take it. Send one of at most 10 MB.
file-refused-kind = I can't take that kind of file. Send a picture, a PDF, a Word or Excel document or plain text.
file-refused-unreachable = I could not fetch the file that you sent. Please send it once more.
nothing-said = I saw no text. Write what you need, or “help”.
not-understood = I did not understand that. Try other words, or write “help” to see what I can do.
only-signs = I understand words best. Write what you need, or “help” to see what I can do.
you-are-welcome = You are welcome!
draft-waits = The order has not been sent yet. Write yes when you want me to send it.
choose-first = First choose what it is about, and I show you cost and time.
edited-placed = { $request } is ordered already, so the change of the message does not count. Write change { $request } or cancel { $request }.
edited-dropped = That order is dropped. Write a new message, and I make a new one.
edited-too-late = I have answered that message already, so changing it does nothing. Please write a new one.
edited-no-order = The message asks for nothing now. The card is as before. Write drop if you do not want it.
deleted-placed = You deleted the message, but { $request } is still there. Write cancel { $request } if you do not need it.
written-to-you = I have written to you, { $to_person }.
written-to-you-how = I am writing to you in a chat of our own, { $to_person }. Can't you see it? Find Vaktis among the apps and say hi to me there.
help-now-draft = The card above is not ordered yet. Write for example “on Thursday”, “in the hall” or “2 hours” if something should change. Write “order” when it is right, or “drop”.
help-now-request = { $request } is sent. Write for example “how is it going?”, “comment” or “cancel”.
help-now-assignment = About the assignment you can write “I'll take it”, “I can't”, “start”, “pause” or “done, it took 1 hour”.
scolded = I hear that this does not work for you, and I am sorry. Write “talk to a human”, and I tell the coordinator.
part-undone = I did none of what you wrote. Write the rest by itself, and I will take it.
only-the-beginning = That was a long text. I have read only the beginning of it, but what there is room for stands in the note.
human-said = { $by_person }: “{ $words }” Answer by writing reply, the name and a colon, for example reply Karin: thanks.
passed-on = I have sent it to { $to_person }.
passed-on-unsure = Was it for me? Write: that was for Vaktis.
pass-on-whom = I don't know whom you want to answer. Write reply, the name and a colon, for example reply Karin: thanks.
pass-on-which = Several have that name. Write the code instead of the name: { $codes }.
cannot-order-ask = Your role does not order, so nothing is ordered. Ask somebody at the unit who may order, or { $coordinator_person }. You can report faults yourself.
cannot-order-employee-ask = Service employees do not order, so nothing is ordered. Is it about your work? Write for example my assignments, start or done. Have you seen a fault? Write what and where: the lamp in the dining hall is broken. Otherwise write talk to the coordinator, and { $coordinator_person } will get in touch.
cannot-order-employee = Service employees do not order, so nothing is ordered. Is it about your work? Write for example my assignments, start or done. Have you seen a fault? Write what and where: the lamp in the dining hall is broken.
cannot-order = Your role does not order, so nothing is ordered. Ask somebody at the unit who may order. You can report faults yourself.
all-right = All right.
language-chosen = From now on I write in English.
human-called = I have told { $coordinator_person }, who will get back to you.
no-human = I can't reach a coordinator right now. Please try again in a while.
not-yet = I can't help with that yet.
not-yet-ask = I can't do that yet. { $coordinator_person } can help you.
identity-number-masked = I took the identity number out of what you wrote. It is not needed here, so please leave it out next time.
nothing-to-cancel = You have no request that can be cancelled.
nothing-to-change = You have no request that can be changed.
nothing-to-repeat = I find no such order to make again. Write what you need, or my requests.
nothing-to-reopen = You have no finished request to reopen.
nothing-to-rate = You have no finished request to rate.
nothing-to-approve = Nothing is waiting for your approval.
nothing-offered = You have no assignment to answer right now.
nothing-offered-away = You have no assignment to answer then. Can't you come in? Write for example: I am away tomorrow.
nothing-to-start = You have no assignment to start right now.
nothing-started = You have no assignment under way right now.
finish-hours = Well done! How long did it take? Write for example: done, it took half an hour.
worked-accepted = Good, { $request } is yours.
worked-started = { $request } is under way.
worked-paused = { $request } is paused.
worked-done = Thank you! { $request } is done.
worked-declined = All right, the coordinator asks somebody else about { $request }.
queue-empty = The queue is empty. Every request has somebody who does it.
queue-shown = { $shown ->
    [one] One request is waiting for somebody.
   *[other] { $shown } requests are waiting for somebody.
  }
queue-more = Here are the { $shown } most pressing ones. { $more } more are waiting.
nobody-suitable = I find nobody who can take this. Choose yourself in the card.
request-cancelled = { $request } is cancelled.
request-changed = { $request } has been changed. Whoever has it will know.
request-changed-cost = { $request } has been changed. { $charged_sek } will be charged now.
request-changed-approval = { $request } has been changed. { $charged_sek } will be charged now, so your principal has to approve before we begin.
change-what = What is to change in { $request }? Write for example: move { $request } to Friday 13:00.
change-nothing = { $request } was like that already.
which-time = What time would be better for { $request }? Write for example today, or Friday at 8.
request-reopened = { $request } is open again and in the queue.
issue-joined = You follow { $request } now. I'll tell you when it is done.
request-approved = { $request } is approved.
request-rejected = { $request } was turned down. The one who ordered is told.
request-commented = { $by_person } about { $request }: { $comment }
event-remarked = Internal remark
label-remark = Internal
button-remark = Internal only
way-remark = internal { $id }: what you want to say
remark-kept = Kept inside. The requester does not see it.
remark-on-which = Which request is the remark about? Write for example: internal B-2022-0001: the cabinet is locked.
request-remarked = { $by_person } internally about { $request }: { $comment }
comment-what = What do you want to say about { $request }?
comment-on-which = Which request is it about? Write comment, its number, a colon and what you want to say.
change-how = What do you want to change? Write for example on Friday, in the hall or 2 hours.
comment-kept = Thank you, it is noted.
## Letters to parties

letter-no-place = not given
letter-forwarded-subject = [{ $number }] { $object }, { $unit } ({ $severity })
letter-forwarded-body =
    Hello!

    A fault has been reported to the service desk, and it is yours to look after.

    Request: { $number }
    What: { $object }
    Where: { $unit }, { $place }
    How urgent: { $severity }
    Reported: { $at } by { $reporter }

    In the words of { $reporter }:
    { $note }

    { $answer }
letter-answer-link =
    Answer here, without signing in: received, started, done or not yours.
    { $link }
letter-answer-none = Call the service unit when the fault is mended, and the one who reported it is told.
letter-commented-subject = [{ $number }] News of: { $object }, { $unit }
letter-commented-body =
    Hello!

    This was written to you about { $number } ({ $object }, { $unit }, { $place }):
    { $words }

    { $answer }
letter-cancelled-subject = [{ $number }] No longer applies: { $object }, { $unit }
letter-cancelled-body =
    Hello!

    Report { $number } ({ $object }, { $unit }, { $place }) no longer applies. You need not do anything.
asked-person = I have asked { $to_person } about { $request }.
order-cost-changed = The cost has changed, so nothing is ordered yet. Here is the card with the new cost.
cost-told-included = It costs { $total_sek } and is included in your agreement.
cost-told-charged = It costs { $total_sek }, which is charged to you.
cost-told-shared = It costs { $total_sek }. Of that { $charged_sek } is charged, the rest is included in your agreement.
nothing-to-answer = There is nothing to say yes or no to right now.
already-sent = { $request } has been sent already, so there is nothing more for you to do.
issue-nothing-to-do = The fault is reported, so there is nothing more for you to do. If it gets worse, write it here and they will know.
first-aid = Do this first: { $words }
given-before-you = { $by_person } was first: { $to_person } has { $request }. Write the same once more if you want to change that.
taken-before-you = { $to_person } was first and has taken { $request }. Write the same once more if you want to change that.
first-aid-emergency = Do this first: { $words } Danger to life or health: call 112.{ $name ->
        [none] { "" }
       *[other] { " " }Then call { $name }: { $phone }.
    }
given-person = { $to_person } has been given { $request }.
withdrawn-from-you = { $request } no longer applies. You need not do anything.
moved-from-you = { $to_person } takes over { $service }{ $object }: { $unit }{ $place_request ->
        [none] { "" }
       *[other] , { $place_request }
    }, { $start_at } ({ $request }). You need not do anything.
taken-from-you = { $service }{ $object } is no longer yours: { $unit }{ $place_request ->
        [none] { "" }
       *[other] , { $place_request }
    }, { $start_at } ({ $request }). You need not do anything.

## Edge

fault = Something went wrong on my side, so nothing has changed. Please try again. If it happens again, tell the administrator and give { $reference }.
unknown-person = Hello! I do not know you yet. I have told the administrator, who can add you.
notice-person-unknown = Somebody who is not in the register has written to me. The account's id is { $id }. Add the person if they should be able to order.
error-bad-button = That button is not one of mine, so nothing happened.
error-no-such-day = There is no { $said }. Write another day or time.
error-survey-closed = That round is closed, so the answer was not taken. Thank you all the same! The next question comes next month.
error-survey-not-asked = You have no question to answer right now.
error-other-measure = { $code } isn't measured in { $said }, so nothing is saved. Write just the number, for example { $code }: 4.2.
error-outcome-answered = { $code } comes from the month's questions and can't be entered.
error-comment-needed = Write why as well, so that it can be understood later. For example: { $code }: 94.5, two invoices were missing.
error-question-overlaps = Question { $question } is about the same indicator in one of the months. Ask it no more first, or choose other months.
error-answer-misfit = The answers would not measure { $indicator } as before, so the series would break. Choose the same way to answer.
error-survey-answer-first = Answer the question first, then you can say a word about it.

## Faults in files

load-fault-missing-file = the file is missing
load-fault-unreadable-file = the file can't be read
load-fault-bad-encoding = the file is not UTF-8
load-fault-bad-csv = the line can't be read as CSV
load-fault-empty-file = the file is empty
load-fault-missing-column = the column is missing
load-fault-unknown-column = unknown column: { $value }
load-fault-duplicate-column = the column is there twice
load-fault-wrong-field-count = wrong number of fields on the line: { $value }
load-fault-missing-value = the value is missing
load-fault-bad-code = not a valid code: { $value }
load-fault-bad-character = character not allowed: { $value }
load-fault-too-long = the text is too long: { $value }
load-fault-not-a-number = not a number: { $value }
load-fault-out-of-range = the number is too small or too large: { $value }
load-fault-not-a-date = not a date (YYYY-MM-DD): { $value }
load-fault-not-a-time = not a time of day (HH:MM): { $value }
load-fault-not-a-guid = not an account id: { $value }
load-fault-not-an-email = not an e-mail address: { $value }
load-fault-not-a-risk = not a risk (likelihood x consequence, 1–5): { $value }
load-fault-unknown-value = unknown value: { $value }
load-fault-unknown-role = unknown role: { $value }
load-fault-bad-rrule = not a valid recurrence by RFC 5545: { $value }
load-fault-unknown-reference = does not exist: { $value }
load-fault-duplicate = exists already: { $value }
load-fault-inconsistent = does not agree with an earlier line: { $value }
load-fault-end-before-start = the end is before the start: { $value }
load-fault-overlapping = overlaps another agreement in force: { $value }

## Survey and commitments dialogs

survey-noted = Thank you! Your answer is noted.
survey-noted-changeable = Thank you! Your answer is noted. To change it, write a new answer.
survey-own-hidden = I show nobody what you answered, not even you. Answer again to change it.
survey-why = The answers show month by month what works in the service and at work, and what has to get better. Nobody sees who answered what. Want a break? Write: pause the questions.
survey-who-sees = Nobody can see what you in particular answered, not even your manager. Where fewer than five have answered, nothing is shown at all.
survey-none = You have no question to answer right now.
survey-none-next = You have no question to answer right now. The next one comes { $next_on }.
survey-closed-on = The question closed { $closed_on }, so answers can no longer be given or changed. Thank you all the same!
survey-closed-on-next = The question closed { $closed_on }, so answers can no longer be given or changed. Thank you all the same! The next question comes { $next_on }.
survey-not-sent = No question went out in { $month }.
survey-result-hidden = The result of the question in { $month } goes to those who were asked.
survey-result-hidden-ask = The result of the question in { $month } goes to those who were asked, and to { $leader_person }, who leads the project.
survey-paused = I will not ask you again before { $until_on }. Write start asking me again to take part again.
survey-resumed = You are in again from next month's question.
survey-all-paused = All questions are paused. Write resume all questions when they should start again.
survey-all-resumed = The questions go out as usual again.
survey-again-scale-1-10 = Answer with a number from 1 to 10, where 10 is highest.
survey-again-scale-1-5 = Answer with a number from 1 to 5, where 5 is highest.
survey-again-frequency = Answer never, seldom, sometimes, often or always.
survey-again-number-hours = Answer with the number of hours a week, for example 2.5.
survey-again-traffic-light = Answer green, yellow or red.
survey-again-text = Write your answer in your own words. Feel free to begin with the word answer.
commitment-which = What should I remind you of later? Write for example remind me of U1 in a week.
commitment-fill-how = Write fill in { $code }: and what is missing.
commitment-status-how = Write for example { $code } is ongoing, { $code } is waiting or done with { $code }.
commitment-move-how = To which day? Write for example move { $code } to 15 June.
commitment-handover-how = To whom? Write for example hand over { $code } to Karin.
commitment-unknown = { $code } is not in the year wheel. Write show the year wheel to see what is.
commitment-which-title = Which commitment do you mean: { $names }? Nothing is changed yet. Write for example { $code } is done.
commitment-not-found = I find no commitment called that, so nothing is changed. Write its code, for example U1 is done. Here is the year wheel.
commitment-add-how = Commitments come into the year wheel from the file commitments.csv, which the administrator loads. Nothing is added now. One that is there can be moved or handed over here, for example: move U1 to 15 June.
commitment-noted = Thank you! { $code } now has everything it needs.
commitment-noted-missing = Saved to { $code }. Still missing: { $codes }. Write the code and what applies.
commitment-put-off = I will remind you of { $code } again { $until_on }.
commitment-now-not-started = { $code } has not been started.
commitment-now-ongoing = { $code } is ongoing.
commitment-now-waiting = { $code } is waiting.
commitment-now-finished = { $code } is finished. There will be no more reminders.
commitment-moved-on = { $code } is finished for this time. The next time is { $due_on }.
commitment-is-moved = { $code } is now due { $due_on }. Reminders and calendars follow.
commitment-handed-over = { $to_person } has got { $code }.
commitment-handed-away = { $to_person } has got { $code }, but is away from { $first_on } to { $last_on }. Hand it over to somebody else if it can’t wait.
calendar-heading = The year wheel in your calendar
calendar-how = In Outlook: Add calendar, Subscribe from web, paste the address. When a day is moved, it moves in your calendar too.
calendar-open = Open the calendar file
calendar-secret = The address is yours alone: whoever has it sees your year wheel. If somebody else has got it, take a new one, and the old one stops working.
calendar-renewed = The calendar has a new address now. Use it in place of the old one.
calendar-no-address = The calendar can’t be reached from outside yet. Tell your administrator.
calendar-in-private = The address is yours alone, so I don’t show it here. Write “calendar” to me in our own chat.
calendar-name = Vaktis year wheel
calendar-about = { $kind } { $code }. { $status }.
label-address = Address
button-calendar-renew = New address
way-calendar-renew = new calendar address
event-calendar-renewed = New calendar address
wheel-reminder = This is due
wheel-heading = The year wheel
wheel-count = { $count ->
    [0] Nothing remains
    [one] { $count } remains
   *[other] { $count } remain
}
wheel-reminded = { $count ->
    [one] One commitment to follow up
   *[other] { $count } commitments to follow up
}
wheel-first = { $summary }. First { $title }: { $left }
wheel-missing = { $count ->
    [one] { $count } thing is missing
   *[other] { $count } things are missing
}
wheel-open = Open { $code }
wheel-fill = Fill in { $code }
wheel-way-fill = fill in { $code }
wheel-snooze = Snooze { $code }
wheel-finish = { $code } is done
wheel-way-snooze = remind me of { $code } in a week
wheel-way-finish = done with { $code }

## Recurring orders

rule-every-day = { $number ->
    [1] every day
    [2] every other day
   *[other] every { $number } days
}
rule-every-week = { $number ->
    [1] every week
    [2] every other week
   *[other] every { $number } weeks
}
rule-every-month = { $number ->
    [1] every month
    [2] every other month
   *[other] every { $number } months
}
rule-every-year = { $number ->
    [1] every year
    [2] every other year
   *[other] every { $number } years
}
rule-workdays = every weekday
rule-weekdays = every { $days }
rule-other-weekday = every other { $days }
rule-days-of = { $days } { $every }
rule-day-of = on day { $day } { $every }
rule-date-of = { $date } { $every }
rule-nth-of = the { $nth } { $days } { $every }
rule-nth-1 = first
rule-nth-2 = second
rule-nth-3 = third
rule-nth-4 = fourth
rule-nth-5 = fifth
rule-nth-last-1 = last
rule-nth-last-2 = second last
rule-other = on certain days
rule-at = { $rule } { $times }
rule-from = { $rule } from { $first }
rule-from-to = { $rule } from { $first } to { $last }
rule-skip = { $rule }, not on days off
rule-move = { $rule }, the next working day if it is a day off
label-recurs = Recurs
label-next = Next
label-left-out = Left out
label-moved = Moved
holiday-named = { $day } ({ $name })
holiday-moved = { $day } to { $to }
holidays-more = and { $count } more
dayoff-new-year = New Year's Day
dayoff-epiphany = Epiphany
dayoff-first-of-may = May Day
dayoff-national-day = National Day
dayoff-christmas-eve = Christmas Eve
dayoff-christmas-day = Christmas Day
dayoff-boxing-day = Boxing Day
dayoff-new-years-eve = New Year's Eve
dayoff-good-friday = Good Friday
dayoff-easter-saturday = Easter Saturday
dayoff-easter-monday = Easter Monday
dayoff-ascension = Ascension Day
dayoff-midsummer-eve = Midsummer Eve
label-cost-each = Cost each time
label-daysoff = If it is a day off
daysoff-skip = Skip it
daysoff-move = Move to the next working day
way-daysoff = move to the next working day
recurs-no-day = All the days are days off, so there is nothing to order. Choose other days, or move to the next working day.
recurs-agreement = The agreement holds until { $last }. The order goes no further.
series-over = Recurring order { $id }
series-summary = { $service }, { $rule }
series-active = Active
series-holidays = Public holidays are coming up
series-ended-status = Ended
series-none-left = No more times
series-belongs = Part of recurring order { $id }
series-approval = You also approve the times that follow, as long as none is charged more than this one.
series-open = The whole series
series-change-open = Change the series
series-change-hint = Holds for this time and all after it. What has begun is not changed.
button-cancel-issue = Take back the report
button-cancel-one = Cancel this time
button-series-end = End all
button-series-skip = Skip the next
button-series-change = Change all from here
way-series-end = stop { $id }
way-series-skip = skip the next one
way-series-change = change all of { $id } to 9 am
series-ended = { $series } has ended. What nobody had begun is cancelled.
series-skipped = { $series }: { $day_on } is skipped.
series-not-on = { $series } does not come on { $day_on } anyway.
series-skipped-days = { $series }: { $days } left out.
series-skip-later = Order it first; then you can leave out single days. Public holidays are left out already.
series-changed = { $series } is changed from here on.
series-nothing-to-change = Write what is to change, for example: change { $series } to Tuesdays, or change all of { $series } to 9 am.
series-none = You have no recurring orders. Write for example: window cleaning every other Tuesday at 7.
series-end-all = Shall all of the recurring order { $series } stop? Write “yes”. If it is only the next time, write “skip next”.
series-no-day-left-of = Then { $series } has no day left. Write which days it is to be, or end { $series }.
series-no-day-left = That leaves no day. Write which days it is to be, or “drop”.
which-series = Which of your recurring orders? Write its number: { $numbers }.
series-refused = { $service } { $day_on } in { $series } was not ordered: { $reason ->
    [missed] the day had passed
    [over] the agreement is over, so the order has ended
    [none] there is no agreement, so the order has ended
    [not-signed] the agreement is not signed
    [not-begun] the agreement has not begun
    [not-open] the service can't be ordered now
   *[other] it was not possible
}.
human-called-closed = I have told { $coordinator_person }. We are closed now, so you get an answer at the earliest { $opens_at }. Is it urgent or dangerous? Describe the fault, and I tell you whom to call.
talk-heading = Talk with { $name }
talk-about = About
talk-waiting = Waits for an answer from one of you coordinators
talk-waiting-you = Waiting for your answer
talk-waiting-asker = Waiting for an answer
talk-waits = { $name } is waiting for your answer
talk-taken = { $name } answers
talk-over = The talk has ended
talk-answer = Write to { $name }
talk-hint = Only the two of you read what is written here.
talk-ended = The talk has ended.
talk-ended-by = { $by_person } has ended the talk. Write talk to a human if there is anything more.
talk-ended-silent = The talk with { $with_person } has ended, since nobody has written for a week.
talk-which = Several wait for your answer. Write reply, the code and a colon, for example reply KON11: hello. The codes are { $codes }.
button-human-answer = Send
button-human-done = End the talk
way-human-answer = reply { $name }: thanks
way-human-done = done
error-talk-taken = { $person } already answers in that talk.
error-talk-over = The talk has ended. Write talk to a human if there is anything more.
requests-late = { $count ->
    [one] One is late
   *[other] { $count } are late
}
requests-none-late = Nothing is late
requests-all = Show all
way-requests-all = my requests
way-requests-all-unit = all requests of the unit
wheel-late-heading = Late in the year wheel
wheel-late = { $count ->
    [0] Nothing is late
    [one] One commitment is late
   *[other] { $count } commitments are late
}
button-wheel-show = Show the whole year wheel
way-wheel-show = show the year wheel
wheel-month-heading = The year wheel for { $month }
wheel-month-count = { $count ->
    [0] Nothing is due this month
   *[other] { $left ->
        [0] All is finished
        [one] 1 of { $count } left
       *[other] { $left } of { $count } left
    }
}
way-wheel-month = the year wheel for { $month }
way-series-daysoff = change { $id }: move to the next working day if it is a holiday
drill-not-ours = I don't run fire drills. Do you need help with anything around it, such as moving furniture? Write what, where and when. Otherwise: talk to a human.
absence-heading = { $name } is away
absence-heading-own = You are marked as away
absence-back = { $name } is back
absence-back-own = Welcome back
absence-days = When
absence-told = The coordinator knows
absence-all-offered = Everything has been offered to others
absence-nothing = No assignments left on those days
absence-over = No longer away
absence-offered = Offered to others
absence-offered-line = { $what }: { $name }
absence-uncovered = { $count ->
    [one] One assignment has nobody yet
   *[other] { $count } assignments have nobody yet
}
absence-hint = What you had on those days is offered to others. You don't need to say why.
absence-hint-since = What begins later is offered to others. What you have begun you report as usual. You don't need to say why.
absence-since = { $day } from { $time }
absence-open = I can't come
absence-first = From
absence-last = To and including
absence-end = Back
absence-end-own = I'm back
absence-who = Who is away? Write the whole name, for example Leo Sälg is away today.
absence-late = Here you report whole days, or that you go home. Coming later? Tell the coordinator: write talk to a human.
absence-elsewhere = Report your own absence at work as usual. Here those who do the services report theirs.
absence-of-principal = Report your own absence as usual. If somebody is to approve for you while you are away, write who and when: I am away 4-8 April, Anna approves.
absence-on = Away { $day_on }: { $names }.
absence-nobody = Nobody in your units is reported away { $day_on }.
team-day = At work { $day_on }: { $names }.
team-away = At work { $day_on }: { $names }. Away: { $away }.
team-day-off = Nobody is planned { $day_on }: it is a day off.
team-person = { $name } ({ $load } of { $room })
team-nobody = nobody
absence-until-when = Which days are they? Write for example off 12–16 April.
nothing-to-hand-over = You have no assignment to hand over.
worked-handed-over = All right, the coordinator finds somebody else for { $request }.
button-assignment-handover = Hand over
button-absence-report = Report absence
button-absence-end = Back
way-assignment-handover = hand over
way-absence-report = I'm sick today
way-absence-end = I'm back
way-absence-end-of = { $name } is back
kind-absence-reported = news that somebody is away
kind-request-uncovered = an assignment that nobody has
kind-assignment-handed-over = news that somebody handed over
error-away = That person is away that day. Choose somebody else.
error-claimed = { $is_asked ->
    [1] { $person } has been asked about { $id } and has not answered yet.
   *[other] { $person } was first and has taken { $id }.
  }
error-no-room = It does not fit in your day. There is { $load_hours } in it already, and this takes { $hours }.
free-work-here = Okay, free work is shown here. Whoever presses first has it. Write no free work, and I'll stop.
free-work-gone = Okay, no more free work is shown here.
free-work-none = There is no free work right now.
free-work-shown = { $count ->
    [one] One job is free.
   *[other] { $count } jobs are free. Here are { $shown }.
  }
brief-heading = Your day { $day }
brief-count = { $count ->
    [one] One assignment, { $hours }
   *[other] { $count } assignments, { $hours }
  }
brief-none = You have nothing planned
brief-done = { $count ->
    [one] One assignment done, { $hours }
   *[other] { $count } assignments done, { $hours }
  }
kind-brief = today's assignments
board-over = The desk { $day }
board-all = The board
board-unassigned = To assign
board-late = Late
board-open = Open
board-mine = What I gave
board-open-requests = Open requests
board-uncovered = Standing work uncovered
board-asked = Asked
board-away = Away today
board-nothing = Everything has somebody, and nothing is late
board-count = { $count ->
    [0] Nothing here right now
    [one] One line
   *[other] { $count } lines
  }
board-late-count = { $count } late
board-unassigned-count = { $count } to assign
board-line-asked = { $name } is asked
board-line-held = { $name }
board-line-free = Nobody has it
board-line-unconfirmed = Not confirmed
board-page = Page { $page } of { $pages }
board-every-unit = All
board-which-unit = That unit is not one of yours. Write for instance unassigned at PV1.
button-board-show = Show
way-board-show = show the board
way-board-unassigned = unassigned
way-board-late = late requests
way-board-open = open requests
way-board-mine = what I have given
way-board-unit = show the board for { $code }
kind-brief-desk = how the day stands
training-over = Training plan
training-role = Role
training-role-employee = Service employee
training-units = Units
training-held = Holds
training-missing = Missing
training-widening = Would open more work
training-missing-count = { $count ->
    [one] One competence is missing
   *[other] { $count } competences are missing
  }
training-complete = Everything that the units demand is there
training-until = { $name }, until { $day }
training-expired = { $name }, ran out { $day }
training-runs-out = { $name }: valid until { $day }, { $days ->
    [0] the last day is today
    [one] one day left
   *[other] { $days } days left
  }
training-ran-out = { $name }: no longer valid since { $day }
training-needed-at = { $name }: demanded at { $things }
training-needed-for = { $name }: { $things }
training-more = ({ $count ->
    [one] one more
   *[other] { $count } more
  })
training-hint = Talk to your coordinator about when you can take the training.
training-who = Whose training plan? Write for instance show the training plan for Leo Sälg.
expiring-heading = Competences that run out
expiring-count = { $count ->
    [0] No competence runs out in the next 60 days
    [one] One competence runs out
   *[other] { $count } competences run out
  }
expiring-uncovered = After { $day } nobody can work at { $units }
expiring-service = After { $day } nobody can do { $service } at { $units }
expiring-covered = Others have it and can do the work.
expiring-plans = Training plans:
button-training-show = Show the training plan
way-training-show = show the training plan for { $name }
kind-competence = reminder of a competence that runs out
bundle-hint = { $count ->
    [one] One more small job at { $unit } fits the same day: { $numbers }
   *[other] { $count } more small jobs at { $unit } fit the same day: { $numbers }
  }
bundle-give = Assign all { $count } together
split-open = Split between two
split-second = Together with
split-hours = Hours of the first
split-with = Shared with
split-missing = { $hours } has nobody
split-who = Which two? Write for instance split B-2022-0001 between Leo and Omar.
given-split = { $request } is split: { $to_person } has { $to_hours } and { $and_person } has { $and_hours }.
button-assignment-split = Split
way-assignment-split = split { $id } between { $first } and { $second }
plan-over = Plan { $day }
plan-load = { $load } of { $room }
plan-away = Away that day
plan-over-full = { $hours } more than there is room for
plan-moves = { $count ->
    [one] One move, about { $minutes } minutes
   *[other] { $count } moves, about { $minutes } minutes
  }
plan-move = → { $minutes } minutes to { $unit }
plan-clash = Clashes with the one before
plan-fitting = { $count ->
    [one] This would fit in
   *[other] These { $count } would fit in
  }
plan-give = Give { $id } to { $name }
plan-give-all = Give all { $count } to { $name }
plan-day = Day
plan-who = Whose day? Write for instance plan Thursday for Leo Sälg.
plan-open = Plan a day
given-bundle = { $count ->
    [one] { $to_person } has been given { $requests }.
   *[other] { $to_person } has been given { $requests }, and gets the day on one card.
  }
button-plan-show = Show the day
button-assignment-bundle = Give together
way-plan-show = plan { $day } for { $name }
way-assignment-bundle = assign { $numbers } to { $name }
kind-assignment-bundled = several assignments
handing-heading = Move from { $giver } to { $taker }
handing-count = { $count ->
    [one] One assignment moves to { $taker }
   *[other] { $count } assignments move to { $taker }
  }
handing-none = { $giver } has nothing to move that day
handing-none-moves = Nothing can move to { $taker }
handing-moved = { $count ->
    [one] One assignment has moved to { $taker }
   *[other] { $count } assignments have moved to { $taker }
  }
handing-moved-all = Everything has moved to { $taker }
handing-stays = { $count ->
    [one] This one stays with { $giver }
   *[other] These { $count } stay with { $giver }
  }
handing-begun = begun, or waits for an answer
handing-shared = shared with somebody else
handing-other-unit = another coordinator’s unit
handing-away = { $taker } is away that day
handing-competence = { $taker } lacks the competence
handing-room = there is no room in { $taker }’s day
handing-hint = { $giver } and { $taker } will be told.
handing-move = { $count ->
    [one] Move the assignment to { $taker }
   *[other] Move { $count } assignments to { $taker }
  }
handing-whole-day = I move one whole day at a time. The card says which day it is.
handing-who = Whose work is to move, and to whom? Write for example: move everything Hanna has to Omar on Thursday.
handing-unknown = I find no service employee called { $name }, so nothing moves. Write for example: move everything Hanna has to Omar on Thursday.
handing-done = { $count ->
    [one] { $to_person } has got one more assignment. Both will be told.
   *[other] { $to_person } has got { $count } more assignments. Both will be told.
  }
handing-nothing = There was nothing left to move.
handed-on = { $to_person } now has { $work } instead of { $from_person }. Both will be told.
way-assignment-move = yes
swap-how = Shifts are changed through { $coordinator_person }. Write “talk to the coordinator” and say with whom and on which day. A single assignment you hand over by writing “hand over”.
swap-how-alone = Shifts are changed through the coordinator. Write “talk to the coordinator” and say with whom and on which day. A single assignment you hand over by writing “hand over”.
standing-confirmed-for-you = { $by_person } has confirmed your standing work { $day_on }. Look at your hours, and say if something is wrong.
way-time-confirm-for = { $way } for { $name }
kind-time-confirmed = news of hours that were confirmed
standing-heading = Standing work { $day }
standing-over = Standing assignment { $id }
standing-none = No standing work that day
standing-waiting = Not confirmed yet
standing-asked = Did you forget something? The hours are not confirmed.
standing-confirmed = Confirmed: { $hours }
standing-closed = The month is closed. The hours were never confirmed.
standing-hint = Change the hours if it took more or less time. Write 0 for what was not done.
standing-correct-hint = Something wrong? Put it right under My hours.
standing-today = Standing work today: { $hours }
standing-earlier = { $count ->
    [one] One earlier day is not confirmed: { $days }
   *[other] { $count } earlier days are not confirmed: { $days }
  }
standing-earlier-many = { $count } earlier days are not confirmed. The oldest are { $days }
standing-more = { $count ->
    [one] One more day is not confirmed: { $days }
   *[other] { $count } more days are not confirmed: { $days }
  }
standing-more-many = { $count } more days are not confirmed. The oldest are { $days }
standing-nothing = You have no standing work { $day_on }.
standing-which = Which one was it? Fill in the hours on the card and confirm.
standing-month-closed = { $month } is closed. { $count ->
    [one] The standing work of one day, { $first_on }, was never confirmed
   *[other] The standing work of { $count } days was never confirmed, the first of them { $first_on }
  }. Those hours do not count. Talk to your coordinator if that is wrong.
standing-month-closed-for = { $month } is closed. { $by_person } never confirmed the standing work of { $count ->
    [one] one day, { $first_on }
   *[other] { $count } days, the first of them { $first_on }
  }. Those hours do not count.
standing-closes = Last day to confirm
kind-time-forgotten = a question about the day's hours
kind-time-closed = news of a closed month
uncovered-heading = Standing work without anybody { $day }
uncovered-count = { $count ->
    [0] Somebody does all of it
    [one] Nobody has one assignment
   *[other] Nobody has { $count } assignments
  }
uncovered-asked = { $name } has been asked.
uncovered-what = Which assignment?
button-standing-assign = Assign
way-standing-assign = give { $code } to { $name }
kind-standing-uncovered = standing work that nobody has
button-standing-show = Change the hours
way-standing-show = show today's standing work
hours-corrected-standing = Changed: { $service } { $day_on } is now { $hours }.
hours-corrected-for-you-standing = { $by_person } has corrected your hours { $day_on }: { $service } is { $after_hours } instead of { $before_hours }.
standing-confirm-day = Confirm { $day }
button-time-confirm = Confirm today's standing work
way-time-confirm = confirm the day
way-time-confirm-day = confirm { $day }
hours-heading = Your hours, week { $week }
hours-heading-of = { $name }, week { $week }
hours-open-until = Can be corrected through { $day }.
hours-closed = The month closed on { $day }. The hours can no longer be changed.
hours-sum = { $hours } so far
hours-none = No hours that week
hours-of = Your week is { $hours }.
hours-reason = Corrected: { $reason }
hours-correct-open = Correct hours
hours-entry = Which?
hours-right = Right number of hours
hours-why = Why?
hours-before = The week before
hours-after = The week after
hours-which = There are several to choose from. Correct them on the card, or write the number: B-2022-0001 took 2 hours.
hours-corrected = Changed: { $request } { $day_on } is now { $hours }.
hours-corrected-for-you = { $by_person } has corrected your hours { $day_on }: { $request } is { $after_hours } instead of { $before_hours }.
button-time-correct = Correct
button-hours-show = Show the week
way-time-correct = B-2022-0001 took 2 hours
way-hours-before = my hours last week
way-hours-now = my hours
way-time-correct-of = B-2022-0001 took 2 hours for { $name }
way-hours-of-before = show hours for { $name } last week
way-hours-of-now = show hours for { $name }
kind-time-corrected = news that your hours have been corrected
error-month-closed = The month is closed, so the hours { $day_on } can't be changed. Talk to your coordinator.

# Parties outside Teams: the page where they answer, and what the reporter hears
party-page-language = English
party-page-languages = Language
party-page-tagline = Requests to the service unit
party-page-unit = Unit
party-page-place = Place
party-page-reported = Reported
party-page-note = In the words of the reporter:
party-page-call = Rather talk?
party-page-story = What you have answered
party-page-expected = Expected done { $day }
party-page-ask = What would you like to say?
party-page-received = We have received it
party-page-received-hint = The reporter is told that you have it.
party-page-started = We have started
party-page-started-hint = Somebody is on the way or on site.
party-page-asked = We have a question
party-page-asked-hint = The question goes to whoever reported it.
party-page-settled-done = It is done. Thank you, there is nothing more to do.
party-page-settled-back = The service unit has the case. There is nothing more for you to do.
party-page-done-hint = The reporter is told that it has been mended.
party-page-done = It is done
party-page-returned = It is not ours
party-page-returned-hint = The case goes back to the service unit.
party-page-date = Done by (if you know)
party-page-words = A word to the reporter
party-page-send = Send the answer
party-page-told = Please write no personal data. The link works until the case is closed, and you can answer more than once.
party-page-thanks-received = Thank you! The reporter now knows that you have it.
party-page-thanks-started = Thank you! The reporter now knows that you have started.
party-page-thanks-asked = Thank you! The question is on its way. The answer reaches you the same way as the case did.
party-page-thanks-done = Thank you! The reporter now knows that it is done.
party-page-thanks-returned = Thank you for telling us! The service unit takes care of it.
party-page-picture = Picture { $number }
party-page-file = File { $number }
party-page-masked = A personal identity number in the text has been taken out.
party-page-fault-words = Write your question in the box, and we will send it.
party-page-fault-date = That day is not possible. Choose a day from today on.
party-page-fault-step = Something was missing. Choose what you would like to say and send again.
party-page-unknown-title = There is no case here
party-page-unknown = The link is wrong or too old. Check that the whole link came along, or call the service unit.
party-page-over-title = The case is closed
party-page-over = There is nothing more for you to do. Thank you for your help!
party-page-often-title = One moment, please
party-page-often = The page has been opened very many times. Try again in a minute.
party-page-large-title = The answer was too long
party-page-large = Go back, shorten the text and send again.
party-page-method-title = That is not how to answer
party-page-method = Open the link again and send the answer from the page.
party-page-away-title = We can't reach the case right now
party-page-away = Nothing has been saved. Try again in a while.
party-page-fault-title = Something went wrong here
party-page-fault = Nothing has been saved. Try again in a while, or call the service unit.
party-step-received = Received
party-step-started = Started
party-step-asked = Question
party-step-done = Done
party-step-returned = Not ours
round-heading = Found a fault?
round-open = Found a fault?
round-hint = Choose what it is and where, and send. We see to it that the right person gets it.
round-object = What
round-note = A word more, if needed
button-issue-found = Send the fault
way-round = round
way-issue-found = { $object } in { $place }
forwarded-heading = Forwarded in { $month }
forwarded-count = { $count ->
    [0] No reports
    [one] One report
   *[other] { $count } reports
}
forwarded-count-to = { $count ->
    [0] No reports to { $names }
    [one] One report to { $names }
   *[other] { $count } reports to { $names }
}
forwarded-party = { $name }: { $count }
forwarded-others = Others: { $count }
forwarded-open = { $count } still waiting
forwarded-returned = { $count } came back to us
forwarded-hint = Ask about another month, such as: how many faults did we send in February?
deviations-hint = Ask about another month, such as: deviations in February.
deviations-heading = Deviations in { $month }
deviations-count = { $count ->
    [0] No deviations
    [one] One deviation
   *[other] { $count } deviations
}
deviations-open = Not put right: { $count }
label-party-words = They write
label-expected = Expected done
party-said-received = { $party } has received the report
party-said-started = { $party } has started
party-said-asked = { $party } has a question
party-said-answered = The answer has been sent to { $party }
party-said-returned = { $party } says that it is not theirs, so we take care of it
party-said-how = Answer by Comment, or write comment: and your answer. It is sent to them.
event-party-received = Received
event-party-started = Started
event-party-asked = Question to the reporter
event-party-done = Done
event-party-returned = Back with us
issue-sent-on = { $request } has been sent to { $party }, and the reporter is told.
issue-said-noted = Thank you, that is noted of { $request }. The reporter is told.
kind-issue-moved = word that somebody else has
kind-issue-received = word that somebody has received
kind-issue-started = word that somebody has started on
kind-issue-asked = question about
kind-issue-returned = word that the fault is ours,
kind-issue-commented = answer to whoever has the report

## Agreements

button-agreement-show = Show the agreement
button-agreement-draft = Begin the draft
button-agreement-change = Save the terms
button-agreement-offer = Offer it to the unit
button-agreement-sign = Sign
button-agreement-decline = Decline
button-agreement-amend = Begin the change
button-agreement-end = Give notice
way-agreement-show = show our agreement
way-agreement-sign = sign
way-agreement-decline = decline the agreement
way-agreement-offer = offer { $code }
way-agreement-change = change: call-off 20 hours SEK 8,400
way-agreement-withdraw = withdraw { $code }
way-agreement-amend = change { $code } from 1 May
way-agreement-end = end { $code } on 30 June
way-agreement-draft = new agreement for { $unit }
agreement-over = Agreement { $code }
agreement-draft = Draft, not offered yet
agreement-offered = Waiting to be signed
agreement-signed = In force
agreement-signed-from = Signed, in force from { $day }
agreement-ended = No longer in force
agreement-withdrawn = Withdrawn
agreement-summary = Agreement with { $unit }: { $status }
agreement-days = Period
agreement-period = { $first } – { $last }
agreement-line = { $hours } a month, { $amount }
agreement-was = Was { $was }
agreement-limit = Approved
agreement-above = What costs more than { $amount }
agreement-amends = Takes over from { $code } on { $day }. What has been ordered keeps its price.
agreement-followed = { $code } takes over on { $day }.
agreement-signer = Signed by
agreement-more = Services and indicators
agreement-indicators = Indicators that are followed
agreement-sign-hint = When you sign, it holds from the first day.
agreement-decline-open = Not like this
agreement-why-not = What needs to change?
agreement-change-open = Change the terms
agreement-withdraw-open = Withdraw
agreement-withdraw = Yes, withdraw it
agreement-withdraw-hint = It can't be signed any more then.
agreement-first = First day
agreement-last = Last day
agreement-hours = { $name }: hours a month
agreement-amount = { $name }: SEK a month
agreement-limit-input = Approved when it costs more than (SEK)
agreement-services-input = Services (none chosen: all that fit)
agreement-indicators-input = Indicators (none chosen: the usual ones)
agreement-amend-open = Change from a day
agreement-amend-hint = The change is a draft, and holds only when the principal has signed it.
agreement-amend-from = In force from
agreement-end-open = End it
agreement-end-hint = Notice is { $days } days.
agreement-end-why = Why?
agreement-open = Show { $code }
agreement-draft-open = New agreement
agreements-heading = Agreements
agreements-none = There is no agreement to show.
agreements-summary = { $count ->
    [0] No agreements
    [one] 1 agreement
   *[other] { $count } agreements
}
agreement-which = Which agreement do you mean? Write its code, for example AVT-PV1.
agreement-which-unit = For which unit? Write for example: new agreement for PV3.
agreement-no-offer = No agreement is waiting for you.
agreement-end-when = Which day is to be the last? Write for example: end { $code } on 30 June.
agreement-edited-by = The administrator does that: { $name }. Tell them what is to change, and an offer comes here. This is the agreement as it stands:
agreement-amend-when = From which day is the change to hold? Write for example: change { $code } from 1 May.
agreement-change-how = What is to change? Write for example: change: call-off 20 hours SEK 8,400, limit SEK 3,000, indicators K1 K2.
agreement-changed = The terms of { $code } are saved.
agreement-is-offered = { $code } is offered. The principal gets it now.
agreement-is-signed = Thank you! The agreement holds from { $start_on }.
agreement-is-declined = I have told them that { $code } is not signed.
agreement-is-withdrawn = { $code } is withdrawn.
agreement-is-ended = Notice is given for { $code }. Its last day is { $last_on }.
event-agreement-drafted = Drafted
event-agreement-changed = Terms changed
event-agreement-offered = Offered
event-agreement-signed = Signed
event-agreement-declined = Declined
event-agreement-amended = A change takes over
event-agreement-notice = Notice given
event-agreement-ended = Ended
kind-agreement = news of the agreement
kind-agreement-offered = an agreement to sign
error-bad-day = That day can't be used. Choose one from { $lowest_on } to { $highest_on }.
error-bad-terms = { $field ->
    [hours] The hours a month are a number from { $lowest } to { $highest }.
   *[other] The amount is a number from { $lowest } to { $highest }.
}

## Announcements

audience-requester = Requesters
audience-principal = Principals
audience-service-employee = Service employees
audience-coordinator = Coordinators
audience-project-leader = Project leaders
audience-economist = Economists
audience-project-owner = Project owners
audience-administrator = Administrators
announcement-heading = Announcement { $id }
announcement-draft = A draft. Nobody has got it yet
announcement-asked-you = Waiting for you to approve
announcement-asked = Waiting for { $name } to approve
announcement-approved = { $name } has approved it. It can be sent now
announcement-scheduled = Goes out { $when }
announcement-sent = Sent { $when }
announcement-recalled = Recalled { $when }
announcement-discarded = Thrown away { $when }. Nobody has got it
announcement-units = Concerns
announcement-all-units = all units
announcement-from-label = From
announcement-reach = How far it has come
announcement-reached = { $reached } of { $sent } have got it, { $read } have read it
announcement-reached-outside = { $reached ->
    [0] The mail is on its way
   *[other] The mail has been sent
}
announcement-unread = Not read: { $names }
announcement-to = To: { $name }
announcement-affects = How it affects them
announcement-affects-you = How it affects you
announcement-write-open = Write the text
announcement-rewrite-open = Change the text
announcement-approval-open = Ask for approval
announcement-later = Send later
announcement-audience = Who is to read it?
announcement-words = Text
announcement-approver = Who is to approve it?
announcement-day = Day
announcement-time = Time
announcement-recall = Recall
announcement-discard = Discard
announcement-written = Saved.
announcement-new-how = Write whom it is for and the text, for example: new announcement to principals: We begin now. You see it before it goes out.
announcement-ask-how = What do you want to ask? Write question about the announcement: and your question.
announcement-rewrite-how = Different readers read different texts. Write to principals: and the new text.
announcement-which = Which announcement do you mean? Write for example new announcement to principals: and the text.
announcement-asked-person = I have asked { $to_person }. You will hear.
announcement-is-approved = Thank you! { $sender_person } will know that it is approved.
announcement-is-scheduled = It goes out to everybody at once { $send_at }.
announcement-is-sent = Sent to everybody at once.
announcement-is-recalled = Recalled. Those who had got it are told.
announcement-is-reminded = { $count ->
    [0] Everybody has read it.
    [one] One person gets a reminder.
   *[other] { $count } people get a reminder.
}
announcement-none-sent = You have not sent any announcement yet. Write new announcement to principals: and the text.
announcement-readers-hidden = Only who sent an announcement sees who has read it.
announcement-readers-of = Only who sent the announcement sees who has read it. Ask { $sender_person }.
announcement-which-read = Several went out in the last week. Which one do you mean? Write for example: who has read { $number }
announcement-counted = { $read } of { $sent } have read it
announcements-heading = Announcements
announcements-asked = Waiting for your approval
announcements-own = Written by you
announcements-sent = Sent to you
announcements-newest = The { $count } newest.
announcements-read = From { $name } { $when }. You have read it
announcements-unread = From { $name } { $when }. Not read
announcements-none = You have not been sent any announcement yet. It comes here when something happens that concerns you.
announcements-none-yours = No announcement has gone out yet. Write new announcement to principals: and the text.
information-heading = Information from { $name }
information-recalled = Recalled { $when }. It holds no longer
information-read = You read it { $when }
information-reminder = You have not marked it as read
information-ask-open = Ask
information-question = Your question to { $name }
information-thanks = Thank you! Now we know that you have read it.
information-asked = { $to_person } has got your question and answers here.
information-nothing-unread = You have no announcement to read.
button-announcement-write = Save
button-announcement-approval = Ask
button-announcement-approve = Approve
button-announcement-send = Send now
button-announcement-schedule = Send then
button-announcement-recall = Recall
button-announcement-remind = Remind those who have not read
button-announcement-read = I have read it
button-announcement-ask = Send the question
way-announcement-write = to principals: and the text
way-announcement-affects = how it affects principals: and the text
way-announcement-approval = ask { $name } to approve the announcement
way-announcement-approve = approve the announcement
way-announcement-send = send the announcement
way-announcement-schedule = send the announcement tomorrow at 9
way-announcement-recall = recall the announcement
way-announcement-remind = remind those who have not read
way-announcement-read = read
way-announcement-ask = question about the announcement: and the question
way-announcement-show = show { $id }
way-announcement-readers = who has read it
announcement-rejected = { $name } has not approved it
announcement-refused = { $by_person } has not approved the announcement { $id }. Change the text and ask again, or ask somebody else.
announcement-refused-why = { $by_person } has not approved the announcement { $id }: { $words }
announcement-is-rejected = { $sender_person } is told.
announcement-is-discarded = Discarded. Nobody has got it.
announcement-reject-open = Say no
announcement-reject-why = Why? { $name } will read it
button-announcement-reject = Send back
way-announcement-reject = no: and why
kind-announcement = announcement
letter-information-subject = Information { $number } from coordinated services
letter-information-body =
    { $words }
    { $affects }
    Sender: { $sender }
letter-information-affects = How this affects you: { $affects }
letter-recalled-subject = Recalled: information { $number }
letter-recalled-body =
    Information { $number } has been recalled and holds no longer.
    Sender: { $sender }

## Risks and causes

commitment-assessed = The risk of { $code } is now { $level ->
    [high] high
    [medium] medium
   *[low] low
}, { $value } (likelihood { $likelihood }, consequence { $consequence }).
commitment-risk-open = Risk, cause and measure
commitment-risk-was = Before { $day }: { $risk }
label-risk = Risk
risk-likelihood = Likelihood, from 1 to 5
risk-consequence = Consequence, from 1 to 5
button-commitment-assess = Save the assessment
way-commitment-assess = assess the risk of { $code }: likelihood 2, consequence 4
cause-open = Cause and measure
cause-about = About
risk-heading = Risk matrix
risk-none = No commitment has a risk.
risk-axes = Consequence upwards, likelihood to the right, from 1 to 5
risk-row = Consequence { $consequence }: { $codes }
risk-value = { $level ->
    [high] High
    [medium] Medium
   *[low] Low
} risk, { $value } (likelihood { $likelihood }, consequence { $consequence })
way-wheel-risks = show the risks
cause-heading = Cause log
cause-none = The log is empty. Write the first problem.
cause-problem = Problem
cause-cause = Cause
cause-measure = Measure
cause-effect = Effect
cause-seen = The effect has been followed up
cause-unseen = The effect has not been followed up yet
cause-log-open = Write in the log
cause-effect-open = Follow up an effect
cause-which = Which measure?
cause-how = Write all three parts, for example: problem: cleaning runs late cause: more pupils measure: look at the hours.
cause-logged = { $number } is in the cause log.
cause-effect-noted = The effect of { $number } is saved.
button-cause-log = Save in the cause log
button-cause-effect = Save the effect
way-cause-log = problem: cleaning runs late cause: more pupils measure: look at the hours
way-cause-effect = effect of { $number }: and what came of it
