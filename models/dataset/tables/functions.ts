import type { TrainingFunction } from "../make/types.ts";
import { everydayHome } from "./everydayHome.ts";
import { everydayLife } from "./everydayLife.ts";
import { everydayWork } from "./everydayWork.ts";
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

/** What questions of training, validation and test ask for. */
export const sharedFunctions: readonly TrainingFunction[] = [
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

/** Functions that only training knows. */
const trainingOnly: readonly TrainingFunction[] = [...everydayHome, ...everydayLife, ...everydayWork].map(
  (fn) => ({ ...fn, trainingOnly: true }),
);

export const allFunctions: readonly TrainingFunction[] = [...sharedFunctions, ...trainingOnly];
