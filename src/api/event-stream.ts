/** Pieces of a `text/event-stream` body in, the data of each event that is complete out. */
export interface EventStream {
  /** Lines may be cut anywhere; events without data (comments, heartbeats) give nothing. */
  push(piece: string): readonly string[];
}

/** More than an event of ours ever has: what grows beyond it is no stream of ours. */
const LONGEST = 65_536;

/** The part of the HTML standard's event streams that is used: `data`; names, ids and retry are not. */
export function createEventStream(): EventStream {
  let rest = "";
  let data: string[] = [];
  let isAfterReturn = false;

  const line = (text: string): string | null => {
    if (text === "") {
      const event = data.length > 0 ? data.join("\n") : null;
      data = [];
      return event;
    }
    const value = dataOf(text);
    if (value !== null) data.push(value);
    return null;
  };

  return {
    push(piece) {
      // CR LF is one line end, even where the pieces are cut between them.
      const fresh = isAfterReturn && piece.startsWith("\n") ? piece.slice(1) : piece;
      if (piece !== "") isAfterReturn = piece.endsWith("\r");
      const lines = (rest + fresh).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? "";
      if (rest.length > LONGEST) rest = "";
      return lines.map(line).filter((event) => event !== null);
    },
  };
}

function dataOf(line: string): string | null {
  const match = /^data(?:: ?([^]*))?$/.exec(line);
  return match === null ? null : (match[1] ?? "");
}
