import type { Domain } from "../make/types.ts";

const domain = (id: string, categories: string, stems: string): Domain => ({
  id,
  categories: categories.split(" "),
  stems: stems.split(" "),
});

/** Fields in which a provider works, the categories that tool directories file it under, and words of its names. */
export const domains: readonly Domain[] = [
  domain(
    "weather",
    "Weather Environment Weather_Data Climate Science",
    "sky cloud meteo storm rain sun wind frost climate nimbus breeze haze thunder isobar celsius aero drizzle monsoon polar puff",
  ),
  domain(
    "location",
    "Location Mapping Maps Geo Places Places_And_Maps",
    "geo map atlas place pin terra compass carto locus route globe meridian street spot area grid latitude trail wander chart",
  ),
  domain(
    "transport",
    "Transport Transportation Mobility Travel",
    "transit move rail track wheel metro flight go ride depart gate aero plug park motion lane fleet cab commute arrive",
  ),
  domain(
    "travel",
    "Travel Hotels Tourism Trips",
    "trip stay voyage nomad hotel roam journey suitcase holiday vista passport escape drive inn wander bed resort far tour camp",
  ),
  domain(
    "messaging",
    "Messaging Communication SMS Telecom Telephony",
    "text ping message bell signal courier dove relay chat post notify wave call buzz parrot letter herald echo tele send",
  ),
  domain(
    "identity",
    "Validation Security Data Cybersecurity Identity",
    "verify check trust guard proof valid shield ident clear scan secure audit lock honest sentinel detect lens certify truth sieve",
  ),
  domain(
    "web",
    "Internet Web Tools Developer_Tools Documents",
    "link web page net pixel byte url code snap host site grab tiny bit site domain shot capture node wire",
  ),
  domain(
    "finance",
    "Finance Financial Payments Banking Money",
    "coin pay bank fund cash market ledger mint vault bourse tally stock rate money penny treasury capital quote invoice wallet",
  ),
  domain(
    "news",
    "News Media News_Media Search",
    "news press headline story daily wire report gazette scout seek find herald journal brief current times digest search beacon reader",
  ),
  domain(
    "media",
    "Media Entertainment Movies Music Video_Images Books",
    "reel film tune cine book shelf stage audio pod frame screen show track lyric page vinyl canvas play chapter encore",
  ),
  domain(
    "language",
    "Language Text_Analysis Translation Text Language_Tools",
    "word lingua lexi text speak gloss verba phrase tongue letter syntax vocab talk script voice poly idiom prose babel dialect",
  ),
  domain(
    "food",
    "Food Recipes Nutrition Food_And_Drink Cooking",
    "cook dish kitchen taste spoon plate recipe fork nutri basil flavor pantry chef sip bite pepper menu table savor oven",
  ),
  domain(
    "work",
    "Productivity Business Calendar Collaboration Office",
    "task plan desk note agenda team board meet flow list day work memo slot sync ticket focus office minute clip",
  ),
  domain(
    "fun",
    "Fun Entertainment Games Humor",
    "fun joke laugh quiz wit play giggle riddle star party smile wonder brain jest lucky magic grin curious whim game",
  ),
  domain(
    "shopping",
    "Shopping Commerce Logistics eCommerce Shipping",
    "shop cart parcel deal store box ship market basket track price bargain order goods mall aisle crate offer buy trade",
  ),
  domain(
    "sports",
    "Sports Football Sport Live_Scores",
    "sport score goal league match team stadium arena pitch kick champion final whistle club league fan ball season cup field",
  ),
  domain(
    "home",
    "Smart_Home Home Devices IoT",
    "home house nest room lamp casa hearth domo glow smart roof villa garden leaf bright warm comfy switch nook dwell",
  ),
  domain(
    "health",
    "Health Fitness Medical Wellness Health_And_Fitness",
    "health fit care medi vital pulse well doctor body clinic active heal train gym life balance remedy strong sana move",
  ),
  domain(
    "jobs",
    "Jobs Real_Estate Classifieds Listings",
    "job hire work career talent key estate nest listing move dwell crew post recruit flat roof place match lane seek",
  ),
  domain(
    "pets",
    "Pets Animals Pet_Care Lifestyle",
    "paw pet tail fur whisker bark purr hoof beak kennel nest zoo snout collar wild den fin feather claw meow",
  ),
  domain(
    "cars",
    "Automotive Cars Vehicles Auto Transportation",
    "car auto motor wheel drive gear piston road tyre garage plate engine brake turbo clutch mile lane fuel torque shift",
  ),
  domain(
    "town",
    "Government City Public_Services Civic Community",
    "city town civic citizen council hall public urban local common square bridge plaza mayor ward commune district neighbor street village",
  ),
  domain(
    "school",
    "Education Learning School Courses",
    "learn school study class tutor teach brain campus lesson mentor quill chalk book skill academy pupil exam grade bright edu",
  ),
];
