import { scene } from "../make/scene.ts";

/** Questions about ways, weather, trips and going out, as people type them. */
export const outside = [
  scene(
    "weather",
    `Weather.SkyLark.Outlook | Tells what the day will be like, in plain words. | place!<place; day<day
     Meteo.TwelveClouds.getForecast | Forecasts from twelve weather services compared. | location!<place; date<day; unit=C|F<unit{celsius:C,fahrenheit:F}
     Weather.VærVarsel.varsel | Forecast of the coming days. | sted!<place; dag<day; enhet=celsius|fahrenheit<unit`,
    `Weather.SkyLark.SeaTemperature | Water temperature at the beach. | beach!~Bondi/Sola
     Meteo.TwelveClouds.getHistory | Past weather. | location!~Oslo; year:int~2019
     Weather.VærVarsel.pollen | Pollen levels. | sted!~Bergen`,
    `do i need the big coat in Tromsø on friday || place=Tromsø; day=friday
     beach day tomorrow? we're in Nice || place=Nice; day=tomorrow
     wedding outdoors in Bath on July 12, tell me it stays dry || place=Bath; day=July 12
     how hot does it get in Seville this weekend, in celsius || place=Seville; day=this weekend; unit=celsius`,
  ),
  scene(
    "bike-rental",
    `Mobility.PedalUp.FindBikes | City bikes and free docks nearby. | near!<place; electric:bool<electric
     Transport.Radlhub.raeder | Leihräder in der Nähe. | ort!<place; e_bike:bool<electric; anzahl:int<count
     Bikes.VéloCité.stations | Stations with bikes to hire. | address!<place; min_bikes:int<count`,
    `Mobility.PedalUp.Unlock | Unlocks a bike. | bike_id:int!~4471/9003
     Transport.Radlhub.pannenhilfe | Repair on the spot. | ort!~Alexanderplatz
     Bikes.VéloCité.subscribe | Yearly pass. | plan=solo|duo~solo`,
    `any bikes left around Piazza Dante? || place=Piazza Dante
     I want an e-bike close to Central Station || place=Central Station; electric=true
     4 of us want to cycle, we're at Vondelpark || place=Vondelpark; count=4
     too far to walk from Södermalm, where do I grab a bicycle || place=Södermalm`,
  ),
  scene(
    "ferry-times",
    `Travel.FjordLine24.Sailings | Car ferry departures. | from!<from; to!<to; date<day; car:bool<car
     Transport.HarbourHop.timetable | Boats and ferries between islands. | departure_port!<from; arrival_port!<to; on<day; with_car:bool<car; seats:int<people
     Ferries.SeaLegs.searchCrossings | Crossings with prices. | origin!<from; destination!<to; day<day; passengers:int<people`,
    `Travel.FjordLine24.Cabins | Cabins on night ferries. | route!~Oslo-Kiel
     Transport.HarbourHop.fishing_trips | Half a day at sea. | port!~Bodø
     Ferries.SeaLegs.pets | Rules for animals on board. | species~dog`,
    `next boat from Split to Hvar || from=Split; to=Hvar
     we take the car from Bergen over to Stavanger on sunday, ferries? || from=Bergen; to=Stavanger; day=sunday; car=true
     getting 5 people from Piraeus to Naxos on 2 August || from=Piraeus; to=Naxos; day=2 August; people=5
     can i still cross from Dover to Calais tonight || from=Dover; to=Calais; day=tonight`,
  ),
  scene(
    "ski-conditions",
    `Sports.PowderPoint.SnowReport | Snow depth and open lifts of a resort. | resort!<resort; date<day
     Outdoors.PisteAlpin.lage | Pistenbericht. | gebiet!<resort; tag<day; lawinen:bool<avalanche
     Ski.FluffMeter.conditions | Fresh snow, avalanche level, slopes. | area!<resort; when<day; avalanche:bool<avalanche`,
    `Sports.PowderPoint.LiftPass | Buy a lift pass. | resort!~Hemsedal; days:int!~3
     Ski.FluffMeter.webcams | Live pictures of slopes. | area!~Zermatt
     Outdoors.PisteAlpin.huette | Huts with a free bed. | gebiet!~Lech`,
    `is there any snow left in Trysil || resort=Trysil
     how are the slopes in Val Thorens on saturday || resort=Val Thorens; day=saturday
     powder alert? Niseko tomorrow || resort=Niseko; day=tomorrow
     thinking of skiing off piste at Chamonix, avalanche risk? || resort=Chamonix; avalanche=true`,
  ),
  scene(
    "museum-tickets",
    `Culture.MuseGate.BuyTicket | Timed tickets for museums. | museum!<museum; date!<day; adults:int<adults; children:int<children
     Tickets.ArtHop.reserve | Skip the queue at galleries. | venue!<museum; day!<day; adults:int<adults; kids:int<children; guide=none|audio|person<guide
     Leisure.Muséo.billet | Billets pour musées et châteaux. | lieu!<museum; date!<day; adultes:int<adults; enfants:int<children; visite=none|audio|guide<guide`,
    `Culture.MuseGate.Exhibitions | What is on show. | city!~Paris/Vienna
     Tickets.ArtHop.membership | Become a friend of the arts. | plan=year|life~year
     Leisure.Muséo.horaires | Opening hours. | lieu!~Louvre`,
    `2 adults for the Van Gogh Museum on 18 April || museum=Van Gogh Museum; day=18 April; adults=2
     get us into the Prado friday || museum=Prado; day=friday
     I'd like 1 ticket with audio guide for the Uffizi tomorrow || museum=Uffizi; day=tomorrow; adults=1; guide=audio
     rainy sunday, so: Science Museum with 2 adults and 3 children || museum=Science Museum; day=sunday; adults=2; children=3`,
  ),
  scene(
    "aurora",
    `Science.PolarGlow.Chance | How likely northern lights are at a place tonight. | place!<place; day<day
     Astronomy.KP-Index.auroraForecast | Geomagnetic activity and aurora. | location!<place; night<day; notify:bool<notify
     Travel.NordlysNå.sjekk | Nordlysvarsel. | sted!<place; dato<day; varsle:bool<notify`,
    `Science.PolarGlow.MoonPhase | Phase of the moon. | date~tonight
     Astronomy.KP-Index.iss | When the space station passes. | location!~Oslo
     Travel.NordlysNå.turer | Guided tours. | sted!~Alta`,
    `will we see the northern lights in Abisko tonight || place=Abisko; day=tonight
     is the sky going to dance over Rovaniemi || place=Rovaniemi
     aurora chances Fairbanks on friday || place=Fairbanks; day=friday
     i'm in Senja till sunday, wake me when there is aurora (yes, notify me) || place=Senja; notify=true`,
  ),
  scene(
    "fuel-price",
    `Cars.PumpScout.Cheapest | Cheapest petrol stations around. | city!<city; fuel=diesel|petrol|lpg!<fuel
     Transport.TankFuchs.preise | Spritpreise live. | ort!<city; sorte=D|E5|LPG!<fuel{diesel:D,petrol:E5,lpg:LPG}; radius_km:int<km
     Driving.FillerUp.prices | What a litre costs nearby. | near!<city; type!<fuel; max_distance:int<km`,
    `Cars.PumpScout.TyrePressure | Right pressure for your car. | model!~Golf/Corolla
     Transport.TankFuchs.maut | Tolls on a route. | von!~Köln; nach!~Mainz
     Driving.FillerUp.carwash | Car washes. | near!~Leeds`,
    `where's diesel cheapest in Kassel || city=Kassel; fuel=diesel
     tank's nearly empty, petrol around York please || city=York; fuel=petrol
     lpg stations near Lublin within 15 km || city=Lublin; fuel=lpg; km=15
     filling up before the border, best price for petrol in Strasbourg? || city=Strasbourg; fuel=petrol`,
  ),
  scene(
    "hiking-route",
    `Outdoors.TrailTale.SuggestHike | A hike that fits your legs. | area!<area; max_km:num<km; level=easy|medium|hard<level
     Sports.WanderLust7.find_routes | Walking routes with maps. | region!<area; length_km:num<km; difficulty=1|2|3<level{easy:1,medium:2,hard:3}
     Hiking.Stiefel&Stock.touren | Wanderungen mit Hütten. | gebiet!<area; laenge:num<km`,
    `Outdoors.TrailTale.RecordTrack | Records your way. | name~morning walk
     Sports.WanderLust7.weather_at_peak | Weather on a summit. | peak!~Säntis
     Hiking.Stiefel&Stock.packliste | What to pack. | tage:int!~2`,
    `something nice to walk near Lake Bled, not more than 8 km || area=Lake Bled; km=8
     easy hike in the Lake District for my parents || area=Lake District; level=easy
     I want to suffer: hard trail in the Dolomites || area=Dolomites; level=hard
     stretch my legs around Freiburg, 12 km or so || area=Freiburg; km=12`,
  ),
  scene(
    "restaurant-table",
    `Dining.TableTurtle.Reserve | Reserves a table, no calls. | restaurant!<place; people:int!<people; date!<day; time!<time; high_chair:bool<highchair
     Restaurants.Gabel&Co.tisch | Tisch online reservieren. | lokal!<place; personen:int!<people; tag!<day; uhrzeit!<time
     Food.SeatMe.book | Tables at 9,000 restaurants. | venue!<place; party:int!<people; day!<day; at!<time; highchair:bool<highchair`,
    `Dining.TableTurtle.Menu | Today's dishes. | restaurant!~Chez Lou/Trattoria Pina
     Food.SeatMe.reviews | What guests say. | venue!~Noma
     Restaurants.Gabel&Co.gutschein | Vouchers as a gift. | betrag:num!~50`,
    `table for 4 at Trattoria Pina on friday 19:30 || place=Trattoria Pina; people=4; day=friday; time=19:30
     it's our anniversary, get us 2 seats at The Copper Pot, 14 Feb, 8pm || place=The Copper Pot; people=2; day=14 Feb; time=8pm
     lunch with clients tomorrow at 12:15, Café Linde, 6 people || place=Café Linde; people=6; day=tomorrow; time=12:15
     5 of us incl. a baby (high chair!) sunday 18:00 Casa Pepe || place=Casa Pepe; people=5; day=sunday; time=18:00; highchair=true`,
  ),
  scene(
    "where-is-my-train",
    `Rail.TrackTalk.TrainStatus | Is your train late, and why. | train!<train; date<day
     Transport.ZugWann.verspaetung | Verspätungen in Echtzeit. | zug!<train; tag<day; gleis:bool<platform
     Travel.PlatformNine.live | Live position and platform. | service_number!<train; on<day; show_platform:bool<platform`,
    `Rail.TrackTalk.Refund | Money back for delays. | ticket:int!~88123
     Transport.ZugWann.sitzplatz | Which coaches are empty. | zug!~ICE 71
     Travel.PlatformNine.lounges | Lounges in stations. | station!~Euston`,
    `is ICE 579 late again? || train=ICE 579
     mum sits in the RE 4410 today, when is she here || train=RE 4410; day=today
     do I have to run for IC 2023? which platform || train=IC 2023; platform=true
     TGV 8421 on friday, running? || train=TGV 8421; day=friday`,
  ),
];
