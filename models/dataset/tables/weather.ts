import { choice, count, define, flag, slot } from "../make/define.ts";

const units = choice(
  "units unit_system unit_group temperature_unit",
  `in celsius / in °C / with metric units = metric C celsius
   in fahrenheit / in °F / with imperial units = imperial F fahrenheit`,
  "{}; , {} please",
);

export const weather = [
  define("weather-forecast", "weather", {
    operations:
      "daily forecast; get forecast; forecast; weather forecast; outlook; predict weather; forecast by city; multi day forecast",
    describe: `Weather forecast for a city, day by day.
      Daily outlook with temperature, wind and chance of rain.
      Returns the forecast for the coming days at a place.
      What the sky will do: highs, lows and precipitation ahead.
      Forecast data for any town, up to two weeks.
      Predicts temperature, rain and snow for the next days.
      Multi-day weather prediction from several models.
      de|Vorhersage für die nächsten Tage an einem Ort.`,
    slots: {
      city: slot("city"),
      day: slot("day", "date day for_date on", "{}"),
      days: count(2, 14, "days num_days day_count horizon", "for the next {} days; over {} days"),
      units,
      alerts: flag(
        "alerts include_alerts warnings",
        "including warnings; with storm alerts",
        "without alerts",
      ),
    },
    ask: `what will the weather be like in {city} {day}
      forecast for {city}
      ~will I need an umbrella in {city} {day}?
      is it going to rain in {city} {day}
      show me the {days}-day forecast for {city}
      weather {city} {day}
      ~should we plan the barbecue in {city} {day} or will it pour
      {city} forecast next {days} days
      how hot will {city} get {day}
      ~I'm packing for {city}, do I need warm clothes {day}?
      any snow expected in {city} {day}?
      ~can I leave the jacket at home, I'm in {city} {day}
      give me the outlook for {city} over {days} days
      how's the sky going to look over {city} {day}
      de|Wie wird das Wetter in {city}?
      es|pronóstico del tiempo para {city}
      ~we want to go sailing off {city} {day}, how much wind should we expect
      temperature prediction {city}, {days} days
      fr|Quel temps va-t-il faire à {city} ?
      do you think it stays dry in {city} {day}
      what's the weather going to do in {city}`,
    near: "current-weather",
    real: /\b(daily|hourly)? ?forecast(s|Daily)?\b.*\b(weather|city|location)|weather.*forecast/i,
  }),
  define("current-weather", "weather", {
    operations:
      "current weather; get current conditions; now; conditions; realtime weather; observation; weather now",
    describe: `Current weather at a place.
      Live conditions: temperature, humidity, wind.
      What the weather is like right now in a city.
      Latest observation from the nearest station.
      Real-time temperature and sky.
      Returns the present conditions for a town.
      Weather at this moment, worldwide.
      Measured conditions, updated every ten minutes.`,
    slots: {
      city: slot("city"),
      units,
      humidity: flag(
        "humidity include_humidity",
        "with humidity; and the humidity too",
        "no humidity needed",
      ),
    },
    ask: `what's the weather like in {city} right now
      current temperature in {city}
      is it raining in {city} at the moment?
      how warm is it in {city} right now
      ~my sister just landed in {city}, is she freezing out there now?
      live weather {city}
      {city} weather now
      conditions in {city} at the moment
      is it windy in {city} right now?
      ~do people in {city} wear coats at this moment
      tell me how cold it is in {city} currently
      ~can the kids in {city} play outside right now or is it pouring
      no|hvor varmt er det i {city} nå
      it|che tempo fa adesso a {city}
      temp in {city} now
      what are the conditions outside in {city} this minute`,
    near: "weather-forecast",
    real: /current weather|current conditions|current observation/i,
  }),
  define("air-quality", "weather", {
    operations: "air quality; get aqi; current air quality; pollution level; air index; aqi by city",
    describe: `Air quality index and pollutants for a city.
      How clean the air is: PM2.5, PM10, ozone.
      Returns the AQI at a place.
      Pollution levels measured near a location.
      Fine dust and ozone values, hourly.
      Tells whether the air is healthy to breathe.
      Air pollution readings worldwide.
      Smog and particle levels by town.`,
    slots: {
      city: slot("city"),
      pollutants: flag(
        "pollutants include_pollutants details",
        "with all pollutants; including ozone and dust",
        "just the index",
      ),
      day: slot("day", "date day for_date", "{}"),
    },
    ask: `how is the air quality in {city}
      air quality {city}
      ~is it safe to go for a run in {city} with my asthma?
      aqi in {city} please
      how polluted is {city} right now
      show pm2.5 for {city}
      ~can I open the windows in {city} or is the air too dirty
      pollution level in {city}
      is there smog in {city}?
      ~my eyes are burning here in {city}, is it the air?
      check the air in {city}
      ~do we need masks in {city} because of the dust
      fr|qualité de l'air à {city}
      de|Wie ist die Luftqualität in {city}?
      tell me the ozone levels in {city}
      how clean is the air around {city}`,
    real: /air ?quality|air pollution/i,
  }),
  define("sun-times", "weather", {
    operations: "sun times; sunrise sunset; get sunset; daylight; solar times; day length",
    describe: `Sunrise and sunset at a place.
      When the sun comes up and goes down.
      Daylight hours for a city and date.
      Times of dawn, sunrise, sunset and dusk.
      Returns day length and solar noon.
      Astronomical times of the sun for any town.
      Golden hour and sunset calculator.
      Sun rise/set times, with twilight.`,
    slots: {
      city: slot("city"),
      day: slot("day", "date day for_date on", "{}"),
      twilight: flag("twilight include_twilight", "with twilight times; including dusk", "no twilight"),
    },
    ask: `when does the sun set in {city} {day}
      sunrise in {city} {day}
      ~how late can I take photos outdoors in {city} {day} before it gets dark
      sunset time {city}
      what time is sunrise in {city}
      ~when will it be light enough to hike from {city} {day}
      how long is the day in {city} {day}
      when does it get dark in {city}?
      give me sunrise and sunset for {city}
      ~at what hour do I need headlights in {city} {day}
      sun times for {city} {day}
      es|a qué hora se pone el sol en {city}
      when's dawn in {city}
      daylight hours in {city} {day}
      ~we want to watch the sun go down in {city}, when should we be there
      nl|hoe laat gaat de zon onder in {city}`,
    real: /sunrise|sunset/i,
  }),
  define("pollen", "weather", {
    operations: "pollen count; get pollen; pollen forecast; allergy report; pollen index; allergens",
    describe: `Pollen count for grass, birch and other plants.
      Allergy forecast by city.
      How much pollen is in the air.
      Grass, tree and weed pollen levels.
      Daily pollen index for hay fever sufferers.
      Returns allergen levels at a location.
      Pollen radar with risk levels.
      Risk of hay fever at a place.`,
    slots: {
      city: slot("city"),
      day: slot("day", "date day for_date", "{}"),
      plant: choice(
        "plant allergen type pollen_type",
        `grass = grass GRASS Grass
        birch = birch BIRCH Birch
        ragweed = ragweed RAGWEED Ragweed
        tree / trees = tree TREE Tree`,
        "only {}; , {} especially",
      ),
    },
    ask: `pollen count in {city} {day}
      how bad is the pollen in {city}
      ~I keep sneezing in {city}, is it hay fever weather {day}?
      is there much {plant} pollen in {city} {day}
      pollen {city}
      ~do I have to take my allergy pills in {city} {day}
      allergy forecast for {city} {day}
      check {plant} pollen levels for {city}
      hay fever risk in {city} {day}
      ~can I have the picnic in {city} {day} without my nose running
      what's flying in {city} {day}, {plant}?
      show the pollen situation in {city}
      fr|quel est le taux de pollen à {city}
      pollen levels around {city} {day} please
      high pollen in {city}?
      how much pollen will there be in {city} {day}`,
  }),
  define("tides", "weather", {
    operations: "tides; tide times; get tides; high tide; tide table; sea level",
    describe: `High and low tide at a coast.
      Tide table for a harbour.
      When the water is high or low.
      Times and heights of the tides.
      Predicted sea level by the hour.
      Tides for sailors, surfers and anglers.
      Low and high water for a port.
      Returns today's tide times.`,
    slots: {
      city: slot("city", "port place harbour location station city"),
      day: slot("day", "date day on", "{}"),
      heights: flag("heights include_heights", "with heights; and how high", "without heights"),
    },
    ask: `when is high tide in {city} {day}
      tide times {city} {day}
      ~when can we walk on the mudflats at {city} {day} without getting wet
      low tide at {city} {day}
      tide table for {city}
      ~is there enough water for my boat to leave {city} {day}?
      tides in {city}
      what time is low water in {city}
      show me high and low water for {city} {day}
      ~best moment to dig for clams near {city} {day}
      when does the sea come in at {city}
      next high tide {city}
      give me the tides at {city} {day}
      how high is the water in {city} {day}
      ~we want to surf at {city} {day}, when is the tide right
      fr|horaires des marées à {city}`,
    real: /\btides?\b/i,
  }),
];
