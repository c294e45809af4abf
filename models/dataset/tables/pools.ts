/** Values that queries hold. Each pool is divided among the splits by `make/values.ts`. */
const list = (text: string): readonly string[] =>
  text
    .split(/\s*[;\n]\s*/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

export const cities =
  list(`Oslo; Lisbon; Denver; Helsinki; Nairobi; Kyoto; Buenos Aires; Krakow; Mumbai; Toronto; Bergen; Marseille;
  Cape Town; San Diego; Vilnius; Hanoi; Lima; Glasgow; Porto; Zurich; Istanbul; Chicago; Melbourne; Tallinn; Seoul; Accra;
  Bologna; Valencia; Leipzig; Montreal; Quito; Casablanca; Bangkok; Rotterdam; Gothenburg; Portland; Kampala; Riga; Naples;
  Salt Lake City; New Orleans; Ho Chi Minh City; St. Louis; Reykjavik; Dakar; Tbilisi; Osaka; Edinburgh; Santiago; Medellin;
  Karachi; Dublin; Antwerp; Minneapolis; Seville; Aarhus; Sapporo; Perth; Lagos; Boston; Vienna; Delhi; Prague; Hamburg; Milan;
  Austin; Tromsø; Málaga; Zagreb; Bordeaux; Manchester; Phoenix; Ottawa; Cairo; Athens; Budapest; Jakarta; Singapore; Auckland;
  Kansas City; Nice; Bristol; Graz; Ljubljana; Split; Lyon; Turin; Sofia; Galway; Cork; Tampa; Boise; Anchorage; Busan; Pune`);
export const countries =
  list(`Norway; Portugal; Kenya; Japan; Argentina; Poland; India; Canada; France; South Africa; Lithuania;
  Vietnam; Peru; Scotland; Switzerland; Turkey; Australia; Estonia; South Korea; Ghana; Italy; Spain; Germany; Ecuador; Morocco;
  Thailand; the Netherlands; Sweden; Uganda; Latvia; Iceland; Senegal; Georgia; Ireland; Belgium; Denmark; Chile; Brazil; Mexico`);
export const streets =
  list(`Elm Road; Main Street; Station Road; Church Lane; Park Avenue; Bergmannstrasse; Rue de Rivoli; High Street;
  Via Roma; Calle Mayor; Oak Drive; Kings Road; Mill Lane; Lindenstrasse; Storgata; Sunset Boulevard; Queen Street; Harbour Way;
  Maple Court; Birch Close; Chestnut Avenue; Victoria Terrace; Rua Augusta; Avenida Libertad; Nygata; Schillerstrasse; 5th Avenue`);
export const landmarks =
  list(`the Eiffel Tower; Central Park; Alexanderplatz; the Colosseum; Oslo Opera House; Sagrada Familia; Big Ben;
  Golden Gate Bridge; Table Mountain; the Louvre; Tokyo Tower; Times Square; Heathrow Airport; Gare du Nord; Brandenburg Gate;
  Union Station; King's Cross; Plaza Mayor; Wembley Stadium; the Vatican; Sydney Opera House; Mount Fuji; Charles Bridge; Kew Gardens`);
export const people =
  list(`Anna; Ben; Carla; David; Elif; Farid; Grace; Hiroshi; Ingrid; Jonas; Katya; Liam; Mina; Nils; Olga; Pedro; Quinn;
  Rosa; Samir; Tove; Uma; Victor; Wanda; Xavier; Yuki; Zoe; Amina; Bruno; Chloe; Dmitri; Emeka; Fatima; Gustav; Hannah; Ivan; Julia;
  Mr. Okafor; Dr. Lindqvist; Mrs. Tanaka; Maria Gonzalez; Tom Becker; Priya Nair; Sean Murphy; Lucia Rossi; Erik Dahl; Noor Haddad`);
export const languages =
  list(`Spanish es; French fr; German de; Italian it; Portuguese pt; Norwegian no; Swedish sv; Dutch nl; Polish pl;
  Japanese ja; Korean ko; Turkish tr; Arabic ar; Greek el; Finnish fi; Danish da; Czech cs; Hindi hi; Ukrainian uk; Swahili sw;
  Vietnamese vi; Romanian ro; Hungarian hu; Indonesian id; Russian ru; Catalan ca`);
export const currencies =
  list(`USD dollars; EUR euros; GBP pounds; JPY yen; NOK Norwegian kroner; SEK Swedish kronor; CHF Swiss francs;
  CAD Canadian dollars; AUD Australian dollars; INR rupees; PLN zloty; BRL reais; MXN Mexican pesos; KRW won; TRY lira; ZAR rand;
  CZK koruna; DKK Danish kroner; THB baht; CNY yuan`);
export const messages =
  list(`I'm running late; see you at eight; the keys are under the mat; happy birthday!; can you pick up milk?;
  dinner is ready; the meeting moved to Room 4; I'll call you back in ten minutes; good luck tomorrow; your parcel is at our place;
  we're out of coffee; the plumber comes on Tuesday; please bring the tickets; I got the job!; the train is delayed by 20 minutes;
  don't forget the dentist at nine; thanks for last night; the car is in the garage; we land at 18:40; where did you park?;
  the report is done; lunch is on me; the server is back up; rehearsal is cancelled; I left the charger at your desk;
  can we swap shifts on Sunday?; the cat is fine; release is live; call mum when you can; table for four is booked;
  the door code is 4412; practice starts at half past six; sorry, wrong number; the cake is in the fridge; I'm on my way;
  code review please; the invoice was paid; bring a warm jacket; class starts in Room B12; we won!; new build is on staging;
  the bus is not coming; your order is ready for pickup; let's postpone to next week; grandma says hi; no school tomorrow`);
export const sentences =
  list(`where is the train station; I would like a table for two; the weather is lovely today; how much does this cost;
  my brother lives near the sea; the battery is empty; please water the plants; I am allergic to nuts; what time does the museum close;
  the service was slow but the food was great; I can't log in anymore; this phone is the best I ever had; we missed the last bus;
  the screen broke after two days; thank you for your help; our flight was cancelled; she plays the violin; turn left at the bakery;
  the room smelled of smoke; I have waited for three weeks; the staff were so kind; could you speak more slowly; he never answers his mail;
  the coffee was cold and expensive; I lost my passport; nice view but noisy at night; the new update ruined everything;
  it arrived a day early and works perfectly; good morning everyone; the soup needs more salt; nobody told us about the fee;
  keep the change; is breakfast included; I love how light it is; the dog ate my homework; see you in spring`);
export const movies =
  list(`Casablanca; The Matrix; Spirited Away; Paddington 2; Alien; Parasite; Amelie; Jaws; The Godfather; Coco; Heat; Arrival;
  Some Like It Hot; The Big Lebowski; Inception; Up; Fargo; Blade Runner; Moonlight; Frozen; Whiplash; Rocky; Gladiator; Dune;
  Back to the Future; Pulp Fiction; The Lives of Others; Life of Brian; Ratatouille; Oldboy; Lost in Translation; Psycho; Her`);
export const shows =
  list(`Breaking Bad; The Office; Dark; Friends; Borgen; Fleabag; Twin Peaks; Severance; Sherlock; Seinfeld; The Wire; Skam;
  Money Heist; The Crown; Black Mirror; Squid Game; Ted Lasso; Chernobyl; Doctor Who; The Bear; Derry Girls; Bluey`);
export const songs =
  list(`Bohemian Rhapsody; Dancing Queen; Take On Me; Imagine; Hallelujah; Wonderwall; Billie Jean; Jolene; Hey Jude; Africa;
  Smells Like Teen Spirit; Rolling in the Deep; Blinding Lights; Zombie; Fast Car; Purple Rain; La Vie en Rose; Wish You Were Here;
  Dreams; Sultans of Swing; Bella Ciao; Run to the Hills; Clocks; Toxic; Halo; Creep; Respect; Summertime`);
export const artists =
  list(`ABBA; Queen; Nina Simone; Radiohead; Björk; Fela Kuti; Miles Davis; Adele; Daft Punk; Kraftwerk; The Cure; Rosalía; BTS;
  Sigur Rós; Johnny Cash; Billie Eilish; Stromae; Arctic Monkeys; Bob Marley; Coldplay; Aurora; Kendrick Lamar; Pink Floyd; Dua Lipa;
  Caetano Veloso; Kings of Convenience; Massive Attack; Amy Winehouse; The National; Manu Chao`);
export const books =
  list(`Dune; Emma; The Hobbit; Beloved; Middlemarch; The Trial; Momo; Persepolis; Kafka on the Shore; Don Quixote; Circe; Ulysses;
  The Name of the Rose; Sapiens; The Left Hand of Darkness; Wuthering Heights; Things Fall Apart; The Little Prince; Dracula;
  Norwegian Wood; Matilda; Blindness; Solaris; The Remains of the Day; Frankenstein; Pachinko; Piranesi; Heidi`);
export const authors =
  list(`Ursula Le Guin; Haruki Murakami; Jane Austen; Toni Morrison; Umberto Eco; Chinua Achebe; Agatha Christie; Stephen King;
  Isabel Allende; Jo Nesbø; Terry Pratchett; Margaret Atwood; Franz Kafka; Zadie Smith; Elena Ferrante; Orhan Pamuk; Astrid Lindgren; Stanislaw Lem`);
export const games =
  list(`Stardew Valley; Tetris; Zelda; Hollow Knight; Portal 2; Minecraft; Celeste; The Witcher 3; Disco Elysium; Hades; Doom;
  Animal Crossing; Factorio; Mario Kart; Elden Ring; Terraria; Outer Wilds; Civilization VI; Among Us; Journey`);
export const topics =
  list(`electric cars; coral reefs; the World Cup; solar power; artificial intelligence; mortgage rates; beekeeping; the Tour de France;
  space telescopes; sourdough; the housing market; climate change; wolves; cheap flights; vaccines; the Roman Empire; chess; jazz;
  gardening; knitting; the northern lights; marathon training; black holes; sleep; the stock market; volcanoes; digital privacy; whales;
  women's football; public transport; personal finance; parenting; true crime; mushrooms; meditation; quantum computers; tiny houses; tea`);
export const pictures =
  list(`sunset over the sea; red fox; mountain lake; city at night; golden retriever; old lighthouse; field of tulips; coffee cup;
  snowy forest; hot air balloon; street market; hummingbird; vintage car; northern lights; kids playing football; wooden cabin; owl;
  bamboo; desert road; steam train; smiling baker; waterfall; bicycle; empty office; autumn leaves; polar bear`);
export const dishes =
  list(`lasagna; pad thai; apple pie; chicken tikka; ramen; goulash; pancakes; paella; lentil soup; cheesecake; falafel; sushi; chili;
  banana bread; moussaka; risotto; tiramisu; shakshuka; fish stew; pierogi; tacos; carrot cake; bibimbap; ratatouille; gnocchi; kimchi stew;
  cinnamon buns; guacamole; mushroom stroganoff; butter chicken; waffles; borscht`);
export const ingredients =
  list(`eggs; spinach; feta; rice; tomatoes; chickpeas; salmon; potatoes; mushrooms; leek; basil; pasta; chicken; beans; lemon;
  yoghurt; carrots; ginger; tofu; bacon; apples; oats; coconut milk; zucchini; cheddar; tuna; broccoli; peanut butter; lentils; garlic`);
export const foods =
  list(`a banana; two boiled eggs; 100 g of almonds; a bowl of porridge; one avocado; a cheeseburger; 200 g of salmon; a slice of rye bread;
  a glass of milk; a latte; a can of cola; half a pizza; three dates; a bagel with cream cheese; a cup of rice; a croissant; dark chocolate;
  hummus; a pear; a chicken breast; greek yoghurt; a handful of peanuts`);
export const companies =
  list(`Apple AAPL; Tesla TSLA; Siemens SIE; Equinor EQNR; Microsoft MSFT; Nestle NESN; Toyota TM; Nvidia NVDA; Volvo VOLV; Novo Nordisk NVO;
  Shell SHEL; Spotify SPOT; Amazon AMZN; Intel INTC; Adidas ADS; Sony SONY; Airbus AIR; Netflix NFLX; Ford F; IBM IBM; Boeing BA; Vodafone VOD;
  Unilever UL; Nokia NOK; SAP SAP; Starbucks SBUX; Disney DIS; Pfizer PFE; Lego LEGO; Ryanair RYAAY`);
export const coins =
  list(`Bitcoin BTC; Ethereum ETH; Solana SOL; Dogecoin DOGE; Cardano ADA; Litecoin LTC; Monero XMR; Polkadot DOT; Ripple XRP; Tether USDT;
  Chainlink LINK; Stellar XLM; Avalanche AVAX; Cosmos ATOM`);
export const words =
  list(`serendipity; happy; ubiquitous; brisk; melancholy; quick; resilient; obfuscate; petrichor; stubborn; ephemeral; bright; mundane; laconic;
  eloquent; tedious; zenith; candid; fickle; robust; gloomy; wander; cozy; paradox; nuance; diligent; whimsical; abundant; frugal; audacious; dusk; orange;
  time; silver; heart; river; vivid; clumsy; solemn; jovial`);
export const tasks =
  list(`buy milk; call the dentist; pay the rent; water the plants; renew the passport; book the ferry; fix the bike; send the invoice; clean the oven;
  return the library books; order printer paper; prepare slides for Monday; change the bed sheets; feed the neighbour's cat; back up the laptop;
  review the contract; pick up the dry cleaning; write to grandma; check the smoke alarm; pack for the trip; cancel the gym; update the CV;
  sort the photos; mow the lawn; vacuum the car; sign the permission slip; descale the kettle; replace the light bulb`);
export const appointments =
  list(`dentist; lunch with Maria; team standup; parents' evening; yoga class; project kickoff; haircut; job interview; birthday dinner;
  piano lesson; budget review; vet visit; book club; design review; car service; movie night; eye exam; band rehearsal; sprint planning; garden party;
  doctor's appointment; quarterly review; swimming course; coffee with Jonas`);
export const products =
  list(`noise-cancelling headphones; rain jacket; standing desk; air fryer; running shoes; coffee grinder; desk lamp; yoga mat; electric kettle;
  kids' bike; tent for four; phone case; robot vacuum; hiking boots; wool blanket; gaming mouse; cast iron pan; suitcase; bluetooth speaker; winter tyres;
  mechanical keyboard; baby monitor; office chair; sunglasses; e-reader; cordless drill; dog bed; bread knife; backpack; sewing machine`);
export const places =
  list(`ramen; a pharmacy; dentists; vegan restaurants; a bike shop; coffee shops; a supermarket; pizza; hardware stores; playgrounds; sushi bars; a bakery;
  a car wash; bookshops; hairdressers; an ATM; swimming pools; tapas; a vet; climbing gyms; laundromats; ice cream; museums; a florist; gas stations; post offices`);
export const jobs =
  list(`nurse; data analyst; electrician; barista; web developer; kindergarten teacher; forklift driver; accountant; graphic designer; chef; lawyer;
  project manager; welder; translator; pharmacist; sales assistant; carpenter; security guard; biologist; social worker; bus driver; UX designer; plumber; gardener`);
export const teams =
  list(`Arsenal; Real Madrid; the Lakers; Bayern; Ajax; Rosenborg; the Yankees; Boca Juniors; Celtic; Juventus; the Bulls; Liverpool; Benfica; the Packers;
  Barcelona; Dortmund; the Maple Leafs; Napoli; Galatasaray; Brann; the Red Sox; Flamengo; PSV; Leeds`);
export const leagues = list(
  `Premier League; Bundesliga; La Liga; NBA; NHL; Serie A; Eliteserien; MLS; Eredivisie; NFL; Ligue 1; Champions League; Allsvenskan; WNBA`,
);
export const domains =
  list(`example.org; myshop.example; northwind.example; greenleaf.io; kafferosteriet.no; bergbahn.ch; atlasbooks.net; tinyfarm.co; pixelpub.dev;
  riverbend.school; acme-tools.com; velostation.de; oceanlab.org; sunnyside.cafe; hello-world.app; fjordtours.travel; bluebird.studio; quiltclub.net;
  openmaps.dev; marktplatz.example; cityrunners.club; lanterna.it; paperplane.email; mosaik.berlin; stellarium.space; oldmill.farm`);
export const paths =
  list(`; /blog/2026/long-post-about-bees; /products/44871?ref=mail; /menu; /docs/getting-started; /report.html; /events/summer-party; /signup;
  /gallery/12; /news/today; /a/very/long/path/to/a/page; /prices; /jobs/senior-baker; /about`);
export const channels =
  list(`general; random; dev-team; announcements; marketing; book-club; support; design; lunch; ops-alerts; family; soccer-parents; sales; releases; hiking;
  weekend-plans; qa; hr-questions; music; neighbours`);
export const rooms = list(
  `kitchen; living room; bedroom; hallway; office; bathroom; garage; nursery; dining room; porch; basement; attic; guest room; terrace`,
);
export const signs = list(
  `Aries; Taurus; Gemini; Cancer; Leo; Virgo; Libra; Scorpio; Sagittarius; Capricorn; Aquarius; Pisces`,
);
export const airports = list(
  `OSL; LIS; DEN; HEL; NBO; KIX; JFK; LHR; CDG; FRA; AMS; SFO; ORD; BCN; ZRH; IST; ARN; CPH; DUB; SIN; YYZ; MEL; BER; VIE; WAW; LAX`,
);
export const headings =
  list(`Quarterly results; Trip to Lisbon; Thank you; Invoice 2217; Saturday; Your application; Meeting notes; Photos; Question about the contract;
  Party on Friday; Missing parcel; New address; Minutes of the board; Reminder; Feedback; Offer; Draft 3; Holiday plans`);
export const notes =
  list(`wifi password is on the router; gate code 5521; size 43 boots; idea: heated bike seat; parking spot B17; Jonas likes dark chocolate; blood type A negative;
  paint colour is NCS 1502; the spare key is with Rosa; serial number 88-1204; recipe needs more ginger; frame number WTU338; locker 212;
  book recommendation: The Overstory; filter size 30x60; landlord's number changed`);
export const workouts = list(
  `legs; upper body; core; back pain; marathon; stretching; strength; yoga; shoulders; beginners; climbing; swimming`,
);
export const symptoms = list(
  `a sore throat; back pain; a skin rash; headaches; a twisted ankle; tooth ache; hay fever; an ear infection; insomnia; knee pain`,
);
export const cocktails = list(
  `mojito; negroni; margarita; old fashioned; daiquiri; gin; rum; tequila; spritz; whiskey sour; pisco sour; piña colada; vodka; mai tai`,
);
export const plants = list(
  `monstera; basil; tomatoes; orchids; lavender; roses; snake plant; chili; strawberries; ferns; cactus; hydrangea; olive tree; mint`,
);
export const subjects = list(
  `geography; history; science; movies; sports; music; animals; food; computers; literature; space; art; politics; math`,
);
export const cars =
  list(`VW Golf; Toyota Corolla; Volvo V60; Tesla Model 3; Fiat Panda; Ford Focus; Renault Clio; BMW 3 Series; Mazda MX-5; Skoda Octavia; Honda Civic;
  Nissan Leaf; Audi A4; Peugeot 208; Kia Ceed; Dacia Duster; Mini Cooper; Subaru Outback; Jeep Wrangler; Seat Ibiza`);
export const animals =
  list(`hedgehog; guinea pig; parrot; beagle; tortoise; ferret; kitten; greyhound; cockatoo; hamster; labrador; rabbit; goldfish; donkey; red panda;
  snow leopard; kingfisher; octopus; badger; alpaca; gecko; poodle; otter; barn owl; husky`);
export const shops =
  list(`IKEA; Lidl; Zara; Decathlon; Zalando; H&M; MediaMarkt; Carrefour; Tesco; Rema 1000; Best Buy; Target; Obi; Uniqlo; Sephora; Walmart; Nike; Clas Ohlson;
  Etsy; Bauhaus; the bakery on the corner; Boots; Hema; Fnac; Mango`);
export const charities =
  list(`Red Cross; Doctors Without Borders; Greenpeace; UNICEF; WWF; the animal shelter; Oxfam; Amnesty; the sea rescue; Save the Children; the food bank;
  SOS Children's Villages; the hospice; Plan International; Wikipedia`);
export const venues =
  list(`the Old Mill; Mensa Nord; Canteen 3; the staff restaurant; Building C; Villa Rosso; Green Table; the harbour cafeteria; Bistro Blum; Campus Kitchen;
  City Hall canteen; Mensa am Park; Soup & Co; the hospital cafeteria; Tower Lunch`);
export const belongings =
  list(`blue umbrella; violin; black wallet; phone; left glove; laptop bag; red scarf; house keys; camera; teddy bear; silver ring; passport; glasses; bike helmet;
  sketchbook; green backpack; headphones; gym bag; hearing aid; skateboard`);
export const races =
  list(`Berlin Marathon; Midnight Run; City Run Oslo; Park Run; Harbour Race; Vienna City Marathon; Colour Run; Fjord Trail; Night Half; Santa Run; Great North Run;
  Bridge Run; Alster Lauf; Sunrise 10; Vineyard Race`);
export const courses =
  list(`pottery; photography; Excel; first aid; salsa; sewing; guitar; sign language; bread baking; Python; sailing; public speaking; watercolours; beekeeping; welding;
  bookkeeping; drawing; yoga teaching; video editing; Italian cooking; woodworking; chess`);
export const schoolSubjects =
  list(`math; physics; chemistry; Latin; French; biology; history; geography; English; fractions; photosynthesis; the French Revolution; irregular verbs; algebra;
  the human heart; organic chemistry; statistics; world capitals; grammar; the planets`);
export const verbs = list(
  `to be; go; have; write; haben; ser; aller; essen; comer; faire; think; andare; sleep; venir; werden; break; tener; prendre; run; sein; fly; essere; nehmen; choose; poder`,
);
export const abbreviations = list(
  `RSVP; ASAP; GDPR; KPI; FAQ; IMHO; NATO; API; PDF; ETA; MRI; HTTP; FOMO; ROI; DIY; UTC; AFK; SWOT; BMI; TBA; VAT; EOD; LASER; WYSIWYG; CC`,
);
