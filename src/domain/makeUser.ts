import type { CallParameters, PastCall, Rating } from "./interaction";

/** One of the two answers to a question: a tool, and what somebody who prefers it would have called it with. */
interface Way {
  tool: string;
  /** Two calls that were liked, the older one first. */
  liked: readonly [CallParameters, CallParameters];
  /** A call by somebody who tried it and prefers the other one. */
  tried: CallParameters;
}

interface EitherOr {
  id: string;
  /** Tools of one function that different providers offer. */
  ways: readonly [Way, Way];
  /** Whether the other tool was tried, and disliked, before. */
  compared: boolean;
}

/**
 * Eight quick questions about tools. The words of a question and its answers are the interface's
 * (`makeUser.questions` in src/words), under the same id.
 */
export const questions = [
  {
    id: "weather",
    compared: true,
    ways: [
      {
        tool: "Weather.VisualCrossing.Timeline",
        liked: [
          { location: "Vienna", unitGroup: "metric" },
          { location: "Lake Garda", unitGroup: "metric", include: "days" },
        ],
        tried: { location: "Vienna" },
      },
      {
        tool: "Weather.Stormglass.HourlyForecast",
        liked: [
          { lat: 54.32, lng: 10.14 },
          { lat: 43.48, lng: -1.56 },
        ],
        tried: { lat: 48.21, lng: 16.37 },
      },
    ],
  },
  {
    id: "directions",
    compared: true,
    ways: [
      {
        tool: "Maps.GraphHopper.Route",
        liked: [
          { point: ["52.52,13.40", "52.40,13.06"], vehicle: "bike" },
          { point: ["47.42,10.98", "47.44,11.05"], vehicle: "hike", elevation: true },
        ],
        tried: { point: ["48.14,11.58", "48.37,10.90"], vehicle: "car" },
      },
      {
        tool: "Maps.TomTom.CalculateRoute",
        liked: [
          { locations: "52.52,13.40:53.55,9.99", routeType: "fastest", travelMode: "car" },
          { locations: "48.14,11.58:45.44,10.99", routeType: "fastest", travelMode: "car" },
        ],
        tried: { locations: "52.52,13.40:52.40,13.06", travelMode: "bicycle" },
      },
    ],
  },
  {
    id: "music",
    compared: false,
    ways: [
      {
        tool: "Music.Spotify.Search",
        liked: [
          { q: "songs for a long drive", type: ["playlist"] },
          { q: "Nina Simone", type: ["artist", "album"] },
        ],
        tried: { q: "lo-fi", type: ["track"] },
      },
      {
        tool: "Music.SoundCloud.SearchTracks",
        liked: [{ q: "lo-fi live set" }, { q: "field recordings", genres: "ambient", limit: 10 }],
        tried: { q: "Nina Simone" },
      },
    ],
  },
  {
    id: "images",
    compared: true,
    ways: [
      {
        tool: "Images.Flickr.PhotoSearch",
        liked: [
          { text: "kingfisher", license: "4,5,9" },
          { text: "old tram", tags: "lisbon", license: "4" },
        ],
        tried: { text: "team in an office" },
      },
      {
        tool: "Images.GettyImages.SearchCreative",
        liked: [
          { phrase: "team in an office", sort_order: "best_match" },
          { phrase: "city skyline at dusk" },
        ],
        tried: { phrase: "kingfisher" },
      },
    ],
  },
  {
    id: "news",
    compared: false,
    ways: [
      {
        tool: "News.NewYorkTimes.ArticleSearch",
        liked: [{ q: "ocean currents", sort: "newest" }, { q: "electric ferries" }],
        tried: { q: "football results", sort: "newest" },
      },
      {
        tool: "News.Bing.NewsSearch",
        liked: [
          { q: "football results", freshness: "Day" },
          { q: "train strike", freshness: "Day", count: 10 },
        ],
        tried: { q: "ocean currents" },
      },
    ],
  },
  {
    id: "messages",
    compared: true,
    ways: [
      {
        tool: "Messaging.Slack.PostMessage",
        liked: [
          { channel: "#lunch", text: "Table for six at noon?" },
          { channel: "#release", text: "It is out. Thank you all!" },
        ],
        tried: { channel: "#family", text: "Happy birthday, Grandma!" },
      },
      {
        tool: "Messaging.Telegram.SendMessage",
        liked: [
          { chat_id: 48151623, text: "I am on the train." },
          { chat_id: 48151623, text: "Good night!", disable_notification: true },
        ],
        tried: { chat_id: 23421508, text: "The meeting has moved to three." },
      },
    ],
  },
  {
    id: "tasks",
    compared: false,
    ways: [
      {
        tool: "Productivity.GoogleTasks.InsertTask",
        liked: [
          { tasklist: "@default", title: "Buy oat milk" },
          { tasklist: "@default", title: "Water the plants", notes: "the fern, too" },
        ],
        tried: { tasklist: "@default", title: "Plan the exhibition" },
      },
      {
        tool: "Productivity.Trello.AddCard",
        liked: [
          { name: "Plan the exhibition", desc: "Rooms, loans, opening night", idList: "5f1b2c" },
          { name: "Ask the printers for a price", idList: "5f1b2c" },
        ],
        tried: { name: "Buy oat milk" },
      },
    ],
  },
  {
    id: "films",
    compared: true,
    ways: [
      {
        tool: "Movies.OMDb.Search",
        liked: [
          { t: "Metropolis", y: 1927, plot: "full" },
          { s: "Solaris", type: "movie" },
        ],
        tried: { t: "Paddington 2" },
      },
      {
        tool: "Movies.RottenTomatoes.MovieSearch",
        liked: [{ q: "Paddington 2" }, { q: "Parasite", page_limit: "3" }],
        tried: { q: "Metropolis" },
      },
    ],
  },
] as const satisfies readonly EitherOr[];

export type QuestionId = (typeof questions)[number]["id"];

/** The first or the second of a question's ways; null for a question that somebody skipped. */
export type Answer = 0 | 1 | null;

const call = (tool: string, parameters: CallParameters, rating: Rating): PastCall => ({
  tool,
  parameters: structuredClone(parameters),
  rating,
});

/**
 * The past calls of somebody who answered so: the preferred tool was liked twice, and before that the other one, where
 * both were compared, disliked.
 * @param answers one for each of `questions`, in their order; what is missing counts as skipped.
 * @returns oldest first.
 */
export function madeHistory(answers: readonly Answer[]): PastCall[] {
  const chosen = (questions as readonly EitherOr[]).flatMap(({ ways, compared }, at) => {
    const answer = answers[at] ?? null;
    return answer === null ? [] : [{ way: ways[answer], other: compared ? ways[1 - answer] : undefined }];
  });
  return [
    ...chosen.flatMap(({ way, other }) => [
      ...(other ? [call(other.tool, other.tried, 0)] : []),
      call(way.tool, way.liked[0], 1),
    ]),
    ...chosen.map(({ way }) => call(way.tool, way.liked[1], 1)),
  ];
}

/** The tools that somebody who answered so prefers, by name. */
export function preferredTools(answers: readonly Answer[]): string[] {
  return (questions as readonly EitherOr[]).flatMap(({ ways }, at) => {
    const answer = answers[at] ?? null;
    return answer === null ? [] : [ways[answer].tool];
  });
}
