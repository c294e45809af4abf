import { editParts, type Edit } from "../domain/edit";
import { sentence } from "../words/sentences";
import { words } from "../words/words.svelte";

/** An edit in a few words, in the past: "disliked TomTom · Geocode". */
export function editWords(edit: Edit): string {
  const { parts, nothing } = words().edits;
  return (
    editParts(edit)
      .map((part) => sentence(parts, part))
      .join(", ") || nothing
  );
}
