import { choice, count, define, flag, slot } from "../make/define.ts";

/** More functions for training alone: house, car, pets, kitchen and shops. */
export const everydayHome = [
  define("blinds", "home", {
    operations: "set blinds; move shutters; blinds control; shade position; roller shutter",
    describe: `Opens and closes the blinds.
      Moves roller shutters to a position.
      Shades, room by room.
      Window blinds by voice or schedule.
      de|Rollläden steuern.`,
    slots: {
      room: slot("room"),
      move: choice(
        "position action state",
        `up = up OPEN opened
        down = down CLOSE closed`,
        "",
      ),
      time: slot("anyTime", "at time when", "{}"),
      tilt: count(10, 90, "tilt angle slat_angle", ", slats at {} degrees"),
    },
    ask: `blinds {move} in the {room}
      pull the {room} shades {move}
      {room} blinds {move}
      ~the sun blinds me, let the shutters in the {room} {move}
      could the {room} shutters go {move} {time}
      everything {move} in the {room} please
      roll the blinds {move}, {room}
      ~somebody can look into the {room}, blinds {move}!
      shutters {move} {time}, only the {room}
      let them {move}, the blinds in the {room}`,
    near: "lights",
  }),
  define("light-schedule", "home", {
    operations: "schedule lights; light timer; lamp schedule; plan lighting; timed lights",
    describe: `Turns lamps on at set times.
      Light timers by room and weekday.
      Looks as if somebody were home.
      Schedules for your lamps.
      de|Zeitschaltuhr für Lampen.`,
    slots: {
      room: slot("room"),
      times: slot("times"),
      days: slot("weekdays", "", "on {}; every {}"),
      minutes: count(10, 90, "minutes duration off_after", ", off after {} minutes"),
    },
    ask: `lamps in the {room} on at {times}
      schedule the {room} light for {times}
      {room} light at {times}, automatically
      ~burglars needn't know we're away: {room} lamp at {times}
      light timer {room}: {times}
      let the {room} lamp come on at {times}
      ~I keep bumping my knee in the {room}, light at {times} please
      the {room} should be lit at {times}
      timer for the {room} lamps, {times}`,
    near: "lights thermostat reminder",
  }),
  define("laundry", "home", {
    operations: "start wash; washing machine; run laundry; start programme; wash cycle",
    describe: `Starts the washing machine.
      Laundry programmes from afar.
      Washes now or later, as hot as you like.
      Runs a wash cycle.
      Your washer, online.`,
    slots: {
      program: choice(
        "program programme cycle type",
        `cotton / the cotton programme = cotton COTTON Cotton
        wool / the wool programme = wool WOOL Wool
        a quick wash / quick = quick QUICK Quick15
        delicates / delicate = delicate DELICATE Delicates`,
        ", {}",
      ),
      heat: choice(
        "temp temperature heat",
        `at 30 degrees / at 30 = 30 T30 cold
        at 60 degrees / at 60 = 60 T60 hot`,
        "{}",
      ),
      time: slot("anyTime", "start_at delay_until ready_by at", "{}"),
      spin: flag("spin spinning spin_dry", "with spinning", "no spinning; without spinning"),
    },
    ask: `start the washing machine {program}
      run the laundry {heat}
      ~I have no clean socks left
      wash {program} {heat}
      do a load {time}
      ~the football kit is muddy again, washer on {heat}
      laundry on, {program} {time}
      turn on the washer
      one load of washing {heat} {time}
      ~nothing to wear tomorrow, get the machine going {program}`,
    near: "",
  }),
  define("oven", "home", {
    operations: "preheat oven; set oven; oven on; start baking; heat oven",
    describe: `Preheats your oven.
      Oven control with modes and timer.
      Starts baking from the sofa.
      Sets heat and time.
      Kitchen oven, connected.`,
    slots: {
      degrees: count(150, 250, "temperature degrees temp celsius", ""),
      mode: choice(
        "mode heating function",
        `with fan / fan mode = fan FAN convection
        with grill / grill on = grill GRILL broil
        with top and bottom heat = conventional STATIC classic`,
        "{}",
      ),
      minutes: count(10, 90, "minutes duration timer duration_min", "for {} minutes"),
      notify: flag("notify alert push", "and tell me when it's hot; and let me know when it is ready", ""),
    },
    ask: `preheat the oven to {degrees} degrees
      oven to {degrees}
      set the oven at {degrees} {mode}
      ~pizza goes in soon, {degrees} degrees please
      heat it up to {degrees} for {minutes} minutes, the oven I mean
      {degrees} degrees {mode} in the oven
      get the oven ready, {degrees}
      ~the dough has risen: oven {degrees}
      bake at {degrees} {minutes} minutes
      fire up the oven {mode} to {degrees}
      de|Ofen auf {degrees} Grad`,
    near: "thermostat",
    real: /oven|heat/i,
  }),
  define("door-lock", "home", {
    operations: "lock door; set lock; door; smart lock; change lock state",
    describe: `Locks and unlocks your doors.
      Smart lock with a log.
      Doors open for whom you want.
      Sets a lock's state.
      Keyless entry.`,
    slots: {
      door: choice(
        "door lock which",
        `front door = front FRONT FrontDoor
        back door = back BACK BackDoor
        garage = garage GARAGE Garage
        cellar door = cellar CELLAR Cellar`,
        "",
      ),
      action: choice(
        "action state command",
        `lock = lock LOCK locked
        unlock = unlock UNLOCK unlocked`,
        "",
      ),
      person: slot("person", "for guest name person", "for {}"),
      minutes: count(5, 30, "minutes auto_lock_after duration", ", for {} minutes only"),
    },
    ask: `{action} the {door}
      {action} {door} please
      ~did I... whatever, {action} the {door}
      can you {action} the {door} for {person}
      {person} stands outside, {action} the {door}
      {door}: {action}
      ~I'm in bed already, {action} the {door}
      {action} the {door} now
      quickly {action} the {door} for the courier`,
    near: "alarm-system",
    real: /\b(un)?lock|door/i,
  }),
  define("alarm-system", "home", {
    operations: "arm alarm; set security mode; arm system; security; alarm mode",
    describe: `Arms your alarm system.
      House security on and off.
      Burglar alarm by mode.
      Keeps an eye on your home.
      Sirens, sensors and modes.`,
    slots: {
      mode: choice(
        "mode state level",
        `away mode / for away = away AWAY full
        night mode / for the night = night NIGHT stay
        off = off DISARM disarmed`,
        "",
      ),
      code: count(1000, 9999, "pin code", "with pin {}; , code {}"),
      silent: flag("silent quiet no_siren", "silently; without siren", ""),
    },
    ask: `alarm {mode}
      set the alarm system to {mode}
      house alarm {mode}
      ~we're leaving for a week, security {mode}
      switch the burglar alarm {mode}
      security system {mode} please
      ~the cat keeps setting it off, alarm {mode}
      put the house on {mode}, alarm I mean
      alarm system {mode}, pin {code}`,
    near: "door-lock",
    real: /alarm|security/i,
  }),
  define("handyman", "home", {
    operations: "book handyman; request repair; find craftsman; order service; repair visit",
    describe: `Craftsmen who come to your house.
      Books a plumber, painter or electrician.
      Repairs at home, with fixed prices.
      Somebody who can fix it.
      fr|Artisans à domicile.`,
    slots: {
      trade: choice(
        "trade type service profession",
        `plumber = plumber PLUMBER plumbing
        electrician = electrician ELECTRICIAN electrical
        painter = painter PAINTER painting
        roofer = roofer ROOFER roofing`,
        "",
      ),
      address: slot("address", "address street where location", "at {}"),
      day: slot("anyDay", "date day when", "{}"),
      urgent: flag("urgent emergency express", "it's urgent; , urgent!", "no hurry"),
    },
    ask: `send a {trade} to {address}
      need a {trade} at {address} {day}
      ~water everywhere!! a {trade} to {address}
      book a {trade} {day}, {address}
      {trade} wanted, {address}
      ~the lights keep flickering at {address}, I guess that's one for a {trade}
      can a {trade} come by {address} {day}?
      get me some {trade} for {address}
      {address} {trade} {day}
      looking for a {trade} who comes to {address}`,
    near: "cleaning-help",
  }),
  define("cleaning-help", "home", {
    operations: "book cleaner; order cleaning; cleaning help; housekeeping; book maid",
    describe: `Cleaning help by the hour.
      Books somebody who cleans your flat.
      Tidy rooms, clean windows.
      Housekeeping on demand.
      de|Putzhilfe buchen.`,
    slots: {
      address: slot("address", "address street home where", ""),
      day: slot("anyDay", "date day on when", "{}"),
      hours: count(2, 6, "hours duration duration_h length", "for {} hours"),
      windows: flag("windows window_cleaning incl_windows", "including the windows", "without windows"),
    },
    ask: `I need someone to clean {address} {day}
      cleaning at {address} for {hours} hours
      book a cleaner {day} for {address}
      ~in-laws are coming {day} and {address} is a mess
      {hours} hours of cleaning, {address}
      get {address} cleaned {day}
      ~we move out of {address} {day}, it has to shine
      cleaner for {address}
      can somebody scrub {address} {day} please
      housekeeping {address} {day} {hours} hours`,
    near: "cleaning-robot handyman",
  }),
  define("vet", "pets", {
    operations: "book vet; vet appointment; animal doctor; find vet; clinic visit",
    describe: `Appointments at the vet.
      Animal doctors near you.
      Books a visit for your pet.
      Small animals clinic, online calendar.
      Care for dogs, cats and others.`,
    slots: {
      animal: choice(
        "animal species pet type",
        `cat = cat CAT feline
        dog = dog DOG canine
        rabbit = rabbit RABBIT lapine
        parrot = parrot BIRD avian`,
        "",
      ),
      city: slot("city"),
      day: slot("anyDay", "date day when", "{}"),
      reason: choice(
        "reason service purpose",
        `for a vaccination / to get the shots = vaccination VACCINE shots
        for a check-up / to be checked = checkup CHECKUP general
        with a limp / it limps = injury INJURY injury`,
        "{}",
      ),
    },
    ask: `vet for my {animal} in {city} {day}
      my {animal} has to see a vet in {city} {reason}
      ~the {animal} won't eat since yesterday, who can look at it in {city}
      appointment for a {animal} {day}, {city}
      book the vet {day} {reason}, it's a {animal}, we live in {city}
      {animal} doctor {city}
      ~poor {animal} is scratching itself bloody, somebody in {city} free {day}?
      vet {city} {animal} {reason}
      take my {animal} to a vet in {city}
      any vet for a {animal} in {city} {day}`,
    near: "doctor-appointment pet-adoption",
  }),
  define("pet-adoption", "pets", {
    operations: "search pets; adopt; shelter animals; find pet; adoption list",
    describe: `Animals that look for a home.
      Shelters and their dogs and cats.
      Adopt, don't shop.
      Finds a pet near you.
      no|Dyr som trenger et hjem.`,
    slots: {
      animal: slot("animal"),
      city: slot("city", "", "near {}; around {}"),
      kids: flag("kid_friendly good_with_children kids", "good with children", ""),
      age: choice(
        "age age_group life_stage",
        `young / still young = young YOUNG junior
        older / an older one = senior SENIOR senior`,
        ", {}",
      ),
    },
    ask: `adopt a {animal} near {city}
      any {animal} in a shelter around {city}
      we'd love to give a home to a {animal}
      ~the house is too quiet, we thought of a {animal}
      {animal} for adoption {city}
      is there a {animal} that needs a family
      rescue {animal} {city}
      ~kids beg for a {animal} every day, shelters in {city}?
      looking for a {animal} from a shelter
      {animal}, adoption, {age}`,
    near: "vet",
    real: /\bpets?\b|animal|adopt/i,
  }),
  define("animal-facts", "pets", {
    operations: "animal info; get animal; species; lookup species; animal profile",
    describe: `Profiles of animals.
      What animals eat, where they live.
      Species encyclopedia.
      Size, weight and habitat.
      All about wildlife.`,
    slots: { animal: slot("animal"), language: slot("language", "", "in {}") },
    ask: `what does a {animal} eat
      how big does a {animal} get
      all about the {animal}
      ~my son's school talk is about the {animal}
      where do you find a {animal} in the wild
      how long does a {animal} live
      {animal} profile
      ~we saw a {animal} at the zoo, tell us more
      habitat of the {animal}
      are {animal} babies born blind, look it up`,
    near: "fact",
    real: /animal|species|breed|\b(cat|dog)s?\b/i,
  }),
  define("car-service", "cars", {
    operations: "book service; garage appointment; schedule inspection; workshop; car repair",
    describe: `Appointments at a car workshop.
      Inspection, tyres and oil.
      Books a garage near you.
      Workshop calendar.
      de|Werkstatttermine.`,
    slots: {
      plate: slot("plate"),
      job: choice(
        "service job work type",
        `new tyres / a tyre change = tyres TYRES tires
        an oil change = oil OIL oil_change
        inspection / the yearly inspection = inspection INSPECTION mot
        new brakes / the brakes = brakes BRAKES brakes`,
        "",
      ),
      day: slot("anyDay", "date day when drop_off", "{}"),
      time: slot("anyTime", "time at drop_time", "{}"),
      loaner: flag("loaner replacement_car courtesy_car", "with a replacement car; and I need a loaner", ""),
    },
    ask: `book {job} for {plate} {day}
      {plate} needs {job}
      garage appointment for {plate}: {job} {day}
      ~it squeaks when I stop, {plate}, {job} I think, {day}
      {job}, {plate}, {day} {time}
      can the workshop do {job} on {plate} {day}
      ~winter is coming and {plate} wants {job}
      my car {plate} is due for {job}
      schedule {job} {time} {day} for {plate}
      bring in {plate} for {job}`,
    near: "",
    real: /service|repair|appointment/i,
  }),
  define("car-value", "cars", {
    operations: "car value; estimate price; vehicle valuation; used car price; appraise",
    describe: `What your car is worth.
      Used car valuation.
      Estimates a vehicle's price by model and year.
      Market prices of cars.
      Sell at the right price.`,
    slots: {
      car: slot("car"),
      year: slot("year", "year model_year built"),
      km: count(10, 250, "mileage km odometer", ", {} thousand km"),
      condition: choice(
        "condition state quality",
        `like new / in great shape = excellent EXCELLENT A
        with some scratches / a bit scratched = fair FAIR C`,
        ", {}",
      ),
    },
    ask: `what's my {year} {car} worth
      value of a {car} from {year}
      how much can I get for a {car}, {year}
      ~time to let go of the old {car}, built {year}, what can I ask for it
      {car} {year} price
      estimate a {year} {car} {condition}
      ~a neighbour offers me peanuts for my {car} of {year}
      resale value {car} {year}
      used {car} {year}, fair price?
      appraise my {car}, it's from {year}`,
    near: "product-search plate-lookup",
    real: /vehicle|\bcars?\b/i,
  }),
  define("plate-lookup", "cars", {
    operations: "plate lookup; vehicle by plate; check registration; find vehicle; registration info",
    describe: `Looks up a vehicle by its number plate.
      Make, model and age from the registration.
      Vehicle register.
      Tells what car it is.
      Plate check.`,
    slots: { plate: slot("plate"), country: slot("country", "country country_name issued_in", "from {}") },
    ask: `what car has the plate {plate}
      look up {plate}
      ~someone scratched my door and drove off, {plate}
      plate {plate} please
      which model is {plate}
      registration {plate} {country}
      is {plate} insured
      ~{plate} blocks our driveway, what is that for a car
      check number plate {plate}
      details for vehicle {plate}`,
    near: "car-value car-service",
    real: /plate|vehicle|registration|\bvin\b/i,
  }),
  define("traffic", "cars", {
    operations: "traffic report; get traffic; road status; jams; live traffic",
    describe: `Jams, works and accidents on the roads.
      Live traffic by road or area.
      How the roads are right now.
      Delays on your way.
      Road conditions, minute by minute.`,
    slots: {
      city: slot("city", "city area where region"),
      day: slot("anyDay", "date day when", "{}"),
      kind: choice(
        "type category kind",
        `accidents = accidents ACCIDENT crash
        road works = roadworks WORKS construction
        jams = jams JAM congestion`,
        ", only {}",
      ),
      radius: count(5, 50, "radius radius_km within_km", "within {} km"),
    },
    ask: `how's traffic in {city}
      traffic jams around {city}
      ~am I going to be stuck if I drive into {city} now
      roads near {city} {day}
      any {kind} in {city}?
      {city} traffic {day}
      ~everybody honks, what is going on in {city}
      is the road to {city} clear
      road report {city}
      delays around {city}, {kind}`,
    near: "directions transit-departures",
    real: /traffic|incident|road/i,
  }),
  define("driving-lesson", "cars", {
    operations: "book lesson; driving lesson; schedule lesson; find instructor; lesson",
    describe: `Driving lessons with patient teachers.
      Books an hour behind the wheel.
      Driving school calendar.
      Lessons for car and motorbike.
      Get your licence.`,
    slots: {
      city: slot("city"),
      day: slot("anyDay", "date day on", "{}"),
      time: slot("anyTime", "time at start", "{}"),
      gear: choice(
        "transmission gearbox vehicle",
        `automatic / with automatic = automatic AUTO a
        manual / with manual gears = manual MANUAL m`,
        ", {}",
      ),
      lessons: count(2, 5, "lessons count number sessions", ", {} lessons"),
    },
    ask: `driving lesson in {city} {day}
      book a lesson {day} {time} in {city}, for driving
      ~I failed the parking part again, one more hour in {city} {day}
      learn to drive in {city} {gear}
      {city} driving school {day} {time}
      lesson behind the wheel {day}, {city}
      ~my test is soon and I can't do roundabouts, {city}, {day}
      need a driving teacher in {city}
      driving hour {time} {day} {city}`,
    near: "tutor",
  }),
  define("wine-pairing", "food", {
    operations: "pair wine; wine for dish; suggest wine; sommelier; pairing",
    describe: `Which wine goes with what.
      A sommelier in your pocket.
      Suggests bottles for a dish.
      Wine pairing.
      Red, white or none.`,
    slots: {
      dish: slot("dish"),
      colour: choice(
        "color colour type",
        `a red / red = red RED rouge
        a white / white = white WHITE blanc`,
        ", preferably {}",
      ),
      budget: count(8, 40, "max_price budget price_limit", "under {} euros"),
    },
    ask: `wine for {dish}
      what wine goes with {dish}
      ~I'm cooking {dish} for my boss, which bottle do I open
      pair {dish}
      bottle to {dish} under {budget} euros
      ~she brings {dish}, I bring the drinks, help
      something to drink with {dish}, {colour}
      sommelier, {dish} tonight
      good wine to {dish}
      fr|Quel vin avec {dish} ?`,
    near: "recipe-search cocktail",
    real: /wine/i,
  }),
  define("meal-plan", "food", {
    operations: "make meal plan; plan meals; weekly menu; meal planner; diet plan",
    describe: `Plans your meals for some days.
      A menu for the week.
      Meals by diet and calories.
      What to eat, day by day.
      Never wonder what's for dinner.`,
    slots: {
      days: count(3, 7, "days num_days length", ""),
      diet: choice(
        "diet preference type",
        `vegan = vegan VEGAN plant_based
        vegetarian = vegetarian VEGETARIAN veggie
        low carb = low_carb LOWCARB keto
        gluten-free = gluten_free GLUTENFREE gf`,
        ", {}",
      ),
      calories: count(1500, 2500, "calories kcal max_calories target_calories", "with {} calories a day"),
      people: count(2, 6, "people persons servings", "for {} people"),
    },
    ask: `meal plan for {days} days {diet}
      plan my dinners, {days} days
      {days} day menu {diet}
      ~I'm sick of frozen pizza, what shall we eat the next {days} days
      what to cook for {days} days, {people} people
      {diet} meals for {days} days
      ~doctor says lose weight: {days} days of food with {calories} calories
      a plan of meals over {days} days
      {days} days of {diet} food please`,
    near: "recipe-search recipe-by-ingredients nutrition",
    real: /meal|menu|diet/i,
  }),
  define("canteen-menu", "food", {
    operations: "todays menu; canteen; get menu; lunch menu; what is for lunch",
    describe: `What the canteen serves.
      Lunch menus of cafeterias.
      Today's dishes and prices.
      Menu by day.
      de|Speiseplan der Mensa.`,
    slots: {
      canteen: slot("venue"),
      day: slot("anyDay", "date day when", "{}"),
      veg: flag("vegetarian vegetarian_only veggie", "only vegetarian; only without meat", ""),
    },
    ask: `what's for lunch at {canteen} {day}
      menu {canteen}
      ~is it worth walking over to {canteen} {day}
      {canteen} lunch {day}
      do they have anything good at {canteen}
      show me the dishes of {canteen} {day}
      ~hungry. {canteen}. what do they have
      today's menu at {canteen}
      food at {canteen} {day}
      de|Was gibt es heute bei {canteen}?`,
    near: "food-delivery restaurant-booking",
    real: /menu|canteen|lunch/i,
  }),
  define("shopping-list", "shopping", {
    operations: "add to list; shopping list; add items; put on list; list add",
    describe: `Your shopping list, shared.
      Adds things to buy.
      A list for the supermarket.
      Never forget the butter.
      Keeps what you run out of.`,
    slots: {
      items: slot("ingredients", "item product thing entry"),
      store: slot("shop", "store shop list_name list", "for {}"),
      shared: flag("shared notify_family share", "and tell the family", ""),
    },
    ask: `put {items} on the shopping list
      we need {items}
      add {items} to my list
      ~the fridge is empty: {items}
      {items} on the list
      ~I used the last of {items}
      remember to buy {items} for me, shopping list
      shopping: {items}
      next time at the supermarket {items}
      no|sett {items} på handlelista`,
    near: "todo note reminder",
    real: /shopping|\blists?\b/i,
  }),
  define("return-parcel", "shopping", {
    operations: "create return; return item; send back; return label; start return",
    describe: `Sends an order back.
      Return labels in a minute.
      Starts a return and the refund.
      Didn't fit? Back it goes.
      Returns made easy.`,
    slots: {
      order: slot("orderNumber"),
      reason: choice(
        "reason why cause",
        `it's too small / too small = too_small SIZE size
        it's broken / broken = damaged DAMAGED defect
        I changed my mind = unwanted CHANGED_MIND other`,
        ", {}",
      ),
      pickup: flag("pickup collect home_pickup", "please pick it up here; and have it collected", ""),
      product: slot("product", "item product article", ""),
    },
    ask: `send back order {order}
      return {order} {reason}
      ~the {product} looks awful on me, order {order}, get my money back
      I want to return the {product} from {order}
      order {order}, {reason}, how do I send it back
      make a return label for {order}
      ~my wife hates the {product}. {order}. back with it
      refund please: {order} {reason}
      {order} goes back`,
    near: "package-tracking",
    real: /\breturns? (label|order|item|request)|refund/i,
  }),
  define("price-alert", "shopping", {
    operations: "create alert; watch price; price alert; notify when cheaper; track price",
    describe: `Tells you when something gets cheaper.
      Watches prices for you.
      A mail when the price falls.
      Price alerts for products.
      Buy at the right moment.`,
    slots: {
      product: slot("product"),
      amount: slot("amount", "target_price max_price below price"),
      currency: slot("currency"),
      email: slot("email", "email notify_email", "mail to {}"),
    },
    ask: `tell me when the {product} costs less than {amount}
      watch the {product}, I'd pay {amount}
      alert below {amount} {currency}: {product}
      ~{product} is far too expensive, I'd take it for {amount}
      price alarm for {product} under {amount} {currency}
      let me know once the {product} drops to {amount}
      ~I can wait with the {product} until it's {amount}
      notify me at {amount}, {product}
      {product} for {amount} or less, ping me`,
    near: "product-search coupon",
    real: /alert|price/i,
  }),
  define("coupon", "shopping", {
    operations: "find coupons; vouchers; discount codes; get codes; promo code",
    describe: `Discount codes for shops.
      Vouchers that still work.
      Finds coupons by shop.
      Save at the checkout.
      Promo codes, tested today.`,
    slots: {
      shop: slot("shop"),
      min: count(10, 30, "min_percent min_discount at_least", "of at least {} percent"),
      free: flag("free_shipping shipping_only", "with free shipping", ""),
    },
    ask: `coupon for {shop}
      any discount code for {shop}?
      {shop} voucher
      ~before I pay at {shop}, can I save something
      promo codes {shop}
      ~full price at {shop}? never
      get me a rebate at {shop}
      is there a code that works at {shop}
      {shop} codes
      es|cupones para {shop}`,
    near: "price-alert product-search",
    real: /coupon|voucher|promo|discount|\bdeals?\b/i,
  }),
  define("opening-hours", "shopping", {
    operations: "opening hours; is open; store hours; business hours; hours",
    describe: `When shops are open.
      Opening hours, holidays included.
      Is it open now?
      Hours by shop and town.
      de|Öffnungszeiten.`,
    slots: {
      shop: slot("shop", "shop store name business"),
      city: slot("city", "", "in {}"),
      day: slot("anyDay", "date day on", "{}"),
    },
    ask: `is {shop} open {day}
      opening hours of {shop} in {city}
      when does {shop} close
      ~can I still make it to {shop}
      {shop} hours {day}
      until when is {shop} open {day}?
      ~I ran out of screws, is {shop} still selling in {city}
      {shop} {city} open?
      how long is {shop} open {day}
      fr|{shop} est ouvert ?`,
    near: "place-search",
    real: /opening|hours/i,
  }),
];
