import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../models/dataset/catalogue";
import { ToolSearch } from "../../src/store/toolSearch";
import type { Tool } from "../../src/domain/tool";

const { tools, functions } = buildCatalogue();
const search = new ToolSearch(tools, functions);

/** Questions as people type them, and the function that they mean. */
const questions: [string, string][] = [
  ["will I need an umbrella in Oslo tomorrow?", "weather-forecast"],
  ["do i need a jacket tonight in chicago", "weather-forecast"],
  ["is it gonna snow in vermont on friday", "weather-forecast"],
  ["can I breathe outside in Beijing today or do I need a mask", "air-quality"],
  ["smog level in warsaw", "air-quality"],
  ["lat/long of the white house", "geocoding"],
  ["gps coordinates for Times Square", "geocoding"],
  ["what's at 51.5007, -0.1246", "reverse-geocoding"],
  ["text mum I'm late", "send-sms"],
  ["send +4917012345678 a quick sms saying the key is under the mat", "send-sms"],
  ["mail the invoice to bob@acme.example", "send-email"],
  ["write an email to my landlord about the broken heater", "send-email"],
  ["latest on the election", "news-search"],
  ["anything in the papers about fusion energy?", "news-search"],
  ["cheapest way to fly to Barcelona in May", "flight-search"],
  ["plane tickets berlin to athens for two", "flight-search"],
  ["100 bucks in yen", "currency-conversion"],
  ["£250 to euros", "currency-conversion"],
  ["how many swedish kronor do I get for 40 dollars", "currency-conversion"],
  ["who plays the lead in Parasite", "movie-search"],
  ["is that new batman film worth watching", "movie-search"],
  ["what can I cook with eggs and leftover rice", "recipe-search"],
  ["easy vegan dessert", "recipe-search"],
  ["how do you say thank you in korean", "translation"],
  ["put this into spanish: I would like the bill", "translation"],
  ["that song that goes 'hello from the other side'", "music-search"],
  ["play something by Nina Simone", "music-search"],
  ["a good true crime podcast for the drive", "podcast-search"],
  ["how's nvidia stock", "stock-quote"],
  ["TSLA price", "stock-quote"],
  ["btc price in usd", "crypto-price"],
  ["what is one dogecoin worth", "crypto-price"],
  ["where does 185.15.59.224 come from", "ip-lookup"],
  ["make https://my-very-long-shop.example/spring?x=1 shorter", "url-shortening"],
  ["take 15 euros from a customer's card", "payment"],
  ["bill the client 300 dollars", "payment"],
  ["put yoga on my calendar for monday 7pm", "calendar-event"],
  ["dentist thursday 8am, note it in my diary", "calendar-event"],
  ["start a zoom with grandma on sunday", "video-meeting"],
  ["how do I walk from the station to the castle", "directions"],
  ["driving time from Lyon to Marseille", "directions"],
  ["when is the next bus", "transit-departures"],
  ["trains leaving Hamburg after 6", "transit-departures"],
  ["pics of baby otters", "image-search"],
  ["who wrote Middlemarch", "book-search"],
  ["something to read about whales", "book-search"],
  ["any gigs in Glasgow tonight", "event-search"],
  ["is tim@appel.example a real address", "email-validation"],
  ["who's calling me from +1 202 555 0143, is it a real number", "phone-validation"],
  ["qr sticker with our menu link", "qr-code"],
  ["read me this out loud: once upon a time", "text-to-speech"],
  ["what does obsequious mean", "dictionary"],
  ["another word for tired", "synonyms"],
  ["make me laugh", "joke"],
  ["how many calories has a croissant", "nutrition"],
  ["does this customer review sound angry", "sentiment"],
  ["remind me to buy cat food", "todo"],
  ["tell the team on slack the build is green", "chat-message"],
  ["what time is it in sydney", "world-time"],
  ["sushi near me", "place-search"],
  ["coffee shops around the louvre", "place-search"],
  ["screenshot of https://example.com/pricing", "page-capture"],
];

describe("search in everyday words", () => {
  it("knows at least 40 questions, none of them an example query", () => {
    expect(questions.length).toBeGreaterThanOrEqual(40);
    const examples = new Set(functions.flatMap(({ queries }) => queries));
    expect(questions.filter(([question]) => examples.has(question))).toEqual([]);
  });

  it("finds the function of at least 85 % of them", () => {
    const missed = questions.flatMap(([question, id]) => {
      const found = search.rank(question)[0]?.function;
      return found === id ? [] : [`${question} -> ${found ?? "nothing"} instead of ${id}`];
    });
    expect(missed.length / questions.length, missed.join("\n")).toBeLessThanOrEqual(0.15);
  });

  it("finds the function of every example query but a few", () => {
    const missed = functions.flatMap(({ id, queries }) =>
      queries.filter((query) => search.rank(query)[0]?.function !== id),
    );
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(3);
  });
});

describe("ToolSearch", () => {
  const imported: Tool[] = [
    {
      name: "Garden.Plotly.waterBeds",
      description: "Turns on the sprinklers of a garden bed.",
      parameters: [],
    },
    { name: "Garden.Plotly.waterBeds", description: "The same again.", parameters: [] },
    { name: "", description: "", parameters: [] },
  ];

  it("finds imported tools by their own words", () => {
    const mixed = new ToolSearch([...tools, ...imported], functions);
    expect(mixed.rank("turn on the garden sprinklers")[0]?.name).toBe("Garden.Plotly.waterBeds");
  });

  it.each(["", "   ", "???", "the of and", "\ud800", "🙂", "x".repeat(5000)])(
    "stands the query %j",
    (query) => {
      expect(Array.isArray(search.rank(query))).toBe(true);
    },
  );

  it("works without tools and functions", () => {
    expect(new ToolSearch([], []).rank("weather")).toEqual([]);
    expect(new ToolSearch(imported, []).rank("sprinkler")).toHaveLength(1);
  });
});
