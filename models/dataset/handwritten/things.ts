import { scene } from "../make/scene.ts";

/** Questions about things to buy, send, read, hear and know, as people type them. */
export const things = [
  scene(
    "parcel",
    `Shipping.ParcelPete.Where | Where your parcel is now. | code!<code
     Logistics.PaketRadar.status | Sendungsstatus aller Boten. | nummer!<code; melden:bool<notify
     Delivery.HopHop.track | Follow your delivery on a map. | tracking!<code; notify:bool<notify`,
    `Shipping.ParcelPete.PrintLabel | Labels to print. | weight:num!~1.5/4
     Delivery.HopHop.redirect | Send it somewhere else. | tracking!~HH1; address!~2 Mill Lane
     Logistics.PaketRadar.porto | What a parcel costs. | kg:num!~2`,
    `00340434161094042557 is supposed to be here by now || code=00340434161094042557
     where on earth is my package HX-88213-NO || code=HX-88213-NO
     has the courier been? LT400291843SE, tell me when it moves || code=LT400291843SE; notify=true
     did the shoes ship? number is 1Z77A3 || code=1Z77A3`,
  ),
  scene(
    "flowers",
    `Gifts.PetalPost.Send | Flowers delivered the same day. | recipient!<who; address!<address; message<card; budget:num<price; date<day
     Flowers.Blütenbote.strauss | Sträuße mit Karte. | name!<who; adresse!<address; karte<card
     Shopping.BloomBox.order_bouquet | Bouquets from local florists. | to!<who; deliver_to!<address; max_price:num<price; day<day`,
    `Gifts.PetalPost.Chocolates | Pralines by post. | recipient!~Mum; grams:int~250
     Shopping.BloomBox.subscription | Fresh flowers each week. | weeks:int!~4
     Flowers.Blütenbote.pflege | How to keep flowers fresh. | blume!~roses`,
    `roses or something for Marta, 19 Via Roma, max 40 || who=Marta; address=19 Via Roma; price=40
     it's mum's birthday!! bouquet to Ellen Berg, Storgata 8, card: love you || who=Ellen Berg; address=Storgata 8; card=love you
     I messed up. flowers to Jo at 55 Park Avenue || who=Jo; address=55 Park Avenue
     send a bunch to Mrs Adeyemi, 3 Victoria Terrace, on friday || who=Mrs Adeyemi; address=3 Victoria Terrace; day=friday`,
  ),
  scene(
    "second-hand",
    `Marketplace.AtticFinds.Search | Used things near you. | query!<thing; city!<city; max_price:num<price
     Classifieds.Flohkiste.suche | Kleinanzeigen. | begriff!<thing; ort!<city; preis_bis:num<price; versand:bool<shipping
     Shopping.ReLoved.find | Second hand with guarantee. | item!<thing; near!<city; up_to:num<price; can_ship:bool<shipping`,
    `Marketplace.AtticFinds.Sell | Put something up for sale. | title!~old lamp; price:num~15
     Classifieds.Flohkiste.merken | Saved ads. |
     Shopping.ReLoved.repair | Repairs phones. | model!~Fairphone`,
    `looking for a used cot in Utrecht under 60 || thing=cot; city=Utrecht; price=60
     anyone selling a piano around Linz? || thing=piano; city=Linz
     kids skis, Innsbruck, max 50 || thing=kids skis; city=Innsbruck; price=50
     old typewriter in Leipzig, could also be shipped || thing=typewriter; city=Leipzig; shipping=true`,
  ),
  scene(
    "library-loan",
    `Library.LeseLuchs.verlaengern | Extend a loan. | titel!<book; karte!<card
     Books.ShelfHelp.Renew | Keep a library book longer. | book!<book; card_number!<card; weeks:int<weeks
     Education.BibliOh.renewLoan | Renews what you borrowed. | title!<book; library_card!<card; extra_weeks:int<weeks`,
    `Books.ShelfHelp.Reserve | Reserve a book. | book!~Dune/Emma
     Education.BibliOh.rooms | Study rooms. | people:int!~3
     Library.LeseLuchs.gebuehren | Fees you owe. | karte!~A1`,
    `haven't finished Middlemarch yet, extend it, card L-20931 || book=Middlemarch; card=L-20931
     keep The Overstory 2 more weeks, my card is 77120 || book=The Overstory; card=77120; weeks=2
     renew "Momo" card 5512-K || book=Momo; card=5512-K
     the kids hid Pippi Longstocking somewhere, give us more time (card 90417) || book=Pippi Longstocking; card=90417`,
  ),
  scene(
    "radio",
    `Audio.WaveHopper.Play | Plays a radio station. | station!<station; room<room; volume:int<volume
     Music.RadioRudi.einschalten | Radio in jedem Zimmer. | sender!<station; zimmer<room
     Media.TuneNest.start_stream | Live radio from everywhere. | name!<station; speaker<room; level:int<volume`,
    `Audio.WaveHopper.Record | Records a show. | station!~NRK P2; minutes:int~60
     Media.TuneNest.whats_playing | Names the song. |
     Music.RadioRudi.wecker | Radio alarm. | um!~7:00`,
    `put on BBC Radio 4 in the kitchen || station=BBC Radio 4; room=kitchen
     Radio Nova, volume 30 || station=Radio Nova; volume=30
     I want to hear some NRK Klassisk while I cook || station=NRK Klassisk
     play Antenne Bayern in the bathroom || station=Antenne Bayern; room=bathroom`,
  ),
  scene(
    "song-recognition",
    `Music.HumHint.FromLyrics | Names a song from a line of it. | line!<line; lang<lang
     Songs.EarWormer.identify | Which song was that? | lyrics!<line; language<lang
     Audio.MelodieMax.erkennen | Lieder am Text erkennen. | zeile!<line; jahr_ab:int`,
    `Music.HumHint.Chords | Guitar chords. | song!~Hallelujah
     Songs.EarWormer.playlist | Songs by mood. | mood!~calm
     Audio.MelodieMax.stimmgeraet | Tunes your guitar. | saite~E`,
    `which song goes "is this the real life" || line=is this the real life
     stuck in my head: we all live in a yellow submarine. who is that? || line=we all live in a yellow submarine
     what's the tune with "non, je ne regrette rien", it's in French || line=non, je ne regrette rien; lang=French
     name that song - hello darkness my old friend || line=hello darkness my old friend`,
  ),
  scene(
    "gift-ideas",
    `Shopping.PresentPanda.Ideas | Gifts for people who have everything. | for!<who; max_price:num<price; occasion<occasion
     Gifts.Schenkgut.vorschlag | Geschenkideen. | person!<who; budget:num<price; anlass<occasion; mag:list<likes
     Lifestyle.WrapItUp.suggest | Presents by interest. | recipient!<who; interests:list<likes; under:num<price`,
    `Shopping.PresentPanda.Wrap | Wraps and sends. | order:int!~411
     Lifestyle.WrapItUp.cards | Greeting cards. | text~Congrats
     Gifts.Schenkgut.spende | Donate in a name. | betrag:num!~25`,
    `what do I get my father in law, max 50 || who=father in law; price=50
     8 year old girl, likes dinosaurs and football. present? || who=8 year old girl; likes=dinosaurs+football
     need an idea for my boss for christmas || who=boss; occasion=christmas
     my girlfriend has everything already... under 100 || who=girlfriend; price=100`,
  ),
  scene(
    "photo-print",
    `Photos.PixPaper.OrderPrints | Prints of your pictures by post. | album!<album; copies:int!<copies; size=10x15|13x18|20x30!<size
     Images.FotoFritz.abzuege | Fotoabzüge. | album!<album; anzahl:int!<copies; format=10x15|13x18|20x30!<size; matt:bool<matte
     Print.SnapShelf.print | Photo prints overnight. | collection!<album; count:int!<copies; format!<size; matte:bool<matte`,
    `Photos.PixPaper.Photobook | A book of pictures. | album!~Italy; pages:int~24
     Print.SnapShelf.mug | Your face on a mug. | image!~dog.jpg
     Images.FotoFritz.passbild | Passport pictures. | land!~Norway`,
    `20 prints of album Summer in 10x15 || album=Summer; copies=20; size=10x15
     I'd like Baby Nora on paper for the grandparents, 2 copies 13x18, matte || album=Baby Nora; copies=2; size=13x18; matte=true
     print Wedding once as 20x30, so 1 copy || album=Wedding; copies=1; size=20x30
     my wall is empty: 6 copies 20x30 from Iceland || album=Iceland; copies=6; size=20x30`,
  ),
  scene(
    "wifi-guest",
    `Network.RouterRosie.GuestAccess | A guest network for some hours. | hours:int!<hours; name<name; max_mbps:int<speed
     Internet.NetzGast.freigeben | Gast-WLAN an. | stunden:int!<hours; ssid<name
     Smart_Home.MeshMellow.enableGuest | Lets visitors online. | duration:int!<hours; label<name; limit_mbps:int<speed`,
    `Network.RouterRosie.Reboot | Restarts the router. |
     Internet.NetzGast.kindersicherung | Parental control. | von~20:00
     Smart_Home.MeshMellow.speedtest | Measures your line. | server~auto`,
    `friends are coming, open the wifi for guests for 6 hours || hours=6
     guest internet 24 hours, call it Party || hours=24; name=Party
     my nephew wants to be online for 3 hours, cap him at 5 mbps || hours=3; speed=5
     visitors' wlan, 48 hours pls || hours=48`,
  ),
  scene(
    "topup",
    `Telecom.ChargeChum.TopUp | Credit for prepaid phones. | phone!<phone; amount:num!<amount
     Mobile.Aufladefix.aufladen | Guthaben aufladen. | rufnummer!<phone; betrag:num!<amount; währung<currency
     Payments.AirBoost.recharge | Airtime in 140 countries. | msisdn!<phone; value:num!<amount; currency<currency`,
    `Telecom.ChargeChum.History | Past top-ups. | phone!~0411
     Payments.AirBoost.data_bundle | Mobile data. | msisdn!~0712; gb:num!~2
     Mobile.Aufladefix.tarif | Changes your plan. | tarif!~S`,
    `put 20 on my phone 0431 550 171 || phone=0431 550 171; amount=20
     my brother in Kenya ran out of airtime, 500 KES to +254 712 000 111 || phone=+254 712 000 111; amount=500; currency=KES
     recharge 9876500123 with 15 || phone=9876500123; amount=15
     no credit left on +49 151 2300 4455, 30 would do || phone=+49 151 2300 4455; amount=30`,
  ),
];
