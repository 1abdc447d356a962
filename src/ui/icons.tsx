import type { Tone } from "./tone";

/** One shape a tone, told apart without colour: tick, mark, stamp, bar, dots, question. */
const SHAPES: Readonly<Record<Tone, readonly string[]>> = {
  allow: ["M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19z", "M7.5 12.3l3.1 3.1l6-6.4"],
  confirm: ["M12 3L22 20.5H2z", "M12 9.5v5", "M12 17.4v.2"],
  "sign-off": [
    "M12 2.5c2.2 0 3.6 1.6 3.6 3.6c0 2.4-1.6 3.4-1.6 6.4h4.5v4.5h-13v-4.5H10c0-3-1.6-4-1.6-6.4c0-2 1.4-3.6 3.6-3.6z",
    "M4.5 21h15",
  ],
  block: ["M8 2.5h8l5.5 5.5v8l-5.5 5.5H8L2.5 16V8z", "M7 12h10"],
  busy: ["M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19z", "M12 6.5v6l3.5 2"],
  failed: [
    "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19z",
    "M9.3 9.6c.2-1.6 1.3-2.5 2.8-2.5c1.6 0 2.7 1 2.7 2.4c0 2.2-2.8 2.2-2.8 4.3",
    "M12 16.8v.2",
  ],
};

/** Says nothing to screen readers: the words beside it do. */
export function ToneIcon({ tone, size = 24 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[tone].map((d) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
