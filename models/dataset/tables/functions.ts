import type { TrainingFunction } from "../make/types.ts";
import { finance } from "./finance.ts";
import { food } from "./food.ts";
import { identity } from "./identity.ts";
import { language } from "./language.ts";
import { life } from "./life.ts";
import { location } from "./location.ts";
import { media } from "./media.ts";
import { messaging } from "./messaging.ts";
import { transport } from "./transport.ts";
import { weather } from "./weather.ts";
import { web } from "./web.ts";
import { work } from "./work.ts";

/** Everything that training and test questions ask for. */
export const trainingFunctions: readonly TrainingFunction[] = [
  ...weather,
  ...location,
  ...transport,
  ...messaging,
  ...identity,
  ...web,
  ...finance,
  ...media,
  ...language,
  ...food,
  ...work,
  ...life,
];
