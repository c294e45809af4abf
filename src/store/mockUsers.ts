import type { CallParameters, Interaction, MockUser, Rating } from "../domain/interaction";

/** One past call: how many days ago, which tool, with what, and how the user rated it. Oldest first. */
type Row = [daysAgo: number, tool: string, parameters: CallParameters, rating: Rating];

interface Mock {
  user: MockUser;
  rows: Row[];
}

const DAY = 24 * 60 * 60 * 1000;

/** Prefers open data and free services to anything that wants an account. */
const ida: Mock = {
  user: {
    id: "ida",
    name: "Ida Solberg",
    portrait:
      "Ida teaches geography in Tromsø and runs the village's hiking club on a budget of nothing. She reaches for open data and free software first, and drops whatever asks for a credit card.",
  },
  rows: [
    [61, "Location.TomTom.Geocode", { query: "Storgata 92, Tromsø" }, 0],
    [60, "Location.OpenCage.Geocode", { q: "Storgata 92, Tromsø", countrycode: "no" }, 1],
    [57, "Images.GettyImages.SearchCreative", { phrase: "northern lights" }, 0],
    [56, "Images.Flickr.PhotoSearch", { text: "northern lights", license: "4,5,9" }, 1],
    [
      52,
      "Translation.GoogleTranslate.TranslateText",
      { contents: ["Velkommen på tur"], targetLanguageCode: "de" },
      0,
    ],
    [51, "Translation.OpenLingua.Translate", { text: "Velkommen på tur", target: "de" }, 1],
    [47, "Weather.Weatherbit.DailyForecast", { city: "Tromsø", country: "NO", days: 5 }, null],
    [43, "Finance.ExchangeRateAPI.LatestRates", { base_currency: "NOK" }, 1],
    [40, "Finance.Interzoid.ConvertCurrency", { from: "NOK", to: "EUR", amount: "300" }, 0],
    [36, "Food.BigOven.RecipeSearch", { title_kw: "fish soup" }, 0],
    [35, "Food.OpenKitchen.FindRecipes", { dish: "fish soup", minutes: 40 }, 1],
    [31, "Location.Gisgraphy.Geocode", { address: "Sommarøy", country: "NO" }, 1],
    [27, "Music.Spotify.Search", { q: "joik", type: ["track"] }, 0],
    [26, "Music.SoundCloud.SearchTracks", { q: "joik" }, 1],
    [22, "Internet.RiteKit.ShortenLink", { url: "https://example.org/hike", cta: 12 }, 0],
    [21, "Internet.TinyUID.CreateShortLink", { url: "https://example.org/hike" }, 1],
    [16, "Images.Flickr.PhotoSearch", { text: "reindeer", tags: "norway", license: "4" }, 1],
    [12, "Time.WorldTimeAPI.CurrentTime", { area: "America", location: "Anchorage" }, 1],
    [9, "Location.TomTom.Geocode", { query: "Kvaløya" }, 0],
    [6, "Translation.OpenLingua.Translate", { text: "Husk varme sokker", target: "en", source: "no" }, 1],
    [3, "Food.OpenKitchen.FindRecipes", { ingredients: ["oats", "blueberries"], diet: "vegetarian" }, 1],
    [1, "Maps.GraphHopper.Route", { point: ["69.65,18.96", "69.68,18.79"], vehicle: "hike" }, 1],
  ],
};

/** Pays for the best-known name and has no patience with anything cheap. */
const victor: Mock = {
  user: {
    id: "victor",
    name: "Victor Okafor",
    portrait:
      "Victor runs a small event agency in London and is always five minutes from his next call. He happily pays for the best-known name, because a cheap service that fails costs him a client.",
  },
  rows: [
    [48, "Messaging.BulkSMS.SendMessage", { to: "+447700900231", body: "Doors open at seven." }, 0],
    [
      47,
      "Messaging.Twilio.CreateMessage",
      { To: "+447700900231", Body: "Doors open at seven.", From: "+442071838750" },
      1,
    ],
    [45, "Travel.FarFinder.SearchFares", { from: "London", to: "Milan", date: "2026-02-09" }, 0],
    [
      45,
      "Travel.Lufthansa.PriceOffers",
      { origin: "LHR", destination: "MXP", departureDate: "2026-02-09", returnDate: "2026-02-11" },
      1,
    ],
    [41, "Images.Flickr.PhotoSearch", { text: "gala dinner" }, 0],
    [41, "Images.GettyImages.SearchCreative", { phrase: "gala dinner", sort_order: "best_match" }, 1],
    [37, "News.FreeTV.LatestNews", { language: "US", category: "business" }, 0],
    [36, "News.NewYorkTimes.ArticleSearch", { q: "event industry", sort: "newest" }, 1],
    [
      32,
      "Payments.Stripe.CreatePaymentIntent",
      { amount: 240000, currency: "gbp", description: "Deposit, spring gala" },
      1,
    ],
    [
      29,
      "Speech.Apptigent.TextToSpeech",
      { text: "Please take your seats.", type: "PlainText", voice: "en-GB, George (Male)" },
      0,
    ],
    [28, "Speech.ElevenLabs.TextToSpeech", { voice_id: "rachel", text: "Please take your seats." }, 1],
    [
      24,
      "Meetings.GoToMeeting.CreateMeeting",
      {
        subject: "Venue walk-through",
        starttime: "2026-02-03T10:00:00Z",
        endtime: "2026-02-03T10:30:00Z",
        meetingtype: "scheduled",
        passwordrequired: false,
        conferencecallinfo: "Hybrid",
        timezonekey: "Europe/London",
      },
      0,
    ],
    [23, "Meetings.Zoom.CreateMeeting", { userId: "me", topic: "Venue walk-through", duration: 30 }, 1],
    [19, "Payments.Bambora.MakePayment", { amount: 180, payment_method: "card" }, 0],
    [
      18,
      "Payments.Stripe.CreatePaymentIntent",
      { amount: 18000, currency: "gbp", description: "Extra chairs" },
      1,
    ],
    [14, "Messaging.Twilio.CreateMessage", { To: "+447700900118", Body: "Your car is outside." }, 1],
    [
      11,
      "Translation.GoogleTranslate.TranslateText",
      { contents: ["Welcome, everyone"], targetLanguageCode: "it" },
      1,
    ],
    [8, "Movies.OMDb.Search", { t: "The Great Gatsby", plot: "short" }, null],
    [5, "Images.GettyImages.SearchCreative", { phrase: "champagne tower", page_size: 20 }, 1],
    [2, "News.NewYorkTimes.ArticleSearch", { q: "catering prices" }, 1],
  ],
};

/** Chooses what is made close by: German and other European providers. */
const leonie: Mock = {
  user: {
    id: "leonie",
    name: "Leonie Brandt",
    portrait:
      "Leonie keeps the books of a bicycle workshop in Freiburg and spends her weekends on regional trains. She wants her data to stay in Europe and is loyal to providers from around the corner.",
  },
  rows: [
    [70, "Weather.VisualCrossing.Timeline", { location: "Freiburg im Breisgau", unitGroup: "metric" }, 0],
    [
      69,
      "Weather.Meteosource.PointForecast",
      { place_id: "freiburg-im-breisgau", units: "metric", language: "de" },
      1,
    ],
    [64, "Messaging.Twilio.CreateMessage", { To: "+4915112345678", Body: "Ihr Rad ist fertig." }, 0],
    [
      63,
      "Messaging.Sms77.SendSMS",
      { to: "+4915112345678", text: "Ihr Rad ist fertig.", from: "Radhaus" },
      1,
    ],
    [
      58,
      "Payments.Stripe.CreatePaymentIntent",
      { amount: 8900, currency: "eur", description: "Inspektion" },
      0,
    ],
    [
      57,
      "Payments.Klarna.CreateSession",
      {
        order_amount: 8900,
        order_lines: [{ name: "Inspektion", quantity: 1, unit_price: 8900, total_amount: 8900 }],
        purchase_country: "DE",
        purchase_currency: "EUR",
        locale: "de-DE",
      },
      1,
    ],
    [51, "Transport.DeutscheBahn.DepartureBoard", { id: "8000107", date: "2025-12-06" }, 1],
    [46, "Finance.Polygon.LastTrade", { symbol: "SHMN" }, 0],
    [45, "Finance.BourseBoard.Quote", { company: "Accell", exchange: "Euronext" }, 1],
    [40, "Location.Neutrino.GeocodeAddress", { address: "Wiehre, Freiburg", "country-code": "DE" }, 0],
    [39, "Location.OpenCage.Geocode", { q: "Wiehre, Freiburg", language: "de" }, 1],
    [33, "Maps.TomTom.CalculateRoute", { locations: "47.99,7.85:48.03,7.72", travelMode: "van" }, 1],
    [30, "Weather.Weatherbit.DailyForecast", { city: "Colmar", country: "FR" }, 0],
    [26, "Messaging.Sms77.SendSMS", { to: "+4917698765432", text: "Abholung ab 16 Uhr möglich." }, 1],
    [21, "Weather.Meteosource.PointForecast", { place_id: "titisee", units: "metric" }, 1],
    [17, "Finance.BourseBoard.Quote", { company: "Continental", exchange: "XETRA" }, 1],
    [10, "Transport.DeutscheBahn.DepartureBoard", { id: "8000105", date: "2026-01-17" }, 1],
    [
      4,
      "Messaging.ClickSend.SendSMS",
      { to: "+4915112345678", body: "Morgen geschlossen.", country: "DE" },
      0,
    ],
  ],
};

/** Changed sides: what Tomasz liked last year he has left behind, so that the later preference counts. */
const tomasz: Mock = {
  user: {
    id: "tomasz",
    name: "Tomasz Zieliński",
    portrait:
      "Tomasz, a student in Kraków, moved out last autumn and changed his whole digital life with his flat. What he loved in spring he avoids today, so only the newer half of his history tells what he wants now.",
  },
  rows: [
    [240, "Music.Spotify.Search", { q: "Dawid Podsiadło", type: ["artist"], market: "PL" }, 1],
    [235, "Productivity.Trello.AddCard", { name: "Essay on Lem", due: "2025-05-02" }, 1],
    [228, "Food.Spoonacular.SearchRecipes", { query: "pierogi", cuisine: "Eastern European" }, 1],
    [221, "Weather.Weatherbit.DailyForecast", { city: "Kraków", country: "PL" }, 1],
    [214, "Movies.OMDb.Search", { t: "Ida", y: 2013 }, 1],
    [203, "Music.Spotify.Search", { q: "Nina Simone", type: ["track"] }, 1],
    [190, "Messaging.Slack.PostMessage", { channel: "#seminar", text: "Slides are up." }, 1],
    [184, "Food.Spoonacular.SearchRecipes", { includeIngredients: "beetroot", maxReadyTime: 45 }, 1],
    [96, "Music.Spotify.Search", { q: "study music", type: ["playlist"] }, 0],
    [95, "Music.SoundCloud.SearchTracks", { q: "study music", genres: "ambient" }, 1],
    [88, "Productivity.Trello.AddCard", { name: "Find a desk" }, 0],
    [87, "Productivity.GoogleTasks.InsertTask", { tasklist: "@default", title: "Find a desk" }, 1],
    [74, "Food.Spoonacular.SearchRecipes", { query: "one-pot pasta" }, 0],
    [73, "Food.BigOven.RecipeSearch", { title_kw: "one-pot pasta", totalMins: 30 }, 1],
    [59, "Messaging.Slack.PostMessage", { channel: "#flat", text: "Who has the key?" }, 0],
    [58, "Messaging.Telegram.SendMessage", { chat_id: 482201, text: "Who has the key?" }, 1],
    [44, "Weather.Meteosource.PointForecast", { place_id: "zakopane", units: "metric" }, 1],
    [30, "Music.SoundCloud.SearchTracks", { q: "jazz from Łódź", tags: "jazz" }, 1],
    [19, "Movies.RottenTomatoes.MovieSearch", { q: "Cold War" }, 1],
    [11, "Food.BigOven.RecipeSearch", { any_kw: "żurek" }, 1],
    [5, "Messaging.Telegram.SendMessage", { chat_id: 482201, text: "Soup is ready." }, 1],
    [
      2,
      "Productivity.GoogleTasks.InsertTask",
      { tasklist: "@default", title: "Hand in chapter two", due: "2026-01-30T00:00:00Z" },
      1,
    ],
  ],
};

/** Rates by mood: the same tool is liked one day and disliked the next, and much is not rated at all. */
const priya: Mock = {
  user: {
    id: "priya",
    name: "Priya Raman",
    portrait:
      "Priya writes travel pieces from Chennai, late at night and on bad hotel wifi. She rates by mood, forgets to rate at all, and contradicts herself; a few firm likings shine through all the same.",
  },
  rows: [
    [
      39,
      "Travel.Amadeus.FlightOffers",
      {
        originLocationCode: "MAA",
        destinationLocationCode: "SIN",
        departureDate: "2026-01-04",
        adults: 1,
      },
      1,
    ],
    [38, "Travel.FarFinder.SearchFares", { from: "Chennai", to: "Singapore", date: "2026-01-04" }, 0],
    [36, "Places.GooglePlaces.SearchText", { textQuery: "hawker centre Singapore" }, 1],
    [35, "Places.TomTom.PoiSearch", { query: "hawker centre", lat: 1.28, lon: 103.85 }, null],
    [33, "Images.Shutterstock.SearchImages", { query: "monsoon", orientation: "horizontal" }, 1],
    [32, "Images.Shutterstock.SearchImages", { query: "monsoon street" }, 0],
    [31, "Images.Bing.ImageSearch", { q: "monsoon street Chennai" }, null],
    [
      29,
      "Translation.GoogleTranslate.TranslateText",
      { contents: ["one lime juice"], targetLanguageCode: "ms" },
      1,
    ],
    [27, "Translation.Apptigent.TranslateString", { input: "one lime juice", language: "Vietnamese" }, 0],
    [25, "Finance.CurrencyTick.LiveRate", { base: "INR", target: "SGD", amount: 5000 }, 1],
    [24, "Finance.Sonar.ConvertAmount", { from: "INR", to: "SGD", amount: "5000" }, 0],
    [22, "Finance.CurrencyTick.LiveRate", { base: "SGD", target: "INR" }, 1],
    [20, "Places.TomTom.PoiSearch", { query: "night market", lat: 18.79, lon: 98.99 }, 0],
    [18, "Weather.VisualCrossing.Timeline", { location: "Chiang Mai" }, 1],
    [17, "Weather.VisualCrossing.Timeline", { location: "Chiang Mai", include: "hours" }, 0],
    [16, "Weather.Stormglass.HourlyForecast", { lat: 18.79, lng: 98.99 }, null],
    [
      14,
      "Travel.Amadeus.FlightOffers",
      {
        originLocationCode: "SIN",
        destinationLocationCode: "CNX",
        departureDate: "2026-01-12",
        adults: 1,
        nonStop: true,
      },
      1,
    ],
    [12, "Language.WordAssociations.Search", { text: ["lantern"], lang: "en", limit: 20 }, null],
    [10, "Language.Wordnik.RelatedWords", { word: "lantern" }, 1],
    [8, "Places.GooglePlaces.SearchText", { textQuery: "quiet cafe Chiang Mai", openNow: true }, 1],
    [6, "Images.Bing.ImageSearch", { q: "lantern festival", imageType: "Photo" }, 1],
    [5, "Images.Bing.ImageSearch", { q: "rice terraces", license: "Public" }, 0],
    [3, "Finance.Sonar.ConvertAmount", { from: "THB", to: "INR", amount: "1200" }, 0],
    [
      1,
      "Translation.GoogleTranslate.TranslateText",
      { contents: ["Is breakfast included?"], targetLanguageCode: "th" },
      1,
    ],
  ],
};

/** Likes one toolbox for everything and is annoyed by every further account. */
const sam: Mock = {
  user: {
    id: "sam",
    name: "Sam Whitfield",
    portrait:
      "Sam looks after the website of a museum in Leeds, alone and part-time. One toolbox that does twenty small jobs beats twenty specialists with twenty passwords, even where a specialist would be better.",
  },
  rows: [
    [55, "Internet.TinyUID.CreateShortLink", { url: "https://example.org/museum/exhibitions/looms" }, 0],
    [54, "Internet.Apptigent.ShortenLink", { source: "https://example.org/museum/exhibitions/looms" }, 1],
    [50, "Validation.MailboxValidator.ValidateEmail", { email: "guide@example.org" }, 0],
    [49, "Validation.Apptigent.ValidateEmail", { source: "guide@example.org" }, 1],
    [46, "Finance.VatAPI.CurrencyConversion", { currency_from: "EUR", currency_to: "GBP", amount: 80 }, 0],
    [45, "Finance.Apptigent.ConvertCurrency", { input: 80, source: "EUR", target: "GBP" }, 1],
    [41, "Images.Neutrino.QRCode", { content: "https://example.org/museum/tickets", width: 512 }, 1],
    [38, "Images.QuickChart.QRCode", { text: "https://example.org/museum/tickets" }, 0],
    [
      33,
      "Translation.Apptigent.TranslateString",
      { input: "Please do not touch the looms.", language: "French" },
      1,
    ],
    [
      32,
      "Translation.GoogleTranslate.TranslateText",
      { contents: ["Opening hours"], targetLanguageCode: "fr" },
      0,
    ],
    [28, "Internet.Neutrino.IPInfo", { ip: "203.0.113.7" }, 1],
    [27, "Internet.AbstractAPI.IPGeolocation", { ip_address: "203.0.113.7" }, 0],
    [23, "Validation.Neutrino.PhoneValidate", { number: "+441132450000" }, 1],
    [20, "Speech.ElevenLabs.TextToSpeech", { voice_id: "adam", text: "This loom was built in 1841." }, 0],
    [
      19,
      "Speech.Apptigent.TextToSpeech",
      { text: "This loom was built in 1841.", type: "PlainText", voice: "en-GB, Hazel (Female)" },
      1,
    ],
    [15, "Finance.Apptigent.ConvertCurrency", { input: 12.5, source: "USD", target: "GBP" }, 1],
    [
      11,
      "Time.Apptigent.WorldTime",
      {
        input: "2026-01-14 14:00",
        source: "GMT Standard Time - (GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London",
        target: "W. Europe Standard Time - (GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
      },
      null,
    ],
    [7, "Internet.Apptigent.ShortenLink", { source: "https://example.org/museum/school-visits" }, 1],
    [3, "Internet.Neutrino.IPInfo", { ip: "198.51.100.20", "reverse-lookup": true }, 1],
  ],
};

const mocks: readonly Mock[] = [ida, victor, leonie, tomasz, priya, sam];

/**
 * The mock users with their histories, oldest call first. Everything but the times is the same at each call.
 * @param now milliseconds since 1970; the histories end shortly before.
 */
export function seedUsers(now: number): { user: MockUser; history: Interaction[] }[] {
  return mocks.map(({ user, rows }) => ({
    user: { ...user },
    history: rows.map(([daysAgo, tool, parameters, rating], position) => ({
      id: `${user.id}-${String(position + 1).padStart(2, "0")}`,
      userId: user.id,
      tool,
      parameters: structuredClone(parameters),
      rating,
      // Some hours apart, so that calls of one day keep their order.
      time: now - daysAgo * DAY - (rows.length - position) * 17 * 60 * 1000,
      position,
    })),
  }));
}
