import { scene } from "../make/scene.ts";

/** Questions about house, garden and family, as people type them. */
export const home = [
  scene(
    "lawn-mowing",
    `Garden.LawnLarry.BookMowing | A gardener comes and mows your lawn. | street!<address; day!<day; edges:bool<edges
     Home_Services.Grünwerk.rasen_maehen | Mowing by appointment, clippings taken away. | address!<address; date!<day; kanten:bool<edges
     Garden.SheepForHire.GrazeVisit | Four sheep keep your grass short. Yes, really. | where!<address; when!<day`,
    `Garden.LawnLarry.TrimHedge | Trims hedges up to three metres. | street!~9 Mill Lane/2 Oak Drive; metres:int~12/30
     Home_Services.Grünwerk.laub | Leaves raked and taken away. | address!~Lindenweg 4; date!~monday
     Garden.SheepForHire.BuyWool | Raw wool by the kilo. | kilos:num!~2/5`,
    `grass is knee high at 14 elm road, can somebody cut it on thursday || address=14 elm road; day=thursday
     the garden at Tulpenweg 3 looks like a jungle, mow it saturday pls || address=Tulpenweg 3; day=saturday
     need the lawn done before grandma's visit, 22 Harbour Way, June 3 || address=22 Harbour Way; day=June 3
     cut the grass at 5 Rue Basse tomorrow and do the edges too || address=5 Rue Basse; day=tomorrow; edges=true`,
  ),
  scene(
    "dog-walking",
    `Pets.PawPals.OrderWalk | A walker takes your dog out. | dog_name!<dog; at!<time; minutes:int<minutes
     Pets.Leinenlos.gassi | Dog walks around the corner, with photos. | name!<dog; uhrzeit!<time; dauer:int<minutes
     Pet_Care.WagWagon.book-walk | Group walks in the woods; we pick up. | dog!<dog; pickup_time!<time; treats:bool`,
    `Pets.PawPals.GroomDog | Wash, cut and dry. | dog_name!~Rex/Bella; size=S|M|L~M
     Pet_Care.WagWagon.boarding | Your dog sleeps at our farm. | dog!~Rex; nights:int!~2/5
     Pets.Leinenlos.tierarzt | Vets nearby. | plz!~10115`,
    `can someone take Biscuit out at 3pm, I'm stuck at work || dog=Biscuit; time=3pm
     Rufus needs a walk at 17:30, 45 minutes would be great || dog=Rufus; time=17:30; minutes=45
     walk my dog lola at noon || dog=lola; time=noon
     i broke my foot and Max has to pee, 8am please, 20 min is enough || dog=Max; time=8am; minutes=20`,
  ),
  scene(
    "trash-collection",
    `City.BinBuddy.NextPickup | When which bin is emptied at your address. | address!<address; bin=paper|plastic|organic|rest<bin
     Government.CleanTown.collectionDates | Waste collection calendar of the municipality. | street!<address; waste_type<bin
     Environment.TonneRaus.termin | Abfuhrtermine mit Erinnerung. | adresse!<address; erinnern:bool`,
    `Government.CleanTown.bulkyWaste | Order a pickup for furniture. | street!~Storgata 5; item!~sofa/fridge
     City.BinBuddy.RecyclingPoints | Glass and clothes containers nearby. | address!~Storgata 5
     Government.CleanTown.reportStreet | Report a dirty street. | street!~Mill Lane; text~broken glass`,
    `when do they take the paper at 8 Birch Close || address=8 Birch Close; bin=paper
     is it bin day tomorrow? Hauptstr. 12 || address=Hauptstr. 12
     my plastic bin is overflowing, next pickup at 41 Queen Street? || address=41 Queen Street; bin=plastic
     did i miss the garbage truck again?? we live at 3 Nygata || address=3 Nygata`,
  ),
  scene(
    "wake-up-alarm",
    `Clock.RiseBright.SetAlarm | Wakes you gently with light. | time!<time; days:list<days; label
     Smart_Home.Hahnenschrei.wecker | An alarm that does not give up. | um!<time; tage:list<days; laut:bool<loud
     Productivity.SnoozeLess.createAlarm | Alarm you must solve a riddle to stop. | at!<time; repeat_on:list<days; volume=low|high<loud{true:high}`,
    `Clock.RiseBright.Sleep Report | How you slept. | night~yesterday
     Productivity.SnoozeLess.startTimer | Countdown timer. | minutes:int!~5/10/25
     Clock.RiseBright.Nap | A short nap with sounds of rain. | minutes:int!~20`,
    `wake me at 6:15 || time=6:15
     I need to be up at 5am on monday and tuesday, make it loud || time=5am; days=monday+tuesday; loud=true
     alarm 07:40, big day ahead || time=07:40
     school starts again: get me out of bed at 6:50 monday, wednesday and friday || time=6:50; days=monday+wednesday+friday`,
  ),
  scene(
    "coffee-machine",
    `Smart_Home.BeanStream.Brew | Starts your coffee machine. | drink=espresso|cappuccino|latte|americano!<drink; cups:int<cups; start_at<time
     Kitchen.CrèmaCloud.make_coffee | Coffee from your phone. | type=ESPRESSO|CAPPUCCINO|LATTE|AMERICANO!<drink{espresso:ESPRESSO,cappuccino:CAPPUCCINO,latte:LATTE,americano:AMERICANO}; count:int<cups
     IoT.MokkaBot.brühen | Kaffee auf Knopfdruck. | sorte!<drink; tassen:int<cups; um<time`,
    `Smart_Home.BeanStream.Descale | Starts the cleaning programme. | water_hardness:int~3
     Kitchen.CrèmaCloud.order_beans | New beans by post. | kilos:num!~1/2; roast=light|dark~dark
     IoT.MokkaBot.status | Water, beans and grounds. |`,
    `I could kill for a cappuccino || drink=cappuccino
     two espresso please, mum is here || drink=espresso; cups=2
     make 3 latte || drink=latte; cups=3
     start an americano, I'm still in the shower || drink=americano`,
  ),
  scene(
    "garden-watering",
    `Garden.DropWise.StartZone | Opens a valve of your irrigation. | zone!<zone; minutes:int!<minutes
     Smart_Home.RainMaker9.water | Sprinklers on for a while. | area!<zone; duration_min:int!<minutes; skip_if_rain:bool<rain
     Home.Gieskanne.giessen | Bewässert ein Beet. | beet!<zone; dauer:int!<minutes; regen_pause:bool<rain`,
    `Garden.DropWise.SoilMoisture | How dry the soil is. | zone!~herbs/roses
     Smart_Home.RainMaker9.pool_fill | Fills the pool to a level. | level:int~80
     Home.Gieskanne.urlaub | Holiday mode. | days:int!~7/14`,
    `water the tomatoes for 10 minutes || zone=tomatoes; minutes=10
     the front yard is bone dry, give it 25 minutes || zone=front yard; minutes=25
     15 min on the rose bed but not if it rains || zone=rose bed; minutes=15; rain=true
     sprinklers in the vegetable patch, 20 minutes || zone=vegetable patch; minutes=20`,
  ),
  scene(
    "babysitter",
    `Family.SitterCircle.FindSitter | Babysitters that other parents trust. | city!<city; date!<day; from_time<from; children:int<kids
     Care.NannyNow.search | Childcare at short notice. | place!<city; day!<day; start<from; kids:int<kids; first_aid:bool
     Family.Rasselbande.betreuung | Kinderbetreuung am Abend. | ort!<city; datum!<day; anzahl_kinder:int<kids`,
    `Family.SitterCircle.RateSitter | Tell others how it went. | sitter!~Mia/Jonas; stars:int~5
     Care.NannyNow.tutors | Help with homework. | subject!~maths; place~Bergen
     Family.Rasselbande.basteln | Craft ideas for rainy days. | alter:int~6`,
    `we want to go to the movies friday, anyone to watch 2 kids in Aarhus? || city=Aarhus; day=friday; kids=2
     need a sitter in Leeds on 12 May from 18:00 || city=Leeds; day=12 May; from=18:00
     who can look after my daughter in Graz on sunday || city=Graz; day=sunday
     date night!! 3 children, Porto, saturday, starting 7pm || city=Porto; day=saturday; kids=3; from=7pm`,
  ),
  scene(
    "grocery-delivery",
    `Groceries.FreshFox.PlaceOrder | Groceries at your door within two hours. | items:list!<items; address!<address; slot<time
     Shopping.KorbExpress.bestellen | Lebensmittel nach Hause. | artikel:list!<items; lieferadresse!<address; bis_uhrzeit<time; vor_die_tuer:bool<door
     Food.PantryDrop.order | Weekly shop, carried upstairs. | products:list!<items; deliver_to!<address; leave_at_door:bool<door`,
    `Groceries.FreshFox.TrackOrder | Where the driver is. | order:int!~4481/5120
     Shopping.KorbExpress.angebote | Offers of the week. | kategorie~fruit
     Food.PantryDrop.meal_plan | Plans five dinners. | people:int!~2/4`,
    `milk, bread and butter to 7 Kings Road please || items=milk+bread+butter; address=7 Kings Road
     we're out of diapers and bananas, bring them to Schillerstr. 9, just leave it at the door || items=diapers+bananas; address=Schillerstr. 9; door=true
     order oats, yoghurt, apples and honey for 88 Maple Court || items=oats+yoghurt+apples+honey; address=88 Maple Court
     sick in bed at 4 Church Lane, I need tea and lemons by 18:00 || items=tea+lemons; address=4 Church Lane; time=18:00`,
  ),
  scene(
    "energy-price",
    `Energy.VoltWatch.SpotPrice | What a kilowatt-hour costs by the hour. | zone!<zone; date<day
     Utilities.Strømpris.hent | Hourly electricity prices. | område!<zone; dato<day; inkl_mva:bool<vat
     Energy.GridPulse.cheapest_hours | Prices and the cheapest hours of the day. | region!<zone; day<day; with_vat:bool<vat; hours:int`,
    `Energy.VoltWatch.SubmitReading | Send your meter reading. | kwh:int!~10422
     Utilities.Strømpris.avbrudd | Power cuts now. | adresse~Storgata 1
     Energy.GridPulse.carbon | Carbon intensity of the grid. | region!~NO1`,
    `what's power going to cost in NO2 tomorrow || zone=NO2; day=tomorrow
     when should I run the dishwasher, price area SE3 || zone=SE3
     electricity price DK1 today incl. vat || zone=DK1; day=today; vat=true
     is it cheap to charge the car in NO5 on sunday? || zone=NO5; day=sunday`,
  ),
  scene(
    "unit-conversion",
    `Math.MeasureMate.Convert | Converts between units. | value:num!<value; from_unit!<from; to_unit!<to
     Tools.UnitOwl.unit_convert | Lengths, weights, volumes, temperatures. | amount:num!<value; from!<from; into!<to; decimals:int<decimals
     Calculators.Ganz Genau.umrechnen | Einheiten umrechnen. | wert:num!<value; von!<from; nach!<to; stellen:int<decimals`,
    `Math.MeasureMate.Percent | Percentages. | part:num!~12; whole:num!~80
     Tools.UnitOwl.roman | Roman numerals. | number:int!~1999/44
     Calculators.Ganz Genau.bmi | Body mass index. | kg:num!~70; cm:num!~175`,
    `how many cups is 250 ml || value=250; from=ml; to=cups
     my oven only knows fahrenheit, what's 180 celsius || value=180; from=celsius; to=fahrenheit
     5.5 miles in km || value=5.5; from=miles; to=km
     recipe says 6 ounces, I only have a scale in grams, no decimals || value=6; from=ounces; to=grams; decimals=0`,
  ),
];
