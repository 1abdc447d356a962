/** Line drawings of our own, on a square of 20 units; decoration beside a label. */
const STROKES = {
  inbox: "M3 11 5 4h10l2 7v5H3zM3 11h4l1.5 2.5h3L13 11h4",
  drafts: "M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4",
  sent: "M3 4l14 6-14 6 2.5-6zM5.5 10H11",
  outside: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M3 10h14M10 3c-5 5-5 9 0 14M10 3c5 5 5 9 0 14",
  write: "M4 16l1-4L14 3l3 3-9 9zM12 5l3 3",
  reply: "M8 5 3 10l5 5M3 10h8c4 0 6 2 6 6",
  replyAll: "M6 5 1.5 10 6 15M10 5 5.5 10l4.5 5M6 10h6c4 0 6 2 6 6",
  forward: "M12 5l5 5-5 5M17 10H9c-4 0-6 2-6 6",
  resend: "M16 9a6 6 0 1 0-1.5 5M16 4v5h-5",
  editAsNew: "M5 3h7l3 3v3M5 3v14h4M10 17l1-3 5-5 2 2-5 5z",
  save: "M4 4h10l2 2v10H4zM7 4v4h5V4M7 16v-5h6v5",
  attach: "M7 11l5-5a2.1 2.1 0 0 1 3 3l-7 7a3.5 3.5 0 0 1-5-5l7-7",
  discard: "M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11M9 9v5M11 9v5",
  close: "M5 5l10 10M15 5 5 15",
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  list: "M4 5h.5M4 10h.5M4 15h.5M8 5h9M8 10h9M8 15h9",
  link: "M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2",
  file: "M5 3h7l3 3v11H5zM12 3v3h3",
  mail: "M3 5h14v10H3zM3 6l7 5 7-5",
  group:
    "M7 9a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5M2.5 16c0-3 2-5 4.5-5s4.5 2 4.5 5M13 9a2 2 0 1 0 0-4M13.5 11c2.2 0 4 2 4 5",
  moon: "M16 12A7 7 0 0 1 8 4a7 7 0 1 0 8 8z",
  pin: "M8 3h4l-.5 6 2.5 2.5H6L8.5 9zM10 11.5V17",
  menu: "M3 5h14M3 10h14M3 15h14",
  copy: "M7 7h9v10H7zM13 7V3H4v10h3",
  restart: "M4 11a6 6 0 1 0 2-5M4 3v4h4",
} as const;

export type IconName = keyof typeof STROKES;

export const Icon = ({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      d={STROKES[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
