/** Kept in a task of its own: what takes long is done in parts, between which the browser paints and answers. */
export const nextTask = (): Promise<void> => new Promise((go) => setTimeout(go));
