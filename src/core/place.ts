/** Where in a message something stands, from the outside in: attachment, archive member, sheet, row. */
export type PlaceStepType =
  | "subject"
  | "body"
  | "file" // an attachment, or a member of an archive or mail, by name
  | "sheet"
  | "page" // by its number
  | "slide"
  | "hidden" // what its reader is not shown unless he asks for it
  | "header"
  | "footer"
  | "comment"
  | "note"
  | "textbox"
  | "property"
  | "format" // what kind of file it is, where it is refused for that
  | "name"; // a name given inside a file (defined name, sheet name, member name)

export interface PlaceStep {
  readonly type: PlaceStepType;
  readonly name?: string;
}

export interface Place {
  readonly steps: readonly PlaceStep[];
  /** 1-based row of a table or line of a text, where there is one. */
  readonly row?: number;
}

export const inside = (place: Place, type: PlaceStepType, name?: string): Place => ({
  steps: [...place.steps, name === undefined ? { type } : { type, name }],
});

export const atRow = (place: Place, row: number): Place => ({ steps: place.steps, row });
