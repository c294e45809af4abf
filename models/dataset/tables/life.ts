import { choice, count, define, flag, slot } from "../make/define.ts";

const limit = count(2, 9, "limit max_results count page_size", ", {} results; , show {}; , max {} hits");

export const life = [
  define("joke", "fun", {
    operations: "random joke; get joke; joke; tell joke; jokes; funny",
    describe: `A random joke.
      Jokes for every mood.
      Makes you laugh.
      One-liners and puns.
      Returns a joke from a category.
      Clean humour for the family.
      de|Witze auf Knopfdruck.
      Fresh jokes every day.`,
    slots: {
      type: choice(
        "category type topic",
        `pun / a pun = pun PUN Pun
        programming / about programmers = programming CODE Programming
        knock-knock = knock_knock KNOCK KnockKnock`,
        ", preferably {}",
      ),
      safe: flag("safe family_friendly clean", "that kids can hear; a clean one", "may be rude"),
      n: count(2, 5, "count n amount number", ", {} of them"),
    },
    ask: `tell me a joke
      a joke please
      make me laugh
      joke {type}
      ~I'm sad, cheer me up
      got a good joke?
      say something funny
      I need a joke for my speech
      ~the party is dull, give me something to break the ice
      random joke
      a {type} joke
      know any jokes?
      no|fortell meg en vits
      es|cuéntame un chiste
      funny one-liner please
      ~my kids are grumpy, what could make them giggle`,
    near: "quote trivia fact",
    real: /\bjokes?\b/i,
  }),
  define("trivia", "fun", {
    operations: "trivia question; random trivia; quiz; get question; trivia; quiz questions",
    describe: `Trivia questions with answers.
      Quiz questions by category.
      A random question for your quiz night.
      Multiple choice questions.
      Test your knowledge.
      Pub quiz generator.
      Questions from easy to hard.
      de|Quizfragen.`,
    slots: {
      subject: slot("subject"),
      level: choice(
        "difficulty level hardness",
        `easy / easy ones = easy EASY 1
        hard / difficult ones = hard HARD 3`,
        ", {}",
      ),
      n: count(3, 20, "count amount number limit", ", {} of them; , {} questions"),
    },
    ask: `trivia question about {subject}
      quiz me on {subject}
      give me {n} quiz questions about {subject}
      {subject} trivia
      ~pub quiz tonight, I should train {subject}
      a {level} question about {subject}
      ask me something about {subject}
      test my knowledge of {subject}
      ~I'm hosting a game night and need stuff on {subject}
      {n} {subject} questions
      random {subject} trivia
      quiz about {subject} {level}
      fr|une question de quiz sur {subject}
      challenge me with {subject}
      make a {subject} quiz with {n} questions
      trivia, topic {subject}`,
    near: "joke fact",
    real: /trivia|quiz question/i,
  }),
  define("quote", "fun", {
    operations: "random quote; quote of the day; get quote; quotes; inspire; quotation",
    describe: `A quote to think about.
      Famous quotations by theme.
      Quote of the day.
      Inspiration from great minds.
      Returns a saying and its author.
      Wise words at random.
      Quotes for cards and speeches.
      de|Zitate.`,
    slots: {
      theme: choice(
        "category theme topic",
        `love / about love = love LOVE Love
        friendship / about friendship = friendship FRIENDSHIP Friendship
        courage / about courage = courage COURAGE Courage
        success / about success = success SUCCESS Success`,
        ", {}",
      ),
      author: slot("author", "", "by {}"),
      max: count(60, 200, "max_length max_chars", "with at most {} characters"),
    },
    ask: `give me a quote
      a quote by {author}
      quote of the day
      famous quote by {author}
      ~I need wise words for the wedding card
      inspiring quote please
      some saying {theme}
      a quotation {theme}
      ~start my morning with something deep
      quote by {author}
      words of wisdom
      inspire me with a quote
      de|Ein Zitat bitte
      what did {author} say, a quote
      a short quote {theme}
      find a quotation by {author}`,
    near: "joke fact",
    real: /\bquotes?\b.*(day|random|inspir)|random quote/i,
  }),
  define("fact", "fun", {
    operations: "random fact; fun fact; get fact; number fact; did you know; fact of the day",
    describe: `A fun fact.
      Did you know? Surprising facts.
      Random facts about anything.
      Something you did not know.
      Facts by subject.
      Useless but true knowledge.
      Curious facts for small talk.
      de|Wissenswertes.`,
    slots: { subject: slot("subject"), n: count(2, 6, "count n number", ", {} of them") },
    ask: `a fun fact about {subject}
      tell me something surprising about {subject}
      random fact {subject}
      did you know something about {subject}?
      ~small talk at dinner scares me, feed me something on {subject}
      {n} facts about {subject}
      interesting fact about {subject}
      ~bet you know something odd on {subject}
      curious facts on {subject}
      fact of the day, {subject}
      teach me a fact about {subject}
      {subject} fun fact
      it|una curiosità su {subject}
      one weird fact about {subject}
      what's a little known fact on {subject}
      facts: {subject}`,
    near: "trivia joke quote",
    real: /\bfun ?facts?\b|random fact/i,
  }),
  define("horoscope", "fun", {
    operations: "horoscope; daily horoscope; get horoscope; star sign; astrology; zodiac reading",
    describe: `Horoscope for a star sign.
      What the stars say.
      Daily astrology by sign.
      Zodiac forecast.
      Love, work and luck by your sign.
      Weekly and daily horoscopes.
      Your stars, every morning.
      de|Horoskope.`,
    slots: {
      sign: slot("sign"),
      period: choice(
        "period range timeframe",
        `for this week / weekly = week WEEK weekly
        for today = day DAY daily
        for this month / monthly = month MONTH monthly`,
        "{}",
      ),
    },
    ask: `horoscope for {sign}
      what do the stars say for {sign}
      {sign} horoscope {period}
      daily horoscope {sign}
      ~I'm a {sign}, will I be lucky?
      read the stars for a {sign}
      zodiac {sign} {period}
      horoscope {period} for {sign}
      ~my date is a {sign}, do the planets agree
      astrology for {sign}
      how are things looking for {sign} {period}
      star sign {sign}
      pt|horóscopo de {sign}
      what's in store for {sign} {period}
      get the {sign} horoscope
      {sign}, what does astrology say`,
    real: /horoscope/i,
  }),
  define("product-search", "shopping", {
    operations:
      "search products; find product; shop search; products; search items; catalog search; compare prices",
    describe: `Finds products in online shops.
      Product search with prices.
      Compare offers of many shops.
      Shopping search.
      What something costs and where to buy it.
      Search the catalogue by keyword.
      Products, ratings and stock.
      de|Produkte finden.`,
    slots: {
      product: slot("product"),
      price: slot("amount", "max_price price_max budget", "under {}; for less than {}"),
      sort: choice(
        "sort sort_by order",
        `cheapest first = price PRICE_ASC price_asc
        best rated first = rating RATING top_rated`,
        ", {}",
      ),
      used: flag("used second_hand include_used", "used is fine; second hand", "new only"),
      limit,
    },
    ask: `find {product}
      buy {product}
      where can I get {product} under {price}
      {product} for sale
      ~mine broke, I need new {product}
      search for {product}
      cheap {product}
      shop for {product}
      ~birthday present idea: {product}, max {price}
      {product} under {price}
      what does {product} cost
      look for {product} online
      de|{product} kaufen
      compare prices for {product}
      good offers on {product}
      I want to order {product}`,
    near: "place-search web-search",
    real: /(search|find)\w* ?(for )?(products?|items)\b|product ?search/i,
  }),
  define("package-tracking", "shopping", {
    operations: "track package; tracking; track shipment; parcel status; where is my parcel; shipment status",
    describe: `Where a parcel is.
      Tracks shipments of all carriers.
      Parcel status by tracking number.
      Delivery tracking.
      Follow a package on its way.
      When a shipment arrives.
      Tracking events from pickup to delivery.
      de|Sendungsverfolgung.`,
    slots: {
      number: slot("trackingNumber"),
      carrier: choice(
        "carrier courier shipper",
        `DHL = dhl DHL DHL
        UPS = ups UPS UPS
        FedEx = fedex FEDEX FedEx`,
        "with {}; , carrier {}",
      ),
      history: flag(
        "history full_history all_events",
        "with all events; with the full history",
        "latest only",
      ),
    },
    ask: `track {number}
      where is my parcel {number}
      package {number}
      status of shipment {number}
      ~I've waited a week for {number}, is it lost
      when will {number} arrive
      tracking number {number}
      has {number} been delivered?
      ~do I need to stay home today for {number}
      follow package {number}
      track my {carrier} parcel {number}
      parcel status {number}
      de|Wo ist mein Paket {number}?
      check delivery {number}
      look up shipment {number}
      es|dónde está mi paquete {number}`,
    real: /(track|tracking)\w*.*(package|parcel|shipment|number|label)/i,
  }),
  define("match-scores", "sports", {
    operations: "scores; live scores; match result; team results; last match; game score; fixtures",
    describe: `Results and live scores of a team.
      How the match ended.
      Live scores by team.
      Who won, and by how much.
      Game results and next fixtures.
      Scores for football, hockey and more.
      Latest match of a club.
      de|Spielstände live.`,
    slots: {
      team: slot("team"),
      day: slot("day", "date day on", "{}"),
      live: flag("live live_only in_play", "live only; as it happens", ""),
      n: count(2, 6, "limit last count", "the last {} games"),
    },
    ask: `how did {team} play {day}
      score of {team}
      did {team} win?
      result {team} {day}
      ~I missed the game, please tell me {team} didn't lose
      {team} match {day}
      live score {team}
      what's the score with {team}
      ~is my dad going to be grumpy because of {team} {day}
      who won, {team} or the others
      latest result of {team}
      {team} score
      es|¿cómo quedó {team}?
      final score {team} {day}
      check the {team} game
      when does {team} play next`,
    near: "league-table",
    real: /(live ?scores?|match (result|score)|fixtures)/i,
  }),
  define("league-table", "sports", {
    operations: "league table; standings; get standings; ranking; table; league ranking",
    describe: `Table of a league.
      Standings with points and goals.
      Who leads the league.
      Rankings by season.
      League tables worldwide.
      Positions, wins and losses.
      Current standings of a competition.
      de|Tabelle einer Liga.`,
    slots: {
      league: slot("league"),
      year: slot("year", "season year", "of {}; , season {}"),
      home: flag("home_only home", "home games only", ""),
    },
    ask: `standings of the {league}
      {league} table
      who leads the {league}
      league table {league}
      ~is my club going down, show me the {league}
      ranking in the {league}
      who's on top of the {league}
      {league} standings
      ~how close is the title race in the {league}
      points in the {league}
      current table {league}
      positions in the {league}
      de|Tabelle {league}
      show the {league} ranking
      how does the {league} look right now
      es|clasificación {league}`,
    near: "match-scores",
    real: /standings|league table/i,
  }),
  define("lights", "home", {
    operations: "set light; switch light; light control; turn on light; lamp; lights",
    describe: `Switches lights in a room.
      Smart light control.
      Lamps on, off and dimmed.
      Sets brightness and colour of lights.
      Controls the lights at home.
      Light scenes by room.
      Turns lamps on or off.
      de|Licht steuern.`,
    slots: {
      room: slot("room"),
      on: flag("on state power enabled", "on", "off"),
      level: count(10, 90, "brightness level dim percent", "at {} percent; , {}% bright"),
    },
    ask: `turn {on} the light in the {room}
      {room} light {on}
      switch the {room} lamp {on}
      lights {on} in the {room}
      ~someone left the {room} glowing, make it {on}
      turn {on} the lights in the {room}
      set the {room} lights to {on}
      switch {on} the {room} lights
      put the {room} light {on}
      please get the {room} lamps {on}
      the {room} lights should be {on}
      light in the {room} {on}
      de|Licht in {room} {on}
      make the {room} light {on}
      flip the {room} light {on}
      I want the lights in the {room} {on}`,
    real: /(set|switch|turn)\w*.*\blights?\b/i,
  }),
  define("thermostat", "home", {
    operations: "set temperature; thermostat; heating; set heating; climate; adjust heat",
    describe: `Sets the temperature of a room.
      Heating control.
      Smart thermostat.
      Warmer or colder, by room.
      Controls heating and cooling.
      Room climate at your command.
      Adjusts radiators.
      de|Heizung einstellen.`,
    slots: {
      room: slot("room"),
      degrees: count(16, 25, "temperature target degrees setpoint", ""),
      hours: count(2, 8, "hours duration hold_hours", "for {} hours"),
      mode: choice(
        "mode hvac_mode",
        `heating = heat HEAT heating
        cooling = cool COOL cooling`,
        ", {} mode",
      ),
    },
    ask: `set the {room} to {degrees} degrees
      heat the {room} to {degrees}
      {room} {degrees} degrees
      thermostat {room} {degrees}
      ~I'm shivering in the {room}, {degrees} would be nice
      make it {degrees} degrees in the {room}
      temperature in the {room} to {degrees}
      turn the {room} heating to {degrees}
      ~the baby sleeps in the {room}, keep it at {degrees}
      change the {room} temperature to {degrees}
      I want {degrees} degrees in the {room}
      {room} to {degrees}°
      no|sett {room} til {degrees} grader
      adjust the {room} thermostat to {degrees}
      warm the {room} up to {degrees} degrees
      keep the {room} at {degrees} degrees`,
    real: /thermostat/i,
  }),
  define("cleaning-robot", "home", {
    operations: "start vacuum; clean room; vacuum; robot clean; start cleaning; sweep",
    describe: `Sends the robot to clean a room.
      Vacuum robot control.
      Cleans a room on command.
      Starts the vacuum.
      Sweeps and mops where you say.
      Robot cleaning by room.
      Floor care while you are out.
      de|Saugroboter starten.`,
    slots: {
      room: slot("room"),
      mop: flag("mop wet mopping", "and mop too; with mopping", "no mopping; dry only"),
      power: choice(
        "power suction mode",
        `quietly / on quiet = quiet QUIET silent
        thoroughly / at full power = max MAX turbo`,
        "{}",
      ),
      time: slot("time", "time start_at at", "{}"),
    },
    ask: `vacuum the {room}
      clean the {room} {power}
      start the robot in the {room}
      send the vacuum to the {room}
      ~crumbs all over the {room}
      hoover the {room} {time}
      robot, clean the {room}
      sweep the {room} floor
      ~guests come soon and the {room} floor looks awful
      let the robot do the {room}
      vacuum cleaner to the {room} please
      clean up the {room} floor {time}
      es|aspira: {room}
      start cleaning the {room}
      floor of the {room} needs vacuuming
      run the vacuum in the {room} {time}`,
  }),
  define("doctor-appointment", "health", {
    operations:
      "book doctor; doctor appointment; find doctor; book appointment; medical appointment; schedule visit",
    describe: `Books an appointment with a doctor.
      Finds a doctor with free time.
      Medical appointments online.
      See a doctor soon.
      Doctor visits by city and complaint.
      Practice appointments without calling.
      Healthcare booking.
      de|Arzttermin buchen.`,
    slots: {
      symptom: slot("symptom"),
      city: slot("city", "city location near place"),
      day: slot("day", "date day when", "{}"),
      online: flag("online video telehealth", "by video; online", "in person"),
    },
    ask: `doctor in {city} for {symptom}
      book a doctor in {city} because of {symptom}
      I need to see someone in {city} about {symptom}
      ~{symptom} is killing me, I'm in {city}
      appointment with a doctor in {city} {day} for {symptom}
      find a physician in {city} for {symptom}
      medical appointment {city}, {symptom}
      ~can anybody in {city} have a look at {symptom}
      see a doctor in {city} {day} about {symptom}
      get me a doctor's appointment in {city}, reason {symptom}
      who in {city} treats {symptom}
      {city} doctor {symptom}
      de|Arzttermin in {city} wegen {symptom}
      schedule a visit with a doctor in {city} for {symptom}
      make an appointment in {city} for {symptom}
      I have {symptom}, find a doctor in {city}`,
    near: "place-search calendar-event",
  }),
  define("workout", "health", {
    operations: "workouts; find workout; exercise plan; training; get exercises; fitness plan",
    describe: `Workouts for every goal.
      Exercises by body part.
      Training plans for home and gym.
      Finds exercises with videos.
      Fitness plans in minutes.
      Short workouts without equipment.
      What to train today.
      de|Übungen und Trainingspläne.`,
    slots: {
      focus: slot("workout"),
      minutes: count(10, 60, "minutes duration duration_minutes length", "in {} minutes; , {} minutes"),
      level: choice(
        "level difficulty intensity",
        `easy / for beginners = easy EASY beginner
        hard / tough = hard HARD advanced`,
        ", {}",
      ),
      gear: flag("equipment with_equipment", "with equipment", "without equipment; no equipment"),
    },
    ask: `workout for {focus}
      exercises for {focus}
      {minutes} minute {focus} workout
      training for {focus}
      ~I sit all day, something for {focus} would do me good
      what exercises help with {focus}
      a {level} workout for {focus}
      fitness plan {focus}
      ~the trainer says I should work on {focus}, how
      give me a {focus} session of {minutes} minutes
      {focus} training
      show exercises, {focus}
      sv|träning för {focus}
      gym plan for {focus}
      I want to train {focus}
      plan a workout, focus {focus}`,
    real: /workouts?\b|exercises?\b.*(list|search|get)/i,
  }),
  define("plant-care", "home", {
    operations: "plant care; plant info; care guide; how to grow; plant lookup; gardening tips",
    describe: `How to care for a plant.
      Water, light and soil by plant.
      Plant guide for home and garden.
      Growing tips.
      Plant database.
      What a plant needs.
      Care instructions for house plants.
      de|Pflanzenpflege.`,
    slots: {
      plant: slot("plant"),
      indoor: flag("indoor inside", "indoors; in a flat", "outdoors; in the garden"),
      lang: slot("language", "", "in {}"),
    },
    ask: `how do I care for {plant}
      care tips for {plant}
      how often should I water {plant}
      {plant} care
      ~my {plant} look sad, what am I doing wrong
      growing {plant}
      what does {plant} need
      plant guide {plant}
      ~leaves turn yellow on the {plant}
      how much light for {plant}
      when to plant {plant}
      tips for {plant}
      fr|comment entretenir {plant} ?
      look after {plant}
      is {plant} hard to keep alive
      soil for {plant}`,
    real: /plants?\b.*(care|detail|species|guide)/i,
  }),
  define("job-search", "jobs", {
    operations: "search jobs; find jobs; job listings; vacancies; openings; job search",
    describe: `Job offers by title and city.
      Open positions near you.
      Vacancies from many job boards.
      Finds jobs with salary.
      Who is hiring.
      Search job listings.
      Career opportunities, fresh every day.
      de|Stellenangebote.`,
    slots: {
      job: slot("job"),
      city: slot("city", "city location where place"),
      remote: flag("remote remote_only home_office", "remote only; from home", "on site"),
      type: choice(
        "type contract employment_type",
        `part-time / part time = part_time PART_TIME parttime
        full-time / full time = full_time FULL_TIME fulltime
        internship = internship INTERNSHIP internship`,
        ", {}",
      ),
      salary: slot("principal", "min_salary salary salary_from", "paying at least {}"),
      limit,
    },
    ask: `{job} jobs in {city}
      find a job as {job} in {city}
      vacancies for {job} in {city}
      who is hiring a {job} in {city}
      ~I'm a {job} and moving to {city}, any chances?
      job offers {job} {city}
      open positions for {job} in {city}
      ~my brother quit, he's a {job} in {city}
      work as a {job} in {city}
      search {job} positions in {city}
      looking for {job} work near {city}
      {job} vacancy {city}
      de|Stellen als {job} in {city}
      employment for {job} around {city}
      list {job} openings in {city}
      es|empleo de {job} en {city}`,
    near: "home-search",
    real: /(search|find|list|get)\w* ?(for )?(jobs?|vacanc)\b(?!.*(id|status|run|queue|batch|log|export|import))/i,
  }),
  define("home-search", "jobs", {
    operations: "search homes; find flats; listings; rentals; apartments; property search; homes for rent",
    describe: `Flats and houses in a city.
      Homes to rent or buy.
      Property listings with photos.
      Find a new home.
      Apartments by rooms and price.
      Real estate search.
      Rooms, flats and houses.
      de|Wohnungen finden.`,
    slots: {
      city: slot("city", "city location where place area"),
      rooms: count(2, 6, "rooms bedrooms min_rooms beds", "with {} rooms; , {} bedrooms"),
      price: slot("principal", "max_price max_rent price_max budget", "up to {}; under {}"),
      kind: choice(
        "type purpose listing_type",
        `to rent / for rent = rent RENT rental
        to buy / for sale = buy BUY sale`,
        "{}",
      ),
      garden: flag("garden has_garden balcony", "with a garden", "no garden needed"),
    },
    ask: `flats in {city}
      apartment in {city} with {rooms} rooms
      house {kind} in {city}
      find a flat in {city} under {price}
      ~new job in {city}, we need somewhere to live
      {rooms}-room apartment {city} {kind}
      homes in {city} {kind}
      property in {city}
      ~the landlord wants us out, what's there in {city} for {price}
      search for apartments in {city}
      {city} flat {kind}
      a place to live in {city} with {rooms} bedrooms
      nl|appartement in {city}
      es|piso en {city}
      houses {kind} near {city} with {rooms} rooms
      looking to move to {city}, show flats {kind}`,
    near: "hotel-search",
    real: /(search|find|list)\w*.*(propert(y|ies)|real estate|rental listing)s?\b/i,
  }),
  define("public-holidays", "work", {
    operations: "public holidays; holidays; get holidays; bank holidays; holiday list; days off",
    describe: `Public holidays of a country.
      When people are off work.
      Bank holidays by country and year.
      National holiday calendar.
      Which days are free.
      Holidays worldwide.
      Official days off.
      de|Feiertage eines Landes.`,
    slots: {
      country: slot("country"),
      year: slot("year", "", "in {}; , {}"),
      regional: flag("regional include_regional local", "including regional ones", "national only"),
    },
    ask: `public holidays in {country}
      holidays {country} {year}
      which days are off in {country}
      bank holidays of {country}
      ~will the shops in {country} be shut, which dates in {year}
      when are the holidays in {country}
      holiday calendar {country}
      national holidays {country} {year}
      ~my team in {country} vanishes now and then, which days are free there
      list the days off in {country}
      free days in {country} in {year}
      {country} public holidays
      pt|feriados em {country}
      official holidays for {country}
      what holidays does {country} have
      fr|jours fériés en {country}`,
    real: /holidays?\b.*(get|list|all|public)|(public|bank|all) holidays/i,
  }),
];
