import { forAndAgainst, type Attribution } from "../domain/attribution";
import type { Rating } from "../domain/interaction";
import {
  pictureName,
  pictureSvg,
  type PictureBar,
  type PicturePalette,
  type PictureWeight,
} from "../domain/picture";
import { certainty } from "../domain/selection";
import { toolParts } from "../domain/tool";
import { words } from "../words/words.svelte";
import type { App } from "./app.svelte";

/** How a picture looks, and how its numbers are written. */
export interface PictureStyle {
  palette: PicturePalette;
  percent: (share: number) => string;
  weight: (weight: number) => string;
}

/** The picture of what is selected now, and a file name without its ending; null while nothing fresh is selected. */
export function pictureOf(app: App, style: PictureStyle): { svg: string; fileName: string } | null {
  const { explaining, history, user } = app;
  const { subject } = explaining;
  if (!subject) return null;
  const { scenario, selection } = subject;
  const { tool_name: chosen, parameters } = selection.answer.call;
  const text = words().picture;
  const provider = toolParts(chosen).provider || chosen;
  const lists = explaining.attributions && forAndAgainst(explaining.attributions);
  const weights = (all: readonly Attribution[]) =>
    all.flatMap(({ id, weight }): PictureWeight[] => {
      const call = history.interactions.find((one) => one.id === id);
      return call ? [{ tool: call.tool, rating: call.rating, weight }] : [];
    });
  const picture = {
    query: scenario.query,
    bars: bars(app, chosen),
    chosen,
    sure: certainty(selection),
    call: JSON.stringify({ tool_name: chosen, parameters }, null, 2),
    spokeFor: lists && weights(lists.spokeFor),
    spokeAgainst: lists && weights(lists.spokeAgainst),
  };
  const rating = (given: Rating) => (given === 1 ? text.liked : given === 0 ? text.disliked : text.unrated);
  const name = user?.name ?? text.nobody;
  const svg = pictureSvg(
    picture,
    {
      ...text,
      ...style,
      rating,
      subject: text.subject(name, words().settings[scenario.setting].name, scenario.history.length),
      labels: [text.mock],
      spokeFor: text.spokeFor(provider),
      spokeAgainst: text.spokeAgainst(provider),
      source: source(app),
    },
    style.palette,
  );
  return { svg, fileName: pictureName(name, scenario.query) };
}

/** The candidates, the likeliest first. */
function bars({ bars, explaining }: App, chosen: string): PictureBar[] {
  const candidates = explaining.subject?.scenario.candidates ?? [];
  return candidates
    .flatMap(({ name }): PictureBar[] => {
      const bar = bars.of(name);
      if (!bar) return [];
      const { probability, together } = bar.share;
      return [
        { name, probability: probability / together, without: bar.without ?? null, chosen: name === chosen },
      ];
    })
    .toSorted((one, other) => other.probability - one.probability);
}

function source({ model }: App): string {
  const text = words().picture;
  if (!model.manifest) return text.noModel;
  const { kind, name } = model.manifest;
  return kind === "base" ? text.base(name) : text.personalized(name);
}
