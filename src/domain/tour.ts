import type { Condition } from "./condition";
import type { Scene, SceneEdit } from "./scene";

/** The places of a tour, in order. Their words stand in src/words, under `tour.steps`. */
export const TOUR_STOPS = [
  "before",
  "ask",
  "choice",
  "like",
  "bar",
  "why",
  "what-if",
  "settings",
  "end",
] as const;
export type TourStop = (typeof TOUR_STOPS)[number];

export interface TourStep {
  stop: TourStop;
  /** The `data-testid` of what it speaks of; null for the page as a whole. */
  target: string | null;
  /** What completes it; null where there is only something to read. */
  check: Condition | null;
  /** What would do it, for those who want to watch, and for those who come back later. */
  edits: readonly SceneEdit[];
}

const FIRST = "Meteosource";
const OTHER = "VisualCrossing";

/** Somebody who liked one weather service, and has called another without saying how it was. */
export const tourScene: Scene = {
  history: [
    {
      tool: "Weather.VisualCrossing.Timeline",
      parameters: { location: "Bergen" },
      rating: null,
      daysAgo: 33,
    },
    { tool: "Images.Flickr.PhotoSearch", parameters: { text: "red pandas" }, rating: 1, daysAgo: 26 },
    { tool: "Weather.Meteosource.PointForecast", parameters: { place_id: "bergen" }, rating: 1, daysAgo: 19 },
    {
      tool: "Translation.OpenLingua.Translate",
      parameters: { text: "Good night", target: "de" },
      rating: 1,
      daysAgo: 12,
    },
    { tool: "Weather.Meteosource.PointForecast", parameters: { place_id: "oslo" }, rating: 1, daysAgo: 8 },
    {
      tool: "Weather.VisualCrossing.Timeline",
      parameters: { location: "Oslo", unitGroup: "metric" },
      rating: null,
      daysAgo: 2,
    },
  ],
  query: "Find pictures of red pandas.",
  setting: "rating-integrated",
  tools: [],
};

const read = { check: null, edits: [] };
const shows = (panel: "why" | "what-if" | "settings"): Condition => ({ kind: "panel", is: panel });

export const tourSteps: readonly TourStep[] = [
  { stop: "before", target: "history", ...read },
  {
    stop: "ask",
    target: "query",
    check: {
      kind: "query",
      contains: [
        "weather",
        "rain",
        "sun",
        "snow",
        "wind",
        "forecast",
        "umbrella",
        "temperature",
        "wetter",
        "regen",
      ],
    },
    edits: [{ kind: "ask", query: "What will the weather be like in Oslo tomorrow?" }],
  },
  { stop: "choice", target: "selection", check: { kind: "selected" }, edits: [] },
  {
    stop: "like",
    target: "history",
    check: { kind: "calls", provider: OTHER, rating: 1, atLeast: 2 },
    edits: [
      { kind: "rate", call: 0, rating: 1 },
      { kind: "rate", call: 5, rating: 1 },
    ],
  },
  {
    stop: "bar",
    target: "candidates",
    check: {
      kind: "any",
      of: [
        { kind: "probability", provider: OTHER, risenBy: 0.01 },
        { kind: "probability", provider: FIRST, fallenBy: 0.01 },
      ],
    },
    edits: [],
  },
  { stop: "why", target: "explain", check: shows("why"), edits: [] },
  { stop: "what-if", target: "explain", check: shows("what-if"), edits: [] },
  { stop: "settings", target: "explain", check: shows("settings"), edits: [] },
  { stop: "end", target: null, ...read },
];

/** What somebody who comes to a stop has done before. */
export function editsBefore(stop: number): SceneEdit[] {
  return tourSteps.slice(0, stop).flatMap(({ edits }) => [...edits]);
}
