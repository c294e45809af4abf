import { words } from "../words/words.svelte";
import type { PreparedSteps } from "./presenting.svelte";
import type { Teaching } from "./teaching.svelte";

/** The steps of the lesson that is being taken, for the presenter view: its task, what is to be done, its explanation. */
export function lessonSteps({ lessons }: Pick<Teaching, "lessons">): PreparedSteps | null {
  const lesson = lessons?.lesson;
  if (!lesson) return null;
  const { task, step, explanation } = words().presenter.lesson;
  const titles = [task, ...lesson.steps.map((_, at) => step(at + 1)), explanation];
  return {
    id: lesson.id,
    titles,
    onstep: (at) => {
      if (at === titles.length - 1) lessons.reveal();
    },
  };
}
