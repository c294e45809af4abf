import { choice, count, define, flag, slot } from "../make/define.ts";

/** More functions for training alone: health, travel, town, sports, fun, money. */
export const everydayLife = [
  define("food-diary", "health", {
    operations: "log meal; add food; food diary; track calories; log intake",
    describe: `Keeps what you eat.
      Food diary with calories.
      Logs a meal.
      Counts what was on your plate.
      Eat consciously.`,
    slots: {
      food: slot("food"),
      meal: choice(
        "meal meal_type when",
        `for breakfast = breakfast BREAKFAST b
        for lunch = lunch LUNCH l
        for dinner = dinner DINNER d
        as a snack = snack SNACK s`,
        "",
      ),
      day: slot("anyDay", "date day", ""),
    },
    ask: `log {food} {meal}
      I had {food} {meal}
      {meal} {food}, write it into the diary
      ~ok I admit it, {food} {meal}
      track {food}
      add {meal}: {food}
      ate {food}
      ~no judgement please: {food} {meal}
      food diary: {food}
      count {food}`,
    near: "nutrition",
    real: /food|meal|calor/i,
  }),
  define("habit", "health", {
    operations: "add habit; new habit; habit tracker; track habit; start habit",
    describe: `Builds good habits.
      Tracks what you want to do every week.
      Habits by weekday, with streaks.
      Keeps you going.
      Small steps, every day.`,
    slots: {
      habit: slot("workout", "habit name activity title"),
      days: slot("weekdays"),
      time: slot("anyTime", "time at when", "{}"),
      nudge: flag("nudge notify reminders", "and nag me", "but don't nag"),
    },
    ask: `new habit: {habit} on {days}
      I want to do {habit} every {days}
      {habit} {days}
      ~new life starts monday... {habit} on {days}
      track {habit}, {days}
      ~the doctor was clear: {habit}, {days}
      make {habit} a habit, {days}
      {days} is for {habit}
      hold me to it: {habit} on {days}`,
    near: "workout reminder todo",
  }),
  define("weight-log", "health", {
    operations: "log weight; add measurement; record weight; weigh in; body weight",
    describe: `Keeps your weight over time.
      Weigh-ins with a curve.
      Records a measurement.
      Body log.
      Watch the trend.`,
    slots: {
      weight: slot("weight"),
      unit: choice(
        "unit units",
        `kilos / kg = kg KG metric
        pounds / lbs = lb LB imperial`,
        "",
      ),
      day: slot("anyDay", "date day on measured_on", "{}"),
      note: flag("fasting before_breakfast sober", "before breakfast", "after a big meal"),
    },
    ask: `weight {weight} {unit}
      I weigh {weight} {unit}
      log {weight} {unit}
      ~the scale was cruel: {weight} {unit}
      {weight} {unit} this morning, put it down
      record my weight, {weight} {unit} {day}
      ~down to {weight} {unit}!!
      weigh-in: {weight} {unit}
      body weight {weight} {unit} {day}`,
    near: "sleep-log food-diary pressure-log",
    real: /weight|measure/i,
  }),
  define("pressure-log", "health", {
    operations: "log blood pressure; add reading; record pressure; bp; new reading",
    describe: `Blood pressure diary.
      Records systolic and diastolic values.
      Readings for your doctor.
      Keeps pressure and pulse.
      Heart log.`,
    slots: {
      high: count(105, 165, "systolic upper sys", ""),
      low: count(62, 98, "diastolic lower dia", ""),
      pulse: count(52, 99, "pulse heart_rate bpm", ", pulse {}"),
      time: slot("anyTime", "time at taken_at", "{}"),
    },
    ask: `blood pressure {high} over {low}
      {high}/{low}, note it for the doctor
      bp {high} {low}
      ~measured after the stairs, {high} to {low}, keep it
      log {high} over {low}
      my pressure is {high} over {low}
      ~nurse said write everything down: {high} over {low}
      record a reading of {high}/{low}
      reading {high}/{low} pulse {pulse}`,
    near: "weight-log sleep-log",
    real: /pressure/i,
  }),
  define("sleep-log", "health", {
    operations: "log sleep; add night; record sleep; sleep diary; sleep entry",
    describe: `Sleep diary.
      Records your nights.
      How long and how well you slept.
      Nights in a chart.
      Rest tracker.`,
    slots: {
      hours: count(4, 10, "hours duration hours_slept", ""),
      quality: choice(
        "quality rating how",
        `badly / pretty badly = bad BAD 1
        fine / quite fine = ok OK 2
        like a baby / really well = good GOOD 3`,
        "{}",
      ),
      day: slot("anyDay", "date night day", ""),
    },
    ask: `slept {hours} hours
      log {hours} hours of sleep {quality}
      I slept {hours} hours {quality}
      ~{hours} hours, the neighbours partied again
      {hours} hours last night, {quality}
      sleep diary: {hours} hours
      ~only {hours} hours because of the baby
      put down {hours} hours of sleep
      night: {hours} hours, slept {quality}`,
    near: "weight-log pressure-log",
    real: /sleep/i,
  }),
  define("pharmacy", "health", {
    operations: "find pharmacy; duty pharmacy; pharmacies open; night pharmacy; chemist",
    describe: `Pharmacies on duty.
      Finds a chemist that is open now.
      Night and weekend pharmacies.
      Where to get medicine at midnight.
      it|Farmacie di turno.`,
    slots: {
      city: slot("city"),
      day: slot("anyDay", "date day when", "{}"),
      postcode: slot("postcode", "", "around {}"),
      delivery: flag("delivery delivers home_delivery", "that delivers", ""),
    },
    ask: `pharmacy on duty in {city}
      which pharmacy is open in {city} {day}
      ~it's 2am and I need fever drops, {city}
      chemist open now {city}
      night pharmacy {city} {day}
      ~out of my allergy pills, everything is closed in {city}
      any pharmacy in {city} {day}
      duty chemist {city}
      where can I get medicine in {city} {day}`,
    near: "place-search opening-hours doctor-appointment",
    real: /pharma|drug/i,
  }),
  define("blood-donation", "health", {
    operations: "book donation; donate blood; donation slot; blood drive; give blood",
    describe: `Appointments to give blood.
      Donation dates near you.
      Books a donation slot.
      Save a life in half an hour.
      Blood drives and plasma.`,
    slots: {
      city: slot("city"),
      day: slot("anyDay", "date day when", "{}"),
      kind: choice(
        "type donation_type kind",
        `plasma = plasma PLASMA plasma
        blood = blood WHOLE whole_blood`,
        "",
      ),
      time: slot("anyTime", "time at slot", "{}"),
    },
    ask: `donate {kind} in {city} {day}
      I want to give {kind} in {city}
      ~they always say they're short, so: {kind}, {city}, {day}
      {kind} donation {city} {day} {time}
      where can I give {kind} in {city}
      slot for {kind} donation {day}, {city}
      ~feeling generous, take my {kind} {day} in {city}
      book me in for {kind} at {time} in {city}`,
    near: "doctor-appointment",
  }),
  define("visa-check", "travel", {
    operations: "check visa; visa requirements; entry rules; do i need a visa; travel documents",
    describe: `Do you need a visa?
      Entry rules by passport.
      Travel documents for a country.
      Visa requirements and length of stay.
      Before you fly.`,
    slots: {
      to: slot("country", "destination to country visiting"),
      passport: slot("country", "passport nationality from citizenship"),
      days: count(5, 80, "days length stay_days", "for {} days"),
      purpose: choice(
        "purpose reason type",
        `for work = business BUSINESS work
        to study = study STUDY student
        as a tourist = tourism TOURISM tourist`,
        "{}",
      ),
    },
    ask: `do I need a visa for {to} with a passport from {passport}
      visa {to}, passport {passport}
      can someone from {passport} just fly to {to}
      ~grandma has papers from {passport}, will they let her into {to}
      entry rules {to} for {passport} {purpose}
      {passport} passport, going to {to} {purpose}
      ~we booked {to} already... citizens of {passport}, is that a problem
      visa requirements: from {passport} to {to}
      travelling from {passport} to {to}, papers?`,
    near: "public-holidays",
    real: /\bvisas?\b|passport|travel/i,
  }),
  define("luggage-storage", "travel", {
    operations: "store luggage; find storage; bag drop; lockers; book locker",
    describe: `Leave your bags for some hours.
      Luggage storage in shops and stations.
      Books a locker.
      Walk around without a suitcase.
      Bags, safe and dry.`,
    slots: {
      near: slot("landmark"),
      bags: count(2, 6, "bags pieces items count", ", {} bags"),
      day: slot("anyDay", "date day on", "{}"),
      hours: count(3, 12, "hours duration duration_h", "for {} hours"),
    },
    ask: `store bags near {near}
      luggage storage at {near} {day}
      ~checkout is at ten and the plane goes at nine, where do the suitcases go near {near}
      {bags} suitcases near {near} for {hours} hours
      locker close to {near}
      ~I don't want to drag this trunk around {near} {day}
      drop {bags} bags at {near}
      leave my luggage by {near} {day}
      bag storage {near}`,
    near: "hotel-search",
  }),
  define("campsite", "travel", {
    operations: "find campsite; search camping; camping spots; campgrounds; book pitch",
    describe: `Campsites and pitches.
      Places for tents and vans.
      Camping near water and woods.
      Finds a pitch for the night.
      fr|Campings partout.`,
    slots: {
      place: slot("city", "where place near location"),
      day: slot("anyDay", "date arrival from", "{}"),
      nights: count(2, 9, "nights stay length", "for {} nights"),
      kind: choice(
        "type unit for",
        `tent / with a tent = tent TENT tent
        camper / with a camper van = camper CAMPER van`,
        ", {}",
      ),
      dogs: flag("dogs pets_allowed dog_friendly", "where dogs are allowed; with the dog", "without dogs"),
    },
    ask: `campsite near {place} {day}
      camping around {place} {nights} nights
      ~hotels in {place} are insane, we'll sleep outside {day}
      pitch for a camper at {place}
      {place} camping {day}
      ~where may we put up a tent close to {place}
      somewhere to camp at {place} for {nights} nights
      {nights} nights camping in {place}
      spot for our van near {place} {day}
      camp {place} {kind}`,
    near: "hotel-search",
    real: /camp/i,
  }),
  define("guided-tour", "travel", {
    operations: "find tours; book tour; guided tour; sightseeing; tours by city",
    describe: `Guided tours with locals.
      Sightseeing on foot, by bus or boat.
      Books a tour in a city.
      See more in two hours.
      City guides in your language.`,
    slots: {
      city: slot("city"),
      day: slot("anyDay", "date day when", "{}"),
      people: count(2, 9, "people participants persons guests", "for {} people; , {} of us"),
      language: slot("language", "", "in {}"),
      kind: choice(
        "type theme kind",
        `a food tour = food FOOD culinary
        a ghost tour = ghosts GHOST night
        an old town walk = history HISTORY old_town`,
        ", best {}",
      ),
    },
    ask: `guided tour of {city} {day}
      show us around {city} {day}, {people} people
      tour {city} in {language}
      ~one day in {city} and no idea what to see
      {kind} in {city} {day}
      sightseeing {city} {day}
      ~mum wants someone to explain {city} to her in {language}
      book {kind} through {city}
      {people} of us want a tour in {city} {day}
      walk with a guide in {city}`,
    near: "event-search",
    real: /\btours?\b|sightsee/i,
  }),
  define("travel-insurance", "travel", {
    operations: "quote insurance; travel insurance; get quote; insure trip; cover",
    describe: `Insures your trip.
      Quotes for travel insurance.
      Cover for illness and lost bags.
      What a policy costs.
      Travel without worries.`,
    slots: {
      country: slot("country", "destination country to"),
      days: count(4, 45, "days duration length trip_days", ""),
      people: count(2, 5, "people travellers insured", "for {} people"),
      sports: flag("winter_sports sports skiing", "including winter sports", "without sports"),
    },
    ask: `travel insurance for {country}, {days} days
      insure {days} days in {country}
      ~I break something every holiday. {country}, {days} days
      what does a policy for {days} days {country} cost
      {country} {days} days, insurance quote
      cover for {people} people, {days} days in {country}
      ~better safe than sorry: {days} days of {country}
      quote: trip to {country}, {days} days`,
    near: "",
    real: /insur/i,
  }),
  define("airport-lounge", "travel", {
    operations: "find lounge; lounge access; lounges; book lounge; airport lounge",
    describe: `Airport lounges and day passes.
      Quiet seats before you fly.
      Lounges by airport.
      Books lounge access.
      Showers, snacks and silence.`,
    slots: {
      airport: slot("airport"),
      time: slot("anyTime", "time at arrival", "{}"),
      guests: count(2, 4, "guests people persons", "for {} people"),
      shower: flag("shower showers with_shower", "with showers", ""),
    },
    ask: `lounge at {airport}
      is there a lounge in {airport} {time}
      ~six hours to kill at {airport}
      {airport} lounge for {guests} people
      book a lounge, {airport} {time}
      ~plastic chairs hurt my back, what does {airport} have
      quiet place to wait in {airport}
      day pass lounge {airport}`,
    near: "flight-status",
  }),
  define("city-report", "town", {
    operations: "report issue; new report; city complaint; report problem; submit defect",
    describe: `Tell the city what is broken.
      Reports potholes, lamps and litter.
      Problems in your street.
      Complaints to the town hall.
      no|Meld feil til kommunen.`,
    slots: {
      issue: choice(
        "category type issue",
        `a pothole = pothole POTHOLE road
        a broken street lamp = lamp LIGHT lighting
        graffiti = graffiti GRAFFITI vandalism
        a fallen tree = tree TREE greenery`,
        "",
      ),
      address: slot("address", "address location where street"),
      anonymous: flag("anonymous hide_name", "anonymously; without my name", ""),
      email: slot("email", "email reply_to contact", "answer to {}"),
    },
    ask: `report {issue} at {address}
      there's {issue} at {address}
      ~I nearly fell off my bike: {issue}, {address}
      {issue} on {address}
      {address} has {issue}, tell the city
      ~how long do we have to live with {issue} at {address}?
      complaint: {issue}, {address}
      somebody should fix {issue} at {address}
      town hall should know about {issue} at {address}`,
    near: "support-ticket",
  }),
  define("citizen-office", "town", {
    operations: "book appointment; office appointment; town hall slot; citizen service; reserve slot",
    describe: `Appointments at the town hall.
      Books a slot at the citizen office.
      Passports, papers, registration.
      No more waiting in line.
      de|Termin beim Bürgeramt.`,
    slots: {
      matter: choice(
        "service matter reason",
        `a new passport = passport PASSPORT passport
        a driving licence = licence LICENCE driving_license
        a change of address = address MOVE registration
        a birth certificate = birth BIRTH certificate`,
        "",
      ),
      city: slot("city"),
      day: slot("anyDay", "date day on", "{}"),
      time: slot("anyTime", "time at", "{}"),
    },
    ask: `appointment for {matter} in {city}
      I need {matter}, {city} {day}
      ~we fly in two weeks and have no papers: {matter}, {city}
      town hall {city}: {matter} {day} {time}
      book a slot for {matter} {day} in {city}
      {matter} {city}
      ~mine got stolen, so {matter}, {city}, {day}
      office in {city}, it's about {matter}
      when can I get {matter} in {city}`,
    near: "",
  }),
  define("lost-property", "town", {
    operations: "report lost item; lost and found; search lost; found items; lost report",
    describe: `Lost and found.
      Reports what you left behind.
      Finds lost things.
      Somebody may have found it.
      Lost property of trains and buses.`,
    slots: {
      item: slot("belonging"),
      city: slot("city", "", "in {}"),
      day: slot("anyDay", "date day lost_on", "{}"),
      phone: slot("anyPhone", "phone contact callback", ", call me at {}"),
    },
    ask: `I lost my {item} in {city}
      lost: {item} {day}
      has anyone found my {item}?
      ~my {item} is still sitting on the tram somewhere in {city}
      left my {item} on the bus {day}
      report a lost {item}
      ~where is my {item}... I had it {day} in {city}
      my {item} is gone
      {item} lost in {city} {day}
      did somebody hand in my {item}`,
    near: "",
    real: /\blost\b/i,
  }),
  define("volunteering", "town", {
    operations: "find volunteering; volunteer; help wanted; opportunities; search projects",
    describe: `Where people need your help.
      Volunteering near you.
      Projects that look for hands.
      Do something good.
      Help for an hour or a year.`,
    slots: {
      city: slot("city"),
      cause: choice(
        "cause topic field",
        `with animals = animals ANIMALS wildlife
        with children = children CHILDREN youth
        for the environment = environment ENVIRONMENT nature
        with old people = seniors SENIORS elderly`,
        "{}",
      ),
      day: slot("anyDay", "date day when", "{}"),
      hours: count(2, 8, "hours hours_per_week max_hours", ", {} hours a week"),
    },
    ask: `volunteer in {city} {cause}
      I'd like to help {cause} in {city}
      ~retired and bored in {city}, put me to use
      volunteering {city} {day}
      who needs a hand in {city} {day}
      ~the kids moved out, I have time {cause}, {city}
      do good in {city}
      projects {cause}, {city}
      unpaid work {city} {cause} {hours} hours a week`,
    near: "job-search",
    real: /volunt/i,
  }),
  define("court-booking", "sports", {
    operations: "book court; reserve court; court booking; hall slot; pitch booking",
    describe: `Books tennis and badminton courts.
      Reserve a court or a pitch.
      Sports halls by the hour.
      Play tonight.
      no|Bestill bane.`,
    slots: {
      sport: choice(
        "sport type game",
        `tennis = tennis TENNIS tennis
        badminton = badminton BADMINTON badminton
        squash = squash SQUASH squash
        padel = padel PADEL padel`,
        "",
      ),
      city: slot("city", "", "in {}"),
      day: slot("anyDay", "date day on when", "{}"),
      time: slot("anyTime", "time at start_time", "{}"),
      indoor: flag("indoor covered inside", "indoors", "outdoors"),
    },
    ask: `{sport} court {day} {time}
      book {sport} in {city} {day}
      ~my racket gathers dust, {sport} {day} {time}
      court for {sport} {time}
      reserve a {sport} court {day}
      {sport} {city} {time}
      ~Jonas wants revenge, {sport} {day}
      is a {sport} court free {day} in {city}
      we'd like to play {sport} {day} {time}
      {sport} {day}`,
    near: "",
  }),
  define("race-signup", "sports", {
    operations: "register race; sign up; race entry; enter run; join race",
    describe: `Registers you for runs and races.
      Marathons and fun runs.
      Race entries with a number.
      Get to the start line.
      Sign up, pay, run.`,
    slots: {
      race: slot("race"),
      distance: choice(
        "distance length category",
        `5k = 5k FIVE 5
        10k = 10k TEN 10
        half marathon = half HALF 21
        marathon = full FULL 42`,
        ", {}",
      ),
      name: slot("person", "name runner participant", "for {}"),
      shirt: flag("shirt t_shirt with_shirt", "with the shirt", "without the shirt"),
    },
    ask: `sign me up for the {race}
      register {name} for the {race}, {distance}
      {race}, {distance}
      ~I must be crazy: {race}, {distance}
      enter the {race} {distance}
      ~no excuses this year, put me down for the {race}
      a start number for {race} please
      I want to run the {race}
      {name} runs the {race} too
      join {race} {distance}`,
    near: "workout",
  }),
  define("activity-log", "sports", {
    operations: "log activity; add workout; record run; track activity; new activity",
    describe: `Logs your runs and rides.
      Training diary.
      Records distance and time.
      Every kilometre counts.
      Activities with a map.`,
    slots: {
      kind: choice(
        "type sport activity",
        `ran = run RUN running
        cycled = ride RIDE cycling
        swam = swim SWIM swimming
        walked = walk WALK walking`,
        "",
      ),
      km: slot("weight", "distance km distance_km kilometers"),
      minutes: count(15, 120, "minutes duration moving_time", "in {} minutes"),
      day: slot("anyDay", "date day on", "{}"),
    },
    ask: `I {kind} {km} km
      {kind} {km} km in {minutes} minutes
      log it: {kind} {km} km {day}
      ~legs are jelly, {kind} {km} km
      {kind} {km} km {day}
      ~who would have thought, I {kind} {km} km
      add to my diary that I {kind} {km} km
      we {kind} {km} km, {minutes} minutes
      just {kind} {km} km`,
    near: "workout",
    real: /activit|workout/i,
  }),
  define("baby-names", "fun", {
    operations: "baby names; suggest names; name ideas; find names; names list",
    describe: `Names for babies.
      Ideas for first names and their meaning.
      Popular and rare names.
      Find a name that fits.
      Names by letter and origin.`,
    slots: {
      gender: choice(
        "gender sex for",
        `girl = girl FEMALE f
        boy = boy MALE m`,
        "",
      ),
      letter: choice(
        "letter starts_with initial",
        `with A = a A A
        with M = m M M
        with S = s S S`,
        ", starting {}",
      ),
      country: slot("country", "origin country culture", "from {}"),
      n: count(5, 20, "count limit n", ", {} ideas"),
    },
    ask: `names for a {gender}
      {gender} names {letter}
      ~it's a {gender}!! and we have nothing
      what could we call our {gender}
      {n} ideas for a {gender}
      nice {gender} names from {country}
      ~he likes none of my names for the {gender}
      baby {gender} names
      what do people in {country} call a {gender}
      rare names, {gender}`,
    near: "",
    real: /\bnames?\b.*(gender|origin)|baby/i,
  }),
  define("riddle", "fun", {
    operations: "get riddle; riddle; brain teaser; puzzle; random riddle",
    describe: `Riddles for big and small.
      Brain teasers with solutions.
      A puzzle to think about.
      Riddle of the day.
      Something for clever heads.`,
    slots: {
      level: choice(
        "difficulty level hardness",
        `easy = easy EASY 1
        tricky = medium MEDIUM 2
        really hard = hard HARD 3`,
        "",
      ),
      age: count(5, 14, "age min_age child_age", "for a {} year old"),
      n: count(2, 6, "count n amount", ", {} of them"),
    },
    ask: `a riddle {level}
      give me a {level} riddle
      ~long drive, the back seat is bored: riddles please
      {level} brain teaser
      riddle for a {age} year old
      ~make my head hurt, something {level}
      got a {level} puzzle?
      ask me a riddle
      a {level} one to guess
      {n} {level} riddles`,
    near: "joke trivia",
    real: /riddle|puzzle/i,
  }),
  define("dice", "fun", {
    operations: "roll dice; dice; throw dice; roll; random roll",
    describe: `Rolls dice.
      Dice with any number of sides.
      Virtual dice for board games.
      Fair random throws.
      de|Würfelt für dich.`,
    slots: {
      count: count(2, 6, "count dice number n", ""),
      sides: count(8, 20, "sides faces max", "with {} sides"),
      sum: flag("sum total add_up", "and add them up", ""),
    },
    ask: `roll {count} dice
      throw {count} dice with {sides} sides
      {count} dice please
      ~the dog ate our dice, roll {count}
      {count} dice {sides} sides
      roll {count} for me
      ~my turn, {count} dice
      give me a throw of {count} dice`,
    near: "",
    real: /\bdice|\broll\b|random/i,
  }),
  define("lottery", "fun", {
    operations: "lottery results; winning numbers; draw results; check draw; jackpot",
    describe: `Lottery numbers.
      Results of the latest draw.
      Winning numbers by date.
      Did you win?
      es|Resultados de la lotería.`,
    slots: {
      country: slot("country", "country lottery_country where"),
      day: slot("date", "date draw_date day", "of {}"),
      jackpot: flag("jackpot include_jackpot prize", "and the jackpot", ""),
    },
    ask: `lottery numbers {country}
      winning numbers in {country} of {day}
      ~am I rich? {country} draw of {day}
      lotto results {country}
      {country} lottery {day}
      what was drawn in {country}
      ~tell me I can quit my job, lottery {country}
      results of the {country} lottery
      lotto {country} {day}`,
    near: "",
    real: /lotter|\bdraws?\b/i,
  }),
  define("moon-phase", "weather", {
    operations: "moon phase; get moon; lunar phase; moon; moonrise",
    describe: `Phases of the moon.
      Full and new moons.
      How bright the moon is.
      Moonrise and moonset.
      Lunar calendar.`,
    slots: {
      day: slot("anyDay", "date day on"),
      city: slot("city", "", "in {}"),
      rise: flag("include_rise times moonrise", "with moonrise", ""),
    },
    ask: `what is the moon like {day}
      moon phase {day}
      is it full moon {day}
      ~how dark will our night walk be {day}
      moon {day} {city}
      lunar phase {day} in {city}
      ~I never sleep when it's full, what about {day}
      how much moon do we get {day}
      phase of the moon {city} {day}`,
    near: "sun-times",
    real: /moon|lunar|astro/i,
  }),
  define("uv-index", "weather", {
    operations: "uv index; get uv; sun strength; uv forecast; sunburn risk",
    describe: `How strong the sun is.
      UV index by place and day.
      Sunburn risk and protection time.
      Sun strength forecast.
      Cream or no cream.`,
    slots: {
      city: slot("city"),
      day: slot("anyDay", "date day on when", "{}"),
      skin: choice(
        "skin_type skin complexion",
        `pale skin = 1 PALE light
        dark skin = 5 DARK dark`,
        ", {}",
      ),
    },
    ask: `uv index in {city} {day}
      how strong is the sun in {city} {day}
      ~redhead here, will I burn in {city} {day}
      sunburn risk {city}
      uv {city} {day}
      do I need a hat in {city} {day}
      ~which factor do the kids need on the beach of {city} {day}
      sun strength {city} {day}
      is the sun dangerous in {city} {day}?`,
    near: "weather-forecast current-weather sun-times",
    real: /\buv\b|ultraviolet|weather/i,
  }),
  define("water-temperature", "weather", {
    operations: "water temperature; sea temperature; bathing water; swim conditions; lake temperature",
    describe: `How warm the water is.
      Sea and lake temperatures.
      Bathing water, measured daily.
      Is it warm enough to swim?
      no|Badetemperaturer.`,
    slots: {
      place: slot("city", "beach place where location spot"),
      day: slot("anyDay", "date day on", "{}"),
      units: choice(
        "units unit scale",
        `in celsius = celsius C metric
        in fahrenheit = fahrenheit F imperial`,
        "{}",
      ),
    },
    ask: `how warm is the water in {place}
      water temperature {place} {day}
      ~can we swim in {place} {day} without freezing
      sea temperature {place}
      is the sea at {place} warm enough {day}
      {place} water temp
      ~packing my trunks for {place} or not
      bathing in {place} {day}, how cold
      water at {place} {units}`,
    near: "current-weather tides",
    real: /water|sea|tide/i,
  }),
  define("earthquakes", "weather", {
    operations: "recent earthquakes; list quakes; earthquakes; seismic events; quake search",
    describe: `Recent earthquakes.
      Quakes by region and strength.
      Seismic events, live.
      Did the ground move?
      Earth tremors on a list.`,
    slots: {
      country: slot("country", "region country where area"),
      strength: count(3, 7, "min_magnitude magnitude min_mag", "above magnitude {}; stronger than {}"),
      days: count(2, 30, "days last_days period_days", "in the last {} days"),
    },
    ask: `earthquakes in {country}
      did the earth shake in {country}
      ~the lamp is swinging, was that a quake in {country}
      quakes {country} above magnitude {strength}
      {country} earthquake last {days} days
      any tremors in {country}?
      ~my sister lives in {country} and doesn't pick up, did something happen, quakes I mean
      seismic activity {country}
      list quakes stronger than {strength} in {country}`,
    near: "news-search",
    real: /quake|seism/i,
  }),
  define("expense", "finance", {
    operations: "add expense; log expense; record spending; new expense; track spending",
    describe: `Writes down what you spend.
      Household book.
      Expenses by category.
      Where the money goes.
      Adds a spending.`,
    slots: {
      amount: slot("amount"),
      currency: slot("currency", "", ""),
      what: choice(
        "category type budget",
        `groceries = groceries GROCERIES food
        rent = rent RENT housing
        clothes = clothes CLOTHES clothing
        the car = car CAR transport`,
        "",
      ),
      day: slot("anyDay", "date day on", "{}"),
      cash: flag("cash paid_cash", "in cash", "by card"),
    },
    ask: `spent {amount} on {what}
      {amount} {currency} for {what}
      log {amount} for {what} {day}
      ~ouch, {amount} for {what} again
      put {amount} under {what}
      {what} {amount}
      ~don't tell my husband: {amount} on {what} {day}
      expense {amount} {currency} {what}
      I paid {amount} for {what} {day}
      {amount} went into {what}`,
    near: "invoice send-money",
    real: /expense|spending|transaction/i,
  }),
  define("savings-goal", "finance", {
    operations: "create goal; savings goal; save for; new pot; start saving",
    describe: `Save for something.
      Savings goals with a date.
      A pot for each wish.
      Puts money aside.
      Little by little.`,
    slots: {
      product: slot("product", "goal name title for"),
      amount: slot("principal", "target amount goal_amount"),
      by: slot("date", "deadline by until target_date", "by {}"),
      monthly: count(20, 200, "monthly per_month rate", "putting in {} a month"),
    },
    ask: `save {amount} for a {product}
      start a pot for a {product}, {amount}
      ~one day that {product} will be mine, {amount}
      savings goal: {product}, {amount}
      I want to put aside {amount} for a {product}
      new goal {amount} {product}
      ~no more eating out until I have {amount} for the {product}
      {product} fund, {amount} by {by}
      saving up for a {product}, needs {amount}`,
    near: "send-money loan-calculator",
  }),
  define("tax-estimate", "finance", {
    operations: "estimate tax; income tax; net salary; calculate net; salary calculator",
    describe: `What is left of your salary.
      Gross to net.
      Income tax calculator.
      Estimates taxes by country.
      Net pay.`,
    slots: {
      gross: slot("principal", "gross salary income amount"),
      country: slot("country"),
      kids: count(2, 5, "children kids dependents", ", {} kids"),
      married: flag("married joint spouse", "married", "single; not married"),
    },
    ask: `what's left of {gross} in {country}
      net of {gross} gross, {country}
      ~they offer me {gross} in {country}, what do I really get
      taxes on {gross} in {country}
      {gross} salary {country} after tax
      how much tax on {gross} in {country}
      ~dream job in {country} pays {gross}, but the taxes...
      income tax {country} {gross}
      take-home pay for {gross} {country}`,
    near: "loan-calculator",
    real: /\btax|salary|payroll/i,
  }),
  define("donation", "finance", {
    operations: "donate; make donation; give money; support cause; new donation",
    describe: `Donates to a good cause.
      Gives money to charities.
      Donations with a receipt.
      Help with a few clicks.
      One-time or monthly gifts.`,
    slots: {
      charity: slot("charity"),
      amount: slot("amount"),
      currency: slot("currency", "", ""),
      monthly: flag("monthly recurring every_month", "every month", "only once; just once"),
      name: flag("anonymous hide_name", "anonymously", ""),
    },
    ask: `donate {amount} to {charity}
      give {amount} {currency} to {charity}
      {amount} for {charity}
      ~they do great work, {charity} gets {amount} from me
      send {charity} a gift of {amount}
      ~christmas money arrived, {amount} goes to {charity}
      support {charity} with {amount}
      I'd like to give {charity} {amount}
      {charity}: {amount} {currency}`,
    near: "send-money payment-request",
    real: /donat|charit/i,
  }),
];
