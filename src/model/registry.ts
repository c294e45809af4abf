import { ModelFault } from "./fault";

/** A model that comes with the page. */
export interface BundledModel {
  id: string;
  /** Its folder, relative to the page. */
  folder: string;
}

const bundled = (id: string): BundledModel => ({ id, folder: `models/${id}/` });

/** The models that come with the page, the default one first. */
export const BUNDLED_MODELS: readonly [BundledModel, ...BundledModel[]] = [
  bundled("smollm2-135m-instruct-q4f32"),
];

/**
 * Finds a model's folder.
 * @param choice the id of a bundled model, the URL of a model's folder, or null for the default.
 * @param page the URL of the page.
 * @returns the URL of the folder, with a slash at the end.
 * @throws ModelFault "other-origin" or "not-a-model" if the choice is no such URL.
 */
export function modelFolder(choice: string | null, page: string): string {
  const wanted = choice?.trim() || BUNDLED_MODELS[0].id;
  const known = BUNDLED_MODELS.find(({ id }) => id === wanted);
  if (known) return new URL(known.folder, page).href;
  const url = URL.canParse(wanted, page) ? new URL(wanted, page) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ModelFault(
      "not-a-model",
      `“${wanted}” is neither a bundled model nor the URL of a model's folder.`,
    );
  // A model brings a program of its own (its WebAssembly library), so a foreign one is a matter of trust.
  if (url.origin !== new URL(page).origin)
    throw new ModelFault(
      "other-origin",
      `The model lies on ${url.origin}. For now this page runs only models from its own address: copy the folder there.`,
    );
  const folder = url.pathname.replace(/\/model\.json$/, "/");
  return new URL(folder.endsWith("/") ? folder : `${folder}/`, url).href;
}
