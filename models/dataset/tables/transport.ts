import { choice, count, define, flag, slot } from "../make/define.ts";

const stars = count(2, 5, "stars min_stars rating min_rating", "with at least {} stars; , {} stars or more");

export const transport = [
  define("transit-departures", "transport", {
    operations:
      "departures; next departures; stop board; timetable; live departures; stop times; departure board",
    describe: `Next departures from a stop or station.
      Live departure board of trains and buses.
      When the next bus or train leaves.
      Real-time timetable for a station.
      Upcoming departures with delays.
      Public transport departures at a stop.
      de|Abfahrten an einer Haltestelle.
      Station board: line, time, platform.`,
    slots: {
      stop: slot("landmark", "stop station from stop_name q location"),
      mode: choice(
        "mode type vehicle transport_mode",
        `buses / bus = bus BUS Bus
        trains / train = train TRAIN Train
        trams / tram = tram TRAM Tram`,
        "only {}; , just {}",
      ),
      limit: count(2, 9, "limit max_results count", "the next {}; , {} of them"),
    },
    ask: `next departures from {stop}
      when does the next train leave {stop}
      bus times at {stop}
      ~I'm standing at {stop}, what can I catch now?
      departure board {stop}
      what leaves from {stop} soon
      ~do I have to run or is there another one from {stop} in a few minutes
      timetable for {stop}
      live departures {stop}
      when's the next {mode} from {stop}
      show me what goes from {stop}
      ~missed my connection at {stop}, when is the following one
      de|Nächste Abfahrten ab {stop}
      which {mode} leave from {stop}
      upcoming trains at {stop}
      fr|prochains départs de {stop}`,
    near: "directions flight-status",
    real: /departures?\b(?!.*flight)/i,
  }),
  define("train-search", "transport", {
    operations: "search trains; train connections; rail journeys; find trains; journey; connections",
    describe: `Train connections between two cities.
      Finds rail journeys with changes and prices.
      Search trains by date.
      Timetable and fares for long-distance trains.
      How to travel by rail from one city to another.
      Rail connections across Europe.
      Cheapest train tickets for a journey.
      Journeys by train, with duration.`,
    slots: {
      from: slot("city", "from origin departure from_station source"),
      to: slot("city", "to destination arrival to_station target"),
      day: slot("day", "date departure_date day travel_date", "{}"),
      cls: choice(
        "class travel_class comfort",
        `first class / in first class = first 1 FIRST
        second class / in second class = second 2 SECOND`,
        ", {}; {}",
      ),
      passengers: count(2, 6, "passengers travellers adults pax", "for {} people; for {} passengers"),
      direct: flag("direct direct_only no_changes", "direct only; without changes", "changing trains is ok"),
    },
    ask: `trains from {from} to {to} {day}
      find a train from {from} to {to} {day}
      ~what's the best rail option if I want to be in {to} coming from {from} {day}
      train {from} {to} {day}
      rail connections between {from} and {to} {day}
      ~don't want to fly from {from} to {to}, can I go by train {day}?
      is there a train to {to} from {from} {day}
      {from} to {to} by train {day}
      ~we go from {from} to {to} on rails {day}, how long does that take
      search train tickets {from} to {to} {day}
      how do I travel by rail from {from} to {to}
      when do trains run from {from} to {to} {day}
      it|treni da {from} a {to}
      es|trenes de {from} a {to}
      cheap train from {from} to {to} {day}
      get me train times from {from} to {to}`,
    near: "flight-search transit-departures bus-search directions",
  }),
  define("flight-search", "transport", {
    operations:
      "search flights; flight offers; find fares; flights; cheap flights; search fares; quote flights",
    describe: `Flights between two cities with prices.
      Search fares of many airlines.
      Finds the cheapest flights for a date.
      Flight offers with stops and duration.
      Compare air fares in one call.
      Available flights from A to B.
      Low-cost and full-service flights, live prices.
      Returns bookable flight offers.`,
    slots: {
      from: slot("city", "from origin departure fly_from source origin_city"),
      to: slot("city", "to destination arrival fly_to target destination_city"),
      day: slot("day", "date departure_date depart_on outbound_date", "{}"),
      adults: count(2, 6, "adults passengers travellers pax", "for {} people; for {} adults"),
      nonstop: flag(
        "nonstop direct_only non_stop",
        "nonstop; direct flights only",
        "stopovers are ok; with stops if needed",
      ),
      cabin: choice(
        "cabin travel_class cabin_class",
        `economy / in economy = economy ECONOMY Y
        business class / in business = business BUSINESS C
        first class = first FIRST F`,
        ", {}; {}",
      ),
      currency: slot("currency", "", "priced in {}; , prices in {}"),
    },
    ask: `flights from {from} to {to} {day}
      find me a flight from {from} to {to} {day}
      ~how much to get to {to} by plane from {from} {day}
      cheap flights {from} to {to} {day}
      fly {from} to {to} {day}
      search flights from {from} to {to} {day} {nonstop}
      ~grandma in {to} turns 80, what's the cheapest plane ticket from {from} {day}
      {from} - {to} flights {day}
      I want to fly from {from} to {to} {day}
      plane tickets {from} to {to}
      ~need to be in {to} {day}, I'm in {from}, by air please
      any direct flights between {from} and {to} {day}?
      de|Flüge von {from} nach {to}
      es|vuelos de {from} a {to}
      air fare {from} to {to} {day} for {adults} people
      what does a flight from {from} to {to} cost {day}`,
    near: "train-search bus-search",
    real: /flight (offers?|search|schedules?)|search (for )?flights|cheapest.*flight/i,
  }),
  define("flight-status", "transport", {
    operations: "flight status; track flight; flight info; is flight delayed; live flight; status by number",
    describe: `Status of a flight by its number.
      Is a flight on time, delayed or cancelled.
      Live flight tracking with gate and terminal.
      Departure and arrival times of a flight.
      Track an aircraft by flight number.
      Delay information for airlines worldwide.
      Gate, belt and estimated arrival.
      Realtime flight lookup.`,
    slots: { flight: slot("flightNumber"), day: slot("day", "date day flight_date", "{}") },
    ask: `status of flight {flight}
      is {flight} on time {day}
      track {flight}
      has flight {flight} landed?
      ~I have to pick up mum from {flight} {day}, when should I leave
      flight {flight} {day}
      which gate does {flight} use
      is {flight} delayed {day}?
      ~do I still have time for coffee before {flight}, or does it board on time
      where is flight {flight} now
      when does {flight} arrive {day}
      ~my boyfriend sits in {flight}, is he in the air yet
      check {flight}
      {flight} arrival time
      did {flight} get cancelled {day}
      pt|o voo {flight} está no horário?`,
    near: "flight-search",
    real: /flight ?status|flight info/i,
  }),
  define("hotel-search", "travel", {
    operations: "search hotels; find rooms; hotels; hotel offers; stays; list hotels; accommodation search",
    describe: `Hotels in a city with prices.
      Finds rooms for your dates.
      Search places to stay.
      Hotel offers with rating and price per night.
      Accommodation from hostels to five stars.
      Compare room rates of many sites.
      Available hotels by city and date.
      Where to sleep: hotels, inns and apartments.`,
    slots: {
      city: slot("city", "city location destination place q where"),
      day: slot("day", "check_in arrival checkin_date from_date start_date", "{}; , arriving {}"),
      nights: count(1, 9, "nights num_nights length_of_stay", "for {} nights; , {} nights"),
      guests: count(2, 6, "guests adults people persons", "for {} people; for {} guests"),
      price: slot("amount", "max_price price_max budget max_rate", "under {} a night; up to {} per night"),
      stars,
      pets: flag("pets_allowed pets allow_pets", "with a dog; pets allowed", "no pets"),
    },
    ask: `hotels in {city} {day}
      find a hotel in {city}
      ~where can we sleep in {city} {day}
      book me a room in {city} {day}, what's available
      cheap hotel {city}
      a place to stay in {city} for {nights} nights
      ~need a bed in {city} {day}, nothing fancy
      rooms in {city} {day} for {guests} people
      show me hotels in {city} under {price} a night
      ~my parents visit {city} {day}, somewhere nice for them?
      accommodation {city} {day}
      looking for hotels in {city} with at least {stars} stars
      fr|je cherche un hôtel à {city}
      it|alberghi a {city}
      hotel {city} {nights} nights
      where to stay in {city}`,
    near: "home-search",
    real: /(hotel|accommodation|property) (search|offers?|list)|search (for )?hotels/i,
  }),
  define("car-rental", "travel", {
    operations: "search cars; rent a car; car hire; rental offers; find rental car; vehicles",
    describe: `Rental cars at a place.
      Car hire offers with prices.
      Compare rental companies.
      Find a car to rent by date.
      Vans and cars for hire, worldwide.
      Available vehicles and daily rates.
      Hire cars at airports and in cities.
      Returns rental offers with insurance.`,
    slots: {
      city: slot("city", "pickup pick_up_location city location place"),
      day: slot("day", "date pickup_date from_date start_date", "{}; from {}"),
      days: count(2, 14, "days rental_days duration", "for {} days"),
      type: choice(
        "type car_type vehicle_class category",
        `a small car / compact = compact COMPACT small
        an SUV / SUV = suv SUV SUV
        a van / van = van VAN van`,
        ", preferably {}",
      ),
      automatic: flag("automatic automatic_only", "with automatic gearbox; automatic only", "manual is fine"),
    },
    ask: `rent a car in {city} {day}
      car hire {city} {day}
      rental car in {city} for {days} days
      find {type} to rent in {city} {day}
      ~we land in {city} {day} and need wheels for {days} days
      what does a hire car cost in {city} {day}
      cars for rent {city}
      ~no trains around {city}, so I'd better drive myself {day}, what can I get
      I need {type} in {city} {day}
      hire a car in {city} for {days} days
      cheapest rental in {city} {day}
      available rental cars in {city} {day}
      es|alquiler de coches en {city}
      ~moving my sofa across {city} {day}, where do I get {type}
      pick up a hire car in {city} {day}
      pt|alugar um carro em {city}`,
    near: "ride-hailing",
    real: /car (rental|hire) (search|offers?)|search.*(car|vehicle)s? (rental|for rent)/i,
  }),
  define("ride-hailing", "transport", {
    operations: "request ride; book taxi; get cab; order ride; call taxi; ride",
    describe: `Orders a taxi to an address.
      Request a ride from one place to another.
      Book a cab, now or later.
      Calls a driver to pick you up.
      Ride hailing with fixed prices.
      Sends the nearest taxi.
      Get a car with a driver.
      Taxi booking for companies and people.`,
    slots: {
      from: slot("address", "pickup from origin start pickup_address"),
      to: slot("landmark", "dropoff to destination dropoff_address target"),
      time: slot("time", "time pickup_time when", "{}"),
      seats: count(2, 6, "seats passengers riders", "for {} people; , {} of us"),
    },
    ask: `get me a taxi from {from} to {to}
      book a cab from {from} to {to} {time}
      ~too much wine, bring me home: I'm at {from}, home is {to}
      ride from {from} to {to}
      order a taxi {time}, {from} to {to}
      I need a ride from {from} to {to} {time}
      ~suitcases are heavy and we have to get from {from} to {to} {time}, send someone
      cab {from} to {to} please
      can someone drive me from {from} to {to} {time}
      taxi for {seats} people from {from} to {to}
      pick me up at {from} and take me to {to}
      request a car from {from} to {to}
      de|Taxi von {from} nach {to} bestellen
      send a cab to {from}, going to {to}
      ~my leg is in plaster, I can't walk from {from} to {to}
      call a driver {time} from {from} to {to}`,
    near: "car-rental directions",
  }),
  define("ev-charging", "transport", {
    operations: "charging stations; find chargers; ev chargers; nearby chargers; charge points; plug finder",
    describe: `Charging stations for electric cars.
      Finds EV chargers near a place.
      Where to charge, with power and plug type.
      Charge points around a city, live availability.
      Free and paid chargers for e-cars.
      Map of charging stations.
      Plug and price of chargers nearby.
      Electric vehicle charger search.`,
    slots: {
      city: slot("city", "city location near place area q"),
      plug: choice(
        "plug connector plug_type connector_type",
        `CCS = ccs CCS CCS2
        CHAdeMO = chademo CHADEMO CHAdeMO
        type 2 = type2 TYPE2 Type_2`,
        "with {}; , {} plug",
      ),
      power: count(11, 150, "min_power power_kw min_kw", "with at least {} kW"),
      free: flag("free free_only", "free of charge; that cost nothing", "paid ones are fine"),
    },
    ask: `charging stations in {city}
      where can I charge my car in {city}
      ev charger near {city}
      ~battery at 8 percent and I'm near {city}, help
      find a {plug} charger in {city}
      fast chargers {city}
      charge points around {city}
      ~driving my electric through {city}, where do I plug in
      any charger in {city} with at least {power} kW?
      show ev charging in {city}
      places to charge an electric car in {city}
      ~will I find juice for the e-car in {city}
      no|ladestasjoner i {city}
      electric car charger {city}
      list chargers near {city}
      I need a {plug} plug in {city}`,
    near: "parking place-search",
    real: /charg(ing|e)[ -]?(stations?|points?)|ev charg/i,
  }),
  define("parking", "transport", {
    operations: "find parking; parking spots; car parks; parking nearby; garages; reserve parking",
    describe: `Car parks near a place with free spaces.
      Where to park, and what it costs.
      Finds parking garages in a city.
      Parking availability in real time.
      Park your car: lots, garages, street.
      Prices and free spots of car parks.
      Parking search for drivers.
      Garage finder with opening hours.`,
    slots: {
      place: slot("landmark", "location address near place destination q"),
      hours: count(2, 12, "hours duration duration_hours", "for {} hours"),
      covered: flag("covered indoor", "under a roof; covered only", "open air is fine"),
    },
    ask: `parking near {place}
      where can I park at {place}
      find a car park close to {place}
      ~driving to {place}, where do I leave the car?
      parking garage {place} for {hours} hours
      free parking spaces around {place}
      park at {place}
      ~last time I circled {place} for an hour, get me a spot for {hours} hours
      car parks by {place}
      is there parking at {place}
      how much is parking near {place}
      a spot for my car next to {place}
      it|parcheggio vicino a {place}
      somewhere to park near {place} {hours} hours
      show garages around {place}
      ~we come by car to {place} and hate searching`,
    near: "ev-charging place-search",
    real: /parking (search|spots?|lots?|facilit)/i,
  }),
  define("bus-search", "travel", {
    operations: "search buses; bus tickets; coach search; find coaches; intercity buses",
    describe: `Coaches between two cities.
      Long-distance bus tickets.
      Search intercity buses by date.
      Bus connections with prices.
      Cheap coach travel.
      Finds night buses and day coaches.
      Coach fares of many operators.
      Bus journeys with seats left.`,
    slots: {
      from: slot("city", "from origin departure from_city source"),
      to: slot("city", "to destination arrival to_city target"),
      day: slot("day", "date departure_date day travel_date", "{}"),
      passengers: count(2, 6, "passengers seats travellers", "for {} people; , {} seats"),
      night: flag("night night_only overnight", "overnight; night bus only", "not at night"),
    },
    ask: `bus from {from} to {to} {day}
      coach tickets {from} to {to} {day}
      ~trains are too dear, can I ride a coach from {from} to {to} {day}?
      intercity bus {from} {to}
      find a coach from {from} to {to} {day}
      are there buses from {from} to {to}
      long distance bus {from} to {to} {day}
      ~six hours on four wheels from {from} to {to} is fine, what coaches go {day}
      bus {from} - {to} {day} {passengers} seats
      cheapest coach to {to} from {from}
      when do buses go from {from} to {to} {day}
      ride a bus to {to} from {from} {day}
      es|autobús de {from} a {to}
      search buses {from} to {to} {day}
      coach connection {from} {to}
      pl|autobus z {from} do {to}`,
    near: "train-search flight-search transit-departures directions",
  }),
];
