/** Something to be said: its code tells which sentence, the other fields what the sentence needs. Words are made where it is shown. */
export interface Said {
  readonly code: string;
}

/** An error that is something to be said. Its message is for the console: code and fields as they are. */
export class SaidError<One extends Said> extends Error {
  readonly said: One;

  constructor(said: One, options?: ErrorOptions) {
    const { code, ...fields } = said;
    super(Object.keys(fields).length > 0 ? `${code} ${JSON.stringify(fields)}` : code, options);
    this.said = said;
  }
}
