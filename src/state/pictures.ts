import { forAndAgainst, type Attribution } from "../domain/attribution";
import type { Rating } from "../domain/interaction";
import {
  pictureName,
  pictureSvg,
  type Picture,
  type PictureBar,
  type PicturePalette,
  type PictureWeight,
} from "../domain/picture";
import { certainty } from "../domain/selection";
import type { Setting } from "../domain/setting";
import { textIn } from "../domain/texts";
import { toolParts } from "../domain/tool";
import type { ToolCall } from "../domain/toolCall";
import { language, words } from "../words/words.svelte";
import type { App } from "./app.svelte";
import type { Recorded } from "./recorded.svelte";

/** How a picture looks, and how its numbers are written. */
export interface PictureStyle {
  palette: PicturePalette;
  percent: (share: number) => string;
  weight: (weight: number) => string;
}

/** An SVG document, and a file name for it without an ending. */
export interface PictureFile {
  svg: string;
  fileName: string;
}

/** The picture of what is selected now; null while nothing fresh is selected. */
export function pictureOf(app: App, style: PictureStyle): PictureFile | null {
  const { explaining, history, user } = app;
  const { subject } = explaining;
  if (!subject) return null;
  const { scenario, selection } = subject;
  const { call } = selection.answer;
  const lists = explaining.attributions && forAndAgainst(explaining.attributions);
  const weights = (all: readonly Attribution[]) =>
    all.flatMap(({ id, weight }): PictureWeight[] => {
      const found = history.interactions.find((one) => one.id === id);
      return found ? [{ tool: found.tool, rating: found.rating, weight }] : [];
    });
  const text = words().picture;
  return file(
    {
      query: scenario.query,
      bars: bars(app, call.tool_name),
      ...chosen(call),
      sure: certainty(selection),
      spokeFor: lists && weights(lists.spokeFor),
      spokeAgainst: lists && weights(lists.spokeAgainst),
    },
    {
      name: user?.name ?? text.nobody,
      setting: scenario.setting,
      calls: scenario.history.length,
      labels: [text.mock],
      source: source(app),
    },
    style,
  );
}

/** The picture of the step of a recorded run that is shown, labelled as recorded; null while there is none. */
export function pictureOfRecorded({ shown, origin }: Recorded, style: PictureStyle): PictureFile | null {
  if (!shown || !origin) return null;
  const text = words().picture;
  const candidates = shown.bars.filter(({ offered }) => offered);
  return file(
    {
      query: shown.query,
      bars: byProbability(candidates.map((bar) => ({ ...bar, without: null }))),
      ...chosen(shown.call),
      sure: shown.bars.find((bar) => bar.chosen)?.probability ?? 0,
      spokeFor: null,
      spokeAgainst: null,
    },
    {
      name: textIn(shown.person, language()),
      setting: shown.setting,
      calls: shown.history.filter((call) => call !== null).length,
      labels: [text.mock, text.recorded],
      source: text.recordedBy(origin.model.name, new Date(origin.date)),
    },
    style,
  );
}

interface About {
  name: string;
  setting: Setting;
  /** How many past calls the model saw. */
  calls: number;
  labels: readonly string[];
  source: string;
}

function file(
  picture: Picture,
  { name, setting, calls, labels, source }: About,
  style: PictureStyle,
): PictureFile {
  const text = words().picture;
  const provider = toolParts(picture.chosen).provider || picture.chosen;
  const svg = pictureSvg(
    picture,
    {
      ...text,
      percent: style.percent,
      weight: style.weight,
      rating: (given: Rating) => (given === 1 ? text.liked : given === 0 ? text.disliked : text.unrated),
      subject: text.subject(name, words().settings[setting].name, calls),
      labels,
      spokeFor: text.spokeFor(provider),
      spokeAgainst: text.spokeAgainst(provider),
      source,
    },
    style.palette,
  );
  return { svg, fileName: pictureName(name, picture.query) };
}

function chosen(call: ToolCall): Pick<Picture, "chosen" | "call"> {
  return { chosen: call.tool_name, call: JSON.stringify(call, null, 2) };
}

function byProbability(all: readonly PictureBar[]): PictureBar[] {
  return all.toSorted((one, other) => other.probability - one.probability);
}

function bars({ bars, explaining }: App, choice: string): PictureBar[] {
  const candidates = explaining.subject?.scenario.candidates ?? [];
  return byProbability(
    candidates.flatMap(({ name }): PictureBar[] => {
      const bar = bars.of(name);
      if (!bar) return [];
      const probability = bar.share.probability / bar.share.together;
      return [{ name, probability, without: bar.without ?? null, chosen: name === choice }];
    }),
  );
}

function source({ model }: App): string {
  const text = words().picture;
  if (!model.manifest) return text.noModel;
  const { kind, name } = model.manifest;
  return kind === "base" ? text.base(name) : text.personalized(name);
}
