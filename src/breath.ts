import { nextTask } from "./domain/nextTask";

// Imported between two parts of the page's code: the browser answers after the first, before it reads on.
await nextTask();
