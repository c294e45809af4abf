import { scene } from "../make/scene.ts";

/** Questions about messages, money, work and health, as people type them. */
export const people = [
  scene(
    "text-someone",
    `Messaging.TinyPing.SendText | Texts to any mobile. | number!<number; text!<text
     Telecom.WortLos.sms | SMS in alle Netze. | an!<number; nachricht!<text; blitz:bool
     Phone.CarrierDove.deliver | Short messages that arrive. | to!<number; body!<text; at<time`,
    `Messaging.TinyPing.Balance | Credits left. |
     Phone.CarrierDove.record_call | Records a call. | to!~+44 20 7946 0000
     Telecom.WortLos.nummer | Gets you a number. | land~DE`,
    `tell +47 412 33 890 i'll be ten minutes late || number=+47 412 33 890; text=i'll be ten minutes late
     text 0176 5550123: key is with the neighbour || number=0176 5550123; text=key is with the neighbour
     +1 415 555 0199 "dinner at ours on sunday?" || number=+1 415 555 0199; text=dinner at ours on sunday?
     let the plumber know (07700 900456) that the back door is open || number=07700 900456; text=the back door is open`,
  ),
  scene(
    "split-bill",
    `Money.FairShare.AddExpense | Who paid what, and who owes whom. | amount:num!<amount; description!<what; people:list!<who; currency<currency
     Finance.KassensturzApp.ausgabe | Gruppenkasse. | betrag:num!<amount; zweck!<what; mit:list!<who
     Payments.SplitEasy.split | Divides a bill among friends. | total:num!<amount; title!<what; friends:list!<who; currency<currency`,
    `Money.FairShare.SettleUp | Pays what you owe. | person!~Tom/Ida
     Finance.KassensturzApp.export | Table of everything. | jahr:int~2025
     Payments.SplitEasy.remind | A friendly nudge. | friend!~Ben`,
    `pizza was 48, split with Ana and Joe || amount=48; what=pizza; who=Ana+Joe
     I paid 120 for the cabin, divide it between Mira, Tom and Lee || amount=120; what=cabin; who=Mira+Tom+Lee
     gas 65.50, Kim and Noah owe me || amount=65.50; what=gas; who=Kim+Noah
     concert tickets 210 EUR with Sofia and Emil || amount=210; what=concert tickets; who=Sofia+Emil; currency=EUR`,
  ),
  scene(
    "tip",
    `Calculators.TipTop.Calculate | Tip and total. | bill:num!<bill; percent:num!<percent; people:int<people
     Finance.RoundUp.tip | How much to leave. | amount:num!<bill; tip_percent:num!<percent; split:int<people
     Tools.Trinkgeld.rechner | Trinkgeldrechner. | rechnung:num!<bill; prozent:num!<percent`,
    `Finance.RoundUp.savings | Saves your change. | weekly:num~5
     Calculators.TipTop.Discount | Price after a discount. | price:num!~80; off:num!~20
     Tools.Trinkgeld.knigge | Tipping customs abroad. | land!~Japan`,
    `bill is 84, 15 percent tip, how much in total || bill=84; percent=15
     we're 5, bill 132.40, 10% tip || bill=132.40; percent=10; people=5
     what do i leave on 36 euros at 12 percent || bill=36; percent=12
     waiter was lovely so 20% on 58 || bill=58; percent=20`,
  ),
  scene(
    "haircut",
    `Beauty.CutClub.BookChair | Barbers and hairdressers with a free chair. | city!<city; day!<day; service=cut|color|beard<service
     Salons.Haarscharf.termin | Friseurtermine. | ort!<city; tag!<day; leistung=SCHNITT|FARBE|BART<service{cut:SCHNITT,color:FARBE,beard:BART}
     Beauty.Snip&Go.appointment | Walk in at the minute you booked. | location!<city; date!<day; time<time`,
    `Beauty.CutClub.Nails | Manicures. | city!~Ghent; colour~red
     Salons.Haarscharf.perücken | Wigs. | farbe~blond
     Beauty.Snip&Go.shop | Shampoo and wax. | product!~wax`,
    `my hair is a disaster, anything free in Ghent on thursday? || city=Ghent; day=thursday
     beard trim in Malmö tomorrow || city=Malmö; day=tomorrow; service=beard
     i want to go blond, colour appointment in Basel on 6 March || city=Basel; day=6 March; service=color
     quick cut in Cork before the interview on monday || city=Cork; day=monday; service=cut`,
  ),
  scene(
    "gym-class",
    `Fitness.SweatBox.JoinClass | Books a place in a class. | class!<class; day!<day; time<time; waitlist:bool<waitlist
     Sports.MuskelKater.kurs | Kurse im Studio buchen. | kurs!<class; wochentag!<day; warteliste:bool<waitlist
     Gym.FlexFriends.reserveSpot | Reserve your mat. | workout!<class; date!<day; at<time`,
    `Fitness.SweatBox.Locker | Rents a locker. | month~May
     Gym.FlexFriends.trainer | Personal trainers. | goal!~strength
     Sports.MuskelKater.sauna | Sauna times. | damen:bool~true`,
    `sign me up for spinning on tuesday || class=spinning; day=tuesday
     pilates tomorrow 9am, one spot || class=pilates; day=tomorrow; time=9am
     zumba friday, put me on the waitlist if full || class=zumba; day=friday; waitlist=true
     I promised myself: boxing on 4 January at 18:00 || class=boxing; day=4 January; time=18:00`,
  ),
  scene(
    "medicine-reminder",
    `Health.PillPal.Schedule | Reminds you to take your medicine. | medicine!<medicine; times:list!<times; dose<dose
     Medical.Pünktchen.einnahme | Medikamente pünktlich. | mittel!<medicine; uhrzeiten:list!<times; zum_essen:bool<food
     Wellness.DoseDuck.remind | Quacks until you took it. | drug!<medicine; at:list!<times; amount<dose; with_food:bool<food`,
    `Health.PillPal.Refill | Orders from your pharmacy. | medicine!~aspirin
     Medical.Pünktchen.wechselwirkung | Interactions of drugs. | mittel:list!~ibuprofen
     Wellness.DoseDuck.water | Glasses of water today. | glasses:int~6`,
    `amoxicillin at 8:00 and 20:00 || medicine=amoxicillin; times=8:00+20:00
     don't let me forget vitamin D at 7am || medicine=vitamin D; times=7am
     dad takes metformin with food, 07:30, 13:00 and 19:30 || medicine=metformin; times=07:30+13:00+19:30; food=true
     2 drops of the eye thing "Hylo" at 9:00 and 21:00 || medicine=Hylo; times=9:00+21:00; dose=2 drops`,
  ),
  scene(
    "poll",
    `Collaboration.VoteBoat.CreatePoll | A poll to share with a link. | question!<question; options:list!<options; anonymous:bool<anonymous; deadline<day
     Team.HandHoch.abstimmung | Abstimmungen im Team. | frage!<question; antworten:list!<options; geheim:bool<anonymous
     Surveys.QuickAsk.poll.new | Ask the crowd. | text!<question; choices:list!<options; closes<day; anonymous:bool<anonymous`,
    `Collaboration.VoteBoat.FindDate | Finds a day for all. | title!~Dinner
     Surveys.QuickAsk.wordcloud | Word cloud of answers. | text!~mood
     Team.HandHoch.los | Draws lots. | namen:list!~Ann/Ben`,
    `ask everyone: pizza or sushi? || question=pizza or sushi?; options=pizza+sushi
     poll "Where do we go in summer?" with Italy, Norway and Greece || question=Where do we go in summer?; options=Italy+Norway+Greece
     let the team vote anonymously, "New logo?", yes, no, don't care || question=New logo?; options=yes+no+don't care; anonymous=true
     "Who brings the cake" - Eva, Marc, Liv. closes friday || question=Who brings the cake; options=Eva+Marc+Liv; day=friday`,
  ),
  scene(
    "log-hours",
    `Work.ClockOwl.AddEntry | Time sheets without tears. | project!<project; hours:num!<hours; date<day; billable:bool<billable
     Business.StundenZettel.buchen | Arbeitszeit buchen. | projekt!<project; stunden:num!<hours; tag<day
     Productivity.TickTally.log_time | Hours by client. | client!<project; duration_h:num!<hours; on<day; billable:bool<billable`,
    `Work.ClockOwl.Report | Hours of a month. | month!~May/June
     Productivity.TickTally.start_timer | Starts the clock. | client!~Acme
     Business.StundenZettel.urlaub | Days off left. | jahr:int~2026`,
    `3.5 hours on Aurora yesterday || project=Aurora; hours=3.5; day=yesterday
     book 8 h for Northwind || project=Northwind; hours=8
     worked 2 hours for Helios, not billable || project=Helios; hours=2; billable=false
     put down 6 hours on the Lindgren project for monday || project=Lindgren; hours=6; day=monday`,
  ),
  scene(
    "translate-it",
    `Language.TongueTwin.Say | The same in another language. | text!<text; into!<lang
     Translation.Dolmetsch24.uebersetze | Übersetzungen von Menschen und Maschinen. | satz!<text; zielsprache!<lang; formell:bool<formal
     Text.ParlaFast.translate | Fast translations for travellers. | phrase!<text; target!<lang; formal:bool<formal`,
    `Language.TongueTwin.Flashcards | Words to learn. | lang!~Italian; count:int~20
     Text.ParlaFast.phrasebook | Phrases by situation. | situation!~hotel
     Translation.Dolmetsch24.beglaubigung | Certified documents. | dokument!~birth certificate`,
    `what do i say in Greek for "two tickets please" || text=two tickets please; lang=Greek
     "sorry, I don't eat meat" in Japanese || text=sorry, I don't eat meat; lang=Japanese
     how would a Frenchman... I mean put "see you soon" into French || text=see you soon; lang=French
     I need "my son has a fever" in Turkish, formal please || text=my son has a fever; lang=Turkish; formal=true`,
  ),
  scene(
    "doctor-visit",
    `Health.PraxisPilot.FindSlot | Free appointments at doctors. | specialty!<doctor; city!<city; day<day
     Medical.DocKnock.search | Doctors who take new patients. | kind!<doctor; location!<city; video:bool<video
     Care.SprechZeit.termin | Arzttermine. | fach!<doctor; ort!<city; datum<day; videosprechstunde:bool<video`,
    `Health.PraxisPilot.Prescription | Repeat prescriptions. | medicine!~ibuprofen
     Medical.DocKnock.symptoms | What it might be. | text!~cough
     Care.SprechZeit.notdienst | Emergency service. | plz!~50667`,
    `I need a dermatologist in Lyon || doctor=dermatologist; city=Lyon
     kid has earache, paediatrician in Essen today? || doctor=paediatrician; city=Essen; day=today
     eye doctor Dublin next week || doctor=eye doctor; city=Dublin; day=next week
     can i see a psychologist by video, based in Tartu || doctor=psychologist; city=Tartu; video=true`,
  ),
];
