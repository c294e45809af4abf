import { choice, count, define, flag, slot } from "../make/define.ts";

export const food = [
  define("recipe-search", "food", {
    operations: "search recipes; find recipe; recipes; cook; recipe ideas; recipe by dish; what to cook",
    describe: `Finds recipes by dish.
      Recipes with steps and cooking time.
      What to cook, with photos.
      Search a huge cook book.
      Dishes from all over the world.
      Recipe finder with diets.
      How to make a dish.
      de|Rezepte finden.`,
    slots: {
      dish: slot("dish"),
      diet: choice(
        "diet diet_type restriction",
        `vegetarian = vegetarian VEGETARIAN Vegetarian
        vegan = vegan VEGAN Vegan
        gluten-free / without gluten = gluten_free GLUTEN_FREE GlutenFree`,
        ", {}",
      ),
      minutes: count(10, 60, "max_minutes max_time minutes ready_in", "in {} minutes; , under {} minutes"),
      servings: count(2, 8, "servings people portions", "for {} people; , {} servings"),
    },
    ask: `recipe for {dish}
      how do I make {dish}
      find a recipe for {dish}
      {dish} recipe
      ~guests in two hours and they love {dish}
      I want to cook {dish}
      show me {dish} recipes
      cook {dish} for {servings}
      ~grandma's {dish} is gone with her, how did people make it
      instructions to make {dish}
      easy {dish} recipe
      recipe {dish} {diet}
      it|ricetta per {dish}
      es|receta de {dish}
      what do I need to do to get {dish} on the table
      best way to prepare {dish}`,
    near: "recipe-by-ingredients nutrition restaurant-booking",
    real: /recipes?\b.*(search|find)|(search|find)\w*.*\brecipes?\b/i,
  }),
  define("recipe-by-ingredients", "food", {
    operations:
      "recipes by ingredients; cook with; use leftovers; find by ingredients; fridge recipes; what can i cook",
    describe: `What to cook with what you have.
      Recipes from the ingredients at hand.
      Uses up leftovers.
      Tell it what is in the fridge.
      Finds dishes that use your ingredients.
      Cooking ideas from a shopping list.
      Recipes that match a list of ingredients.
      de|Reste verwerten.`,
    slots: {
      ingredients: slot("ingredients"),
      limit: count(2, 8, "limit number max_results count", ", {} ideas; , show {}"),
      pantry: flag(
        "ignore_pantry assume_basics",
        "I have salt and oil; assuming basics",
        "nothing else in the house",
      ),
    },
    ask: `what can I cook with {ingredients}
      recipes with {ingredients}
      I have {ingredients}, what can I make
      ~my fridge holds {ingredients} and nothing else
      cook something from {ingredients}
      dinner ideas with {ingredients}
      use up {ingredients}
      ~{ingredients} will go bad tomorrow
      dishes that need {ingredients}
      something tasty from {ingredients}
      leftovers: {ingredients}
      find a dish with {ingredients}
      fr|que cuisiner avec {ingredients}
      got {ingredients} here, ideas?
      what to do with {ingredients}
      meal from {ingredients} please`,
    near: "recipe-search nutrition",
    real: /recipes? by ingredients/i,
  }),
  define("nutrition", "food", {
    operations:
      "nutrition; nutrition facts; calories; analyze food; food data; get nutrients; calorie lookup",
    describe: `Calories and nutrients of a food.
      Nutrition facts for anything you eat.
      How many calories are in a meal.
      Protein, fat, sugar and vitamins.
      Food database with nutrients.
      Analyzes a meal in plain words.
      Macro nutrients of food and drink.
      de|Nährwerte von Lebensmitteln.`,
    slots: {
      food: slot("food"),
      vitamins: flag("vitamins include_vitamins micros", "", ""),
    },
    ask: `how many calories are in {food}
      nutrition facts for {food}
      calories of {food}
      how much protein does {food} have
      ~I'm on a diet, may I have {food}?
      is there a lot of sugar in {food}
      nutrients in {food}
      what's in {food} in terms of calories
      ~does {food} ruin my day's calorie budget
      calorie count {food}
      nutritional value of {food}
      how healthy is {food}
      nl|hoeveel calorieën heeft {food}?
      fat in {food}
      carbs of {food}
      es|calorías de {food}`,
    near: "product-barcode recipe-search",
    real: /nutrition|calories/i,
  }),
  define("restaurant-booking", "food", {
    operations: "book table; reserve table; restaurant reservation; make reservation; table booking; reserve",
    describe: `Books a table in a restaurant.
      Restaurant reservations.
      Reserve seats for dinner.
      Table booking by city, time and party size.
      Finds a free table and books it.
      Dinner reservations made easy.
      Tables at good restaurants.
      de|Tisch reservieren.`,
    slots: {
      city: slot("city", "city location place where town"),
      people: count(2, 9, "people guests party_size covers seats"),
      day: slot("day", "date day on", "{}"),
      time: slot("time", "time at hour", "{}"),
      cuisine: choice(
        "cuisine food_type kitchen",
        `Italian = italian ITALIAN Italian
        Indian = indian INDIAN Indian
        Thai = thai THAI Thai
        Mexican = mexican MEXICAN Mexican`,
        ", preferably {}; , {} food",
      ),
      outside: flag("outdoor outside terrace", "outside; on the terrace", "indoors"),
    },
    ask: `book a table for {people} in {city} {day}
      reserve a table in {city} {day} {time} for {people} people
      table for {people} in {city} {time}
      ~our anniversary is {day}, {people} of us, dinner in {city} would be lovely
      restaurant reservation {city}, {people} people, {day}
      dinner for {people} in {city} {day} {time}
      I'd like to eat out in {city} {day} with {people} people, book something
      ~{people} hungry people in {city} {time}, get us a place to sit and eat
      get us a table for {people} at a {cuisine} restaurant in {city}
      make a dinner reservation in {city} for {people} {day}
      reserve seats at a restaurant in {city} for {people}
      a {cuisine} table for {people} in {city} {day}
      de|Reserviere einen Tisch für {people} Personen in {city}
      lunch for {people} in {city} {day}, please book
      book dinner in {city} for {people} {time}
      es|reserva una mesa para {people} en {city}`,
    near: "place-search calendar-event",
    real: /(book|reserve|create).*(table|restaurant reservation)/i,
  }),
  define("food-delivery", "food", {
    operations: "order food; deliver food; place order; food delivery; order meal; takeaway",
    describe: `Orders food to an address.
      Meals delivered hot.
      Takeaway from restaurants nearby.
      Food delivery in half an hour.
      Order a dish to your door.
      Brings dinner home.
      Delivery from hundreds of kitchens.
      de|Essen bestellen.`,
    slots: {
      dish: slot("dish", "dish item food meal order_item"),
      to: slot("address", "address to delivery_address deliver_to"),
      count: count(2, 6, "quantity count portions amount", "{} portions; , {} of them"),
      time: slot("time", "time deliver_at delivery_time when", "{}"),
      cash: flag("cash pay_cash", "I pay cash; paid in cash", "paid by card"),
    },
    ask: `order {dish} to {to}
      deliver {dish} to {to}
      I want {dish} delivered to {to} {time}
      ~too lazy to cook at {to}, {dish} would be great
      {dish} delivery {to}
      bring {dish} to {to} {time}
      get {dish} to {to} please
      ~we're starving at {to}, someone should turn up with {dish}
      food delivery: {dish}, {to}
      takeaway {dish} to {to}
      send {dish} to {to} {time}
      place an order for {dish}, address {to}
      de|Bestell {dish} nach {to}
      order in: {dish} for {to}
      have {dish} brought to {to}
      {dish} to my door at {to} {time}`,
    near: "recipe-search restaurant-booking",
  }),
  define("product-barcode", "food", {
    operations: "barcode lookup; product by code; scan; lookup ean; food by barcode; get product",
    describe: `Product behind a barcode.
      Looks up groceries by EAN.
      Ingredients of a packaged food by barcode.
      What a scanned code stands for.
      Barcode database.
      Name, brand and allergens of a product.
      Scan a code, know the product.
      de|Produkt zum Strichcode.`,
    slots: {
      code: slot("barcode"),
      allergens: flag(
        "allergens include_allergens",
        "with allergens; and the allergens",
        "without allergens",
      ),
    },
    ask: `what product has the barcode {code}
      look up barcode {code}
      scan {code}
      which product is {code}
      ~the label is torn off, only the digits {code} are left, what's in the tin
      barcode {code}
      ean {code} product
      ~can I eat this with a nut allergy, its code is {code}
      find the item with code {code}
      product info for {code}
      {code} what is it
      check barcode number {code}
      de|Welches Produkt hat den Strichcode {code}?
      identify {code}
      item behind the ean {code}
      read the barcode {code}`,
    real: /(barcode|\bupc\b|\bean\b)\w*.*(lookup|product|food|get|search)|(food|product|lookup|search).*(barcode|\bupc\b)/i,
  }),
  define("cocktail", "food", {
    operations: "cocktails; find drink; mix; cocktail recipe; drinks; bartender; search cocktails",
    describe: `Cocktail recipes.
      How to mix a drink.
      Drinks by name or spirit.
      Bar book with hundreds of cocktails.
      Finds a cocktail and its ingredients.
      Mixed drinks, with and without alcohol.
      What a bartender would pour.
      de|Cocktails finden.`,
    slots: {
      drink: slot("cocktail"),
      soft: flag("alcohol_free non_alcoholic mocktail", "without alcohol; as a mocktail", "with alcohol"),
      limit: count(2, 6, "limit max_results count", ", {} ideas"),
    },
    ask: `how do I mix a {drink}
      cocktail with {drink}
      drinks: {drink}
      {drink} cocktail recipe
      ~friends come over and there's {drink} in the cupboard, what do I pour them
      bartender, what goes in a {drink}
      find a {drink} drink
      mix me something, {drink}
      ~the menu in the bar had {drink}, how do I get that at home
      ingredients of a {drink} cocktail
      make a {drink}
      drink recipe {drink}
      es|¿cómo se prepara un {drink}?
      show cocktails, {drink}
      I feel like a {drink}
      what's in a {drink} drink`,
    near: "recipe-search",
    real: /cocktails?\b|drinks? (search|recipe)/i,
  }),
];
