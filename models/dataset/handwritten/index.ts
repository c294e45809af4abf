import type { Scene } from "../make/scene.ts";
import { home } from "./home.ts";
import { outside } from "./outside.ts";
import { people } from "./people.ts";
import { things } from "./things.ts";

export const scenes: readonly Scene[] = [...home, ...outside, ...people, ...things];

/** Scenes whose tools could be taken for each other's. */
export const nearScenes: readonly (readonly string[])[] = [
  ["weather", "ski-conditions", "aurora"],
  ["wake-up-alarm", "medicine-reminder"],
  ["museum-tickets", "gym-class", "restaurant-table", "haircut", "doctor-visit"],
  ["parcel", "grocery-delivery", "flowers"],
  ["second-hand", "gift-ideas"],
];
