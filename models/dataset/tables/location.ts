import { choice, count, define, flag, slot } from "../make/define.ts";

export const location = [
  define("geocoding", "location", {
    operations:
      "geocode; forward geocode; search address; address to coordinates; locate; geocode address; find coordinates",
    describe: `Coordinates of an address or place.
      Turns a street address into latitude and longitude.
      Forward geocoding, worldwide.
      Finds where a place lies on the map.
      Look up lat/lng for any address.
      Address search that returns a position.
      Geocode free-form addresses with high precision.
      de|Gibt die Koordinaten einer Adresse zurück.`,
    slots: {
      place: slot("landmark", "address q query location place text"),
      limit: count(1, 9, "limit max_results count size", "max {} results; , only {} hits"),
    },
    ask: `coordinates of {place}
      what are the latitude and longitude of {place}?
      geocode {place}
      ~where exactly do I put the pin for {place}
      lat lon for {place}
      find the gps position of {place}
      I need the coordinates for {place}
      where on the map is {place}
      ~my drone wants numbers, it has to fly to {place}
      give me lat/lng of {place}
      convert this address to coordinates: {place}
      ~which position do I type into my GPS for {place}
      de|Koordinaten von {place}
      exact location of {place} as coordinates
      long and lat {place}
      es|latitud y longitud de {place}`,
    near: "place-search directions",
    real: /^(?!.*(reverse|batch|ip|isochrone)).*\b(forward )?geocod(e|ing)\b|address ?search/i,
  }),
  define("reverse-geocoding", "location", {
    operations:
      "reverse geocode; address at point; lookup coordinates; nearest address; coordinates to address; reverse",
    describe: `Address at given coordinates.
      Turns latitude and longitude into a street address.
      Reverse geocoding, worldwide.
      Which place lies at a point.
      Find the nearest address to a position.
      Human-readable location from GPS.
      Street, town and country for a coordinate pair.
      From a map pin to a postal address.`,
    slots: { point: slot("coordinates"), lang: slot("language", "", "in {}; , answer in {}") },
    ask: `which address is at {point}
      what's at {point}?
      reverse geocode {point}
      ~my phone says I am at {point}, what street is that
      turn {point} into an address
      what place is {point}
      ~someone sent me a pin, {point}, where is that?
      street name for {point}
      nearest address to {point}
      ~the tracker in my stolen bike reports {point}, tell me which house that is
      address for coordinates {point}
      where is {point}
      which town lies at {point}
      it|che indirizzo si trova a {point}?
      look up {point} on the map
      {point} address?`,
    real: /reverse.?geocod/i,
  }),
  define("place-search", "location", {
    operations: "search places; nearby; find venues; poi search; local search; places nearby; find business",
    describe: `Places and businesses near a location.
      Finds shops, restaurants and services in a town.
      Local search with opening hours and ratings.
      Points of interest around a city.
      Where to eat, shop or get help nearby.
      Search venues by what they offer.
      Business directory, worldwide.
      Discover spots around you, with reviews.`,
    slots: {
      what: slot("place"),
      city: slot("city", "near location city place_name area around"),
      open: flag("open_now is_open", "open now; that are open right now", "even if closed"),
      radius: count(1, 20, "radius radius_km distance within", "within {} km; no further than {} km"),
      limit: count(2, 9, "limit max_results count", ", {} results; , just {} of them"),
    },
    ask: `find {what} in {city}
      {what} near {city}
      where can I get {what} in {city}
      best {what} {city}
      ~I've just arrived in {city}, any idea where to find {what}
      search for {what} around {city}
      any good {what} in {city}?
      ~starving for ideas in {city}, maybe {what}?
      show me {what} in {city}
      looking for {what} close to {city}
      are there {what} in {city}
      which {what} in {city} have good reviews
      es|dónde hay {what} en {city}
      need {what} in {city}
      ~my cousin in {city} asked where people go for {what}
      list {what} in {city}`,
    near: "restaurant-booking geocoding",
    real: /\b(search|find|nearby|text) ?(places?|pois?|venues?|businesses|local)\b|points? of interest|places? (near|search)/i,
  }),
  define("directions", "location", {
    operations: "directions; route; get route; plan route; navigate; calculate route; way; route planner",
    describe: `Route from one place to another.
      Turn-by-turn directions by car, bike or on foot.
      How to get from A to B.
      Calculates the best route and its duration.
      Route planner with live traffic.
      Fastest way between two points.
      Navigation instructions, step by step.
      Journey time and distance between addresses.`,
    slots: {
      from: slot("landmark", "from origin start source start_point departure"),
      to: slot("landmark", "to destination end target end_point arrival"),
      mode: choice(
        "mode travel_mode profile vehicle transport",
        `by car / driving = driving car DRIVE
        by bike / cycling = cycling bike BICYCLE
        on foot / walking = walking foot WALK`,
        "{}",
      ),
      tolls: flag("avoid_tolls no_tolls", "avoiding tolls; without toll roads", "toll roads are fine"),
    },
    ask: `how do I get from {from} to {to}
      directions from {from} to {to}
      route {from} to {to} {mode}
      ~I'm at {from} and need to be at {to}, which way
      fastest way from {from} to {to}
      navigate from {from} to {to} {mode}
      ~how long will it take me from {from} to {to}?
      plan a route from {from} to {to}
      get me from {from} to {to} {mode}
      way to {to} from {from}
      ~lost at {from}, want to end up at {to}
      what's the best route between {from} and {to}
      de|Wie komme ich von {from} nach {to}?
      show the way from {from} to {to} {mode}
      driving from {from} to {to}, how far is it
      fr|itinéraire de {from} à {to}`,
    near: "transit-departures ride-hailing",
    real: /\b(get|calculate|compute|find)? ?(directions|route|routing)\b(?!.*(table|handler|traffic|mail|delete|create|update|list))/i,
  }),
  define("world-time", "location", {
    operations: "current time; time at; get time; world clock; local time; timezone now; clock",
    describe: `Current time in a city.
      What time it is somewhere else.
      World clock for any place.
      Local time and UTC offset.
      Returns the time of day at a location.
      Time zone and local clock by city.
      Now, anywhere on earth.
      de|Aktuelle Uhrzeit einer Stadt.`,
    slots: {
      city: slot("city", "city location place locale q zone"),
      format: choice(
        "format clock hour_format",
        `in 24-hour format / 24h = 24h H24 24
        in 12-hour format / with am and pm = 12h H12 12`,
        "{}",
      ),
    },
    ask: `what time is it in {city}
      time in {city}
      current time {city}
      ~can I call my aunt in {city} now or is she asleep?
      local time in {city} please
      how late is it in {city}
      ~my colleague in {city} doesn't answer, is it night over there?
      {city} time now
      what's the clock say in {city}
      time right now in {city}?
      ~is the office in {city} already closed at this hour
      tell me the time over in {city}
      pt|que horas são em {city}
      de|Wie spät ist es in {city}?
      what hour is it in {city}
      check the clock for {city}`,
    real: /\b(world|global|current|local) ?time\b(?!.*(entry|sheet|log|series))/i,
  }),
  define("postcode-lookup", "location", {
    operations: "postcode lookup; zip info; lookup zip; postal code; zip to city; find by postcode",
    describe: `Town and region for a postcode.
      Which place a ZIP code belongs to.
      Postal code lookup.
      Returns city, state and position of a postcode.
      Validates and resolves postal codes.
      ZIP code data with counties.
      Find the area behind a postal code.
      Postcodes of many countries.`,
    slots: { code: slot("postcode"), country: slot("country", "", "in {}; ({})") },
    ask: `which town has the postcode {code}
      where is {code}
      zip code {code}
      look up postcode {code}
      ~the parcel label only says {code}, which place is that
      what area is {code}
      postal code {code} belongs to which city
      ~a customer wrote just {code}, where does she live roughly
      find the city for zip {code}
      info on postcode {code}
      {code} which city?
      what region does {code} cover
      pt|de que cidade é o código postal {code}?
      check postcode {code}
      ~I found an old envelope with {code} on it, from where?
      tell me the place for zip {code}`,
    real: /post(al)? ?code.*(lookup|find|get|search)|(lookup|find|search).*post(al)? ?code|zip ?code/i,
  }),
];
