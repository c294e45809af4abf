import * as pools from "../tables/pools.ts";
import type { Kind, Part, SlotValue, Take, ValueSource } from "./types.ts";

const text = (value: string, said = value): SlotValue => ({ text: said, as: { text: value } });
const part = (
  names: string,
  take: Take = "text",
  type: Part["type"] = "string",
  items?: Part["items"],
): Part => ({
  names: names.split(" "),
  type,
  take,
  ...(items && { items }),
});
const plain = (names: string): Kind["shapes"] => [[[part(names)], 1]];
const pooled = (pool: readonly string[], names: string, more: Partial<Kind> = {}): Kind => ({
  sample: (random) => text(random.pool(pool)),
  shapes: plain(names),
  ...more,
});

/** A pool whose entries end with a code: `Spanish es`. */
function coded(pool: readonly string[], random: ValueSource): { name: string; code: string } {
  const entry = random.pool(pool);
  const at = entry.lastIndexOf(" ");
  return { name: entry.slice(0, at), code: entry.slice(at + 1) };
}

const digits = (random: ValueSource, length: number): string =>
  Array.from({ length }, (_, at) => random.int(at === 0 ? 1 : 0, 9)).join("");
const letters = (random: ValueSource, length: number): string =>
  Array.from({ length }, () => "ABCDEFGHJKLMNPRSTUVWXYZ"[random.int(0, 22)]).join("");
const pad = (value: number): string => String(value).padStart(2, "0");
const isoDate = (random: ValueSource): string => `2026-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** A day as people say it; the value has no preposition. Relative days stay as they are said. */
function day(random: ValueSource): SlotValue {
  const kind = random.int(0, 9);
  if (kind <= 2) return text(...say("on", isoDate(random)));
  if (kind === 3) return text(...say("on", `${random.int(1, 28)} ${random.pick(months)}`));
  if (kind === 4) return text(...say("on", `${random.pick(months)} ${random.int(1, 28)}`));
  if (kind <= 6) return text(...say("on", random.pick(weekdays)));
  if (kind === 7) return text(`next ${random.pick(weekdays)}`);
  return text(random.pick(["tomorrow", "tomorrow", "today", "this weekend", "next week"]));
}
const say = (preposition: string, value: string): [string, string] => [value, `${preposition} ${value}`];

function time(random: ValueSource): SlotValue {
  const hour = random.int(7, 21);
  const minutes = random.pick(["00", "15", "30", "45"]);
  const value = random.chance(0.6)
    ? `${pad(hour)}:${minutes}`
    : `${((hour + 11) % 12) + 1}${hour < 12 ? "am" : "pm"}`;
  return text(...say("at", value));
}

function currency(random: ValueSource): SlotValue {
  const entry = random.pool(pools.currencies);
  const code = entry.slice(0, 3);
  const name = entry.slice(4);
  return { text: random.chance(0.55) ? code : name, as: { text: code } };
}

function coordinates(random: ValueSource): SlotValue {
  const lat = random.int(-5500, 6900) / 100 + random.int(0, 99) / 10000;
  const lon = random.int(-12000, 15000) / 100 + random.int(0, 99) / 10000;
  const [a, b] = [Number(lat.toFixed(4)), Number(lon.toFixed(4))];
  return { text: `${a}, ${b}`, as: { text: `${a}, ${b}`, lat: a, lon: b } };
}

/** Two to four entries; typed with commas and mostly an "and". */
function several(pool: readonly string[]) {
  return (random: ValueSource): SlotValue => {
    const chosen = [...new Set(Array.from({ length: random.int(2, 4) }, () => random.pool(pool)))];
    const last = chosen.at(-1) ?? "";
    const said =
      chosen.length > 1 && random.chance(0.7)
        ? `${chosen.slice(0, -1).join(", ")} and ${last}`
        : chosen.join(", ");
    return { text: said, as: { list: chosen } };
  };
}

function email(random: ValueSource): string {
  const name = random.pool(pools.people).split(" ").at(-1) ?? "info";
  const user = random.chance(0.7)
    ? name.toLowerCase()
    : random.pick(["info", "team", "office", "hello", "orders"]);
  return `${user}${random.chance(0.2) ? random.int(2, 99) : ""}@${random.pool(pools.domains)}`;
}

const phone = (random: ValueSource): string =>
  random.chance(0.6)
    ? `+${random.pick([1, 44, 47, 49, 33, 34, 91])}${digits(random, 9)}`
    : `555-0${digits(random, 3)}`;
const url = (random: ValueSource): string =>
  `${random.chance(0.7) ? "https://" : ""}${random.chance(0.2) ? "www." : ""}${random.pool(pools.domains)}${random.pool(pools.paths)}`;
const address = (random: ValueSource): string => {
  const [number, street] = [random.int(1, 240), random.pool(pools.streets)];
  const line = random.chance(0.6) ? `${number} ${street}` : `${street} ${number}`;
  return random.chance(0.6) ? `${line}, ${random.pool(pools.cities)}` : line;
};
const amount = (random: ValueSource): SlotValue => {
  const value = random.chance(0.7) ? random.int(5, 900) : random.int(200, 19999) / 100;
  return { text: String(value), as: { number: value, text: String(value) } };
};
const numeric = (names: string): Kind["shapes"] => [[[part(names, "number", "number")], 1]];
const proper: Partial<Kind> = { proper: true };
const free: Partial<Kind> = { free: true };
const title: Partial<Kind> = { proper: true, free: true };

/** Days and times in more ways, as people type them in a hurry. */
function anyDay(random: ValueSource): SlotValue {
  const [month, weekday] = [random.pick(months), random.pick(weekdays)];
  const date = random.int(1, 28);
  return random.pick([
    () => day(random),
    () => day(random),
    () =>
      text(random.pick(["tonight", "tonight", "this evening", "tomorrow night", "tomorrow morning", "now"])),
    () => text(...say("on", weekday.toLowerCase())),
    () => text(`next ${weekday.toLowerCase()}`),
    () => text(...say("on", `${month.slice(0, 3)} ${date}`)),
    () => text(...say("on", `${date}.${random.int(1, 12)}.`)),
    () => text(...say("on", `the ${random.int(4, 20)}th`)),
  ])();
}

function anyTime(random: ValueSource): SlotValue {
  const [hour, minutes] = [random.int(1, 12), random.pick(["05", "15", "20", "30", "40", "45"])];
  return random.pick([
    () => time(random),
    () => text(...say("at", `${hour}:${minutes}`)),
    () => text(...say("at", `${hour}.${minutes}`)),
    () => text(...say("at", random.pick(["noon", "midnight", "half past six", "quarter to nine", "seven"]))),
    () => text(...say("at", `${hour} ${random.pick(["pm", "am", "o'clock"])}`)),
  ])();
}

const anyPhone = (random: ValueSource): string =>
  random.pick([
    () => phone(random),
    () => `0${digits(random, 3)} ${digits(random, 7)}`,
    () => `0${digits(random, 3)} ${digits(random, 3)} ${digits(random, 3)}`,
    () =>
      `+${random.pick([1, 44, 47, 49, 31, 353])} ${digits(random, 3)} ${digits(random, 4)} ${digits(random, 3)}`,
  ])();

/** Everything that a slot can hold. Parameter names in snake case; a provider's style changes them. */
export const kinds = {
  city: {
    ...proper,
    sample: (random) => {
      const city = random.pool(pools.cities);
      return { text: city, as: { text: city, list: [city] } };
    },
    shapes: [
      [[part("city location place q query city_name town loc where locality")], 15],
      [[part("cities locations places", "list", "array", "string")], 2],
    ],
  },
  country: {
    ...proper,
    sample: (random) => text(random.pool(pools.countries).replace("the ", "")),
    shapes: plain("country country_name nation region"),
  },
  address: {
    ...proper,
    sample: (random) => text(address(random)),
    shapes: plain("address location q street_address query place full_address"),
  },
  landmark: {
    ...proper,
    sample: (random) => text(random.chance(0.5) ? random.pool(pools.landmarks) : address(random)),
    shapes: plain("place location q query address"),
  },
  coordinates: {
    sample: coordinates,
    shapes: [
      [[part("lat latitude y", "lat", "number"), part("lon lng longitude x long", "lon", "number")], 3],
      [[part("point position latlng coordinates location coords")], 2],
    ],
  },
  person: pooled(pools.people, "name person to contact recipient", proper),
  email: {
    sample: (random) => {
      const value = email(random);
      return { text: value, as: { text: value, list: [value] } };
    },
    shapes: [
      [[part("email to recipient address email_address mail to_email")], 6],
      [[part("emails recipients to", "list", "array", "string")], 2],
    ],
  },
  phone: {
    sample: (random) => text(phone(random)),
    shapes: plain("phone to number phone_number recipient msisdn mobile destination"),
  },
  url: {
    sample: (random) => text(url(random)),
    shapes: plain("url link target long_url page website uri source address destination"),
  },
  domain: {
    sample: (random) => text(random.pool(pools.domains)),
    shapes: plain("domain host site hostname domain_name website"),
  },
  ip: {
    sample: (random) => text(Array.from({ length: 4 }, () => random.int(1, 254)).join(".")),
    shapes: plain("ip ip_address address query host"),
  },
  day: { sample: day, shapes: plain("date day when on for_date start_date") },
  date: {
    sample: (random) =>
      text(random.chance(0.6) ? isoDate(random) : `${random.int(1, 28)} ${random.pick(months)}`),
    shapes: plain("date day on when"),
  },
  time: { sample: time, shapes: plain("time at start_time hour start when") },
  year: {
    sample: (random) => {
      const value = random.int(1950, 2026);
      return { text: String(value), as: { integer: value, number: value, text: String(value) } };
    },
    shapes: [[[part("year y release_year", "integer", "integer")], 1]],
  },
  amount: { sample: amount, shapes: numeric("amount value sum total price") },
  principal: {
    sample: (random) => {
      const value = random.int(8, 90) * random.pick([100, 500, 1000, 5000]);
      return { text: String(value), as: { number: value, text: String(value) } };
    },
    shapes: numeric("amount value sum total price"),
  },
  rate: {
    sample: (random) => {
      const value = random.int(10, 95) / 10;
      return { text: String(value), as: { number: value, text: String(value) } };
    },
    shapes: numeric("rate interest_rate interest apr"),
  },
  currency: { sample: currency, shapes: plain("currency currency_code cur") },
  language: {
    ...proper,
    sample: (random) => {
      const { name, code } = coded(pools.languages, random);
      return { text: name, as: { text: name, code } };
    },
    shapes: [
      [[part("language target_language to_language language_name")], 2],
      [[part("lang target_lang lang_code language_code", "code")], 1],
    ],
  },
  company: {
    ...proper,
    sample: (random) => {
      const { name, code } = coded(pools.companies, random);
      const said = random.chance(0.5) ? name : code;
      return text(said);
    },
    shapes: plain("symbol ticker company stock q share"),
  },
  coin: {
    sample: (random) => {
      const { name, code } = coded(pools.coins, random);
      return text(random.chance(0.6) ? name : code);
    },
    shapes: plain("coin symbol crypto asset token id"),
  },
  message: pooled(pools.messages, "message text body content msg", free),
  sentence: pooled(pools.sentences, "text input content q source_text", free),
  movie: pooled(pools.movies, "title query q movie film name search", title),
  show: pooled(pools.shows, "show title series q query name", title),
  song: pooled(pools.songs, "track song title q query name", title),
  artist: pooled(pools.artists, "artist q query artist_name band performer", proper),
  book: pooled(pools.books, "title query q book name", title),
  author: pooled(pools.authors, "author author_name writer by", proper),
  game: pooled(pools.games, "game title q search name", title),
  topic: pooled(pools.topics, "query q topic keyword keywords search term", free),
  picture: pooled(pools.pictures, "query q keyword search_term phrase subject", free),
  dish: pooled(pools.dishes, "query dish q name recipe title", proper),
  ingredients: {
    sample: several(pools.ingredients),
    shapes: [[[part("ingredients include_ingredients with available", "list", "array", "string")], 1]],
  },
  food: pooled(pools.foods, "food query item q ingredient meal", free),
  word: pooled(pools.words, "word term q query entry", proper),
  task: pooled(pools.tasks, "title task name content text", free),
  appointment: pooled(pools.appointments, "title summary name event subject", free),
  product: pooled(pools.products, "query q product keyword item search", proper),
  place: pooled(pools.places, "query what q category keyword type", proper),
  job: pooled(pools.jobs, "title keyword q position role query", proper),
  team: pooled(pools.teams, "team q team_name club", proper),
  league: pooled(pools.leagues, "league competition league_name", proper),
  channel: {
    sample: (random) => {
      const value = random.pool(pools.channels);
      return random.chance(0.5) ? text(`#${value}`) : text(value);
    },
    shapes: plain("channel room channel_name to group"),
  },
  room: pooled(pools.rooms, "room area zone location", proper),
  sign: pooled(pools.signs, "sign zodiac zodiac_sign star_sign", proper),
  airport: {
    sample: (random) => text(random.pool(pools.airports)),
    shapes: plain("airport airport_code iata code"),
  },
  flightNumber: {
    sample: (random) => text(`${letters(random, 2)}${digits(random, random.int(3, 4))}`),
    shapes: plain("flight flight_number flight_no number"),
  },
  trackingNumber: {
    sample: (random) =>
      text(`${letters(random, 2)}${digits(random, 9)}${random.chance(0.5) ? letters(random, 2) : ""}`),
    shapes: plain("tracking_number number code parcel_id tracking_code"),
  },
  barcode: { sample: (random) => text(digits(random, 13)), shapes: plain("barcode ean code gtin") },
  postcode: {
    sample: (random) =>
      text(
        random.chance(0.6)
          ? digits(random, 5)
          : `${letters(random, 2)}${random.int(1, 9)} ${random.int(1, 9)}${letters(random, 2)}`,
      ),
    shapes: plain("postcode zip postal_code zip_code"),
  },
  iban: {
    sample: (random) => text(`${letters(random, 2)}${digits(random, 18)}`),
    shapes: plain("iban account account_number number"),
  },
  heading: pooled(pools.headings, "subject title topic", free),
  note: pooled(pools.notes, "text content note body", free),
  workout: pooled(pools.workouts, "focus goal type target", proper),
  symptom: pooled(pools.symptoms, "reason symptom complaint notes", free),
  cocktail: pooled(pools.cocktails, "name query drink q", proper),
  plant: pooled(pools.plants, "plant name species q", proper),
  subject: pooled(pools.subjects, "category topic subject", proper),
  car: pooled(pools.cars, "model car vehicle car_model", proper),
  animal: pooled(pools.animals, "animal species pet name query", proper),
  shop: pooled(pools.shops, "shop store merchant retailer brand", proper),
  charity: pooled(pools.charities, "charity organisation cause recipient to", proper),
  venue: pooled(pools.venues, "canteen venue place name restaurant", proper),
  belonging: pooled(pools.belongings, "item object thing what description", proper),
  race: pooled(pools.races, "race event race_name run", proper),
  course: pooled(pools.courses, "topic subject query course skill", proper),
  schoolSubject: pooled(pools.schoolSubjects, "subject topic course", proper),
  verb: pooled(pools.verbs, "verb infinitive word term", proper),
  abbreviation: pooled(pools.abbreviations, "acronym abbreviation term short_form", proper),
  names: {
    ...proper,
    sample: several(pools.people),
    shapes: [[[part("members people invitees participants names", "list", "array", "string")], 1]],
  },
  anyDay: { sample: anyDay, shapes: plain("date day when on for_date") },
  anyTime: { sample: anyTime, shapes: plain("time at start_time hour when") },
  anyPhone: {
    sample: (random) => text(anyPhone(random)),
    shapes: plain("phone number phone_number mobile to"),
  },
  weekdays: {
    ...proper,
    sample: several(weekdays),
    shapes: [[[part("days weekdays repeat_on on repeat", "list", "array", "string")], 1]],
  },
  times: {
    sample: several([
      "6:30",
      "07:15",
      "8am",
      "09:00",
      "noon",
      "13:30",
      "3pm",
      "17:45",
      "18:00",
      "8 pm",
      "21:30",
    ]),
    shapes: [[[part("times at hours start_times", "list", "array", "string")], 1]],
  },
  plate: {
    sample: (random) =>
      text(
        random.chance(0.5)
          ? `${letters(random, 2)} ${digits(random, 5)}`
          : `${letters(random, random.int(1, 3))}-${letters(random, 2)} ${digits(random, random.int(2, 4))}`,
      ),
    shapes: plain("plate license_plate registration number_plate reg"),
  },
  orderNumber: {
    sample: (random) =>
      text(
        random.chance(0.5)
          ? digits(random, random.int(5, 8))
          : `${letters(random, random.int(1, 3))}-${digits(random, random.int(4, 6))}`,
      ),
    shapes: plain("order order_number order_id purchase number"),
  },
  weight: {
    sample: (random) => {
      const value = random.chance(0.5) ? random.int(5, 99) : random.int(50, 990) / 10;
      return { text: String(value), as: { number: value, text: String(value) } };
    },
    shapes: numeric("weight value measurement"),
  },
  expression: {
    sample: (random) => {
      const [a, b, c] = [random.int(2, 980), random.int(2, 60), random.int(2, 30)];
      return text(
        random.pick([
          `${a} * ${b}`,
          `${a} + ${b} * ${c}`,
          `(${a} - ${b}) / ${c}`,
          `${c}% of ${a}`,
          `${a} divided by ${b}`,
          `${b} squared`,
          `the square root of ${a}`,
          `${a}/${c}`,
        ]),
      );
    },
    shapes: plain("expression expr input formula q"),
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
